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

package io.heddle.actuate.thread;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.heddle.actuate.named.UnknownKeysAdvisor;
import io.heddle.sync.DeadlockDetector;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link ThreadsEndpoint}.
 */
@AutoConfiguration
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(ThreadsEndpoint.class)
public final class ThreadsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ThreadsEndpoint threadsEndpoint(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<DeadlockDetector> detector) {
		return new ThreadsEndpoint(beanFactory, detector);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	ThreadsEndpointWebExtension threadsEndpointWebExtension(ThreadsEndpoint endpoint) {
		return new ThreadsEndpointWebExtension(endpoint);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.JMX)
	ThreadsEndpointJmxExtension threadsEndpointJmxExtension(ThreadsEndpoint endpoint) {
		return new ThreadsEndpointJmxExtension(endpoint);
	}

	@Bean
	UnknownKeysAdvisor threadsEndpointUnknownKeysAdvisor() {
		return new UnknownKeysAdvisor("threads", "");
	}

}
