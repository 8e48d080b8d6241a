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

package io.heddle.queue;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls a method of a Spring bean with each item of a named queue, on threads of its own
 * that start and stop with the application context. The method takes the item as its only
 * argument. Everything is checked when the application starts: the name of the queue, the
 * concurrency and the method, which must not be private or static.
 * <p>
 * When the method has returned, or has thrown, the item is
 * {@linkplain NamedQueue#taskDone() done}. If it returns a
 * {@link java.util.concurrent.Future}, a {@link java.util.concurrent.CompletionStage} or,
 * with Reactor, a reactive type such as {@code Mono}, which is then subscribed to, its
 * thread waits for the end of that first. An exception goes to the
 * {@code UncaughtTaskExceptionHandler} bean, or else to the log, and the listener goes on
 * with the next item. When the context stops, the listener ends after the item in hand.
 * <p>
 * If the first item cannot be taken, because its delay or its order cannot be told, this
 * exception goes the same way, and the listener tries again after a pause.
 * <p>
 * The method sees the context (context variables, the MDC, and all that is registered
 * with Micrometer's context-propagation) that the thread had which put the item, unless
 * the queue does not propagate it. What it sets is gone with the item, and so is its
 * {@link io.heddle.sync.ThreadData}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface QueueListener {

	/**
	 * The name of the queue. Placeholders such as <code>${queue}</code> are resolved.
	 * @return the name of the queue
	 */
	String value();

	/**
	 * How many items are handled at once, at most. Placeholders are resolved.
	 * @return a number from 1 to 1024
	 */
	String concurrency() default "1";

}
