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

import java.util.List;
import java.util.function.Supplier;

import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.ListenerBeans;
import io.heddle.autoconfigure.named.NamedBeanKind;
import io.heddle.autoconfigure.named.NamedBeanRegistrar;
import io.heddle.sync.Synchronizer;
import io.heddle.sync.SynchronizerListener;

/**
 * Registers one bean for each synchronizer of a kind in the environment.
 *
 * @param <P> the type of the properties
 * @param <S> the type of the beans
 */
abstract class SynchronizerBeanRegistrar<P, S extends Synchronizer> extends NamedBeanRegistrar {

	private final SynchronizerKind<P, S> kind;

	SynchronizerBeanRegistrar(SynchronizerKind<P, S> kind) {
		this.kind = kind;
	}

	@Override
	protected NamedBeanKind<?> kind() {
		return this.kind.beans();
	}

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		this.kind.bind(environment)
			.forEach((name, properties) -> registry.registerBean(name, this.kind.type(),
					(spec) -> spec.description(describe(name))
						.supplier((beans) -> this.kind.create(name, properties, listener(beans)))));
	}

	private static SynchronizerListener listener(SupplierContext beans) {
		Supplier<List<SynchronizerListener>> listeners = new ListenerBeans<>(
				beans.beanProvider(SynchronizerListener.class));
		return new CompositeSynchronizerListener(listeners);
	}

}
