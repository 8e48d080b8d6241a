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

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.Order;

import io.heddle.executor.NamedExecutor;

/**
 * Explains that a named executor can only be injected by its qualifier.
 */
@Order(0)
class MissingQualifierFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

	private final BeanFactory beanFactory;

	MissingQualifierFailureAnalyzer(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		InjectionPoint injectionPoint = injectionPoint(rootFailure);
		List<String> names = names();
		if (injectionPoint == null || names.isEmpty() || !isExecutor(cause)) {
			return null;
		}
		String point = name(injectionPoint);
		boolean executorOnly = !isNamedExecutor(cause);
		String qualifier = qualifier(injectionPoint);
		if (executorOnly && qualifier == null && !names.contains(point)) {
			return null;
		}
		String description = String.format(
				"%s needs an executor, and named executors are injected by their qualifier " + "only. %s",
				injectionPoint,
				(qualifier != null) ? "There is no executor named '" + qualifier + "'." : "It has no qualifier.");
		return new FailureAnalysis(description, action((qualifier != null) ? qualifier : point, names), cause);
	}

	private String action(@Nullable String wanted, List<String> names) {
		String closest = (wanted != null) ? ClosestName.of(wanted, names) : null;
		if (closest == null && names.size() == 1) {
			closest = names.get(0);
		}
		String first = (closest != null) ? "Annotate it with @Qualifier(\"" + closest + "\")."
				: "Annotate it with @Qualifier and the name of an executor, for example @Qualifier(\"" + names.get(0)
						+ "\").";
		return first + " The executors are: " + String.join(", ", names) + ".";
	}

	private boolean isExecutor(NoSuchBeanDefinitionException cause) {
		Class<?> type = cause.getBeanType();
		return type != null && (isNamedExecutor(cause) || UnqualifiedExecutorCheck.isExecutor(type));
	}

	private boolean isNamedExecutor(NoSuchBeanDefinitionException cause) {
		return cause.getBeanType() == NamedExecutor.class;
	}

	private List<String> names() {
		if (this.beanFactory instanceof ConfigurableListableBeanFactory listable) {
			return Arrays.stream(listable.getBeanDefinitionNames())
				.filter((name) -> ExecutorBeanDefinitions.isNamedExecutor(listable.getBeanDefinition(name)))
				.toList();
		}
		return List.of();
	}

	private @Nullable InjectionPoint injectionPoint(Throwable failure) {
		InjectionPoint innermost = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnsatisfiedDependencyException unsatisfied) {
				innermost = unsatisfied.getInjectionPoint();
			}
		}
		return innermost;
	}

	private @Nullable String name(InjectionPoint injectionPoint) {
		if (injectionPoint.getField() != null) {
			return injectionPoint.getField().getName();
		}
		MethodParameter parameter = injectionPoint.getMethodParameter();
		return (parameter != null) ? parameter.getParameter().getName() : null;
	}

	private @Nullable String qualifier(InjectionPoint injectionPoint) {
		return MergedAnnotations.from(injectionPoint.getAnnotations())
			.get(Qualifier.class)
			.getValue("value", String.class)
			.orElse(null);
	}

}
