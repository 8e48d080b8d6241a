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
import java.util.Arrays;
import java.util.Set;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * A field or parameter into which Spring injects something.
 *
 * @param declaringClass the class that has it
 * @param noun what it is called
 * @param name its name
 * @param type its type
 * @param element what has its annotations
 * @param required whether the start fails without it
 */
record InjectedValue(Class<?> declaringClass, String noun, String name, ResolvableType type, AnnotatedElement element,
		boolean required) {

	private static final Set<String> QUALIFIER_ANNOTATIONS = Set.of(Qualifier.class.getName(),
			"org.springframework.beans.factory.annotation.Value", "jakarta.inject.Qualifier", "jakarta.inject.Named");

	private static final Set<String> INJECTION_ANNOTATIONS = Set.of(Autowired.class.getName(), "jakarta.inject.Inject");

	/** All that Spring fills with what it finds, be it nothing. **/
	private static final Set<String> CONTAINERS = Set.of("java.util.Collection", "java.util.List", "java.util.Set",
			"java.util.Map", "java.util.Optional", "java.util.stream.Stream",
			"org.springframework.beans.factory.ObjectProvider", "org.springframework.beans.factory.ObjectFactory",
			"jakarta.inject.Provider");

	boolean isQualified() {
		return hasAnnotation(this.element, QUALIFIER_ANNOTATIONS);
	}

	/**
	 * Return whether it stays empty, without a word, if there is no bean for it.
	 * @return whether it may be empty
	 */
	boolean mayBeEmpty() {
		return !this.required || isContainer();
	}

	private boolean isContainer() {
		return this.type.isArray() || CONTAINERS.contains(this.type.toClass().getName());
	}

	/**
	 * Return the type of the beans that are wanted.
	 * @return the type of the value or, of one that holds others, of those
	 */
	Class<?> beanType() {
		if (this.type.isArray()) {
			return this.type.getComponentType().toClass();
		}
		if (!isContainer() || !this.type.hasGenerics()) {
			return this.type.toClass();
		}
		ResolvableType[] generics = this.type.getGenerics();
		return generics[generics.length - 1].toClass();
	}

	static boolean isInjected(AnnotatedElement element) {
		return hasAnnotation(element, INJECTION_ANNOTATIONS);
	}

	static boolean isRequired(AnnotatedElement element) {
		MergedAnnotation<Autowired> autowired = MergedAnnotations.from(element).get(Autowired.class);
		return !autowired.isPresent() || autowired.getBoolean("required");
	}

	private static boolean hasAnnotation(AnnotatedElement element, Set<String> types) {
		return Arrays.stream(element.getAnnotations()).findAny().isPresent() && MergedAnnotations.from(element)
			.stream()
			.map(MergedAnnotation::getType)
			.map(Class<? extends Annotation>::getName)
			.anyMatch(types::contains);
	}

}
