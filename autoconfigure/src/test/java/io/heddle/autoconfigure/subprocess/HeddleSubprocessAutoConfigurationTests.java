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

package io.heddle.autoconfigure.subprocess;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ApplicationListener;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.subprocess.ArgumentRejectedException;
import io.heddle.subprocess.CompletedProcess;
import io.heddle.subprocess.FinishedSubprocess;
import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessListener;
import io.heddle.subprocess.SubprocessSnapshot;
import io.heddle.subprocess.TimeoutExpiredException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HeddleSubprocessAutoConfiguration}: the beans and how they are made.
 */
@ExtendWith(OutputCaptureExtension.class)
class HeddleSubprocessAutoConfigurationTests {

	private static final String SHELL = "heddle.subprocesses.shell.";

	private static final String ANY = SHELL + "allow-arguments[0]=(?s).*";

	@Test
	void shouldMakeOneBeanForEachName() {
		HeddleRunner.create(SHELL + "command=sh", "heddle.subprocesses.list.command=ls,-l", SHELL + "max-concurrent=3")
			.run((context) -> {
				assertThat(context.getBeansOfType(Subprocess.class)).containsOnlyKeys("shell", "list");
				SubprocessSnapshot shell = shell(context).snapshot();
				assertThat(shell.name()).isEqualTo("shell");
				assertThat(Path.of(shell.executable())).isAbsolute().isExecutable();
				assertThat(shell.maxConcurrent()).isEqualTo(3);
				assertThat(context.getBean("list", Subprocess.class).snapshot().command()).endsWith("-l");
			});
	}

	@Test
	void shouldRunAsConfigured(@TempDir Path folder) throws Exception {
		Path real = folder.toRealPath();
		HeddleRunner
			.create(SHELL + "command[0]=sh", SHELL + "command[1]=-c", SHELL + "working-directory=" + real,
					SHELL + "command[2]=printf '%s|' \"$(pwd)\" \"$COLOUR\" \"$HOME\" \"$0\"; printf '\\344'; exit 3",
					SHELL + "allow-arguments[0]=[a-z]+(,[a-z]+)?", SHELL + "success-exit-codes=0,3",
					SHELL + "environment.set.COLOUR=red", SHELL + "charset=ISO-8859-1")
			.run((context) -> {
				CompletedProcess done = shell(context).run("mild,wild");
				assertThat(done.stdout()).isEqualTo(real + "|red||mild,wild|\u00e4");
				assertThat(done.exitCode()).isEqualTo(3);
				assertThat(done.check()).isSameAs(done);
				assertThatExceptionOfType(ArgumentRejectedException.class)
					.isThrownBy(() -> shell(context).run("mild; wild"));
			});
	}

	@Test
	void shouldPassTheListedVariablesOnly() {
		HeddleRunner
			.create(SHELL + "command=env", SHELL + "environment.inherit=allow-list", SHELL + "environment.allow=PATH",
					SHELL + "environment.set.COLOUR=red")
			.run((context) -> assertThat(shell(context).run().stdout().lines())
				.containsExactlyInAnyOrder("PATH=" + System.getenv("PATH"), "COLOUR=red"));
	}

	@Test
	void shouldTruncateOrEndWhatWritesTooMuch() {
		HeddleRunner.create(SHELL + "command=yes", SHELL + "max-output=10B", SHELL + "on-overflow=kill")
			.run((context) -> {
				long before = System.nanoTime();
				assertThatExceptionOfType(Exception.class).isThrownBy(() -> shell(context).run());
				assertThat(System.nanoTime() - before).isLessThan(30_000_000_000L);
			});
		HeddleRunner.create(SHELL + "command=echo", SHELL + "max-output=10B", SHELL + "allow-arguments[0]=[a-z]+")
			.run((context) -> {
				CompletedProcess done = shell(context).run("abcdefghijklmnopqrstuvwxyz");
				assertThat(done.stdout()).isEqualTo("abcdefghij");
				assertThat(done.truncated()).isTrue();
			});
	}

	@Test
	void shouldRedactWhatIsSecret() {
		HeddleRunner
			.create(SHELL + "command=false", SHELL + "redact=--password=.*", SHELL + "allow-arguments[0]=--password=.*")
			.run((context) -> {
				assertThatExceptionOfType(RuntimeException.class)
					.isThrownBy(() -> shell(context).run("--password=secret").check())
					.satisfies((ex) -> assertThat(ex.toString()).contains("false").doesNotContain("secret"));
				assertThat(shell(context).finished().toString()).doesNotContain("secret");
			});
	}

	@Test
	void shouldInheritTheDefaults() {
		HeddleRunner
			.create("heddle.defaults.subprocesses.max-concurrent=7", "heddle.defaults.subprocesses.timeout=1ms",
					SHELL + "command=sleep", ANY, SHELL + "kill-grace=0s", "heddle.subprocesses.nap.command=sleep,0.2",
					"heddle.subprocesses.nap.timeout=", "heddle.subprocesses.nap.max-concurrent=1")
			.run((context) -> {
				assertThat(shell(context).snapshot().maxConcurrent()).isEqualTo(7);
				assertThatExceptionOfType(TimeoutExpiredException.class).isThrownBy(() -> shell(context).run("30"));
				Subprocess nap = context.getBean("nap", Subprocess.class);
				assertThat(nap.snapshot().maxConcurrent()).isEqualTo(1);
				assertThat(nap.run().isSuccess()).isTrue();
			});
	}

