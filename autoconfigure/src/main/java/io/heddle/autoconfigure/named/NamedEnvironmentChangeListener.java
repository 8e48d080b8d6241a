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

package io.heddle.autoconfigure.named;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Applies changed properties to the running beans of a kind when Spring Cloud says that
 * the environment has changed. Its event is known by name, so there is no dependency.
 * Nothing is injected: a context that has failed to start creates its listeners once
 * more.
 *
 * @param <B> the type of the beans
 * @param <S> the type of their settings
 */
public abstract class NamedEnvironmentChangeListener<B, S>
		implements SmartApplicationListener, EnvironmentAware, BeanFactoryAware {

	private static final String EVENT = "org.springframework.cloud.context.environment.EnvironmentChangeEvent";

	private static final Log logger = LogFactory.getLog(NamedEnvironmentChangeListener.class);

	private final NamedBeanKind<?> kind;

	private final Class<B> beanType;

	private @Nullable Environment environment;

	private @Nullable ListableBeanFactory beanFactory;

	/**
	 * Create a listener.
	 * @param kind the kind of the beans
	 * @param beanType the type of the beans
	 */
	protected NamedEnvironmentChangeListener(NamedBeanKind<?> kind, Class<B> beanType) {
		this.kind = kind;
		this.beanType = beanType;
	}

	/**
	 * Bind and validate all entries.
	 * @param environment the environment
	 * @return the settings by name
	 * @throws InvalidPropertyException if a key is unknown or a value impossible
	 * @throws BindException if a value cannot be converted
	 */
	protected abstract Map<String, S> bind(Environment environment);

	/**
	 * Apply what can change while a bean is in use, and say what cannot.
	 * @param bean the bean
	 * @param settings its settings as they are configured now
	 */
	protected abstract void apply(B bean, S settings);

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ListableBeanFactory) beanFactory;
	}

	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> eventType) {
		return eventType.getName().equals(EVENT);
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (this.environment != null && this.beanFactory != null) {
			apply(this.environment, this.beanFactory);
		}
	}

	private void apply(Environment environment, ListableBeanFactory beanFactory) {
		String refusal = "The changed configuration of " + this.kind.plural() + " is not applied";
		try {
			apply(bind(environment), beanFactory);
		}
		catch (InvalidPropertyException ex) {
			logger.error(refusal + ". " + ex.getMessage() + ". " + ex.getAction());
		}
		catch (BindException ex) {
			logger.error(refusal + ", because '" + ex.getName() + "' is invalid", ex);
		}
	}

	private void apply(Map<String, S> configured, ListableBeanFactory beanFactory) {
		Map<String, B> beans = new LinkedHashMap<>(beanFactory.getBeansOfType(this.beanType));
		beans.keySet().removeIf((name) -> isOfUser(name, beanFactory));
		warnOf("added", configured.keySet(), beanFactory::containsBean);
		warnOf("removed", beans.keySet(), configured::containsKey);
		beans.forEach((name, bean) -> {
			S settings = configured.get(name);
			if (settings != null) {
				apply(name, bean, settings);
			}
		});
	}

	private boolean isOfUser(String name, ListableBeanFactory beanFactory) {
		return beanFactory instanceof ConfigurableListableBeanFactory factory
				&& (!factory.containsBeanDefinition(name)
						|| !this.kind.equals(NamedBeanRegistrar.kindOf(factory.getBeanDefinition(name))));
	}

	private void apply(String name, B bean, S settings) {
		try {
			apply(bean, settings);
		}
		catch (IllegalArgumentException ex) {
			logger.error("The changed configuration of " + this.kind.noun() + " '" + name + "' below '"
					+ this.kind.key(name) + "' is not applied", ex);
		}
	}

	private void warnOf(String what, Set<String> names, Predicate<String> expected) {
		names.stream()
			.filter((name) -> !expected.test(name))
			.forEach((name) -> logger.warn("The " + this.kind.noun() + " '" + name + "' was " + what + " below '"
					+ this.kind.entries() + "', which needs a restart"));
	}

}
