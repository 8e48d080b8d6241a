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

package io.heddle.actuate.sync;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

import io.heddle.actuate.named.RequestValue;
import io.heddle.actuate.named.ThreadTasks;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Synchronizer;

/**
 * {@link Endpoint @Endpoint} that shows the locks, semaphores, events and barriers of the
 * application with who holds them and who waits for them and, with unrestricted access,
 * sets and clears events, and aborts and resets barriers.
 */
@Endpoint(id = "synchronizers", defaultAccess = Access.READ_ONLY)
public class SynchronizersEndpoint {

	static final String KEYS = "set, action";

	private final SynchronizerBeans synchronizers;

	SynchronizersEndpoint(SynchronizerBeans synchronizers) {
		this.synchronizers = synchronizers;
	}

	/**
	 * Return all synchronizers of the application.
	 * @return the synchronizers by kind and bean name
	 */
	@ReadOperation
	public SynchronizersDescriptor synchronizers() {
		ThreadTasks tasks = this.synchronizers.tasks();
		return new SynchronizersDescriptor(this.synchronizers.describe(NamedLock.class, tasks),
				this.synchronizers.describe(NamedSemaphore.class, tasks),
				this.synchronizers.describe(NamedEvent.class, tasks),
				this.synchronizers.describe(NamedBarrier.class, tasks));
	}

	/**
	 * Return a synchronizer.
	 * @param name the name of the bean
	 * @return the synchronizer, or {@code null} if there is none of that name
	 */
	public @Nullable SynchronizerDescriptor synchronizer(String name) {
		return this.synchronizers.describe(name);
	}

	/**
	 * Change an event or a barrier.
	 * @param name the name of the bean
	 * @param set whether to set or clear an event
	 * @param action {@code abort} or {@code reset} for a barrier
	 * @return the synchronizer after the change, or {@code null} if there is none of that
	 * name
	 * @throws InvalidEndpointRequestException if nothing is given, or what the
	 * synchronizer cannot do
	 */
	public @Nullable SynchronizerDescriptor changeSynchronizer(String name, @Nullable Boolean set,
			@Nullable String action) {
		if (!contains(name)) {
			return null;
		}
		BarrierAction barrierAction = new RequestValue("action", action).as(BarrierAction::of, "abort or reset");
		if (set == null && barrierAction == null) {
			throw RequestValue.invalid("There is nothing to change. Send 'set' to an event or 'action' to a barrier");
		}
		Synchronizer synchronizer = this.synchronizers.find(name);
		if (synchronizer instanceof NamedEvent event && set != null && barrierAction == null) {
			change(event, set);
		}
		else if (synchronizer instanceof NamedBarrier barrier && barrierAction != null && set == null) {
			barrierAction.on(barrier);
		}
		else {
			throw RequestValue.invalid(refusal(name, synchronizer));
		}
		return synchronizer(name);
	}

	private static void change(NamedEvent event, boolean set) {
		if (set) {
			event.set();
		}
		else {
			event.clear();
		}
	}

	private static String refusal(String name, @Nullable Synchronizer synchronizer) {
		if (synchronizer instanceof NamedEvent) {
			return "'action' cannot be sent to '" + name + "', which is an event. Send 'set' alone";
		}
		if (synchronizer instanceof NamedBarrier) {
			return "'set' cannot be sent to '" + name + "', which is a barrier. Send 'action' alone";
		}
		String noun = (synchronizer instanceof NamedLock) ? "lock" : "semaphore";
		return "'" + name + "' is a " + noun + ", which cannot be changed from outside. Cancel the task that holds "
				+ "it, by the endpoint 'executors'";
	}

	boolean contains(String name) {
		return this.synchronizers.contains(name);
	}

}