	@Test
	void shouldInjectByNameAndByQualifier() {
		HeddleRunner.create(SHELL + "command=sh", "heddle.subprocesses.list.command=ls")
			.withBean("injected", Injected.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				Injected injected = context.getBean(Injected.class);
				assertThat(injected.shell).isSameAs(context.getBean("shell"));
				assertThat(injected.qualified).isSameAs(context.getBean("list"));
				assertThat(injected.all).containsOnlyKeys("shell", "list");
			});
	}

	@Test
	void shouldInjectTheOnlyOneByItsType() {
		HeddleRunner.create(SHELL + "command=sh")
			.run((context) -> assertThat(context.getBean(Subprocess.class)).isSameAs(context.getBean("shell")));
	}

	@Test
	void shouldUseThePoliciesOfTheParentInAChild() {
		HeddleRunner.create(SHELL + "command=sh")
			.run((parent) -> HeddleRunner.create(SHELL + "command=sh", "heddle.subprocesses.list.command=ls")
				.withParent(parent)
				.run((child) -> {
					assertThat(child.getBean("shell")).isSameAs(parent.getBean("shell"));
					assertThat(child.containsLocalBean("shell")).isFalse();
					assertThat(child.containsLocalBean("list")).isTrue();
				}));
	}

	@Test
	void shouldPublishEventsAndTellListenerBeans() {
		List<SubprocessEvent> events = new CopyOnWriteArrayList<>();
		List<String> told = new CopyOnWriteArrayList<>();
		withEvents(events, SHELL + "command=sh,-c", ANY, SHELL + "max-output=2B", SHELL + "timeout=10s")
			.withBean("failing", SubprocessListener.class, () -> new SubprocessListener() {

				@Override
				public void onFinished(Subprocess subprocess, FinishedSubprocess finished) {
					told.add(subprocess.name());
					throw new IllegalStateException("Expected");
				}

			})
			.run((context) -> {
				Subprocess shell = shell(context);
				shell.run("exit 0");
				assertThat(events).isEmpty();
				assertThat(told).containsExactly("shell");
				shell.run("exit 4");
				assertThat(events).singleElement().isInstanceOfSatisfying(SubprocessFailedEvent.class, (event) -> {
					assertThat(event.getSubprocess()).isSameAs(shell);
					assertThat(event.getSubprocessName()).isEqualTo("shell");
					assertThat(event.getRun().exitCode()).isEqualTo(4);
				});
				shell.run("echo long");
				assertThat(events).last().isInstanceOf(SubprocessTruncatedEvent.class);
				assertThatExceptionOfType(ArgumentRejectedException.class).isThrownBy(() -> shell.run("a\0b"));
				assertThat(events).last()
					.isInstanceOfSatisfying(SubprocessRefusedEvent.class,
							(event) -> assertThat(event.getReason()).isNotBlank());
				assertThat(events).hasSize(3);
			});
	}

	@Test
	void shouldPublishATimeout() {
		List<SubprocessEvent> events = new CopyOnWriteArrayList<>();
		withEvents(events, SHELL + "command=sleep,30", SHELL + "timeout=50ms", SHELL + "kill-grace=1s")
			.run((context) -> {
				assertThatExceptionOfType(TimeoutExpiredException.class).isThrownBy(() -> shell(context).run());
				assertThat(events).filteredOn(SubprocessTimedOutEvent.class::isInstance)
					.singleElement()
					.isInstanceOfSatisfying(SubprocessTimedOutEvent.class,
							(event) -> assertThat(event.getRun().timedOut()).isTrue());
			});
	}

	@Test
	void shouldSayThatAllChangesNeedARestart(CapturedOutput output) {
		HeddleRunner.create(SHELL + "command=sh", SHELL + "timeout=1s")
			.withBean("own", Subprocess.class, () -> Subprocess.builder("own").command("ls").build())
			.run((context) -> {
				change(context, SHELL + "timeout=2s", SHELL + "environment.set.COLOUR=red",
						"heddle.subprocesses.list.command=ls");
				assertThat(output)
					.contains("The change of " + SHELL + "environment.set, " + SHELL + "timeout needs a restart")
					.contains("The subprocess policy 'list' was added below 'heddle.subprocesses'")
					.doesNotContain("'own'");
				change(context, SHELL + "max-output=1MB");
				assertThat(output).contains("The change of " + SHELL + "max-output needs a restart");
				change(context, SHELL + "max-concurrent=0");
				assertThat(output).contains("The changed configuration of subprocesses is not applied");
			});
	}

	private void change(AssertableApplicationContext context, String... properties) {
		TestPropertyValues.of(properties).applyTo(context.getSourceApplicationContext());
		context.publishEvent(new EnvironmentChangeEvent(context, Set.of()));
	}

	private ApplicationContextRunner withEvents(List<SubprocessEvent> events, String... properties) {
		return HeddleRunner.create(properties)
			.withBean("events", ApplicationListener.class, () -> (ApplicationListener<SubprocessEvent>) events::add);
	}

	private static Subprocess shell(AssertableApplicationContext context) {
		return context.getBean("shell", Subprocess.class);
	}

	static class Injected {

		private final Subprocess shell;

		private final Subprocess qualified;

		private final Map<String, Subprocess> all;

		Injected(Subprocess shell, @Qualifier("list") Subprocess qualified, Map<String, Subprocess> all) {
			this.shell = shell;
			this.qualified = qualified;
			this.all = all;
		}

	}

}
