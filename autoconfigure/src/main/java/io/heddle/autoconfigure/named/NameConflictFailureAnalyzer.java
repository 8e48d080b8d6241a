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

package io.heddle.autoconfigure.executor;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionOverrideException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;

/**
 * Explains that a named executor and another bean have the same name.
 */
@Order(0)
class ExecutorNameConflictFailureAnalyzer implements FailureAnalyzer {

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ExecutorNameConflictException conflict) {
				return analysis(conflict.getName(), conflict.getDefinedIn(), conflict);
			}
			if (cause instanceof BeanDefinitionOverrideException override) {
				return analyze(override);
			}
		}
		return null;
	}

	private @Nullable FailureAnalysis analyze(BeanDefinitionOverrideException override) {
		BeanDefinition one = override.getBeanDefinition();
		BeanDefinition two = override.getExistingDefinition();
		boolean first = ExecutorBeanDefinitions.isNamedExecutor(one);
		if (first || ExecutorBeanDefinitions.isNamedExecutor(two)) {
			return analysis(override.getBeanName(), (first ? two : one).getResourceDescription(), override);
		}
		return null;
	}

	private FailureAnalysis analysis(String name, @Nullable String definedIn, Throwable cause) {
		String key = ExecutorPropertiesBinder.key(name);
		String description = String.format(
				"The executor '%s', configured by the property '%s', has the same name as " + "another bean%s.", name,
				key, (definedIn != null) ? ", defined in " + definedIn : "");
		String action = String.format("Rename the entry '%s' or the other bean, or remove one of them. "
				+ "A bean that is to replace Heddle's executor needs no entry.", key);
		return new FailureAnalysis(description, action, cause);
	}

}
