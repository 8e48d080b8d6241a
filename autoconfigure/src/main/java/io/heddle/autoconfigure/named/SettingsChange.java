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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two settings of a bean. Confined to one thread.
 *
 * @param <S> the type of the settings
 */
public final class SettingsChange<S> {

	private static final Log logger = LogFactory.getLog(SettingsChange.class);

	private final S before;

	private final S after;

	private final String key;

	private final List<String> needRestart = new ArrayList<>();

	/**
	 * Create a change.
	 * @param before the settings that the bean has
	 * @param after the settings as they are configured now
	 * @param key the key of the entry of the bean
	 */
	public SettingsChange(S before, S after, String key) {
		this.before = before;
		this.after = after;
		this.key = key;
	}

	/**
	 * Return a setting that has changed.
	 * @param <T> the type of the setting
	 * @param setting the setting
	 * @return the new value, or {@code null} if it is the old one
	 */
	public <T> @Nullable T changed(Function<S, @Nullable T> setting) {
		T value = setting.apply(this.after);
		return Objects.equals(setting.apply(this.before), value) ? null : value;
	}

	/**
	 * Note that a setting cannot change while the bean is in use.
	 * @param property its key relative to the entry
	 * @param setting the setting
	 */
	public void needsRestart(String property, Function<S, @Nullable Object> setting) {
		if (!Objects.equals(setting.apply(this.before), setting.apply(this.after))) {
			this.needRestart.add(this.key + "." + property);
		}
	}

	/**
	 * Warn of the settings that have changed and need a restart.
	 */
	public void warnOfRestart() {
		if (!this.needRestart.isEmpty()) {
			logger.warn("The change of " + String.join(", ", this.needRestart) + " needs a restart");
		}
	}

}
