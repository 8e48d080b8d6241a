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

package io.heddle.actuate.subprocess;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.annotation.AnnotatedElementUtils;

import io.heddle.subprocess.RunningProcess;
import io.heddle.subprocess.Subprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for endpoint, health and meters of subprocess policies without a server.
 */
class SubprocessesActuatorTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SubprocessesHealthContributorAutoConfiguration.class,
				SubprocessMetricsAutoConfiguration.class, HealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class));

	@Test
	void shouldBeUpWithoutPolicies() {
		this.contextRunner.run((context) -> assertThat(context.getBean(SubprocessesHealthIndicator.class).health())
			.satisfies((health) -> assertThat(health.getStatus()).isEqualTo(Status.UP)));
	}

	@Test
	void shouldBackOffIfDisabled() {
		this.contextRunner.withPropertyValues("management.health.subprocesses.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SubprocessesHealthIndicator.class));
	}

	@Test
	void shouldStayUpWhileRunsFail() {
		this.contextRunner.withBean("nap", Subprocess.class, SubprocessesActuatorTests::nap).run((context) -> {
			context.getBean(Subprocess.class).run("nonsense");
			Health health = context.getBean(SubprocessesHealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails().get("nap")).hasFieldOrPropertyWithValue("failed", 1L);
		});
	}

	@Test
	void shouldBeDownOnceTheProgramIsGone(@TempDir Path folder) throws Exception {
		Path copy = Files.copy(Path.of("/bin/sh"), folder.resolve("copy"));
		assertThat(copy.toFile().setExecutable(true)).isTrue();
		this.contextRunner
			.withBean("copy", Subprocess.class, () -> Subprocess.builder("copy").command(copy.toString()).build())
			.withBean("nap", Subprocess.class, SubprocessesActuatorTests::nap)
			.run((context) -> {
				SubprocessesHealthIndicator indicator = context.getBean(SubprocessesHealthIndicator.class);
				assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
				context.getBean("nap", Subprocess.class).close();
				assertThat(indicator.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
				Files.delete(copy);
				Health health = indicator.health();
				assertThat(health.getStatus()).isEqualTo(Status.DOWN);
				assertThat(health.getDetails().get("copy")).hasFieldOrPropertyWithValue("status", "DOWN")
					.asString()
					.contains(copy.toString());
			});
	}

	@Test
	void shouldNotCreateLazyPolicies() {
		this.contextRunner
			.withBean("nap", Subprocess.class, SubprocessesActuatorTests::nap,
					(definition) -> definition.setLazyInit(true))
			.run((context) -> {
				var beanFactory = context.getSourceApplicationContext().getBeanFactory();
				SubprocessesEndpoint endpoint = new SubprocessesEndpoint(new SubprocessBeans(beanFactory));
				assertThat(endpoint.subprocesses().subprocesses().get("nap").initialized()).isFalse();
				assertThat(endpoint.subprocess("nap").initialized()).isFalse();
				assertThatExceptionOfType(InvalidEndpointRequestException.class)
					.isThrownBy(() -> endpoint.terminateProcess("nap", 1))
					.withMessageContaining("no running process 1");
				assertThat(beanFactory.containsSingleton("nap")).isFalse();
			});
	}

	@Test
	void shouldReadOnlyByDefault() {
		assertThat(
				AnnotatedElementUtils.findMergedAnnotation(SubprocessesEndpoint.class, Endpoint.class).defaultAccess())
			.isEqualTo(Access.READ_ONLY);
	}

	@Test
	void shouldBeThereOverJmxAndWebWhereItIsExposed() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SubprocessesEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=subprocesses",
					"management.endpoints.jmx.exposure.include=subprocesses", "spring.jmx.enabled=true")
			.withBean("nap", Subprocess.class, SubprocessesActuatorTests::nap)
			.run((context) -> {
				assertThat(context).hasSingleBean(SubprocessesEndpointWebExtension.class);
				SubprocessesEndpointJmxExtension jmx = context.getBean(SubprocessesEndpointJmxExtension.class);
				assertThat(jmx.subprocess("nowhere")).isNull();
				RunningProcess nap = context.getBean("nap", Subprocess.class).start("60");
				assertThat(jmx.subprocess("nap").running()).singleElement()
					.hasFieldOrPropertyWithValue("pid", nap.pid());
				jmx.terminateProcess("nap", nap.pid());
				nap.waitFor();
				assertThat(jmx.subprocess("nap").finished()).singleElement()
					.hasFieldOrPropertyWithValue("exitCode", -15)
					.hasFieldOrPropertyWithValue("signal", "SIGTERM");
			});
	}

	private static Subprocess nap() {
		return Subprocess.builder("nap").command("sleep").allowArguments(List.of("\\w+")).build();
	}

}
