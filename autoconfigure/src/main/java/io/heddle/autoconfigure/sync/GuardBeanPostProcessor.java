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

package io.heddle.autoconfigure.sync;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.interceptor.AsyncExecutionInterceptor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.util.Assert;

import io.heddle.autoconfigure.named.InterceptingBeanPostProcessor;

/**
 * Gives each bean with {@code @Locked} or {@code @Permit} a proxy, having checked first
 * that it can work.
 * <p>
 * Goes before the processors of {@code @RunOn} and {@code @Async}, which put themselves
 * around what they find: so the thread of the executor takes the lock. Puts itself around
 * all else, such as transactions: so a transaction ends before its lock is released.
 */
@SuppressWarnings("serial")
class GuardBeanPostProcessor extends InterceptingBeanPostProcessor {

	private @Nullable GuardedMethods methods;

	GuardBeanPostProcessor(boolean proxyTargetClass) {
		super(proxyTargetClass);
		setOrder(Ordered.LOWEST_PRECEDENCE - 1);
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		super.setBeanFactory(beanFactory);
		GuardedMethods methods = new GuardedMethods((ConfigurableListableBeanFactory) beanFactory,
				isProxyTargetClass());
		this.methods = methods;
		this.advisor = new DefaultPointcutAdvisor(new GuardPointcut(), new GuardInterceptor(methods));
	}

	GuardedMethods methods() {
		Assert.state(this.methods != null, "No bean factory was set");
		return this.methods;
	}

	@Override
	protected void verify(Class<?> type) {
		methods().verify(type);
	}

	/**
	 * With another order, the processor of {@code @Async} may have come first.
	 */
	@Override
	protected void fit(Advised proxy, String beanName) {
		int own = (this.advisor != null) ? proxy.indexOf(this.advisor) : -1;
		Advisor[] advisors = proxy.getAdvisors();
		int async = advisors.length - 1;
		while (async >= 0 && !(advisors[async].getAdvice() instanceof AsyncExecutionInterceptor)) {
			async--;
		}
		if (this.advisor != null && own >= 0 && own < async) {
			proxy.removeAdvisor(own);
			proxy.addAdvisor(async, this.advisor);
		}
	}

	private static final class GuardPointcut extends StaticMethodMatcherPointcut {

		@Override
		public ClassFilter getClassFilter() {
			return GuardedMethods::isCandidate;
		}

		@Override
		public boolean matches(Method method, Class<?> targetClass) {
			return GuardedMethods.contains(method, targetClass);
		}

	}

}
