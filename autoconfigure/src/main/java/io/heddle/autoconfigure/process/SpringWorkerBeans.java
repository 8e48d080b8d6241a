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

package io.heddle.autoconfigure.process;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;

import io.heddle.autoconfigure.named.ClosestName;
import io.heddle.process.WorkerBeans;
import io.heddle.process.WorkerBeansFactory;
import io.heddle.process.WorkerLogSink;
import io.heddle.process.WorkerSetup;

/**
 * Opens the Spring context of a worker: the sources of the pool, with the properties and
 * profiles of the application and without its web server. Made in the worker by its
 * no-argument constructor.
 */
class SpringWorkerBeans implements WorkerBeansFactory {

	/** What a worker must not do whatever the application's properties say. **/
	private static final Map<String, Object> FORCED = Map.ofEntries(
			Map.entry("spring.main.web-application-type", "none"), Map.entry("spring.main.banner-mode", "off"),
			Map.entry("spring.main.log-startup-info", "false"),
			Map.entry("spring.main.register-shutdown-hook", "false"), Map.entry("spring.main.sources", ""),
			Map.entry("spring.main.keep-alive", "false"), Map.entry("logging.register-shutdown-hook", "false"),
			Map.entry("logging.file.name", ""), Map.entry("logging.file.path", ""),
			Map.entry("spring.jmx.enabled", "false"), Map.entry("spring.application.admin.enabled", "false"),
			Map.entry("spring.docker.compose.enabled", "false"), Map.entry("spring.devtools.restart.enabled", "false"));

	@Override
	public WorkerBeans open(WorkerSetup setup) {
		return open(setup, null);
	}

	@Override
	public WorkerBeans open(WorkerSetup setup, @Nullable WorkerLogSink sink) {
		ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
		Class<?>[] sources = setup.sources()
			.stream()
			.map((source) -> ClassUtils.resolveClassName(source, classLoader))
			.toArray(Class<?>[]::new);
		SpringApplication application = new SpringApplication(sources);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setEnvironment(environment(setup));
		application.setRegisterShutdownHook(false);
		if (sink != null && ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", classLoader)) {
			// by then Spring Boot has set up its own appenders
			application.addInitializers((context) -> LogbackForwarding.install(sink));
		}
		return new Beans(setup.pool(), application.run());
	}

	private static StandardEnvironment environment(WorkerSetup setup) {
		Map<String, Object> variables = new LinkedHashMap<>();
		Map<String, Object> properties = new LinkedHashMap<>();
		setup.properties().forEach((name, value) -> {
			if (name.startsWith(WorkerProperties.VARIABLE)) {
				variables.put(name.substring(WorkerProperties.VARIABLE.length()), value);
			}
			else {
				properties.put(name, value);
			}
		});
		Map<String, Object> own = new LinkedHashMap<>(FORCED);
		own.put(WorkerRole.PROPERTY, setup.pool());
		if (!setup.profiles().isEmpty()) {
			own.put("spring.profiles.active", String.join(",", setup.profiles()));
		}
		StandardEnvironment environment = new StandardEnvironment();
		MutablePropertySources sources = environment.getPropertySources();
		sources.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						variables));
		sources.addFirst(new MapPropertySource("heddleApplication", properties));
		sources.addFirst(new MapPropertySource("heddleWorker", own));
		return environment;
	}

	/**
	 * The beans of the context.
	 */
	private record Beans(String pool, ConfigurableApplicationContext context) implements WorkerBeans {

		@Override
		public Object bean(@Nullable String name, Class<?> type) {
			Object bean = find(name, type);
			if (type.isInstance(bean)) {
				return bean;
			}
			Object target = AopProxyUtils.getSingletonTarget(bean);
			if (type.isInstance(target)) {
				return target;
			}
			throw new IllegalStateException("The bean '" + name + "' of process pool '" + this.pool + "' is no "
					+ type.getName() + " but a " + ClassUtils.getUserClass(bean).getName());
		}

		private Object find(@Nullable String name, Class<?> type) {
			if (name == null) {
				return this.context.getBean(type);
			}
			if (this.context.containsBean(name)) {
				return this.context.getBean(name);
			}
			String closest = ClosestName.of(name, names());
			throw new NoSuchBeanDefinitionException(name,
					"the context of the workers of process pool '" + this.pool + "' has no such bean. "
							+ ((closest != null) ? "Did you mean '" + closest + "'? " : "") + "Add its class to '"
							+ ProcessPoolPropertiesBinder.KIND.key(this.pool) + ".sources'");
		}

		@Override
		public Set<String> names() {
			Set<String> names = new TreeSet<>();
			Arrays.stream(this.context.getBeanDefinitionNames())
				.filter((name) -> this.context.getBeanFactory()
					.getMergedBeanDefinition(name)
					.getRole() == BeanDefinition.ROLE_APPLICATION)
				.filter((name) -> !name.startsWith("org.springframework.") && !name.startsWith("spring."))
				.forEach(names::add);
			return names;
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

}
