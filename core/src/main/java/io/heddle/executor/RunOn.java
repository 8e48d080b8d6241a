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

package io.heddle.executor;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method of a Spring bean on a named executor. On a type it holds for all public
 * methods that the type declares. Everything is checked when the application starts: the
 * name of the executor, the return type, the timeout, and that a proxy can see the method
 * (it must not be private, static or final).
 * <p>
 * The method may return:
 * <ul>
 * <li>{@code void}; an exception goes to the {@link UncaughtTaskExceptionHandler} of the
 * executor, which logs it unless a bean of that type says otherwise,</li>
 * <li>{@link java.util.concurrent.Future}, {@link java.util.concurrent.CompletionStage}
 * or {@link java.util.concurrent.CompletableFuture}; the caller gets the future of the
 * task, whose {@code cancel(true)} interrupts the method while it runs. The method itself
 * returns a completed future, or one that its thread then waits for,</li>
 * <li>a reactive type such as {@code Mono} or {@code Flux}, if Reactor is on the class
 * path: each subscription calls the method and subscribes to what it returns on the
 * executor, and the end of the subscription cancels the task.</li>
 * </ul>
 * <p>
 * Only calls from outside of the bean go through its proxy: a bean that calls its own
 * method runs it on the calling thread. If the executor does not accept the task, the
 * call throws a {@link java.util.concurrent.RejectedExecutionException}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RunOn {

	/**
	 * The name of the executor. Placeholders such as <code>${pool}</code> are resolved.
	 * @return the name of the executor
	 */
	String value();

	/**
	 * How long the method may run before it is interrupted and marked timed out, such as
	 * {@code "30s"} or {@code "PT30S"}; by default the executor's own limit. Placeholders
	 * are resolved.
	 * @return the timeout
	 */
	String timeout() default "";

	/**
	 * The name to show for the task; by default the class and the method, as in
	 * {@code MailService.send}. Placeholders are resolved, and <code>{0}</code> or
	 * <code>{recipient}</code> is replaced by the argument of that index or name.
	 * @return the label
	 */
	String label() default "";

}
