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

package io.heddle.context;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.context.ThreadLocalAccessor;
import org.slf4j.MDC;

/**
 * Gives access to a thread-local value and records what it is set to.
 */
class RecordingAccessor implements ThreadLocalAccessor<String> {

	private final ThreadLocal<String> threadLocal = new ThreadLocal<>();

	final List<String> writes = new ArrayList<>();

	private final String key;

	String mdcKey;

	boolean failing;

	boolean failingToRestore;

	RecordingAccessor(String key) {
		this.key = key;
	}

	void set(String value) {
		this.threadLocal.set(value);
		if (this.mdcKey != null) {
			MDC.put(this.mdcKey, value);
		}
	}

	void remove() {
		this.threadLocal.remove();
	}

	@Override
	public Object key() {
		return this.key;
	}

	@Override
	public String getValue() {
		return this.threadLocal.get();
	}

	@Override
	public void setValue(String value) {
		if (this.failing) {
			throw new IllegalStateException("Expected");
		}
		this.writes.add(value);
		set(value);
	}

	@Override
	public void setValue() {
		if (this.failingToRestore) {
			throw new IllegalStateException("Expected");
		}
		this.writes.add(null);
		remove();
	}

}
