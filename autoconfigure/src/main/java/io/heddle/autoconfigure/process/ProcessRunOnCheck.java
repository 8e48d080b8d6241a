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

package io.heddle.autoconfigure.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.springframework.core.ResolvableType;

import io.heddle.autoconfigure.named.AnnotatedMethods;
import io.heddle.autoconfigure.named.InvalidRunOnException;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.sync.Locked;
import io.heddle.sync.Permit;

/**
 * Checks, as far as types tell, that the calls of a method can travel to a worker.
 */
class ProcessRunOnCheck {

	private static final Set<Class<?>> FUTURES = Set.of(Future.class, CompletionStage.class, CompletableFuture.class);

	/** Types that no implementation of makes serializable. **/
	private static final Set<Class<?>> NEVER = Set.of(InputStream.class, OutputStream.class);

	private final Method method;

	private final Class<?> userClass;

	private final String place;

	ProcessRunOnCheck(Method method, Class<?> userClass, String place) {
		this.method = method;
		this.userClass = userClass;
		this.place = place;
	}

	void verifyReturnType() {
		Class<?> type = this.method.getReturnType();
		if (type != void.class && !FUTURES.contains(type)) {
			throw new InvalidRunOnException("@RunOn on " + this.place
					+ " cannot work on a process pool, because the method returns " + type.getName() + ".",
					"Return void, Future, CompletionStage or CompletableFuture.");
		}
	}

	/**
	 * A worker has locks of its own, if any: to hold one there would keep nobody out.
	 */
	void verifyNotGuarded() {
		verifyNotGuarded(Locked.class, "lock");
		verifyNotGuarded(Permit.class, "permit");
	}

	private void verifyNotGuarded(Class<? extends Annotation> annotation, String noun) {
		if (new AnnotatedMethods<>(annotation).find(this.method, this.userClass) != null) {
			throw new InvalidRunOnException(
					"@" + annotation.getSimpleName() + " on " + this.place
							+ " cannot work together with @RunOn on a process pool, because a worker JVM cannot hold a "
							+ noun + " of this JVM.",
					"Remove one of them. To bound how many calls run at once, set the size of the pool; to hold the "
							+ noun + " meanwhile, let a method with @" + annotation.getSimpleName()
							+ " call this one and wait for its future.");
		}
	}

	void verifyTypes() {
		forEachType((type) -> {
			if (isNeverSerializable(type)) {
				throw new InvalidRunOnException(
						"@RunOn on " + this.place + " cannot work on a process pool, because a " + type.getName()
								+ " is not serializable.",
						"Use a type that is: a primitive, a String, a Path, an array, or a record that implements "
								+ "java.io.Serializable.");
			}
		});
	}

	private static boolean isNeverSerializable(Class<?> type) {
		if (NEVER.contains(type)) {
			return true;
		}
		boolean concrete = !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
		return concrete && type != Object.class && type != Void.class && !Serializable.class.isAssignableFrom(type);
	}

	void verifyAllowed(NamedEntry<ProcessPoolProperties> entry, List<String> patterns) {
		AllowedTypes allowed = new AllowedTypes(patterns);
		forEachType((type) -> {
			boolean concrete = !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
			if (concrete && !type.getName().startsWith("java.") && !allowed.contains(type)) {
				throw new InvalidRunOnException(
						"@RunOn on " + this.place + " cannot work, because " + type.getName()
								+ " is not on the allow-list of " + entry.describe() + ".",
						"Add the class or its package to '" + entry.key("serialization.allow") + "'"
								+ (entry.properties().getSerialization().getAllow().isEmpty()
										? ", together with the packages of the application." : "."));
			}
		});
	}

	/**
	 * Without a context a worker makes the object itself.
	 */
	void verifyInstantiable(NamedEntry<ProcessPoolProperties> entry) {
		String reason = null;
		if (this.userClass.isInterface() || Modifier.isAbstract(this.userClass.getModifiers())) {
			reason = "is abstract";
		}
		else if (this.userClass.getEnclosingClass() != null && !Modifier.isStatic(this.userClass.getModifiers())) {
			reason = "is an inner class";
		}
		else if (List.of(this.userClass.getDeclaredConstructors())
			.stream()
			.noneMatch((constructor) -> constructor.getParameterCount() == 0)) {
			reason = "has no constructor without arguments";
		}
		if (reason != null) {
			throw new InvalidRunOnException(
					"@RunOn on " + this.place + " cannot work, because " + entry.describe()
							+ " has no 'sources', so its workers make the object themselves, and "
							+ this.userClass.getName() + " " + reason + ".",
					"Name the configuration classes of the workers in '" + entry.key("sources")
							+ "', or give the class a constructor without arguments.");
		}
	}

	private void forEachType(Consumer<Class<?>> check) {
		for (int i = 0; i < this.method.getParameterCount(); i++) {
			forEachType(ResolvableType.forMethodParameter(this.method, i, this.userClass), check);
		}
		ResolvableType result = ResolvableType.forMethodReturnType(this.method, this.userClass);
		for (ResolvableType generic : result.getGenerics()) {
			forEachType(generic, check);
		}
	}

	private void forEachType(ResolvableType type, Consumer<Class<?>> check) {
		if (type.isArray()) {
			forEachType(type.getComponentType(), check);
			return;
		}
		Class<?> resolved = type.resolve();
		if (resolved != null && !resolved.isPrimitive()) {
			check.accept(resolved);
			for (ResolvableType generic : type.getGenerics()) {
				forEachType(generic, check);
			}
		}
	}

}
