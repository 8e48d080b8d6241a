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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.context.ContextVar;
import io.heddle.context.Token;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the context of runs on a thread of {@link NamedTaskScheduler}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SchedulerContextTests {

	private static final String ONE_THREAD = "heddle.schedulers.housekeeping.size=1";

	private static final String KEY = "scheduler-context-tests";

	private static final String BROKEN = "scheduler-context-tests-broken";

	private final ContextVar<String> user = ContextVar.of("user", "nobody");

	private final InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();

	private boolean failing;

	@BeforeEach
	void registerAccessor() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, this.tenant::get, this.tenant::set, () -> {
			if (this.failing) {
				this.failing = false;
				throw new IllegalStateException("cannot let go");
			}
			this.tenant.remove();
		});
	}

	@AfterEach
	void removeAccessor() {
		ContextRegistry.getInstance().removeThreadLocalAccessor(BROKEN);
		ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
		this.tenant.remove();
	}

	@Test
	void shouldLeaveNothingOfARunThatBringsNoContextToTheNext() {
		HeddleRunner.create(ONE_THREAD).run((context) -> {
			ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
			ScheduledExecutorService executor = scheduler.getScheduledExecutor();
			scheduler.submit(this::enter).get(10, TimeUnit.SECONDS);
			assertThat(executor.submit(this::seen).get(10, TimeUnit.SECONDS)).containsOnlyNulls();
			scheduler.submit(() -> {
				enter();
				throw new IllegalStateException("after it was set");
			});
			assertThat(executor.submit(this::seen).get(10, TimeUnit.SECONDS)).containsOnlyNulls();
		});
	}

	@Test
	void shouldLeaveNothingOfARunWithAContextToOneWithout() {
		HeddleRunner.create(ONE_THREAD).run((context) -> {
			ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
			Token<String> token = enter();
			try {
				assertThat(scheduler.submit(this::seen).get(10, TimeUnit.SECONDS)).containsExactly("ada", "ada", "ada");
			}
			finally {
				MDC.clear();
				this.user.reset(token);
				this.tenant.remove();
			}
			assertThat(scheduler.getScheduledExecutor().submit(this::seen).get(10, TimeUnit.SECONDS))
				.containsOnlyNulls();
		});
	}

	@Test
	void shouldNotInheritWhatTheThreadThatStartsItHas() {
		HeddleRunner.create(ONE_THREAD).run((context) -> {
			this.tenant.set("inherited");
			ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
			assertThat(scheduler.getScheduledExecutor().submit(this.tenant::get).get(10, TimeUnit.SECONDS)).isNull();
		});
	}

	@Test
	void shouldGoOnWhenWhatARunHasSetCannotBeTakenAway(CapturedOutput output) {
		HeddleRunner.create(ONE_THREAD).run((context) -> {
			ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
			String thread = scheduler.submit(() -> {
				enter();
				this.failing = true;
				return Thread.currentThread().getName();
			}).get(10, TimeUnit.SECONDS);
			assertThat(scheduler.submit(() -> Thread.currentThread().getName()).get(10, TimeUnit.SECONDS))
				.isEqualTo(thread);
			assertThat(output).contains("What a task has set could not be taken away wholly").contains("cannot let go");
		});
	}

	@Test
	void shouldGoOnWhenAnAccessorFailsWithAnErrorFromTheBeginning() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(BROKEN, () -> {
			if (Thread.currentThread().getName().startsWith("housekeeping-")) {
				throw new NoClassDefFoundError("half a library");
			}
			return null;
		}, (value) -> {
		}, () -> {
		});
		HeddleRunner.create(ONE_THREAD).run((context) -> {
			ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
			for (int i = 0; i < 3; i++) {
				scheduler.submit(this::enter).get(10, TimeUnit.SECONDS);
				assertThat(scheduler.submit(this::seen).get(10, TimeUnit.SECONDS)).containsOnlyNulls();
			}
		});
	}

	@Test
	void shouldLeaveNothingOfARunToTheNextOneOfItsTrigger() {
		HeddleRunner.create(ONE_THREAD)
			.withBean(TaskDecorator.class, ContextPropagatingTaskDecorator::new)
			.run((context) -> {
				ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
				BlockingQueue<List<String>> seen = new LinkedBlockingQueue<>();
				scheduler.schedule(() -> {
					seen.add(seen());
					enter();
				}, new PeriodicTrigger(Duration.ofMillis(1)));
				for (int i = 0; i < 3; i++) {
					assertThat(seen.poll(10, TimeUnit.SECONDS)).containsOnlyNulls();
				}
			});
	}

	@Test
	void shouldLeaveAloneWhatIsNotToTravel() {
		HeddleRunner.create(ONE_THREAD, "heddle.schedulers.housekeeping.propagate-context=false").run((context) -> {
			ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
			scheduler.submit(() -> MDC.put("user", "ada")).get(10, TimeUnit.SECONDS);
			assertThat(scheduler.submit(() -> MDC.get("user")).get(10, TimeUnit.SECONDS)).isEqualTo("ada");
		});
	}

	@Test
	void shouldKnowWhenItStopsThatItsRunsAreOver() {
		HeddleRunner.create(ONE_THREAD).run((context) -> {
			ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
			scheduler.submit(this::enter).get(10, TimeUnit.SECONDS);
			CountDownLatch stopped = new CountDownLatch(1);
			scheduler.stop(stopped::countDown);
			assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
		});
	}

	private Token<String> enter() {
		MDC.put("user", "ada");
		this.tenant.set("ada");
		return this.user.set("ada");
	}

	private List<String> seen() {
		return Arrays.asList(MDC.get("user"), "nobody".equals(this.user.get()) ? null : this.user.get(),
				this.tenant.get());
	}

}
