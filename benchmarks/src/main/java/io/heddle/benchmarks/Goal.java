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

/**
 * A ratio of two figures that is to be reached.
 *
 * @param ours the figure of ours
 * @param peer the figure that it is measured against
 * @param ratio the limit
 * @param more whether more is better: then ours is to be at least that part of the
 * peer's, and otherwise at most
 */
public record Goal(String ours, String peer, double ratio, boolean more) {

	public static Goal atMost(String ours, String peer, double ratio) {
		return new Goal(ours, peer, ratio, false);
	}

	public static Goal atLeast(String ours, String peer, double ratio) {
		return new Goal(ours, peer, ratio, true);
	}

	public boolean isMeasured(Figures figures) {
		return figures.has(this.ours) && figures.has(this.peer);
	}

	public double reached(Figures figures) {
		return figures.median(this.ours) / figures.median(this.peer);
	}

	public boolean isMet(Figures figures) {
		return this.more ? reached(figures) >= this.ratio : reached(figures) <= this.ratio;
	}

	public String limit() {
		return (this.more ? ">= " : "<= ") + this.ratio;
	}

}
