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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A method of a bean with a {@code @QueueListener} that can work.
 *
 * @param beanName the name of the bean
 * @param method the method of its class
 * @param label what is shown for it
 * @param queueName the name of the queue
 * @param concurrency how many items are handled at once, at most
 */
record QueueListenerMethod(String beanName, Method method, String label, String queueName, int concurrency) {

	/**
	 * Return what handles an item.
	 * @param beanFactory has the bean
	 * @return the handler
	 * @throws InvalidQueueListenerException if a proxy of the bean hides the method
	 */
	Handler handler(BeanFactory beanFactory) {
		Object bean = beanFactory.getBean(this.beanName);
		Method invocable = invocable(bean);
		ReflectionUtils.makeAccessible(invocable);
		ListenerResult result = new ListenerResult();
		return (item) -> result.await(invoke(bean, invocable, item));
	}

	private Method invocable(Object bean) {
		if (AopUtils.isCglibProxy(bean) && Modifier.isFinal(this.method.getModifiers())) {
			throw new InvalidQueueListenerException(
					"@QueueListener on " + this.label + " cannot work, because the method is final and the bean '"
							+ this.beanName + "' has a proxy, which cannot pass on its calls.",
					"Remove 'final' from the method.");
		}
		try {
			return AopUtils.selectInvocableMethod(this.method, bean.getClass());
		}
		catch (IllegalStateException ex) {
			throw new InvalidQueueListenerException(
					"@QueueListener on " + this.label + " cannot work, because the bean '" + this.beanName
							+ "' has a proxy of its interfaces, which have no such method.",
					"Declare the method in an interface, or let the bean be proxied by its class with "
							+ "spring.aop.proxy-target-class=true.");
		}
	}

	private @Nullable Object invoke(Object bean, Method invocable, Object item) throws Throwable {
		if (!ClassUtils.isAssignableValue(invocable.getParameterTypes()[0], item)) {
			throw new ClassCastException(
					"Queue '" + this.queueName + "' has an item of type " + item.getClass().getName() + " but "
							+ this.label + " takes " + invocable.getParameterTypes()[0].getName());
		}
		try {
			return invocable.invoke(bean, item);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/**
	 * Handles items.
	 */
	@FunctionalInterface
	interface Handler {

		/**
		 * Handle an item.
		 * @param item the item
		 * @throws Throwable what the method throws
		 */
		void handle(Object item) throws Throwable;

	}

}
