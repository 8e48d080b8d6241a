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

import java.util.List;
import java.util.Map;

/**
 * A ratio of the times of two contenders that is to be reached.
 *
 * @param ours the contender that has to be quick
 * @param peer what it is measured against
 * @param ratio the most that ours may take, as a part of what the peer takes
 */
record Target(Contender ours, Contender peer, double ratio) {

	/** How many bytes a task of ours may allocate. **/
	static final int BYTES = 64;

	/** The contenders that have to keep within {@link #BYTES}. **/
	static final List<Contender> SPARING = List.of(Contender.HEDDLE, Contender.HEDDLE_BEAN);

	static final List<Target> ALL = List.of(new Target(Contender.HEDDLE, Contender.SPRING, 1.6),
			new Target(Contender.HEDDLE_BEAN, Contender.SPRING, 1.6),
			new Target(Contender.HEDDLE, Contender.SPRING_TIMED, 0.7),
			new Target(Contender.HEDDLE_BEAN, Contender.SPRING_TIMED, 0.7),
			new Target(Contender.HEDDLE, Contender.DYNAMIC_TP, 1),
			new Target(Contender.HEDDLE_BEAN, Contender.DYNAMIC_TP, 1),
			new Target(Contender.HEDDLE, Contender.RESILIENCE4J, 1),
			new Target(Contender.HEDDLE_BEAN, Contender.RESILIENCE4J, 1),
			new Target(Contender.HEDDLE_CONTEXT, Contender.SPRING_CONTEXT, 0.3),
			new Target(Contender.HEDDLE_BEAN_CONTEXT, Contender.SPRING_CONTEXT, 0.3),
			new Target(Contender.HEDDLE_RUN_ON, Contender.ASYNC, 1.2),
			new Target(Contender.HEDDLE_VIRTUAL, Contender.VIRTUAL, 1.3),
			new Target(Contender.HEDDLE_VIRTUAL_BOUNDED, Contender.VIRTUAL, 1.3));

	boolean isMeasured(Map<Contender, Samples> results) {
		return results.containsKey(this.ours) && results.containsKey(this.peer);
	}

	double reached(Map<Contender, Samples> results) {
		return results.get(this.ours).nanos() / results.get(this.peer).nanos();
	}

}
