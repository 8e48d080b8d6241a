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

package io.heddle.executor;

/**
 * Makes room in the queue for the tasks that a host will run as soon as it has grown.
 *
 * @param host the host
 */
record HostGrowth(TaskHost host) implements Growth {

	@Override
	public boolean comesFirst() {
		return false;
	}

	@Override
	public int room(int capacity, int takers) {
		long spare = Math.max(0, this.host.size() - this.host.live());
		return (int) Math.min(Integer.MAX_VALUE, capacity + spare);
	}

	@Override
	public boolean leavesRoomToCapacity() {
		return true;
	}

}
