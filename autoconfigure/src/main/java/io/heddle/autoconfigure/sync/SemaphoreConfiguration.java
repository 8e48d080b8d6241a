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

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import io.heddle.sync.NamedSemaphore;

/**
 * The beans of named semaphores.
 */
@Configuration(proxyBeanMethods = false)
@Import({ SemaphoreConfiguration.NameCheck.class, SemaphoreConfiguration.Registrar.class })
class SemaphoreConfiguration {

	static final SemaphoreKind KIND = new SemaphoreKind();

	@Bean
	static SynchronizerBeanDefinitions heddleSemaphoreBeanDefinitions(Environment environment) {
		return new SynchronizerBeanDefinitions(KIND, environment, null);
	}

	@Bean
	static SynchronizerEnvironmentChangeListener<SemaphoreProperties, NamedSemaphore> heddleSemaphoreEnvironmentChangeListener() {
		return new SynchronizerEnvironmentChangeListener<>(KIND);
	}

	static class NameCheck extends SynchronizerNameCheck {

		NameCheck(Environment environment) {
			super(KIND, environment);
		}

	}

	static class Registrar extends SynchronizerBeanRegistrar<SemaphoreProperties, NamedSemaphore> {

		Registrar() {
			super(KIND);
		}

	}

}
