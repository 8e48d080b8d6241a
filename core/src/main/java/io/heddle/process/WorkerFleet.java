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

package io.heddle.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.executor.BrokenExecutorException;
import io.heddle.executor.HostedRunner;
import io.heddle.executor.HostedTask;
import io.heddle.executor.HostedTasks;
import io.heddle.executor.TaskHost;

/**
 * The workers of a pool: who is idle, who runs what, who starts and who ends. All is
 * guarded by one lock, which is held to update lists only: tasks are encoded before, and
 * written, killed, decoded and ended after it is released.
 */
final class WorkerFleet implements TaskHost, FleetReader.Source {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private static final Duration SAMPLING = Duration.ofSeconds(1);

	private static final long RECALL_AFTER = TimeUnit.MILLISECONDS.toNanos(1);

	private final ReentrantLock lock = new ReentrantLock();

	private final FleetSettings settings;

	private final TaskEncoder encoder;

	private final TaskCodec codec;

	private final Keeper keeper;

	private final FleetReader reader;

	private final FleetStarts starts;

	private final FleetListener listener;

	private final LogForwarder log;

	/** All whose socket has not ended. **/
	private final Set<WorkerLink> links = new HashSet<>();

	/** Most recently used first. **/
	private final Deque<WorkerLink> idle = new ArrayDeque<>();

	private final Deque<WorkerLink> spares = new ArrayDeque<>();

	/** Tasks that came back from workers, which go before those in the queue. **/
	private final Deque<PoolTask> returned = new ArrayDeque<>();

	/** Tasks of workers that have died, until it is known of what. **/
	private final Set<PoolTask> examined = new HashSet<>();

	private final Map<String, Long> recycled = new TreeMap<>();

	private final StackRequests stacks = new StackRequests();

	@SuppressWarnings("NullAway.Init") // before the first task
	private volatile HostedTasks tasks;

	private volatile int size;

	/** The workers that take tasks or still have some. **/
	private volatile int live;

	/** Tasks that were sent, and workers that were told to end. **/
	private volatile int expected;

	/** Workers whose process may still be there. **/
	private int processes;

	private long averageRun;

	private long crashed;

	private long retried;

	private boolean sampling;

	private boolean shuttingDown;

	/** Whether tasks that lose their worker are not run again. **/
	private boolean terminating;

	/** Whether all workers were told to end. **/
	private boolean closing;

	private boolean closed;

	WorkerFleet(FleetSettings settings, WorkerLauncher launcher, TaskCodec codec, TaskEncoder encoder, long spinNanos,
			FleetListener listener, LogForwarder log) {
		this.settings = settings;
		this.codec = codec;
		this.encoder = encoder;
		this.size = settings.size();
		this.listener = listener;
		this.log = log;
		this.keeper = new Keeper(settings.name());
		this.reader = new FleetReader(settings.name(), this, this.keeper.callbacks(), new SpinBudget(spinNanos));
		this.starts = new FleetStarts(this, settings, launcher, this.keeper, this.lock);
	}

	FleetListener listener() {
		return this.listener;
	}

	@Override
	public void attach(HostedTasks tasks) {
		this.tasks = tasks;
		locked((after) -> {
			for (int i = 0; i < this.size && this.settings.eager(); i++) {
				grow(after);
			}
			replenish(after);
		});
	}

	void locked(Consumer<Afterwards> change) {
		Afterwards after = new Afterwards();
		this.lock.lock();
		try {
			change.accept(after);
		}
		finally {
			this.lock.unlock();
		}
		after.run(this.reader);
	}

	@Override
	public void prepare(HostedTask task) throws IOException {
		task.attach(this.encoder.encode(task));
	}

