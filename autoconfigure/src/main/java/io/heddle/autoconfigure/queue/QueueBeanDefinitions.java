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

package io.heddle.autoconfigure.queue;

import java.util.Set;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.NamedBeanDefinitions;

/**
 * Lets the queues be shut down with their context, so that no thread waits for room or
 * for an item for ever. Who joins a queue that is not empty then waits on, since nobody
 * is done with what is in it.
 */
class QueueBeanDefinitions extends NamedBeanDefinitions {

	QueueBeanDefinitions(Environment environment) {
		super(QueuePropertiesBinder.KIND, environment);
	}

	@Override
	protected Set<String> names(Environment environment) {
		return new QueuePropertiesBinder(environment).bind().keySet();
	}

	@Override
	protected void complete(AbstractBeanDefinition definition) {
		definition.setDestroyMethodName("shutdown");
	}

}
