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

package io.heddle.actuate.executor;

import java.util.List;
import java.util.Map;

import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.ReflectionException;

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import io.heddle.actuate.named.UnknownKeysAdvisor;
import io.heddle.executor.NamedExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ExecutorsEndpointAutoConfiguration}.
 */
class ExecutorsEndpointAutoConfigurationTests {

	private static final String[] SIGNATURE = { String.class.getName(), Integer.class.getName(),
			Integer.class.getName(), Integer.class.getName(), String.class.getName(), Boolean.class.getName() };

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ExecutorsEndpointAutoConfiguration.class));

	@Test
	void shouldHaveEndpointIfExposed() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=executors")
			.run((context) -> assertThat(context).hasSingleBean(ExecutorsEndpoint.class)
				.hasSingleBean(ExecutorsEndpointWebExtension.class));
	}

	@Test
	void shouldNotHaveEndpointIfNotExposed() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(ExecutorsEndpoint.class)
			.doesNotHaveBean(ExecutorsEndpointWebExtension.class)
			.doesNotHaveBean(UnknownKeysAdvisor.class));
	}

	@Test
	void shouldHaveExtensionOfTheTechnologyThatExposesIt() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=executors")
			.run((context) -> assertThat(context).doesNotHaveBean(ExecutorsEndpointJmxExtension.class));
		this.contextRunner
			.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=executors")
			.run((context) -> assertThat(context).hasSingleBean(ExecutorsEndpointJmxExtension.class)
				.doesNotHaveBean(ExecutorsEndpointWebExtension.class));
	}

	@Test
	void shouldNotHaveEndpointWithoutAccess() {
		this.contextRunner
			.withPropertyValues("management.endpoints.web.exposure.include=*",
					"management.endpoint.executors.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(ExecutorsEndpoint.class));
	}

	@Test
	void shouldBackOffWithoutActuator() {
		new ApplicationContextRunner().withUserConfiguration(AutoConfiguredApplication.class)
			.withPropertyValues("management.endpoints.web.exposure.include=*")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("executorsEndpoint"));
	}

	@Test
	void shouldWorkOverJmx() {
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(JmxAutoConfiguration.class, EndpointAutoConfiguration.class,
					JmxEndpointAutoConfiguration.class, JacksonAutoConfiguration.class))
			.withPropertyValues("spring.jmx.enabled=true", "spring.jmx.unique-names=true",
					"management.endpoints.jmx.exposure.include=executors",
					"management.endpoint.executors.access=UNRESTRICTED")
			.withBean("mail", NamedExecutor.class, () -> NamedExecutor.builder("mail").coreSize(2).build(),
					(definition) -> definition.setDestroyMethodName("shutdownNow"))
			.run((context) -> {
				MBeanServer server = context.getBean(MBeanServer.class);
				ObjectName name = server
					.queryNames(new ObjectName("org.springframework.boot:type=Endpoint,name=Executors,*"), null)
					.iterator()
					.next();
				Map<String, Map<String, Object>> executors = invoke(server, name, "executors", "executors");
				assertThat(server.invoke(name, "executor", new Object[] { "mail" },
						new String[] { String.class.getName() }))
					.hasFieldOrPropertyWithValue("corePoolSize", 2);
				assertThat(executors.get("mail")).containsEntry("corePoolSize", 2).containsEntry("keepAlive", "PT1M");
				server.invoke(name, "changeExecutor", new Object[] { "mail", 1, 3, null, "30s", true }, SIGNATURE);
				assertThat(context.getBean(NamedExecutor.class).snapshot().maxPoolSize()).isEqualTo(3);
				assertThat(context.getBean(NamedExecutor.class).isPaused()).isTrue();
				assertThatExceptionOfType(ReflectionException.class)
					.isThrownBy(() -> server.invoke(name, "cancelTask", new Object[] { "mail", 77 },
							new String[] { String.class.getName(), Long.class.getName() }))
					.withMessageContaining("has no task 77");
				assertThat(List.of(server.getMBeanInfo(name).getOperations())).extracting("name")
					.containsExactlyInAnyOrder("executors", "executor", "changeExecutor", "cancelTask");
			});
	}

	@SuppressWarnings("unchecked")
	private <T> T invoke(MBeanServer server, ObjectName name, String operation, String key) throws Exception {
		return (T) ((Map<String, Object>) server.invoke(name, operation, new Object[0], new String[0])).get(key);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(ExecutorsEndpointAutoConfiguration.class)
	static class AutoConfiguredApplication {

	}

}
