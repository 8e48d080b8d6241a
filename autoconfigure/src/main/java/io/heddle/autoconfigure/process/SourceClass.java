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

import java.io.IOException;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportResource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * A class that the context of a worker is to start from. It is looked at without being
 * loaded.
 *
 * @param name the name of the class
 */
record SourceClass(String name) {

	private static final List<Class<?>> ANNOTATIONS = List.of(Component.class, Import.class, ImportResource.class,
			ComponentScan.class);

	/**
	 * Return whether there is such a class.
	 * @return whether it can be found
	 */
	boolean exists() {
		ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
		return classLoader == null || classLoader.getResource(this.name.replace('.', '/') + ".class") != null
				|| ClassUtils.isPresent(this.name, classLoader);
	}

	/**
	 * Return whether Spring takes beans from the class: it is a component, a
	 * configuration included, or has methods or annotations of one.
	 * @return whether it does, also if that cannot be told
	 */
	boolean hasBeans() {
		try {
			AnnotationMetadata metadata = new SimpleMetadataReaderFactory(ClassUtils.getDefaultClassLoader())
				.getMetadataReader(this.name)
				.getAnnotationMetadata();
			return ANNOTATIONS.stream().anyMatch((annotation) -> metadata.isAnnotated(annotation.getName()))
					|| metadata.hasAnnotatedMethods(Bean.class.getName());
		}
		catch (IOException | RuntimeException ex) {
			// the worker finds out
			return true;
		}
	}

}
