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

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.EmbeddedValueResolver;

import io.heddle.scheduling.PastRuns;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTaskListener;
import io.heddle.scheduling.ScheduledTaskSnapshot;
import io.heddle.scheduling.ScheduledTasks;
import io.heddle.scheduling.SteerableTask;

/**
 * All tasks that Spring has scheduled for the application. Guarded by its monitor, which
 * is not held while a task is scheduled.
 */
class SteeredTasks implements ScheduledTasks {

	private static final Log logger = LogFactory.getLog(SteeredTasks.class);

	private final Map<String, SteerableTask> tasks = new LinkedHashMap<>();

	private final Map<String, TaskSettings> applied = new LinkedHashMap<>();

	private final Map<String, PastRuns> past = new HashMap<>();

	private final TaskNumbers numbers = new TaskNumbers();

	private final SpentTasks spent = new SpentTasks(this::remove);

	private final ConfigurableListableBeanFactory beanFactory;

	private final ScheduledTaskListener listener;

	private final TaskInspector inspector = new TaskInspector(this);

	private volatile TaskConfiguration configuration;

	/**
	 * Create an instance without tasks.
	 * @param beanFactory the beans of the application
	 * @param listener is told what goes wrong
	 * @param configuration what is configured for tasks
	 */
	SteeredTasks(ConfigurableListableBeanFactory beanFactory, ScheduledTaskListener listener,
			TaskConfiguration configuration) {
		this.beanFactory = beanFactory;
		this.listener = listener;
		this.configuration = configuration;
	}

	TaskConfiguration configuration() {
		return this.configuration;
	}

	ScheduledMethod methodOf(Runnable task) {
		EmbeddedValueResolver resolver = new EmbeddedValueResolver(this.beanFactory);
		return new ScheduledMethod(task, this.beanFactory.getBeanClassLoader(),
				(text) -> (text != null) ? resolver.resolveStringValue(text) : null,
				new TargetMethods(this.beanFactory));
	}

	/**
	 * Schedule a task.
	 * @param task the task
	 * @param method the method behind it
	 * @param target the scheduler that runs it
	 * @param start how its code wants it to be scheduled
	 * @return what cancels it and tells its next run
	 */
	ScheduledFuture<?> add(Runnable task, ScheduledMethod method, TargetScheduler target, TaskStart start) {
		SpringTaskDriver driver = new SpringTaskDriver(task, target, start,
				() -> this.configuration.limits(target.name()));
		SteerableTask steerable = register(method, target, start, driver, task);
		TaskSettings settings = this.configuration.task(target.name(), steerable.id());
		try {
			steerable.start(settings.schedule(), settings.paused());
		}
		catch (RuntimeException ex) {
			remove(steerable);
			throw ex;
		}
		remember(steerable.id(), settings);
		this.spent.scheduled(steerable);
		this.inspector.ensureStarted();
		return new SteeredFuture(steerable, () -> remove(steerable));
	}

	private synchronized SteerableTask register(ScheduledMethod method, TargetScheduler target, TaskStart start,
			SpringTaskDriver driver, Runnable task) {
		String id = this.numbers.next(method.id(), this.tasks::containsKey);
		SteerableTask steerable = new SteerableTask(id, method.text(), target.name(), start.schedule(), driver,
				this.listener, task);
		this.tasks.put(id, steerable);
		return steerable;
	}

	private void remove(SteerableTask task) {
		ScheduledTaskSnapshot last = task.snapshot();
		synchronized (this) {
			if (this.tasks.remove(task.id(), task)) {
				this.applied.remove(task.id());
				this.numbers.free(task.id());
				this.past.put(task.scheduler(), past(task.scheduler()).plus(last));
			}
		}
	}

	@Override
	public synchronized PastRuns past(String scheduler) {
		return this.past.getOrDefault(scheduler, PastRuns.NONE);
	}

	private synchronized void remember(String id, TaskSettings settings) {
		this.applied.put(id, settings);
	}

	@Override
	public synchronized List<ScheduledTaskHandle> all() {
		return List.copyOf(this.tasks.values());
	}

	@Override
	public synchronized @Nullable ScheduledTaskHandle find(String id) {
		return this.tasks.get(id);
	}

	synchronized List<SteerableTask> steerable() {
		return List.copyOf(this.tasks.values());
	}

	/**
	 * Apply what has changed in the configuration of tasks. What was changed otherwise
	 * stays until the configuration of the same task changes.
	 * @param configuration the configuration as it is now
	 */
	void configure(TaskConfiguration configuration) {
		this.configuration = configuration;
		this.inspector.lookAgain();
		for (SteerableTask task : steerable()) {
			TaskSettings after = configuration.task(task.scheduler(), task.id());
			TaskSettings before = applied(task.id());
			if (!after.equals(before) && !task.isCancelled()) {
				apply(task, before, after);
			}
		}
	}

	private synchronized TaskSettings applied(String id) {
		return this.applied.getOrDefault(id, TaskSettings.NONE);
	}

	private void apply(SteerableTask task, TaskSettings before, TaskSettings after) {
		try {
			if (before.paused() != after.paused()) {
				pause(task, after.paused());
			}
			if (after.schedule() != null) {
				task.reschedule(after.schedule());
			}
			else if (before.schedule() != null) {
				task.restoreSchedule();
			}
			remember(task.id(), after);
			logger.info(task + " was changed as configured" + (after.paused() ? " and is paused" : ""));
		}
		catch (RuntimeException ex) {
			logger.error("The changed configuration of " + task + " is not applied", ex);
		}
	}

	private void pause(SteerableTask task, boolean paused) {
		if (paused) {
			task.pause();
		}
		else {
			task.resume();
		}
	}

	/**
	 * End the search for stuck and overdue tasks.
	 */
	void close() {
		this.inspector.close();
	}

}
