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

import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;

/**
 * Gives each bean with annotations of one kind a proxy, having checked first that it can
 * work.
 */
@SuppressWarnings("serial")
public abstract class InterceptingBeanPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {

	protected InterceptingBeanPostProcessor(boolean proxyTargetClass) {
		setProxyTargetClass(proxyTargetClass);
		setBeforeExistingAdvisors(true);
	}

	/**
	 * Check the annotations of a class.
	 * @param type the class of a bean
	 * @throws InvalidAnnotationException if one of them cannot work
	 */
	protected abstract void verify(Class<?> type);

	/**
	 * Fit a proxy that may have got the advisor.
	 * @param proxy the proxy
	 * @param beanName the name of the bean
	 */
	protected abstract void fit(Advised proxy, String beanName);

	@Override
	public Class<?> determineBeanType(Class<?> beanClass, String beanName) {
		verify(beanClass);
		return super.determineBeanType(beanClass, beanName);
	}

	@Override
	protected ProxyFactory prepareProxyFactory(Object bean, String beanName) {
		ProxyFactory proxyFactory = super.prepareProxyFactory(bean, beanName);
		if (InterceptedMethods.hasInterfacesOnly(bean.getClass())) {
			proxyFactory.setProxyTargetClass(false);
		}
		return proxyFactory;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof AopInfrastructureBean)) {
			verify(AopUtils.getTargetClass(bean));
		}
		Object proxy = super.postProcessAfterInitialization(bean, beanName);
		if (proxy instanceof Advised advised && !advised.isFrozen()) {
			fit(advised, beanName);
		}
		return proxy;
	}

}
