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

package io.heddle.autoconfigure.scheduling;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.support.SimpleTriggerContext;

/**
 * Goes on from the present moment once the clock has jumped back by more than the time
 * between two runs. Otherwise a task would wait until the clock has caught up with its
 * last run; after a smaller jump it does, for at most one interval more, so that no run
 * is repeated.
 */
final class JumpTolerantTrigger implements Trigger {

	private final Trigger delegate;

	JumpTolerantTrigger(Trigger delegate) {
		this.delegate = delegate;
	}

	@Override
	public @Nullable Instant nextExecution(TriggerContext context) {
		Instant next = this.delegate.nextExecution(context);
		Instant last = context.lastScheduledExecution();
		if (next == null || last == null) {
			return next;
		}
		Instant now = context.getClock().instant();
		if (Duration.between(now, last).compareTo(Duration.between(last, next)) <= 0) {
			return next;
		}
		SimpleTriggerContext afresh = new SimpleTriggerContext(context.getClock());
		afresh.update(now, now, now);
		return this.delegate.nextExecution(afresh);
	}

	@Override
	public String toString() {
		return this.delegate.toString();
	}

}
