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

package io.heddle.autoconfigure.sync;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.NamedBeanDefinitions;

/**
 * Completes the definitions of the synchronizers of a kind.
 */
class SynchronizerBeanDefinitions extends NamedBeanDefinitions {

	private final SynchronizerKind<?, ?> kind;

	private final @Nullable String destroyMethod;

	SynchronizerBeanDefinitions(SynchronizerKind<?, ?> kind, Environment environment, @Nullable String destroyMethod) {
		super(kind.beans(), environment);
		this.kind = kind;
		this.destroyMethod = destroyMethod;
	}

	@Override
	protected Set<String> names(Environment environment) {
		return this.kind.bind(environment).keySet();
	}

	@Override
	protected void complete(AbstractBeanDefinition definition) {
		if (this.destroyMethod != null) {
			definition.setDestroyMethodName(this.destroyMethod);
		}
	}

}