	@Override
	public boolean start(HostedTask hosted) {
		PoolTask task = PoolTask.of(hosted);
		Afterwards after = new Afterwards();
		boolean started = false;
		this.lock.lock();
		try {
			if (this.returned.isEmpty() && !this.shuttingDown && this.tasks.queueSize() == 0
					&& !this.tasks.executor().isPaused()) {
				if (this.idle.isEmpty()) {
					grow(after);
				}
				WorkerLink link = linkWithRoom();
				started = link != null;
				if (link != null && place(link, task)) {
					after.write(link);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
		if (!started) {
			task.detach();
		}
		after.run(this.reader);
		return started;
	}

	@Override
	public void tasksWaiting() {
		locked(this::dispatch);
	}

	@Override
	public void turned() {
		locked(this::dispatch);
	}

	/**
	 * Send tasks as long as one waits and a worker has room, get more workers if there
	 * may be more, and end if there is nothing to do any more.
	 */
	private void dispatch(Afterwards after) {
		WorkerLink link = linkWithRoom();
		while (link != null) {
			PoolTask next = next(after);
			if (next == null) {
				break;
			}
			if (place(link, next)) {
				after.write(link);
			}
			link = linkWithRoom();
		}
		if (link == null) {
			growForWaiting(after);
		}
		if (this.terminating) {
			// there will be no worker to run them
			this.returned.forEach((task) -> after.add(() -> this.tasks.executor().cancel(task.id())));
		}
		if (this.expected == 0) {
			finishIfDone(after);
			after.add(this.tasks::checkIdle);
		}
	}

	private @Nullable PoolTask next(Afterwards after) {
		if (!this.returned.isEmpty() && !this.tasks.executor().isPaused()) {
			return this.returned.poll();
		}
		HostedTask task = this.tasks.poll(after.actions());
		return (task != null) ? PoolTask.of(task) : null;
	}

	private @Nullable WorkerLink linkWithRoom() {
		WorkerLink best = this.idle.peek();
		if (best != null) {
			return best;
		}
		int room = 0;
		for (WorkerLink link : this.links) {
			int roomHere = link.room(this.settings.recycling().maxTasks());
			// by halves, so that tasks go together
			if (roomHere > room && 2 * roomHere >= link.window.size()) {
				best = link;
				room = roomHere;
			}
		}
		return best;
	}

	private boolean place(WorkerLink link, PoolTask task) {
		if (task.task().isSettled()) {
			return false;
		}
		boolean first = link.inFlight().isEmpty();
		link.send(task);
		this.expected++;
		if (first) {
			this.idle.remove(link);
			begin(link, task, System.nanoTime());
		}
		return true;
	}

	private void begin(WorkerLink link, PoolTask task, long now) {
		task.startedAt = now;
		task.begun = task.task().begin(link.runner(), now);
		if (!task.begun) {
			// cancelled when it was on its way, and perhaps too late
			killUnlessEnded(link, task);
		}
	}

	private void growForWaiting(Afterwards after) {
		int waiting = this.returned.size() + (this.tasks.executor().isPaused() ? 0 : this.tasks.queueSize());
		for (int i = this.starts.starting(); i < waiting && mayGrow(); i++) {
			grow(after);
		}
	}

	private boolean mayGrow() {
		return this.live + this.starts.starting() < this.size && !this.terminating && !this.closing;
	}

	private void grow(Afterwards after) {
		if (!mayGrow()) {
			return;
		}
		WorkerLink spare = this.spares.poll();
		if (spare != null) {
			spare.spare = false;
			employ(spare);
			replenish(after);
			after.add(this::tasksWaiting);
		}
		else {
			this.starts.begin(false, after);
		}
	}

	private void replenish(Afterwards after) {
		while (this.spares.size() + this.starts.startingSpares() < this.settings.spares() && !this.closing
				&& !this.terminating) {
			this.starts.begin(true, after);
		}
	}

	private void employ(WorkerLink link) {
		link.counted = true;
		this.live++;
		this.idle.addFirst(link);
	}

	private void uncount(WorkerLink link) {
		if (link.counted) {
			link.counted = false;
			this.live--;
		}
	}

	/**
	 * Take on a worker that is ready. Called with the lock.
	 */
	void started(WorkerConnection connection, boolean spare, Afterwards after) {
		if (this.closing || this.terminating) {
			this.processes++;
			after.add(() -> this.keeper.run(() -> {
				connection.descendants().kill();
				connection.close();
				locked(this::gone);
			}));
			return;
		}
		String name = this.settings.name() + "-" + connection.pid();
		WorkerLink[] self = new WorkerLink[1];
		HostedRunner runner = new HostedRunner(name, () -> stack(self[0]));
		WorkerLink link = new WorkerLink(connection, this.lock, runner, new Window(this.averageRun));
		self[0] = link;
		this.links.add(link);
		this.processes++;
		this.tasks.add(runner);
		if (spare) {
			link.spare = true;
			this.spares.add(link);
		}
		else {
			employ(link);
		}
		connection.process().onExit().thenRun(this.reader::call);
		if (!this.sampling) {
			this.sampling = true;
			this.keeper.every(SAMPLING, this::sample);
		}
		after.add(() -> this.listener.started(connection.pid()));
		try {
			this.reader.add(link);
			dispatch(after);
		}
		catch (IOException ex) {
			after.add(() -> lost(link, null));
		}
	}

	/**
	 * Note that a start has come to nothing. Called with the lock.
	 */
	void notStarted(Afterwards after) {
		dispatch(after);
	}

	/**
	 * Fail all that waits, since no worker can be started. Called with the lock.
	 */
	void broken(Throwable cause, Afterwards after) {
		this.tasks.brokenBy(cause);
		this.tasks.poll(after.actions());
		for (PoolTask task : this.returned) {
			after.add(() -> task.task()
				.fail(new BrokenExecutorException(this.settings.name(), "it failed to start a worker", cause)));
		}
		this.returned.clear();
		finishIfDone(after);
	}

	void healed() {
		this.tasks.brokenBy(null);
	}

	@Override
	public void received(WorkerLink link, Frame frame, List<Completion> completions) throws IOException {
		switch (frame.kind()) {
			case RESULT, FAILURE, CHUNK_RESULT -> ended(link, frame, completions);
			case DROPPED -> givenBack(link, List.of(frame.id()));
			case RECALLED -> givenBack(link, this.codec.ids(frame));
			case STACKS -> this.stacks.answer(frame.id(), this.codec.stack(frame));
			case LOG, OUTPUT -> log(link.connection(), frame);
			case RETIRING -> locked((after) -> {
				link.lastTask = frame.id();
				retire(link, "signal", after);
			});
			default -> throw new FrameException("A worker sent " + frame.kind());
		}
	}

	private void log(WorkerConnection connection, Frame frame) {
		LastLines lines = new LastLines();
		this.log.accept(connection.pid(), frame, lines);
		lines.get().forEach(connection::remember);
	}

	private void ended(WorkerLink link, Frame frame, List<Completion> completions) {
		long now = System.nanoTime();
		Afterwards after = new Afterwards();
		PoolTask task;
		this.lock.lock();
		try {
			task = link.remove(frame.id());
			if (task != null) {
				this.expected--;
				link.done();
				link.window.ran(now - task.startedAt);
				this.averageRun = link.window.average();
				if (task.begun) {
					task.task().end(link.runner(), now);
				}
				promote(link, now, after);
			}
		}
		finally {
			this.lock.unlock();
		}
		after.run(this.reader);
		if (task != null && !task.task().isSettled()) {
			completions.add(this.encoder.decode(task.task(), frame));
		}
	}

	private void givenBack(WorkerLink link, List<Long> ids) {
		locked((after) -> {
			long now = System.nanoTime();
			PoolTask head = link.head();
			link.recalling = false;
			for (Long id : ids) {
				PoolTask task = link.remove(id);
				if (task != null) {
					this.expected--;
					link.givenBack();
					giveBack(link, task, now, false);
				}
			}
			if (link.head() != head) {
				promote(link, now, after);
			}
			dispatch(after);
		});
	}

	private void giveBack(WorkerLink link, PoolTask task, long now, boolean first) {
		if (task.task().isSettled()) {
			if (task.begun) {
				task.task().end(link.runner(), now);
			}
			return;
		}
		if (task.begun) {
			task.task().putBack(link.runner());
		}
		task.returned();
		if (first) {
			this.returned.addFirst(task);
		}
		else {
			this.returned.addLast(task);
		}
	}

	private void promote(WorkerLink link, long now, Afterwards after) {
		PoolTask next = link.head();
		if (next != null) {
			begin(link, next, now);
			return;
		}
		String reason = this.settings.recycling().reasonByTasks(link.sent());
		if (reason != null) {
			retire(link, reason, after);
		}
		else if (this.live > this.size && link.takesTasks()) {
			retire(link, "resize", after);
		}
		else if (link.retireReason != null) {
			stop(link, after);
		}
		else if (link.takesTasks() && link.counted) {
			this.idle.addFirst(link);
		}
	}

	private void retire(WorkerLink link, String reason, Afterwards after) {
		if (!link.takesTasks() && !link.spare) {
			return;
		}
		link.retireReason = reason;
		this.idle.remove(link);
		this.spares.remove(link);
		this.recycled.merge(reason, 1L, Long::sum);
		after.add(() -> {
			logger.info("Worker {} of process pool '{}' is retired ({}) after {} tasks", link.pid(),
					this.settings.name(), reason, link.tasksDone());
			this.listener.recycled(link.pid(), reason);
		});
		if (link.inFlight().isEmpty()) {
			stop(link, after);
		}
		else {
			recall(link, after);
		}
	}

	private void stop(WorkerLink link, Afterwards after) {
		if (link.stopped || link.lost) {
			return;
		}
		link.stopped = true;
		this.idle.remove(link);
		this.spares.remove(link);
		uncount(link);
		this.expected++;
		link.send(TaskCodec.control(FrameKind.STOP, 0));
		after.write(link);
		after.add(() -> {
			this.reader.call();
			this.keeper.after(this.settings.killGrace(), () -> kill(link));
		});
	}

	private void recall(WorkerLink link, Afterwards after) {
		List<Long> behind = link.behind();
		if (!link.recalling && !behind.isEmpty()) {
			link.recalling = true;
			link.send(this.codec.recall(behind));
			after.write(link);
		}
	}

	@Override
	public void tick() {
		if (this.live < 2 || this.expected < 2 || !this.lock.tryLock()) {
			return;
		}
		Afterwards after = new Afterwards();
		try {
			long now = System.nanoTime();
			for (WorkerLink link : (this.idle.isEmpty()) ? List.<WorkerLink>of() : this.links) {
				PoolTask head = link.head();
				if (head != null && now - head.startedAt > RECALL_AFTER) {
					// what waits behind a long task can run elsewhere
					recall(link, after);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
		after.run(this.reader);
	}

	@Override
	public void settled(HostedTask hosted, boolean interrupt) {
		PoolTask task = (PoolTask) hosted.attachment();
		if (task == null) {
			return;
		}
		locked((after) -> {
			WorkerLink link = task.link;
			if (link == null) {
				if (this.returned.remove(task)) {
					dispatch(after);
				}
				return;
			}
			boolean running = link.head() == task;
			if (!task.cancelSent && (interrupt || !running)) {
				task.cancelSent = true;
				link.send(TaskCodec.control(FrameKind.CANCEL, task.id()));
				after.write(link);
				if (running) {
					recall(link, after);
					killUnlessEnded(link, task);
				}
			}
		});
	}

	private void killUnlessEnded(WorkerLink link, PoolTask task) {
		// now, for an ended future does not know its task any more
		String label = task.task().label();
		this.keeper.after(this.settings.killGrace(), () -> {
			boolean kill;
			this.lock.lock();
			try {
				kill = link.head() == task && !link.lost;
				if (kill) {
					link.killReason = "it did not end task '" + label + "' within its kill-grace of "
							+ this.settings.killGrace();
				}
			}
			finally {
				this.lock.unlock();
			}
			if (kill) {
				logger.warn("Worker {} of process pool '{}' is killed: {}", link.pid(), this.settings.name(),
						link.killReason);
				kill(link);
			}
		});
	}

	private void kill(WorkerLink link) {
		if (!link.lost) {
			this.keeper.run(() -> link.connection().descendants().kill());
		}
	}

	@Override
	public void lost(WorkerLink link, @Nullable String reason) {
		if (reason != null) {
			// before it sees the end of the socket, which would tell it that its parent
			// is gone
			link.connection().process().destroyForcibly();
		}
		locked((after) -> lost(link, reason, after));
		try {
			link.connection().channel().close();
		}
		catch (IOException ex) {
			logger.debug("Could not close the socket of worker {}", link.pid(), ex);
		}
	}

	private void lost(WorkerLink link, @Nullable String reason, Afterwards after) {
		if (link.lost) {
			return;
		}
		link.lost = true;
		this.links.remove(link);
		this.idle.remove(link);
		this.spares.remove(link);
		uncount(link);
		this.expected -= link.inFlight().size() + ((link.stopped) ? 1 : 0);
		PoolTask head = link.head();
		if (head != null && (link.lastTask == null || link.lastTask == head.id())) {
			link.inFlight().remove();
			this.examined.add(head);
		}
		else {
			head = null;
		}
		long now = System.nanoTime();
		Iterator<PoolTask> behind = link.inFlight().descendingIterator();
		while (behind.hasNext()) {
			giveBack(link, behind.next(), now, true);
		}
		link.inFlight().clear();
		PoolTask victim = head;
		after.add(() -> this.keeper.run(() -> examine(link, victim, reason)));
		dispatch(after);
		replenish(after);
	}

	/**
	 * Find out how a worker ended, and end or repeat the task that it ran.
	 */
	private void examine(WorkerLink link, @Nullable PoolTask victim, @Nullable String reason) {
		if (reason != null) {
			link.connection().descendants().kill();
		}
		WorkerCrashedException crash = Autopsy.of(link, describe(link, victim, reason));
		link.connection().close();
		boolean deliberate = link.stopped || link.killReason != null || link.lastTask != null;
		if (!deliberate) {
			logger.warn(crash.getMessage());
		}
		locked((after) -> {
			if (!deliberate) {
				this.starts.died();
				after.add(() -> this.listener.crashed(crash));
			}
			if (victim != null) {
				this.examined.remove(victim);
				bury(link, victim, crash, after);
			}
			this.tasks.remove(link.runner());
			gone(after);
		});
	}

	private String describe(WorkerLink link, @Nullable PoolTask victim, @Nullable String reason) {
		StringBuilder what = new StringBuilder("Worker of process pool '").append(this.settings.name()).append("'");
		if (link.killReason != null) {
			what.append(" was killed because ").append(link.killReason);
		}
		else if (reason != null) {
			what.append(" was killed because it ").append(reason);
		}
		else {
			what.append(" died");
		}
		if (victim != null) {
			what.append(" while it ran task '").append(victim.task().label()).append("'");
		}
		return what.toString();
	}

	private void bury(WorkerLink link, PoolTask victim, WorkerCrashedException crash, Afterwards after) {
		boolean settled = victim.task().isSettled();
		if (!settled && victim.deaths < this.settings.retries() && !this.terminating) {
			victim.deaths++;
			this.retried++;
			giveBack(link, victim, System.nanoTime(), true);
			return;
		}
		if (victim.begun) {
			victim.task().end(link.runner(), System.nanoTime());
		}
		if (!settled) {
			this.crashed++;
			after.add(() -> this.keeper.callbacks().execute(Completion.failed(victim.task(), crash)));
		}
	}

	private void gone(Afterwards after) {
		this.processes--;
		dispatch(after);
		finishIfDone(after);
	}

	private void finishIfDone(Afterwards after) {
		if (this.shuttingDown && !this.closing && this.expected == 0 && this.examined.isEmpty()
				&& this.returned.isEmpty() && this.tasks.queueSize() == 0) {
			this.closing = true;
			this.starts.cancel();
			List.copyOf(this.links).forEach((link) -> stop(link, after));
		}
		if (this.closing && !this.closed && this.processes == 0 && this.starts.isQuiet()) {
			this.closed = true;
			after.add(this::close);
		}
	}

	private void close() {
		this.reader.close();
		this.starts.close();
		this.log.close();
		this.keeper.close();
		this.tasks.terminated();
	}

	private void sample() {
		List<WorkerLink> links;
		List<WorkerLink> busy;
		this.lock.lock();
		try {
			links = List.copyOf(this.links);
			busy = links.stream().filter((link) -> link.head() != null).toList();
		}
		finally {
			this.lock.unlock();
		}
		busy.forEach((link) -> link.connection().descendants().sample());
		for (WorkerLink link : links) {
			String reason = this.settings.recycling().reasonBySample(link, System.nanoTime());
			if (reason != null) {
				locked((after) -> {
					retire(link, reason, after);
					dispatch(after);
					replenish(after);
				});
			}
		}
	}

	@Override
	public boolean isBusy() {
		return this.expected > 0;
	}

	@Override
	public boolean await(CompletableFuture<?> future, long nanos) {
		return this.reader.await(future, nanos);
	}

	@Override
	public void resultWanted() {
		if (isBusy()) {
			this.reader.call();
		}
	}

	@Override
	public void ended(CompletableFuture<?> future) {
		this.reader.ended(future);
	}

	@Override
	public List<HostedTask> held() {
		List<HostedTask> held = new ArrayList<>();
		this.lock.lock();
		try {
			this.examined.forEach((task) -> held.add(task.task()));
			for (WorkerLink link : this.links) {
				link.inFlight().forEach((task) -> held.add(task.task()));
			}
			this.returned.forEach((task) -> held.add(task.task()));
			return held;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public int live() {
		return this.live;
	}

	@Override
	public int size() {
		return this.size;
	}

	@Override
	public void resize(int size) {
		locked((after) -> {
			this.size = size;
			while (this.live > size && !this.idle.isEmpty()) {
				retire(this.idle.getLast(), "resize", after);
			}
			dispatch(after);
		});
	}

	@Override
	public void shutDown() {
		locked((after) -> {
			this.shuttingDown = true;
			dispatch(after);
		});
	}

	/**
	 * End all workers, with what they run. The pool has been shut down.
	 * @param force whether not to ask them first
	 */
	void terminate(boolean force) {
		locked((after) -> {
			this.terminating = true;
			this.starts.cancel();
			for (WorkerLink link : this.links) {
				link.killReason = (force) ? "its pool was killed" : "its pool was terminated";
				after.add(() -> end(link, force));
			}
			finishIfDone(after);
		});
	}

	private void end(WorkerLink link, boolean force) {
		if (force) {
			kill(link);
		}
		else {
			link.connection().process().destroy();
			this.keeper.after(this.settings.killGrace(), () -> kill(link));
		}
	}

	boolean kill(long pid) {
		WorkerLink found = null;
		this.lock.lock();
		try {
			for (WorkerLink link : this.links) {
				found = (link.pid() == pid) ? link : found;
			}
		}
		finally {
			this.lock.unlock();
		}
		if (found != null) {
			kill(found);
		}
		return found != null;
	}

	private List<StackTraceElement> stack(WorkerLink link) {
		CompletableFuture<List<StackTraceElement>> answer = new CompletableFuture<>();
		locked((after) -> {
			PoolTask head = link.head();
			if (head == null) {
				answer.complete(List.of());
				return;
			}
			this.stacks.ask(head.id(), answer);
			link.send(TaskCodec.control(FrameKind.STACK, head.id()));
			after.write(link);
		});
		this.reader.call();
		return StackRequests.await(answer);
	}

	FleetSnapshot snapshot() {
		this.lock.lock();
		try {
			Collection<FleetSnapshot.Worker> workers = new ArrayList<>();
			for (WorkerLink link : this.links) {
				workers.add(FleetSnapshot.Worker.of(link));
			}
			int busy = this.live - this.idle.size();
			return new FleetSnapshot(this.size, this.idle.size(), busy,
					this.starts.starting() + this.starts.startingSpares(), this.spares.size(), this.crashed,
					this.retried, this.starts.restarts(), Map.copyOf(this.recycled), List.copyOf(workers),
					this.starts.brokenReason());
		}
		finally {
			this.lock.unlock();
		}
	}

}
