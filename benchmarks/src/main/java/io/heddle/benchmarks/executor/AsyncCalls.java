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

package io.heddle.benchmarks.executor;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import io.heddle.executor.RunOn;

/**
 * Calls of a bean whose method runs on an executor.
 */
final class AsyncCalls {

	private AsyncCalls() {
	}

	static Subject async() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(AsyncConfiguration.class);
		return Subject.of(context.getBean(AsyncService.class)::handle, context::close);
	}

	/**
	 * As an application has it by default, but without context propagation, which
	 * {@code @Async} does not have either.
	 */
	static Subject runOn() {
		ConfigurableApplicationContext context = HeddleExecutors.start(RunOnConfiguration.class, false);
		return Subject.of(context.getBean(RunOnService.class)::handle, context::close);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	static class AsyncConfiguration {

		@Bean
		ThreadPoolTaskExecutor peer() {
			return Peers.springExecutor(null);
		}

		@Bean
		AsyncService service() {
			return new AsyncService();
		}

	}

	static class AsyncService {

		@Async("peer")
		void handle(Runnable task) {
			task.run();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class RunOnConfiguration {

		@Bean
		RunOnService service() {
			return new RunOnService();
		}

	}

	static class RunOnService {

		@RunOn("ours")
		void handle(Runnable task) {
			task.run();
		}

	}

}
