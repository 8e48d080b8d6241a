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

package io.heddle.context;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Finds the static field that holds a variable. Unlike the name of a variable, that of a
 * field is there once only, and means the same in each JVM that has the class.
 */
final class StaticFieldName {

	private StaticFieldName() {
	}

	/**
	 * Return the name of the field that holds a variable.
	 * @param variable the variable
	 * @param type the class that made it
	 * @return the name with that of the class, or an empty string if there is none
	 */
	static String of(ContextVar<?> variable, Class<?> type) {
		if (type.isHidden()) {
			// its name is made up anew in each JVM
			return "";
		}
		try {
			for (Field field : type.getDeclaredFields()) {
				if (holds(field, variable)) {
					return type.getName() + "." + field.getName();
				}
			}
		}
		catch (ReflectiveOperationException | LinkageError ex) {
			// a field that cannot be read names nothing
		}
		return "";
	}

	private static boolean holds(Field field, ContextVar<?> variable) throws IllegalAccessException {
		return Modifier.isStatic(field.getModifiers()) && field.getType() == ContextVar.class
				&& field.trySetAccessible() && field.get(null) == variable;
	}

}
