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

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.NamedEnvironmentChangeListener;
import io.heddle.autoconfigure.named.SettingsChange;
import io.heddle.subprocess.Subprocess;

/**
 * Says which changed properties of subprocess policies need a restart: all of them, for a
 * policy is what was checked at the start.
 */
class SubprocessEnvironmentChangeListener
		extends NamedEnvironmentChangeListener<Subprocess, NamedEntry<SubprocessProperties>> {

	private @Nullable BeanFactory beanFactory;

	SubprocessEnvironmentChangeListener() {
		super(SubprocessPropertiesBinder.KIND, Subprocess.class);
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		super.setBeanFactory(beanFactory);
		this.beanFactory = beanFactory;
	}

	@Override
	protected Map<String, NamedEntry<SubprocessProperties>> bind(Environment environment) {
		return new SubprocessPropertiesBinder(environment).bind();
	}

	@Override
	protected void apply(Subprocess subprocess, NamedEntry<SubprocessProperties> entry) {
		NamedEntry<SubprocessProperties> before = (this.beanFactory != null)
				? this.beanFactory.getBean(SubprocessBeanDefinitions.class).replace(entry) : null;
		if (before != null) {
			SettingsChange<NamedEntry<SubprocessProperties>> change = new SettingsChange<>(before, entry,
					entry.kind().key(entry.name()));
			entry.kind().keys().forEach((key) -> change.needsRestart(key, (side) -> side.value(key)));
			change.warnOfRestart();
		}
	}

}
