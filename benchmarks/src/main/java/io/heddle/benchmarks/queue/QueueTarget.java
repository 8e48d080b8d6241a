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

package io.heddle.benchmarks.queue;

import java.util.List;

/**
 * A ratio of the items a second of two queues that is to be reached.
 *
 * @param ours the queue that has to be quick
 * @param peer what it is measured against
 * @param ratio the least that ours may reach, as a part of what the peer reaches
 */
record QueueTarget(QueueContender ours, QueueContender peer, double ratio) {

	static final List<QueueTarget> ALL = List.of(
			new QueueTarget(QueueContender.HEDDLE_FIFO, QueueContender.LINKED, 0.9),
			new QueueTarget(QueueContender.HEDDLE_PRIORITY, QueueContender.PRIORITY, 0.8));

}
