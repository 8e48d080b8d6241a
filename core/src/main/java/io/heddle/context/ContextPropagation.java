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

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Carries {@linkplain ContextVar context variables}, the MDC, and the value of each
 * {@code ThreadLocalAccessor} that is registered with Micrometer's global
 * {@code ContextRegistry} if that is on the class path, from the submitter to its task.
 * An accessor that is registered later counts from then on.
 * <p>
 * The task sees exactly the values that its submitter had. What the thread had before is
 * put back afterwards, also when the task throws, so nothing that the task sets remains.
 * The deques of the MDC ({@link MDC#pushByKey}) do not travel, for SLF4J cannot list
 * them.
 * <p>
 * Thread-safe. In a session, nothing is allocated for a task whose context is that of the
 * task before.
 */
public final class ContextPropagation implements ContextCarrier {

	private static final Logger logger = LoggerFactory.getLogger(ContextPropagation.class);

	/** What the names of MDC entries begin with among portable values. **/
	private static final String MDC_PREFIX = "mdc:";

	private final ThreadLocalValues threadLocals;

	private final MdcSnapshots mdcSnapshots;

	/**
	 * What a thread has captured last, for as long as a task holds it: a thread that
	 * submits many tasks in the same context captures it once.
	 */
	private final ThreadLocal<@Nullable WeakReference<Captured>> last = new ThreadLocal<>();

	private ContextPropagation(ThreadLocalValues threadLocals, MdcSnapshots mdcSnapshots) {
		this.threadLocals = threadLocals;
		this.mdcSnapshots = mdcSnapshots;
	}

	/**
	 * Create a carrier of context variables, the MDC and all registered accessors.
	 * @return the new carrier
	 */
	public static ContextPropagation create() {
		boolean micrometer = isMicrometerPresent();
		return new ContextPropagation(micrometer ? RegisteredThreadLocalValues.global() : ThreadLocalValues.NONE,
				MdcSnapshots.create());
	}

	private static boolean isMicrometerPresent() {
		try {
			Class.forName("io.micrometer.context.ContextRegistry", false, ContextPropagation.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

	@Override
	public @Nullable Object capture() {
		Map<String, String> mdc = takeMdcSnapshot();
		VariableValues variables = takeVariables();
		if (mdc == null && variables == null && this.threadLocals.isCurrent(null)) {
			return null;
		}
		Captured last = last();
		if (last != null && last.variables() == variables && Objects.equals(last.mdcSnapshot(), mdc)
				&& this.threadLocals.isCurrent(last.threadLocals())) {
			return last;
		}
		// an ordinary map, which the thread of the task will copy faster
		Map<String, String> copy = (mdc != null) ? new HashMap<>(mdc) : null;
		Captured captured = new Captured(this.threadLocals.capture(), copy, mdc, variables);
		this.last.set(new WeakReference<>(captured));
		return captured;
	}

	private @Nullable Captured last() {
		WeakReference<Captured> reference = this.last.get();
		return (reference != null) ? reference.get() : null;
	}

	private static @Nullable VariableValues takeVariables() {
		VariableValues values = CurrentContext.get().values();
		return (values != null && !values.isEmpty()) ? values : null;
	}

	private @Nullable Map<String, String> takeMdcSnapshot() {
		Map<String, String> mdc = this.mdcSnapshots.take();
		if (mdc != null && mdc.isEmpty()) {
			// Let go of the emptied map, which would be copied each time
			MDC.clear();
			return null;
		}
		return mdc;
	}

	@Override
	public void run(@Nullable Object captured, Runnable task) {
		CurrentContext current = CurrentContext.get();
		if (captured == null && current.values() == null && this.mdcSnapshots.take() == null
				&& this.threadLocals.isCurrent(null)) {
			runWithNothing(current, task);
			return;
		}
		KeptContext context = new KeptContext(this.threadLocals, this.mdcSnapshots);
		context.enter(Captured.of(captured));
		try {
			task.run();
		}
		finally {
			context.leave();
		}
	}

	/**
	 * There is nothing to set or to put back, as for most tasks of most threads: only
	 * what the task itself sets is to be taken away.
	 */
	private void runWithNothing(CurrentContext current, Runnable task) {
		Context previous = current.known();
		current.replace(null, null);
		try {
			task.run();
		}
		finally {
			try {
				this.threadLocals.clear();
			}
			finally {
				current.replace(previous, null);
				if (this.mdcSnapshots.take() != null) {
					MDC.clear();
				}
			}
		}
	}

	/**
	 * Take away all that would be carried from the calling thread. For who owns a thread
	 * that has no context of its own, after each of its tasks: it costs less than to have
	 * each {@linkplain #run run} with nothing. What fails is logged.
	 */
	public void clear() {
		CurrentContext.get().replace(null, null);
		try {
			this.threadLocals.clear();
		}
		catch (RuntimeException | Error ex) {
			// neither the task before nor the next one is to blame
			logger.warn("What a task has set could not be taken away wholly", ex);
		}
		// last, since an accessor may write to it
		if (this.mdcSnapshots.take() != null) {
			MDC.clear();
		}
	}

	@Override
	public ContextSession openSession() {
		return new KeptContext(this.threadLocals, this.mdcSnapshots);
	}

	/**
	 * Return the MDC, each value that is serializable and whose accessor has a string as
	 * its key, and each one whose context variable is in a static field of the class that
	 * made it.
	 */
	@Override
	public Map<String, Object> portable(@Nullable Object captured) {
		if (captured == null) {
			return Map.of();
		}
		Captured context = (Captured) captured;
		Map<String, Object> portable = new HashMap<>(this.threadLocals.portable(context.threadLocals()));
		if (context.variables() != null) {
			PortableVariables.add(context.variables(), portable);
		}
		if (context.mdc() != null) {
			context.mdc().forEach((key, value) -> portable.put(MDC_PREFIX + key, value));
		}
		return portable;
	}

	@Override
	public @Nullable Object capturedOf(Map<String, Object> portable) {
		Object threadLocals = this.threadLocals.capturedOf(portable);
		VariableValues variables = PortableVariables.of(portable);
		Map<String, String> mdc = new HashMap<>();
		portable.forEach((name, value) -> {
			if (name.startsWith(MDC_PREFIX) && value instanceof String text) {
				mdc.put(name.substring(MDC_PREFIX.length()), text);
			}
		});
		return (threadLocals != null || variables != null || !mdc.isEmpty())
				? new Captured(threadLocals, mdc, mdc, variables) : null;
	}

}
