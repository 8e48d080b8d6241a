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

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.system.JavaVersion;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.util.StringUtils;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.NamedEntryValidator;
import io.heddle.executor.ThreadKind;

/**
 * Checks the properties of one scheduler.
 */
class SchedulerEntryValidator extends NamedEntryValidator<SchedulerProperties> {

	/** What can be configured for a scheduler that is not one of Heddle's. **/
	private static final Set<String> KEYS_OF_EXTERNAL = Set.of("external", "stuck-after", "overdue-after",
			"failing-after");

	/** What can be added to a point in time. **/
	private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

	SchedulerEntryValidator(NamedEntry<SchedulerProperties> entry) {
		super(entry);
	}

	/**
	 * Return the settings if all properties are valid.
	 * @return the settings
	 * @throws InvalidPropertyException for the first invalid property
	 */
	SchedulerSettings validate() {
		validateName();
		validateExternal();
		validateThreads();
		validateLimits();
		checkShutdown(properties().getShutdown().getAwaitTermination(), properties().getShutdown().getPeriod());
		properties().getTasks().forEach(this::validateTask);
		return SchedulerSettings.of(entry().name(), properties());
	}

	private void validateExternal() {
		check(!entry().isDefaults() || !properties().isExternal(), "external", true,
				"only one scheduler at a time can be that of the application",
				"Move it to the entry of that scheduler in 'heddle.schedulers'.");
		boolean boot = entry().name().equals(SchedulerSettings.BOOT);
		if (boot || properties().isExternal()) {
			entry().explicit()
				.stream()
				.filter((key) -> !KEYS_OF_EXTERNAL.contains(key) && !key.startsWith("tasks"))
				.sorted()
				.findFirst()
				.ifPresent((key) -> check(false, key, null, boot
						? "it is the scheduler of Spring Boot, of which only tasks and their limits are configured here"
						: "'external' says that it is a bean of the application, of which only tasks and their "
								+ "limits are configured here",
						boot ? "Use the properties below 'spring.task.scheduling', or give the scheduler another name."
								: "Remove it, or remove '" + entry().key("external") + "'."));
		}
	}

	private void validateThreads() {
		Integer size = properties().getSize();
		check(size == null || size >= 1, "size", size, "a scheduler needs at least one thread", "Set it to 1 or more.");
		int priority = properties().getPriority();
		check(priority >= Thread.MIN_PRIORITY && priority <= Thread.MAX_PRIORITY, "priority", priority,
				"a thread priority lies between 1 and 10", "Set it to a number from 1 to 10.");
		checkText("thread-name-prefix", properties().getThreadNamePrefix());
		check(properties().getThreads() != ThreadKind.VIRTUAL
				|| JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE), "threads", "virtual",
				"virtual threads need Java 21 or later, and this is Java " + JavaVersion.getJavaVersion(),
				"Run the application on Java 21 or later, or set '" + entry().key("threads") + "' to 'platform'.");
	}

	private void validateLimits() {
		checkPositive("stuck-after", properties().getStuckAfter());
		Duration overdueAfter = properties().getOverdueAfter();
		check(!overdueAfter.isNegative(), "overdue-after", overdueAfter, "a time must not be negative",
				"Set it to a positive duration, for example '5m', or to zero for never.");
		int failingAfter = properties().getFailingAfter();
		check(failingAfter >= 0, "failing-after", failingAfter, "a number of failures cannot be negative",
				"Set it to 1 or more, or to 0 for never.");
	}

	private void validateTask(String id, SchedulerProperties.Task task) {
		String prefix = "tasks[" + id + "].";
		checkTask(!entry().isDefaults(), "tasks[" + id + "]", null, "a task belongs to one scheduler",
				"Move it below the entry of its scheduler in 'heddle.schedulers'.");
		String cron = task.getCron();
		checkTask(cron == null || CronExpression.isValidExpression(cron), prefix + "cron", cron,
				"it is no cron expression with six fields",
				"Write it as in '0 0 3 * * *', for each day at three, or set '" + entry().key(prefix + "paused")
						+ "' to true for never.");
		checkInterval(id, "fixed-rate", task.getFixedRate());
		checkInterval(id, "fixed-delay", task.getFixedDelay());
		long schedules = Stream.of(cron, task.getFixedRate(), task.getFixedDelay())
			.filter((schedule) -> schedule != null)
			.count();
		checkTask(schedules <= 1, prefix + ((cron != null) ? "cron" : "fixed-rate"),
				(cron != null) ? cron : task.getFixedRate(), "a task has one schedule, and this one has several",
				"Keep one of cron, fixed-rate and fixed-delay.");
		checkTask(StringUtils.hasText(id), "tasks", id, "the identifier of a task must not be blank",
				"Give it the identifier of a task.");
	}

	private void checkInterval(String id, String property, @Nullable Duration value) {
		String key = "tasks[" + id + "]." + property;
		checkTask(value == null || !(value.isNegative() || value.isZero()), key, value,
				"the time between runs must be positive", "Set it to a positive duration, for example '30s'.");
		checkTask(value == null || value.compareTo(LONGEST) <= 0, key, value,
				"the time between runs must not be more than " + LONGEST.toDays() + " days",
				"Set it to a shorter duration, or set '" + entry().key("tasks[" + id + "].paused")
						+ "' to true for never.");
	}

	/**
	 * The keys of tasks are never inherited.
	 */
	private void checkTask(boolean valid, String property, @Nullable Object value, String reason, String action) {
		if (!valid) {
			throw new InvalidPropertyException(entry().kind(), entry().key(property), value,
					entry().describe() + ": " + reason, action);
		}
	}

}
