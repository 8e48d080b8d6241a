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

package io.heddle.actuate.executor;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

import io.heddle.executor.NamedExecutor;

/**
 * {@link Condition} that matches if there is a {@link NamedExecutor} bean. Such beans are
 * no default candidates, so {@link ConditionalOnBean @ConditionalOnBean} may overlook
 * them.
 */
class OnNamedExecutorCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Named executor");
		@Nullable ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		String[] names = (beanFactory != null)
				? BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, NamedExecutor.class, true, false)
				: new String[0];
		return (names.length > 0) ? ConditionOutcome.match(message.found("bean", "beans").items((Object[]) names))
				: ConditionOutcome.noMatch(message.didNotFind("any beans").atAll());
	}

}
