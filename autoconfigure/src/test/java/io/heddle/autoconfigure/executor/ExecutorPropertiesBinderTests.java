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

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.executor.QueueType;
import io.heddle.executor.RejectionPolicy;
import io.heddle.executor.Scaling;
import io.heddle.executor.TaskLimits;
import io.heddle.executor.ThreadKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ExecutorPropertiesBinder}.
 */
class ExecutorPropertiesBinderTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void shouldTakeAnEmptyValueForUnset() {
		ExecutorSettings settings = bind("heddle.executors.mail.task-timeout=",
				"heddle.executors.mail.stuck-after=${NOPE:}", "heddle.executors.mail.core-size=",
				"heddle.executors.mail.rejection=", "heddle.executors.mail.thread-name-prefix=",
				"heddle.executors.mail.initializer=", "heddle.executors.mail.priority=",
				"heddle.executors.mail.queue.capacity=", "heddle.executors.mail.shutdown.period=")
			.get("mail");
		assertThat(settings).isEqualTo(bind("heddle.executors.mail=").get("mail"));
	}

	@Test
	void shouldSwitchOffAnInheritedDefaultByAnEmptyValue() {
		Map<String, ExecutorSettings> settings = bind("heddle.defaults.executors.task-timeout=5s",
				"heddle.defaults.executors.keep-alive=1s", "heddle.defaults.executors.queue.capacity=9",
				"heddle.defaults.executors.thread-name-prefix=x-", "heddle.executors.mail.task-timeout=",
				"heddle.executors.mail.keep-alive=", "heddle.executors.mail.queue.capacity=",
				"heddle.executors.mail.thread-name-prefix=", "heddle.executors.report.daemon=true");
		assertThat(settings.get("mail").limits()).isEqualTo(TaskLimits.NONE);
		assertThat(settings.get("mail").keepAlive()).hasSeconds(60);
		assertThat(settings.get("mail").queueCapacity()).isEqualTo(Integer.MAX_VALUE);
		assertThat(settings.get("mail").threadNamePrefix()).isEqualTo("mail-");
		assertThat(settings.get("report").limits().taskTimeout()).hasSeconds(5);
	}

	@Test
	void shouldAcceptGroupsWithoutKeys() {
		assertThat(bind("heddle.executors.mail.queue=", "heddle.executors.mail.shutdown=",
				"heddle.executors.mail.core-size=3", "heddle.defaults.executors=")
			.get("mail")
			.coreSize()).isEqualTo(3);
	}

	@Test
	void shouldAcceptExecutorsWithoutEntries() {
		assertThat(bind("heddle.executors=")).isEmpty();
	}

	@Test
	void shouldTellNamesApartThatDifferInSpecialCharacters() {
		assertThat(bind("heddle.executors[mail.box].core-size=2", "heddle.executors.mailbox.core-size=3",
				"heddle.executors[почта1].core-size=4", "heddle.executors[имя1].core-size=5",
				"heddle.executors[MAILBOX].core-size=6"))
			.containsOnlyKeys("mail.box", "mailbox", "почта1", "имя1", "MAILBOX")
			.hasEntrySatisfying("mail.box", (settings) -> assertThat(settings.coreSize()).isEqualTo(2))
			.hasEntrySatisfying("имя1", (settings) -> assertThat(settings.coreSize()).isEqualTo(5));
	}

	@ParameterizedTest
	@CsvSource({ "MAIL, mail", "mailBox, mail-box", "mail-1, mail_1" })
	void shouldRejectTwoSpellingsThatCannotBeToldApart(String one, String other) {
		assertThatExceptionOfType(InvalidPropertyException.class)
			.isThrownBy(
					() -> bind("heddle.executors." + one + ".core-size=2", "heddle.executors." + other + ".max-size=3"))
			.withMessageContaining("told apart")
			.withMessageContaining(one)
			.withMessageContaining(other);
	}

	@Test
	void shouldKeepAnExecutorOfEnvironmentVariablesBesideOthers() {
		systemEnvironment(Map.of("HEDDLE_EXECUTORS_REPORT_CORESIZE", "5", "HEDDLE_EXECUTORS_MAILBOX_CORESIZE", "6"));
		Map<String, ExecutorSettings> settings = bind("heddle.executors.mailBox.core-size=2");
		assertThat(settings).containsOnlyKeys("mailBox", "report");
		assertThat(settings.get("mailBox").coreSize()).isEqualTo(6);
	}

	@Test
	void shouldRejectOtherLettersWithoutBrackets() {
		assertThatExceptionOfType(InvalidPropertyException.class)
			.isThrownBy(() -> bind("heddle.executors.почта1.core-size=4"))
			.withMessageContaining("'почта1'")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("'heddle.executors[почта1]'"));
	}

	@ParameterizedTest
	@CsvSource({ "thread-name-prefix", "initializer" })
	void shouldRejectBlankText(String key) {
		assertThatExceptionOfType(InvalidPropertyException.class)
			.isThrownBy(() -> bind("heddle.executors.mail." + key + "= "))
			.withMessageContaining("must not be blank");
	}

	@Test
	void shouldBindNothingWithoutEntries() {
		assertThat(bind("heddle.defaults.executors.core-size=3")).isEmpty();
	}

	@Test
	void shouldUseDefaultsForWhatIsNotSet() {
		ExecutorSettings settings = bind("heddle.executors.mail.daemon=false").get("mail");
		assertThat(settings).isEqualTo(new ExecutorSettings("mail", ThreadKind.PLATFORM, 8, 8, Duration.ofSeconds(60),
				Scaling.QUEUE_FIRST, QueueType.FIFO, Integer.MAX_VALUE, RejectionPolicy.ABORT, null, TaskLimits.NONE,
				"mail-", false, 5, null, true, false, null, null));
	}

	@Test
	void shouldBindEveryProperty() {
		ExecutorSettings settings = bind("heddle.executors.mail.core-size=4", "heddle.executors.mail.max-size=9",
				"heddle.executors.mail.threads=platform", "heddle.executors.mail.keep-alive=1500ms",
				"heddle.executors.mail.scaling=threads-first", "heddle.executors.mail.queue.type=priority",
				"heddle.executors.mail.queue.capacity=500", "heddle.executors.mail.rejection=block",
				"heddle.executors.mail.rejection-timeout=1s", "heddle.executors.mail.queue-timeout=30s",
				"heddle.executors.mail.task-timeout=2m", "heddle.executors.mail.stuck-after=40s",
				"heddle.executors.mail.thread-name-prefix=post-", "heddle.executors.mail.daemon=true",
				"heddle.executors.mail.priority=7", "heddle.executors.mail.initializer=warmUp",
				"heddle.executors.mail.propagate-context=false", "heddle.executors.mail.track-callers=true",
				"heddle.executors.mail.shutdown.await-termination=true", "heddle.executors.mail.shutdown.period=20s")
			.get("mail");
		assertThat(settings).isEqualTo(new ExecutorSettings("mail", ThreadKind.PLATFORM, 4, 9, Duration.ofMillis(1500),
				Scaling.THREADS_FIRST, QueueType.PRIORITY, 500, RejectionPolicy.BLOCK, Duration.ofSeconds(1),
				new TaskLimits(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofSeconds(40)), "post-", true, 7,
				"warmUp", false, true, true, Duration.ofSeconds(20)));
	}

	@Test
	void shouldInheritDefaultsAndOverrideThem() {
		Map<String, ExecutorSettings> settings = bind("heddle.defaults.executors.core-size=3",
				"heddle.defaults.executors.queue.capacity=10", "heddle.defaults.executors.shutdown.period=5s",
				"heddle.executors.mail.core-size=6", "heddle.executors.report.queue.capacity=20");
		assertThat(settings.get("mail").coreSize()).isEqualTo(6);
		assertThat(settings.get("mail").queueCapacity()).isEqualTo(10);
		assertThat(settings.get("mail").awaitTerminationPeriod()).isEqualTo(Duration.ofSeconds(5));
		assertThat(settings.get("report").coreSize()).isEqualTo(3);
		assertThat(settings.get("report").maxSize()).isEqualTo(3);
		assertThat(settings.get("report").queueCapacity()).isEqualTo(20);
	}

	@Test
	void shouldNotLetOneEntryInheritFromAnother() {
		Map<String, ExecutorSettings> settings = bind("heddle.executors.a.core-size=3",
				"heddle.executors.a.daemon=true", "heddle.executors.b.max-size=30");
		assertThat(settings.get("b").coreSize()).isEqualTo(8);
		assertThat(settings.get("b").daemon()).isFalse();
	}

	@Test
	void shouldAcceptAnEntryWithoutKeys() {
		assertThat(bind("heddle.executors.mail=", "heddle.defaults.executors.core-size=2").get("mail").coreSize())
			.isEqualTo(2);
	}

	@Test
	void shouldKeepTheSpellingOfNames() {
		assertThat(bind("heddle.executors.mailSender.core-size=2", "heddle.executors.photo-lab.core-size=3",
				"heddle.executors[my.pool].core-size=4"))
			.containsOnlyKeys("mailSender", "photo-lab", "my.pool");
	}

	@Test
	void shouldLowerCoreSizeToASmallerMaxSize() {
		ExecutorSettings settings = bind("heddle.executors.mail.max-size=2").get("mail");
		assertThat(settings.coreSize()).isEqualTo(2);
		assertThat(settings.maxSize()).isEqualTo(2);
	}

	@Test
	void shouldAwaitTerminationIfAPeriodIsSet() {
		assertThat(bind("heddle.executors.mail.shutdown.period=2s").get("mail").awaitTermination()).isTrue();
	}

	@Test
	void shouldIgnoreInheritedPropertiesWithoutMeaning() {
		ExecutorSettings settings = bind("heddle.defaults.executors.rejection=block",
				"heddle.defaults.executors.rejection-timeout=1s", "heddle.defaults.executors.queue.capacity=10",
				"heddle.executors.mail.rejection=abort", "heddle.executors.mail.queue.type=handoff")
			.get("mail");
		assertThat(settings.rejectionTimeout()).isNull();
		assertThat(settings.queueCapacity()).isZero();
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldAllowAThousandVirtualThreads() {
		ExecutorSettings settings = bind("heddle.defaults.executors.core-size=20",
				"heddle.executors.mail.threads=virtual")
			.get("mail");
		assertThat(settings.maxSize()).isEqualTo(1000);
	}

	@Test
	void shouldBindFromEnvironmentVariables() {
		systemEnvironment(Map.of("HEDDLE_EXECUTORS_MAIL_CORESIZE", "5", "HEDDLE_EXECUTORS_MAIL_QUEUE_CAPACITY", "7"));
		ExecutorSettings settings = bind().get("mail");
		assertThat(settings.coreSize()).isEqualTo(5);
		assertThat(settings.queueCapacity()).isEqualTo(7);
	}

	@Test
	void shouldNotTakeAnEnvironmentVariableForAnotherExecutor() {
		systemEnvironment(Map.of("HEDDLE_EXECUTORS_MAILSENDER_CORESIZE", "5"));
		Map<String, ExecutorSettings> settings = bind("heddle.executors.mail-sender.core-size=2",
				"heddle.executors.mail-sender.queue.capacity=3");
		assertThat(settings).containsOnlyKeys("mail-sender");
		assertThat(settings.get("mail-sender").coreSize()).isEqualTo(5);
		assertThat(settings.get("mail-sender").queueCapacity()).isEqualTo(3);
	}

	private void systemEnvironment(Map<String, Object> variables) {
		this.environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
	}

	private Map<String, ExecutorSettings> bind(String... properties) {
		Map<String, Object> map = new HashMap<>();
		for (String property : properties) {
			map.put(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
		}
		this.environment.getPropertySources().addLast(new MapPropertySource("test", map));
		return new ExecutorPropertiesBinder(this.environment).bind();
	}

}
