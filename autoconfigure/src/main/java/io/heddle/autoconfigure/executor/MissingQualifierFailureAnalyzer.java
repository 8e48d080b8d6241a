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
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import io.heddle.autoconfigure.named.ClosestName;
import io.heddle.autoconfigure.named.NamedBeanKind;
import io.heddle.autoconfigure.named.NamedBeanRegistrar;
import io.heddle.executor.NamedExecutor;
import io.heddle.process.ProcessPool;

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
		List<String> names = names(cause.getBeanType());
		if (injectionPoint == null || names.isEmpty() || !isExecutor(cause)) {
			return null;
		}
		String point = name(injectionPoint);
		boolean executorOnly = !isNamedExecutor(cause);
		String qualifier = qualifier(injectionPoint);
		if (executorOnly && qualifier == null && !names.contains(point)) {
			return null;
		}
		String noun = noun(cause.getBeanType());
		String description = String.format("%s needs a%s, and named %ss are injected by their qualifier only. %s",
				injectionPoint, (noun.startsWith("e") ? "n " : " ") + noun, noun,
				(qualifier != null) ? "There is no " + noun + " named '" + qualifier + "'." : "It has no qualifier.");
		return new FailureAnalysis(description, action((qualifier != null) ? qualifier : point, names, noun), cause);
	}

	private String noun(@Nullable Class<?> type) {
		if (type != null && UnqualifiedExecutorCheck.isScheduler(type)) {
			return "scheduler";
		}
		return (type == ProcessPool.class) ? "process pool" : "executor";
	}

	private String action(@Nullable String wanted, List<String> names, String noun) {
		String closest = (wanted != null) ? ClosestName.of(wanted, names) : null;
		if (closest == null && names.size() == 1) {
			closest = names.get(0);
		}
		String first = (closest != null) ? "Annotate it with @Qualifier(\"" + closest + "\")."
				: "Annotate it with @Qualifier and one of the names, for example @Qualifier(\"" + names.get(0) + "\").";
		return first + " The " + noun + "s are: " + String.join(", ", names) + ".";
	}

	private boolean isExecutor(NoSuchBeanDefinitionException cause) {
		Class<?> type = cause.getBeanType();
		return type != null && (isNamedExecutor(cause) || UnqualifiedExecutorCheck.isExecutor(type));
	}

	private boolean isNamedExecutor(NoSuchBeanDefinitionException cause) {
		return cause.getBeanType() == NamedExecutor.class || cause.getBeanType() == ProcessPool.class;
	}

	private List<String> names(@Nullable Class<?> type) {
		if (type != null && this.beanFactory instanceof ConfigurableListableBeanFactory listable) {
			return Arrays.stream(listable.getBeanDefinitionNames())
				.filter((name) -> isNamed(listable.getBeanDefinition(name), type))
				.toList();
		}
		return List.of();
	}

	private boolean isNamed(BeanDefinition definition, Class<?> type) {
		NamedBeanKind<?> kind = NamedBeanRegistrar.kindOf(definition);
		return kind != null && (type.isAssignableFrom(kind.beanType()) || type == SimpleAsyncTaskExecutor.class);
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
