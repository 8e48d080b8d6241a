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

package io.heddle.sync;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method of a Spring bean while its thread holds a named lock. On a type it holds
 * for all public methods that the type declares. Where the method runs on an executor,
 * the thread of the executor takes the lock.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Locked {

	/**
	 * The name of the lock. Placeholders such as <code>${lock}</code> are resolved.
	 * @return the name of the lock
	 */
	String value();

	/**
	 * How long to wait for the lock at most, such as {@code "30s"} or {@code "PT30S"}; by
	 * default without limit. Placeholders are resolved.
	 * @return the timeout
	 */
	String timeout() default "";

}
