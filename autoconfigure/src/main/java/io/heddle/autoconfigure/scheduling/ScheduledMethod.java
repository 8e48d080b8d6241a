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

package io.heddle.autoconfigure.scheduling;

import java.lang.reflect.Method;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.Schedules;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

import io.heddle.scheduling.TaskId;

/**
 * The method behind a task, found by the text of the task, for Spring does not tell it
 * otherwise. A task that is no method has its text, or its class, as its identifier.
 */
final class ScheduledMethod {

	/** What is added to the class of a lambda or proxy, and by Object#toString. **/
	private static final Pattern GENERATED = Pattern.compile("\\$\\$(SpringCGLIB|EnhancerBySpring\\w+|FastClassBy\\w+)"
			+ "\\$\\$[0-9a-f]*|(?<=\\$\\$Lambda)[$/][\\w/]*|@[0-9a-f]+$");

	/** What has no text of its own. **/
	private static final String UNNAMED = "unnamed";

	private final String text;

	private final UnaryOperator<@Nullable String> placeholders;

	private final @Nullable Method method;

	/**
	 * Find the method of a task.
	 * @param task the task
	 * @param classLoader the loader of its class
	 * @param placeholders resolves placeholders and expressions
	 * @param targets finds the method behind that of an interface
	 */
	ScheduledMethod(Runnable task, @Nullable ClassLoader classLoader, UnaryOperator<@Nullable String> placeholders,
			UnaryOperator<Method> targets) {
		this.text = describe(task);
		this.placeholders = placeholders;
		Method called = find(this.text, classLoader);
		this.method = (called != null) ? targets.apply(called) : null;
	}

	/**
	 * Return what an object is called, without what differs from one start to the next.
	 * @param object the object
	 * @return its text
	 */
	static String describe(Object object) {
		String text = object.toString();
		return StringUtils.hasText(text) ? GENERATED.matcher(text).replaceAll("").replace("$$Lambda", ".lambda")
				: UNNAMED;
	}

	private static @Nullable Method find(String text, @Nullable ClassLoader classLoader) {
		int dot = text.lastIndexOf('.');
		try {
			Class<?> type = (dot > 0) ? ClassUtils.forName(text.substring(0, dot), classLoader) : null;
			return (type != null) ? find(type, text.substring(dot + 1)) : null;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return null;
		}
	}

	/**
	 * Only a suspending function of Kotlin has a parameter.
	 */
	private static @Nullable Method find(Class<?> type, String name) {
		Method method = ReflectionUtils.findMethod(type, name);
		return (method != null) ? method : ReflectionUtils.findMethod(type, name, (Class<?>[]) null);
	}

	String text() {
		return this.text;
	}

	/**
	 * Return the identifier of the task.
	 * @return that of {@link TaskId}, or else the text
	 */
	String id() {
		TaskId given = (this.method != null) ? AnnotatedElementUtils.findMergedAnnotation(this.method, TaskId.class)
				: null;
		return (given != null && StringUtils.hasText(given.value())) ? given.value() : this.text;
	}

	/**
	 * Return the time zone of a cron expression, which its trigger does not tell.
	 * @param trigger the trigger
	 * @return the zone, or {@code null} if it is that of the clock or not known
	 */
	@Nullable ZoneId zone(CronTrigger trigger) {
		if (this.method == null) {
			return null;
		}
		return AnnotatedElementUtils.getMergedRepeatableAnnotations(this.method, Scheduled.class, Schedules.class)
			.stream()
			.map((scheduled) -> zone(scheduled, trigger))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private @Nullable ZoneId zone(Scheduled scheduled, CronTrigger trigger) {
		String zone = this.placeholders.apply(scheduled.zone());
		String cron = this.placeholders.apply(scheduled.cron());
		if (!StringUtils.hasText(zone) || !StringUtils.hasText(cron) || Scheduled.CRON_DISABLED.equals(cron)) {
			return null;
		}
		ZoneId id = StringUtils.parseTimeZoneString(zone).toZoneId();
		return new CronTrigger(cron, id).equals(trigger) ? id : null;
	}

}
