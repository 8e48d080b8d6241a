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

package io.heddle.autoconfigure.sync;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.RunOn;
import io.heddle.sync.Locked;
import io.heddle.sync.NamedLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Locked} and {@link RunOn} beside other proxies.
 */
class GuardProxyTests {

	private final ApplicationContextRunner runner = HeddleRunner.create("heddle.locks.ledger.fair=true",
			"heddle.executors.mail.core-size=1");

	@Test
	void shouldGuardTheMethodsOfAProxyOfAnInterface() {
		this.runner.withBean(Remote.class,
				() -> (Remote) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Remote.class },
						(proxy, method, arguments) -> method.getName().equals("whoHolds") ? call(arguments)
								: CompletableFuture.completedFuture(call(arguments))))
			.run((context) -> {
				NamedLock ledger = context.getBean(NamedLock.class);
				assertThat(context.getBean(Remote.class).whoHolds(ledger)).isEqualTo(Thread.currentThread().getName());
				assertThat(context.getBean(Remote.class).later(ledger).get(10, TimeUnit.SECONDS)).isEqualTo("mail-1");
			});
	}

	private static @Nullable Object call(@Nullable Object[] arguments) {
		return holder((NamedLock) arguments[0]);
	}

	@Test
	void shouldGuardTheMethodsOfAProxyWithoutATarget() {
		this.runner
			.withBean(Remote.class,
					() -> ProxyFactory.getProxy(Remote.class,
							(MethodInterceptor) (invocation) -> call(invocation.getArguments())))
			.run((context) -> assertThat(context.getBean(Remote.class).whoHolds(context.getBean(NamedLock.class)))
				.isEqualTo(Thread.currentThread().getName()));
	}

	@Test
	void shouldGuardALambda() {
		this.runner.withBean(Single.class, () -> GuardProxyTests::holder)
			.run((context) -> assertThat(context.getBean(Single.class).whoHolds(context.getBean(NamedLock.class)))
				.isEqualTo(Thread.currentThread().getName()));
	}

	@Test
	void shouldHoldTheLockOnTheThreadOfTheExecutorWhateverTheOrderOfAsync() {
		this.runner.withUserConfiguration(EarlyAsync.class)
			.run((context) -> assertThat(
					context.getBean(Clerk.class).whoHolds(context.getBean(NamedLock.class)).get(10, TimeUnit.SECONDS))
				.isEqualTo("mail-1"));
	}

	private static String holder(NamedLock lock) {
		return lock.isHeldByCurrentThread() ? Thread.currentThread().getName() : "nobody";
	}

	interface Remote {

		@Locked("ledger")
		String whoHolds(NamedLock lock);

		@Locked("ledger")
		@RunOn("mail")
		default CompletableFuture<String> later(NamedLock lock) {
			return CompletableFuture.completedFuture(holder(lock));
		}

	}

	@FunctionalInterface
	interface Single {

		@Locked("ledger")
		String whoHolds(NamedLock lock);

	}

	static class Clerk {

		@Async("mail")
		@Locked("ledger")
		CompletableFuture<String> whoHolds(NamedLock lock) {
			return CompletableFuture.completedFuture(holder(lock));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync(order = Ordered.HIGHEST_PRECEDENCE, proxyTargetClass = true)
	static class EarlyAsync {

		@Bean
		Clerk clerk() {
			return new Clerk();
		}

	}

}
