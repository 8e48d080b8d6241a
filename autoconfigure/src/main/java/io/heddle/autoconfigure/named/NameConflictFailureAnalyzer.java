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

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionOverrideException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;

/**
 * Explains that the bean of an entry and another bean have the same name.
 */
@Order(0)
class NameConflictFailureAnalyzer implements FailureAnalyzer {

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof NameConflictException conflict) {
				return analysis(conflict.getKind(), conflict.getName(), conflict.getDefinedIn(), conflict);
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
		NamedBeanKind<?> kind = NamedBeanRegistrar.kindOf(one);
		if (kind != null) {
			return analysis(kind, override.getBeanName(), NamedBeanRegistrar.place(two), override);
		}
		kind = NamedBeanRegistrar.kindOf(two);
		return (kind != null) ? analysis(kind, override.getBeanName(), NamedBeanRegistrar.place(one), override) : null;
	}

	private FailureAnalysis analysis(NamedBeanKind<?> kind, String name, @Nullable String definedIn, Throwable cause) {
		String key = kind.key(name);
		String description = String.format(
				"The %s '%s', configured by the property '%s', has the same name as another bean%s.", kind.noun(), name,
				key, (definedIn != null) ? ", defined in " + definedIn : "");
		String action = String.format("Rename the entry '%s' or the other bean, or remove one of them. "
				+ "A bean that is to replace Heddle's %s needs no entry.", key, kind.noun());
		return new FailureAnalysis(description, action, cause);
	}

}
