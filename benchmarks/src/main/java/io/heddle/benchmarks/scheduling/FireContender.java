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

package io.heddle.benchmarks.scheduling;

import java.util.function.Function;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Which scheduler beans are compared, each with one thread, in an application with the
 * scheduler {@value #NAME}.
 */
enum FireContender {

	HEDDLE("Heddle bean", FireContender::heddle),

	SPRING("Spring ThreadPoolTaskScheduler", FireContender::spring);

	static final String NAME = "ours";

	private final String label;

	private final Function<Class<?>, ConfigurableApplicationContext> factory;

	FireContender(String label, Function<Class<?>, ConfigurableApplicationContext> factory) {
		this.label = label;
		this.factory = factory;
	}

	String label() {
		return this.label;
	}

	ConfigurableApplicationContext start(Class<?> configuration) {
		return this.factory.apply(configuration);
	}

	/**
	 * With all that a scheduler has by default, and a limit for the time that runs take.
	 */
	private static ConfigurableApplicationContext heddle(Class<?> configuration) {
		return new SpringApplicationBuilder(HeddleConfiguration.class, configuration).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.run("--heddle.schedulers." + NAME + ".size=1", "--heddle.schedulers." + NAME + ".stuck-after=30s");
	}

	private static ConfigurableApplicationContext spring(Class<?> configuration) {
		return new AnnotationConfigApplicationContext(SpringConfiguration.class, configuration);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class HeddleConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	static class SpringConfiguration {

		@Bean(NAME)
		ThreadPoolTaskScheduler scheduler() {
			return new ThreadPoolTaskScheduler();
		}

	}

}
