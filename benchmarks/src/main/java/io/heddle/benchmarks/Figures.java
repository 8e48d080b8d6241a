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

package io.heddle.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured, by name; several rounds of each.
 */
public final class Figures {

	private final Map<String, List<Double>> values = new LinkedHashMap<>();

	public void add(String name, double value) {
		this.values.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
		System.err.printf("  %s %.1f%n", name, value);
	}

	public boolean has(String name) {
		return this.values.containsKey(name);
	}

	public double median(String name) {
		double[] sorted = sorted(name);
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	public double least(String name) {
		return sorted(name)[0];
	}

	public double most(String name) {
		double[] sorted = sorted(name);
		return sorted[sorted.length - 1];
	}

	public Iterable<String> names() {
		return this.values.keySet();
	}

	private double[] sorted(String name) {
		return this.values.get(name).stream().mapToDouble(Double::doubleValue).sorted().toArray();
	}

}
