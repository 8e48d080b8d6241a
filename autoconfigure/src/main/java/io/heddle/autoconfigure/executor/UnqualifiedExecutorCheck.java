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

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executor;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import io.heddle.autoconfigure.named.NamedBeanKind;
import io.heddle.autoconfigure.named.NamedBeanRegistrar;
import io.heddle.executor.NamedExecutor;

/**
 * Warns of injection points that carry the name of one of our executors but lack the
 * qualifier, and so silently get another executor.
 */
class UnqualifiedExecutorCheck implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(UnqualifiedExecutorCheck.class);

	private static final Set<String> INJECTION_ANNOTATIONS = Set
		.of("org.springframework.beans.factory.annotation.Autowired", "jakarta.inject.Inject");

	private static final Set<String> QUALIFIER_ANNOTATIONS = Set.of(Qualifier.class.getName(),
			"org.springframework.beans.factory.annotation.Value", "jakarta.inject.Qualifier", "jakarta.inject.Named");

	private final ConfigurableListableBeanFactory beanFactory;

	private final ParameterNameDiscoverer parameterNames = new DefaultParameterNameDiscoverer();

	UnqualifiedExecutorCheck(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	static boolean isExecutor(Class<?> type) {
		return Executor.class.isAssignableFrom(type) && !NamedExecutor.class.isAssignableFrom(type)
				&& (type.isAssignableFrom(NamedThreadPoolTaskExecutor.class) || type == SimpleAsyncTaskExecutor.class);
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!hasNamedExecutor()) {
			return;
		}
		for (String beanName : this.beanFactory.getBeanDefinitionNames()) {
			BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(beanName);
			if (definition.getRole() == BeanDefinition.ROLE_APPLICATION && !definition.isAbstract()) {
				check(beanName, definition);
			}
		}
	}

	private boolean hasNamedExecutor() {
		return Arrays.stream(this.beanFactory.getBeanDefinitionNames())
			.map(this.beanFactory::getBeanDefinition)
			.anyMatch((definition) -> NamedBeanRegistrar.kindOf(definition) != null);
	}

	private void check(String beanName, BeanDefinition definition) {
		if (definition instanceof RootBeanDefinition root && root.getResolvedFactoryMethod() != null) {
			checkParameters(root.getResolvedFactoryMethod());
		}
		Class<?> type = this.beanFactory.getType(beanName, false);
		if (type == null || type.getName().startsWith("org.springframework.")) {
			return;
		}
		Class<?> userClass = ClassUtils.getUserClass(type);
		if (definition.getFactoryMethodName() == null) {
			Constructor<?> constructor = constructor(userClass);
			if (constructor != null) {
				checkParameters(constructor);
			}
		}
		ReflectionUtils.doWithFields(userClass, this::checkField, this::isInjected);
		ReflectionUtils.doWithMethods(userClass, this::checkParameters, this::isInjected);
	}

	private @Nullable Constructor<?> constructor(Class<?> type) {
		Constructor<?>[] constructors = type.getDeclaredConstructors();
		for (Constructor<?> constructor : constructors) {
			if (isInjected(constructor)) {
				return constructor;
			}
		}
		return (constructors.length == 1) ? constructors[0] : null;
	}

	private void checkField(Field field) {
		if (isTrap(field.getType(), field.getName(), field)) {
			warn(field.getDeclaringClass(), "field", field.getName());
		}
	}

	private void checkParameters(Executable executable) {
		@Nullable String @Nullable [] names = names(executable);
		for (int i = 0; names != null && i < names.length; i++) {
			String name = names[i];
			if (name != null && isTrap(executable.getParameterTypes()[i], name, executable.getParameters()[i])) {
				warn(executable.getDeclaringClass(), "parameter", name);
			}
		}
	}

	private @Nullable String @Nullable [] names(Executable executable) {
		return (executable instanceof Method method) ? this.parameterNames.getParameterNames(method)
				: this.parameterNames.getParameterNames((Constructor<?>) executable);
	}

	private boolean isTrap(Class<?> type, String name, AnnotatedElement element) {
		NamedBeanKind<?> kind = isExecutor(type) ? kind(name) : null;
		return kind != null && (type.isAssignableFrom(kind.beanType()) || type == SimpleAsyncTaskExecutor.class)
				&& !hasAnnotation(element, QUALIFIER_ANNOTATIONS);
	}

	private @Nullable NamedBeanKind<?> kind(String name) {
		return this.beanFactory.containsBeanDefinition(name)
				? NamedBeanRegistrar.kindOf(this.beanFactory.getBeanDefinition(name)) : null;
	}

	private boolean isInjected(AnnotatedElement element) {
		return hasAnnotation(element, INJECTION_ANNOTATIONS);
	}

	private boolean hasAnnotation(AnnotatedElement element, Set<String> types) {
		return MergedAnnotations.from(element)
			.stream()
			.map((annotation) -> annotation.getType())
			.map(Class<? extends Annotation>::getName)
			.anyMatch(types::contains);
	}

	private void warn(Class<?> type, String element, String name) {
		NamedBeanKind<?> kind = kind(name);
		Assert.state(kind != null, "No named bean");
		logger.warn(String.format(
				"The %s '%s' in %s has the name of the %s configured by '%s' but no "
						+ "qualifier, so it gets another executor. Add @Qualifier(\"%s\"), or rename it.",
				element, name, ClassUtils.getUserClass(type).getName(), kind.noun(), kind.key(name), name));
	}

}
