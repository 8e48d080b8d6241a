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

package io.heddle.autoconfigure.subprocess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.springframework.beans.factory.BeanRegistry.SupplierContext;

import io.heddle.autoconfigure.named.ListenerBeans;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.context.ContextPropagation;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessBuilder;
import io.heddle.subprocess.SubprocessListener;

/**
 * Makes the bean of one subprocess policy.
 */
class SubprocessFactory {

	private final NamedEntry<SubprocessProperties> entry;

	SubprocessFactory(NamedEntry<SubprocessProperties> entry) {
		this.entry = entry;
	}

	Subprocess create(SupplierContext beans) {
		Supplier<List<SubprocessListener>> listeners = new ListenerBeans<>(
				beans.beanProvider(SubprocessListener.class));
		SubprocessBuilder builder = builder().listener(new CompositeSubprocessListener(listeners));
		UncaughtTaskExceptionHandler handler = beans.beanProvider(UncaughtTaskExceptionHandler.class).getIfAvailable();
		if (handler != null) {
			builder.uncaughtExceptionHandler(handler);
		}
		return builder.build();
	}

	/**
	 * Return a builder of the policy as it is configured. What runs when the context is
	 * stopped gets its time by the {@link SubprocessLifecycle}, so there is none left
	 * when the policy is closed.
	 */
	SubprocessBuilder builder() {
		SubprocessProperties properties = this.entry.properties();
		SubprocessProperties.Environment environment = properties.getEnvironment();
		Integer maxConcurrent = properties.getMaxConcurrent();
		String workingDirectory = properties.getWorkingDirectory();
		return Subprocess.builder(this.entry.name())
			.command(properties.getCommand())
			.allowArguments(properties.getAllowArguments())
			.timeout(properties.getTimeout())
			.killGrace(properties.getKillGrace())
			.killTree(properties.isKillTree())
			.maxConcurrent((maxConcurrent != null) ? maxConcurrent : 0)
			.maxOutput(properties.getMaxOutput().toBytes())
			.onOverflow(properties.getOnOverflow())
			.inheritEnvironment(environment.getInherit())
			.allowEnvironment(environment.getAllow())
			.environment(environment.getSet())
			.workingDirectory((workingDirectory != null) ? Path.of(workingDirectory) : null)
			.successExitCodes(properties.getSuccessExitCodes())
			.redact(properties.getRedact())
			.charset(properties.getCharset())
			.contextCarrier(ContextPropagation.create())
			.shutdownGrace(Duration.ZERO);
	}

}
