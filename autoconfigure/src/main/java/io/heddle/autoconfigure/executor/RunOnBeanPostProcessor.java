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

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.Pointcut;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.Assert;

import io.heddle.autoconfigure.named.InterceptingBeanPostProcessor;

/**
 * Gives each bean with {@code @RunOn} a proxy, having checked first that it can work.
 */
@SuppressWarnings("serial")
class RunOnBeanPostProcessor extends InterceptingBeanPostProcessor {

	private final Pointcut pointcut = new RunOnPointcut();

	private @Nullable RunOnOperations operations;

	private @Nullable RunOnVerifier verifier;

	RunOnBeanPostProcessor(boolean proxyTargetClass) {
		super(proxyTargetClass);
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		super.setBeanFactory(beanFactory);
		RunOnOperations operations = new RunOnOperations((ConfigurableListableBeanFactory) beanFactory);
		this.operations = operations;
		this.verifier = new RunOnVerifier(operations, isProxyTargetClass());
		this.advisor = new DefaultPointcutAdvisor(this.pointcut, new RunOnInterceptor(operations, null));
	}

	RunOnVerifier verifier() {
		Assert.state(this.verifier != null, "No bean factory was set");
		return this.verifier;
	}

	@Override
	protected void verify(Class<?> type) {
		verifier().verify(type);
	}

	/**
	 * A worker JVM finds the bean by its name.
	 */
	@Override
	protected void fit(Advised proxy, String beanName) {
		if (this.advisor != null && this.operations != null && proxy.indexOf(this.advisor) >= 0) {
			proxy.replaceAdvisor(this.advisor,
					new DefaultPointcutAdvisor(this.pointcut, new RunOnInterceptor(this.operations, beanName)));
		}
	}

	private static final class RunOnPointcut extends StaticMethodMatcherPointcut {

		@Override
		public ClassFilter getClassFilter() {
			return RunOnAnnotations::isCandidate;
		}

		@Override
		public boolean matches(Method method, Class<?> targetClass) {
			return RunOnAnnotations.find(method, targetClass) != null;
		}

	}

}
