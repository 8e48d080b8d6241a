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

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

import io.heddle.autoconfigure.named.AnnotatedMethods;
import io.heddle.autoconfigure.named.AnnotationAttributes;
import io.heddle.autoconfigure.named.ClosestName;
import io.heddle.autoconfigure.named.InterceptedMethods;
import io.heddle.sync.Locked;
import io.heddle.sync.Permit;
import io.heddle.sync.Synchronizer;

/**
 * An annotation that lets the thread of a call hold something.
 *
 * @param <A> the type of the annotation
 */
final class GuardAnnotation<A extends Annotation> {

	private final Class<A> annotation;

	private final SynchronizerKind<?, ?> kind;

	private final Function<A, String> value;

	private final Function<A, String> timeout;

	private final AnnotatedMethods<A> methods;

	private GuardAnnotation(Class<A> annotation, SynchronizerKind<?, ?> kind, Function<A, String> value,
			Function<A, String> timeout) {
		this.annotation = annotation;
		this.kind = kind;
		this.value = value;
		this.timeout = timeout;
		this.methods = new AnnotatedMethods<>(annotation);
	}

	static GuardAnnotation<Locked> locked() {
		return new GuardAnnotation<>(Locked.class, LockConfiguration.KIND, Locked::value, Locked::timeout);
	}

	static GuardAnnotation<Permit> permit() {
		return new GuardAnnotation<>(Permit.class, SemaphoreConfiguration.KIND, Permit::value, Permit::timeout);
	}

	boolean isCandidate(Class<?> type) {
		return this.methods.isCandidate(type);
	}

	boolean isOn(Method method, Class<?> targetClass) {
		return this.methods.find(method, targetClass) != null;
	}

	/**
	 * Return what finds the methods of a class.
	 * @param proxyTargetClass whether proxies extend the class of a bean
	 * @return what checks that they can be intercepted
	 */
	InterceptedMethods<A> intercepted(boolean proxyTargetClass) {
		String otherWay = "take the " + noun() + " by try (var held = " + noun() + ".hold()) {...}";
		return new InterceptedMethods<>(this.annotation, proxyTargetClass, otherWay,
				InvalidSynchronizationException::new);
	}

	/**
	 * Return what a method needs.
	 * @param method the method
	 * @param userClass the class of the bean
	 * @param beanFactory has the locks and semaphores
	 * @return what is to be held, or {@code null} if the annotation is not there
	 * @throws InvalidSynchronizationException if the annotation cannot work
	 */
	@Nullable Guard guard(Method method, Class<?> userClass, ConfigurableListableBeanFactory beanFactory) {
		A found = this.methods.find(method, userClass);
		if (found == null) {
			return null;
		}
		AnnotationAttributes attributes = new AnnotationAttributes(beanFactory, name(),
				InvalidSynchronizationException::new);
		String place = InterceptedMethods.describe(AopUtils.getMostSpecificMethod(method, userClass));
		String synchronizer = attributes.text(this.value.apply(found), "value", place);
		check(synchronizer, place, beanFactory);
		return new Guard(synchronizer, place,
				SingletonSupplier.of(() -> (Synchronizer) beanFactory.getBean(synchronizer, this.kind.type())),
				attributes.timeout(this.timeout.apply(found), place));
	}

	private void check(String synchronizer, String place, ConfigurableListableBeanFactory beanFactory) {
		if (!StringUtils.hasText(synchronizer)) {
			throw new InvalidSynchronizationException(name() + " on " + place + " names no " + noun() + ".",
					"Write the name of a " + noun() + " configured below '" + this.kind.beans().entries() + "'.");
		}
		if (beanFactory.containsBean(synchronizer)) {
			if (beanFactory.isTypeMatch(synchronizer, this.kind.type())) {
				return;
			}
			throw new InvalidSynchronizationException(
					name() + "(\"" + synchronizer + "\") on " + place + " names a bean that is no named " + noun()
							+ " but a " + beanFactory.getType(synchronizer) + ".",
					"Configure a " + noun() + " of another name below '" + this.kind.beans().entries()
							+ "' and name that one.");
		}
		throw unknown(synchronizer, place, beanFactory);
	}

	private InvalidSynchronizationException unknown(String synchronizer, String place,
			ConfigurableListableBeanFactory beanFactory) {
		List<String> names = Arrays
			.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, this.kind.type(), true, false))
			.sorted()
			.toList();
		String closest = ClosestName.of(synchronizer, names);
		return new InvalidSynchronizationException(
				name() + "(\"" + synchronizer + "\") on " + place + " names a " + noun() + " that does not exist.",
				((closest != null) ? "Did you mean '" + closest + "'? " : "")
						+ (names.isEmpty() ? "There are no " + noun() + "s. "
								: "The " + noun() + "s are: " + String.join(", ", names) + ". ")
						+ "Correct the name, or define one below '" + this.kind.beans().key(synchronizer) + "'.");
	}

	private String name() {
		return "@" + this.annotation.getSimpleName();
	}

	private String noun() {
		return this.kind.beans().noun();
	}

}
