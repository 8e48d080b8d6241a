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

package io.heddle.benchmarks.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Nanoseconds by benchmark and number of variables, of several rounds.
 */
final class ContextFigures {

	private final Map<String, List<Double>> nanos = new TreeMap<>();

	void add(String benchmark, int variables, double nanos) {
		this.nanos.computeIfAbsent(benchmark + " " + variables, (key) -> new ArrayList<>()).add(nanos);
	}

	double median(String benchmark, int variables) {
		double[] sorted = sorted(benchmark, variables);
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	double least(String benchmark, int variables) {
		return sorted(benchmark, variables)[0];
	}

	double most(String benchmark, int variables) {
		double[] sorted = sorted(benchmark, variables);
		return sorted[sorted.length - 1];
	}

	private double[] sorted(String benchmark, int variables) {
		return this.nanos.get(benchmark + " " + variables).stream().mapToDouble(Double::doubleValue).sorted().toArray();
	}

}
