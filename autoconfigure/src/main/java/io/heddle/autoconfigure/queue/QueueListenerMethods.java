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

package io.heddle.autoconfigure.queue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.scheduling.annotation.Async;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import io.heddle.autoconfigure.named.BeanClasses;
import io.heddle.autoconfigure.named.ClosestName;
import io.heddle.executor.RunOn;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.QueueListener;

/**
 * Finds the methods with {@link QueueListener} of all beans, having checked that each can
 * work.
 */
class QueueListenerMethods {

	private static final int MOST_THREADS = 1024;

	private final ConfigurableListableBeanFactory beanFactory;

	QueueListenerMethods(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Find the methods.
	 * @return the methods
	 * @throws InvalidQueueListenerException for the first one that cannot work
	 */
	List<QueueListenerMethod> find() {
		List<QueueListenerMethod> methods = new ArrayList<>();
		new BeanClasses(this.beanFactory).all().forEach((beanName, type) -> {
			if (!ScopedProxyUtils.isScopedTarget(beanName)
					&& AnnotationUtils.isCandidateClass(type, QueueListener.class)) {
				find(beanName, ClassUtils.getUserClass(type), methods);
			}
		});
		return methods;
	}

	private void find(String beanName, Class<?> type, Collection<QueueListenerMethod> methods) {
		MethodIntrospector
			.selectMethods(type,
					(MethodIntrospector.MetadataLookup<QueueListener>) (method) -> AnnotatedElementUtils
						.findMergedAnnotation(method, QueueListener.class))
			.forEach((method, listener) -> methods.add(check(beanName, type, method, listener)));
	}

	private QueueListenerMethod check(String beanName, Class<?> type, Method method, QueueListener listener) {
		String place = type.getName() + "." + method.getName();
		checkNot(Modifier.isPrivate(method.getModifiers()), place, "private");
		checkNot(Modifier.isStatic(method.getModifiers()), place, "static");
		if (method.getParameterCount() != 1) {
			throw invalid(place, "has " + method.getParameterCount() + " parameters",
					"Give it just one: the item, as in void " + method.getName() + "(Order order).");
		}
		if (method.getReturnType() == void.class && (isRunOn(method, type) || isAnnotated(method, type, Async.class))) {
			throw invalid(place, "returns before it has handled the item, for it runs on an executor too",
					"Remove @RunOn or @Async, or return a future, which is then waited for.");
		}
		String queue = resolve(listener.value(), "value", place);
		checkQueue(queue, place);
		return new QueueListenerMethod(beanName, method, type.getSimpleName() + "." + method.getName(), queue,
				concurrency(resolve(listener.concurrency(), "concurrency", place), place));
	}

	/**
	 * On a type, the annotation holds for its public methods.
	 */
	private boolean isRunOn(Method method, Class<?> type) {
		return Modifier.isPublic(method.getModifiers()) ? isAnnotated(method, type, RunOn.class)
				: AnnotatedElementUtils.hasAnnotation(method, RunOn.class);
	}

	private boolean isAnnotated(Method method, Class<?> type, Class<? extends Annotation> annotation) {
		return AnnotatedElementUtils.hasAnnotation(method, annotation)
				|| AnnotatedElementUtils.hasAnnotation(type, annotation);
	}

	private void checkNot(boolean invalid, String place, String modifier) {
		if (invalid) {
			throw invalid(place, "is " + modifier, "Remove '" + modifier + "' from the method.");
		}
	}

	private static InvalidQueueListenerException invalid(String place, String reason, String action) {
		return new InvalidQueueListenerException(
				"@QueueListener on " + place + " cannot work, because the method " + reason + ".", action);
	}

	private String resolve(String text, String attribute, String place) {
		try {
			String resolved = this.beanFactory.resolveEmbeddedValue(text);
			return (resolved != null) ? resolved : "";
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidQueueListenerException(
					"@QueueListener on " + place + " has the " + attribute + " '" + text
							+ "', which cannot be resolved: " + ex.getMessage(),
					"Set the property that the placeholder names, or give it a default as in '${name:default}'.");
		}
	}

	private int concurrency(String text, String place) {
		try {
			int concurrency = Integer.parseInt(text.trim());
			if (concurrency >= 1 && concurrency <= MOST_THREADS) {
				return concurrency;
			}
		}
		catch (NumberFormatException ex) {
			// Falls through to the message
		}
		throw new InvalidQueueListenerException(
				"@QueueListener on " + place + " has the concurrency '" + text + "', which is not a number from 1 to "
						+ MOST_THREADS + ".",
				"Set it to the most items that are to be handled at once, as in concurrency = \"4\".");
	}

	private void checkQueue(String name, String place) {
		if (!StringUtils.hasText(name)) {
			throw new InvalidQueueListenerException("@QueueListener on " + place + " names no queue.",
					"Write the name of a queue configured below '" + QueuePropertiesBinder.KIND.entries()
							+ "', as in @QueueListener(\"orders\").");
		}
		if (this.beanFactory.containsBean(name)) {
			if (this.beanFactory.isTypeMatch(name, NamedQueue.class)) {
				return;
			}
			throw new InvalidQueueListenerException(
					"@QueueListener(\"" + name + "\") on " + place + " names a bean that is no named queue but a "
							+ this.beanFactory.getType(name) + ".",
					"Configure a queue of another name below '" + QueuePropertiesBinder.KIND.entries()
							+ "' and name that one.");
		}
		List<String> names = List
			.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, NamedQueue.class, true, false));
		String closest = ClosestName.of(name, names);
		throw new InvalidQueueListenerException(
				"@QueueListener(\"" + name + "\") on " + place + " names a queue that does not exist.",
				((closest != null) ? "Did you mean '" + closest + "'? " : "")
						+ (names.isEmpty() ? "There are no queues. "
								: "The queues are: " + String.join(", ", names) + ". ")
						+ "Configure it below '" + QueuePropertiesBinder.KIND.key(name) + "', or correct the name.");
	}

}
