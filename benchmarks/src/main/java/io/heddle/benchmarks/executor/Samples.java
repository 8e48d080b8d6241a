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

package io.heddle.benchmarks.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The results of all forks of one contender.
 */
final class Samples {

	private final List<Sample> samples = new ArrayList<>();

	void add(Sample sample) {
		this.samples.add(sample);
	}

	double nanos() {
		return median(Sample::nanos);
	}

	double bytes() {
		return median(Sample::bytes);
	}

	double least() {
		return sorted(Sample::nanos)[0];
	}

	double most() {
		double[] sorted = sorted(Sample::nanos);
		return sorted[sorted.length - 1];
	}

	private double median(ToDoubleFunction<Sample> value) {
		double[] sorted = sorted(value);
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	private double[] sorted(ToDoubleFunction<Sample> value) {
		return this.samples.stream().mapToDouble(value).sorted().toArray();
	}

}
