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

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodClassKey;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

import io.heddle.autoconfigure.named.AnnotationAttributes;
import io.heddle.autoconfigure.named.ClosestName;
import io.heddle.autoconfigure.named.InterceptedMethods;
import io.heddle.autoconfigure.named.InvalidRunOnException;
import io.heddle.autoconfigure.named.RunOnRoute;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RunOn;
import io.heddle.executor.TaskOptions;

/**
 * Knows, and remembers, how each method with {@link RunOn} is to be run.
 */
class RunOnOperations {

	private final ConfigurableListableBeanFactory beanFactory;

	private final AnnotationAttributes attributes;

	private final SingletonSupplier<List<RunOnRoute>> routes;

	private final Map<MethodClassKey, RunOnOperation> operations = new ConcurrentHashMap<>();

	RunOnOperations(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.attributes = new AnnotationAttributes(beanFactory, "@RunOn", InvalidRunOnException::new);
		this.routes = SingletonSupplier
			.of(() -> beanFactory.getBeanProvider(RunOnRoute.class).orderedStream().toList());
	}

	/**
	 * Return how a method is to be run.
	 * @param method the method
	 * @param targetClass the class of the bean
	 * @return the operation
	 * @throws InvalidRunOnException if the annotation cannot work
	 */
	RunOnOperation get(Method method, Class<?> targetClass) {
		MethodClassKey key = new MethodClassKey(method, targetClass);
		RunOnOperation operation = this.operations.get(key);
		if (operation == null) {
			operation = create(method, targetClass);
			this.operations.put(key, operation);
		}
		return operation;
	}

	private RunOnOperation create(Method method, Class<?> targetClass) {
		Class<?> userClass = ClassUtils.getUserClass(targetClass);
		Method specific = AopUtils.getMostSpecificMethod(method, userClass);
		RunOn runOn = RunOnAnnotations.find(method, userClass);
		if (runOn == null) {
			throw new IllegalStateException("No @RunOn on " + specific);
		}
		String place = describe(specific);
		String name = this.attributes.text(runOn.value(), "value", place);
		Supplier<NamedExecutor> executor = executor(name, place);
		String label = this.attributes.text(runOn.label(), "label", place);
		if (!StringUtils.hasText(label)) {
			Class<?> named = InterceptedMethods.hasInterfacesOnly(userClass) ? method.getDeclaringClass() : userClass;
			label = named.getSimpleName() + "." + specific.getName();
		}
		TaskOptions options = TaskOptions.of().timeout(this.attributes.timeout(runOn.timeout(), place));
		return new RunOnOperation(executor, call(name, specific, userClass, place),
				new RunOnTaskOptions(options, label, specific));
	}

	private RunOnRoute.Call call(String name, Method method, Class<?> userClass, String place) {
		for (RunOnRoute route : this.routes.obtain()) {
			RunOnRoute.Call call = route.route(name, method, userClass, place);
			if (call != null) {
				return call;
			}
		}
		RunOnResult result = RunOnResult.of(method.getReturnType());
		if (result == null) {
			throw new InvalidRunOnException(
					"@RunOn on " + place + " cannot work, because the method returns "
							+ method.getReturnType().getName() + ".",
					"Return void, Future, CompletionStage, CompletableFuture or, with Reactor on the class path, a "
							+ "reactive type such as Mono or Flux.");
		}
		return (executor, invocation, beanName, options) -> result.submit(executor.get(), invocation, options);
	}

	static String describe(Method method) {
		return InterceptedMethods.describe(method);
	}

	private Supplier<NamedExecutor> executor(String name, String place) {
		if (!StringUtils.hasText(name)) {
			throw new InvalidRunOnException("@RunOn on " + place + " names no executor.",
					"Write the name of an executor configured below '" + ExecutorPropertiesBinder.ENTRIES
							+ "', as in @RunOn(\"mail\").");
		}
		if (this.beanFactory.containsBean(name)) {
			if (this.beanFactory.isTypeMatch(name, NamedExecutor.class)) {
				return SingletonSupplier.of(() -> this.beanFactory.getBean(name, NamedExecutor.class));
			}
			if (this.beanFactory.isTypeMatch(name, Executor.class)) {
				throw new InvalidRunOnException(
						"@RunOn(\"" + name + "\") on " + place + " names a bean that is an executor but not one of "
								+ "Heddle's.",
						"Use @Async(\"" + name + "\"), or define an executor of another name below '"
								+ ExecutorPropertiesBinder.ENTRIES + "' and name that one.");
			}
		}
		throw unknown(name, place);
	}

	private InvalidRunOnException unknown(String name, String place) {
		List<String> names = Arrays
			.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, NamedExecutor.class, true,
					false))
			.sorted()
			.toList();
		String message = "@RunOn(\"" + name + "\") on " + place + " names an executor that does not exist";
		String define = "efine one below '" + ExecutorPropertiesBinder.key(name) + "'.";
		if (names.isEmpty()) {
			return new InvalidRunOnException(message + ": no executors are configured.", "D" + define);
		}
		String closest = ClosestName.of(name, names);
		return new InvalidRunOnException(message + ".", ((closest != null) ? "Did you mean '" + closest + "'? " : "")
				+ "The executors are: " + String.join(", ", names) + ". Correct the name, or d" + define);
	}

}
