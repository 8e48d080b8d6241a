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

package io.heddle.autoconfigure.context;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.context.Context;
import io.heddle.context.ContextVar;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RunOn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that beans carry {@link ContextVar context variables} with no code of the user's.
 */
class ContextVariablesTests {

	private static final ContextVar<String> USER = ContextVar.of("user", "nobody");

	@Test
	void shouldTravelToNamedExecutor() {
		runner().run((context) -> within("ann", () -> {
			NamedExecutor executor = context.getBean("mail", NamedExecutor.class);
			assertThat(executor.submit(ContextVariablesTests::seeAndSet)).succeedsWithin(5, TimeUnit.SECONDS)
				.isEqualTo("ann");
			AsyncTaskExecutor springs = context.getBean("mail", AsyncTaskExecutor.class);
			assertThat(springs.submitCompletable(ContextVariablesTests::seeAndSet)).succeedsWithin(5, TimeUnit.SECONDS)
				.isEqualTo("ann");
		}));
	}

	@Test
	void shouldTravelToMethodWithRunOn() {
		runner().run((context) -> assertTravels(context.getBean(Service.class)::runOn));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldTravelToVirtualThreads() {
		HeddleRunner.create("heddle.executors.mail.threads=virtual")
			.withUserConfiguration(Services.class)
			.run((context) -> {
				assertTravels(context.getBean(Service.class)::runOn);
				assertTravels(context.getBean(Service.class)::async);
			});
	}

	@Test
	void shouldTravelToMethodWithAsync() {
		runner().run((context) -> assertTravels(context.getBean(Service.class)::async));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spawn", "thread" })
	void shouldTravelToProcessPool(String startMethod) {
		HeddleRunner
			.create("heddle.process-pools.mail.size=1", "heddle.process-pools.mail.jvm.class-data-archive=false",
					"heddle.process-pools.mail.start-method=" + startMethod)
			.withUserConfiguration(Packages.class)
			.withBean(Worker.class)
			.run((context) -> {
				assertTravels(context.getBean(Worker.class)::runOn);
				boolean same = startMethod.equals("thread");
				assertThat(context.getBean(Worker.class)
					.pid()
					.get(60, TimeUnit.SECONDS)
					.equals(ProcessHandle.current().pid())).isEqualTo(same);
			});
	}

	@Test
	void shouldTravelThroughMicrometerToExecutorOfSpringBoot() {
		runner().withBean(ContextPropagatingTaskDecorator.class).run((context) -> {
			AsyncTaskExecutor executor = context.getBean("applicationTaskExecutor", AsyncTaskExecutor.class);
			assertTravels(() -> executor.submitCompletable(ContextVariablesTests::seeAndSet));
		});
	}

	@Test
	void shouldStayWhenContextIsNotToBePropagated() {
		runner().withPropertyValues("heddle.executors.mail.propagate-context=false")
			.run((context) -> within("ann",
					() -> assertThat(context.getBean(Service.class).runOn()).succeedsWithin(5, TimeUnit.SECONDS)
						.isEqualTo("nobody")));
	}

	private static ApplicationContextRunner runner() {
		return HeddleRunner.create("heddle.executors.mail.core-size=1").withUserConfiguration(Services.class);
	}

	private static void assertTravels(Call call) {
		for (String user : new String[] { "ann", "bob", "bob" }) {
			within(user, () -> {
				CompletableFuture<String> result = call.call();
				USER.set("later");
				assertThat(result).succeedsWithin(60, TimeUnit.SECONDS).isEqualTo(user);
			});
		}
		assertThat(call.call()).succeedsWithin(60, TimeUnit.SECONDS).isEqualTo("nobody");
	}

	private static void within(String user, Runnable test) {
		Context.empty().run(() -> {
			USER.set(user);
			test.run();
		});
	}

	private static String seeAndSet() {
		String user = USER.get();
		USER.set("changed");
		return user;
	}

	interface Call {

		CompletableFuture<String> call();

	}

	static class Service {

		@RunOn("mail")
		CompletableFuture<String> runOn() {
			return CompletableFuture.completedFuture(seeAndSet());
		}

		@Async("mail")
		CompletableFuture<String> async() {
			return CompletableFuture.completedFuture(seeAndSet());
		}

	}

	static class Worker {

		@RunOn("mail")
		CompletableFuture<String> runOn() {
			return CompletableFuture.completedFuture(seeAndSet());
		}

		@RunOn("mail")
		CompletableFuture<Long> pid() {
			return CompletableFuture.completedFuture(ProcessHandle.current().pid());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	static class Services {

		@Bean
		Service service() {
			return new Service();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = ContextVariablesTests.class)
	static class Packages {

	}

}
