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

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.NamedEnvironmentChangeListener;
import io.heddle.autoconfigure.named.SettingsChange;
import io.heddle.sync.Synchronizer;

/**
 * Says which changed properties of synchronizers need a restart: all of them.
 *
 * @param <P> the type of the properties
 * @param <S> the type of the beans
 */
class SynchronizerEnvironmentChangeListener<P, S extends Synchronizer> extends NamedEnvironmentChangeListener<S, P> {

	private final SynchronizerKind<P, S> kind;

	SynchronizerEnvironmentChangeListener(SynchronizerKind<P, S> kind) {
		super(kind.beans(), kind.type());
		this.kind = kind;
	}

	@Override
	protected Map<String, P> bind(Environment environment) {
		return this.kind.bind(environment);
	}

	@Override
	protected void apply(S synchronizer, P properties) {
		Map<String, @Nullable Object> before = this.kind.settings(synchronizer);
		SettingsChange<Map<String, @Nullable Object>> change = new SettingsChange<>(before,
				this.kind.settings(properties), this.kind.beans().key(synchronizer.name()));
		before.keySet()
			.stream()
			.sorted()
			.forEach((property) -> change.needsRestart(property, (settings) -> settings.get(property)));
		change.warnOfRestart();
	}

}
