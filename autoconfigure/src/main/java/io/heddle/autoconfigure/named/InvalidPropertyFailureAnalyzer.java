/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.heddle.autoconfigure.named;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains an {@link InvalidPropertyException}. Ordered before the analyzers of Spring
 * Boot, which would explain its cause.
 */
@Order(0)
class InvalidPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPropertyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidPropertyException cause) {
		String origin = (cause.getOrigin() != null) ? String.format("    Origin: %s%n", cause.getOrigin()) : "";
		String value = (cause.getValue() != null) ? "\"" + cause.getValue() + "\"" : "none";
		NamedBeanKind<?> kind = cause.getKind();
		String description = String.format(
				"The configuration of %s is invalid:%n%n    Property: %s%n    Value: %s%n%s    Reason: %s",
				(kind != null) ? kind.withArticle() : "Heddle", cause.getKey(), value, origin,
				cause.getReason());
		return new FailureAnalysis(description, cause.getAction(), cause);
	}

}
