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

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * All that is injected into the beans of an application.
 */
final class InjectedValues {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Consumer<InjectedValue> consumer;

	private final ParameterNameDiscoverer parameterNames = new DefaultParameterNameDiscoverer();

	private InjectedValues(ConfigurableListableBeanFactory beanFactory, Consumer<InjectedValue> consumer) {
		this.beanFactory = beanFactory;
		this.consumer = consumer;
	}

	/**
	 * Look at all that is injected.
	 * @param beanFactory the beans
	 * @param consumer is told of each value
	 */
	static void forEach(ConfigurableListableBeanFactory beanFactory, Consumer<InjectedValue> consumer) {
		InjectedValues values = new InjectedValues(beanFactory, consumer);
		for (String beanName : beanFactory.getBeanDefinitionNames()) {
			BeanDefinition definition = beanFactory.getMergedBeanDefinition(beanName);
			if (definition.getRole() == BeanDefinition.ROLE_APPLICATION && !definition.isAbstract()) {
				values.visit(beanName, definition);
			}
		}
	}

	private void visit(String beanName, BeanDefinition definition) {
		if (definition instanceof RootBeanDefinition root && root.getResolvedFactoryMethod() != null) {
			visit(root.getResolvedFactoryMethod(), true);
		}
		Class<?> type = this.beanFactory.getType(beanName, false);
		if (type == null || type.getName().startsWith("org.springframework.")) {
			return;
		}
		Class<?> userClass = ClassUtils.getUserClass(type);
		if (definition.getFactoryMethodName() == null) {
			Constructor<?> constructor = constructor(userClass);
			if (constructor != null) {
				visit(constructor, InjectedValue.isRequired(constructor));
			}
		}
		ReflectionUtils.doWithFields(userClass, this::visit, InjectedValue::isInjected);
		ReflectionUtils.doWithMethods(userClass, (method) -> visit(method, InjectedValue.isRequired(method)),
				InjectedValue::isInjected);
	}

	private @Nullable Constructor<?> constructor(Class<?> type) {
		Constructor<?>[] constructors = type.getDeclaredConstructors();
		for (Constructor<?> constructor : constructors) {
			if (InjectedValue.isInjected(constructor)) {
				return constructor;
			}
		}
		return (constructors.length == 1) ? constructors[0] : null;
	}

	private void visit(Field field) {
		this.consumer.accept(new InjectedValue(field.getDeclaringClass(), "field", field.getName(),
				ResolvableType.forField(field), field, InjectedValue.isRequired(field)));
	}

	private void visit(Executable executable, boolean required) {
		@Nullable String @Nullable [] names = names(executable);
		for (int i = 0; names != null && i < names.length; i++) {
			String name = names[i];
			if (name != null) {
				MethodParameter parameter = MethodParameter.forExecutable(executable, i);
				this.consumer.accept(new InjectedValue(executable.getDeclaringClass(), "parameter", name,
						ResolvableType.forMethodParameter(parameter), executable.getParameters()[i],
						required && !parameter.isOptional()));
			}
		}
	}

	private @Nullable String @Nullable [] names(Executable executable) {
		return (executable instanceof Method method) ? this.parameterNames.getParameterNames(method)
				: this.parameterNames.getParameterNames((Constructor<?>) executable);
	}

}
