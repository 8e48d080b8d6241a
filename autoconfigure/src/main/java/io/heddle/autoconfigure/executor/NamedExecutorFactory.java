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

package io.heddle.autoconfigure.executor;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;

import io.heddle.autoconfigure.named.ClosestName;
import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.ListenerBeans;
import io.heddle.context.ContextCarrier;
import io.heddle.context.ContextPropagation;
import io.heddle.executor.ExecutorListener;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.executor.Watchdog;

/**
 * Makes the bean of one executor, starting from the builder of Spring Boot so that the
 * user's decorators and customizers apply. Customizers come last and win.
 */
class NamedExecutorFactory {

	private final ExecutorSettings settings;

	NamedExecutorFactory(ExecutorSettings settings) {
		this.settings = settings;
	}

	NamedThreadPoolTaskExecutor create(SupplierContext beans) {
		NamedThreadPoolTaskExecutor executor = new NamedThreadPoolTaskExecutor(this.settings, collaborators(beans));
		return builder(beans).configure(executor);
	}

	private ThreadPoolTaskExecutorBuilder builder(SupplierContext beans) {
		ThreadPoolTaskExecutorBuilder builder = beans.beanProvider(ThreadPoolTaskExecutorBuilder.class)
			.getIfUnique(ThreadPoolTaskExecutorBuilder::new)
			.corePoolSize(this.settings.coreSize())
			.maxPoolSize(this.settings.maxSize())
			.queueCapacity(this.settings.queueCapacity())
			.keepAlive(null)
			.allowCoreThreadTimeOut(true)
			.threadNamePrefix(this.settings.threadNamePrefix());
		Boolean awaitTermination = this.settings.awaitTermination();
		if (awaitTermination != null) {
			builder = builder.awaitTermination(awaitTermination);
		}
		Duration period = this.settings.awaitTerminationPeriod();
		return (period != null) ? builder.awaitTerminationPeriod(period) : builder;
	}

	private ExecutorCollaborators collaborators(SupplierContext beans) {
		Supplier<List<ExecutorListener>> listeners = new ListenerBeans<>(beans.beanProvider(ExecutorListener.class));
		return new ExecutorCollaborators(initializer(beans), contextCarrier(), listeners,
				beans.beanProvider(UncaughtTaskExceptionHandler.class).getIfAvailable(),
				beans.beanProvider(Watchdog.class).getIfAvailable());
	}

	private @Nullable Runnable initializer(SupplierContext beans) {
		String name = this.settings.initializer();
		if (name == null) {
			return null;
		}
		try {
			return beans.bean(name, Runnable.class);
		}
		catch (BeanNotOfRequiredTypeException ex) {
			throw invalidInitializer(name,
					"the bean '" + name + "' is no Runnable but a " + ex.getActualType().getName(), "", ex);
		}
		catch (NoSuchBeanDefinitionException ex) {
			if (!name.equals(ex.getBeanName())) {
				throw ex;
			}
			throw invalidInitializer(name, "there is no bean named '" + name + "'", didYouMean(name, beans), ex);
		}
	}

	private String didYouMean(String name, SupplierContext beans) {
		String closest = ClosestName.of(name, beans.bean(ExecutorBeanDefinitions.class).namesOf(Runnable.class));
		return (closest != null) ? "Did you mean '" + closest + "'? " : "";
	}

	private InvalidPropertyException invalidInitializer(String name, String reason, String hint,
			RuntimeException cause) {
		return new InvalidPropertyException(ExecutorPropertiesBinder.KIND,
				ExecutorPropertiesBinder.key(this.settings.name()) + ".initializer", name,
				"executor '" + this.settings.name() + "': " + reason,
				hint + "Define a bean of type Runnable named '" + name + "', or correct the name.", cause);
	}

	private @Nullable ContextCarrier contextCarrier() {
		return this.settings.propagateContext() ? ContextPropagation.create() : null;
	}

}
