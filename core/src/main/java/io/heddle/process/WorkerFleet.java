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
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.HostedTask;
import io.heddle.executor.HostedTasks;
import io.heddle.executor.TaskHost;

/**
 * The workers of a pool. This class puts together what looks after them, and takes to it
 * what the executor of the pool wants of them and what the workers themselves report.
 */
final class WorkerFleet implements TaskHost, LinkListener, Relief.Duty {

	private final FleetSettings settings;

	private final TaskEncoder encoder;

	private final LogForwarder log;

	private final Keeper keeper;

	private final FleetReader reader;

	private final FleetLock lock;

	private final Roster roster;

	private final Backlog backlog = new Backlog();

	private final Outstanding outstanding = new Outstanding();

	private final WorkerKills kills;

	private final Recalls recalls;

	private final Retirement retirement;

	private final StackRequests stacks;

	private final FleetStarts starts;

	private final FleetEnd end;

	private final Staffing staffing;

	private final Dispatcher dispatcher;

	private final Cancellation cancellation;

	private final TaskReturns returns;

	private final LostWorkers losses;

	private final WorkerReports reports;

	private final FleetView view;

	WorkerFleet(FleetSettings settings, WorkerLauncher launcher, TaskCodec codec, TaskEncoder encoder, long spinNanos,
			FleetListener listener, LogForwarder log) {
		this.settings = settings;
		this.encoder = encoder;
		this.log = log;
		this.keeper = new Keeper(settings.name());
		this.reader = new FleetReader(settings.name(), this, this, this.keeper.callbacks(), new SpinBudget(spinNanos));
		this.lock = new FleetLock(this.reader);
		this.roster = new Roster(settings.size(), settings.recycling().maxTasks());
		this.kills = new WorkerKills(settings, this.lock, this.keeper);
		this.recalls = new Recalls(this.lock, this.roster, this.outstanding, codec);
		this.retirement = new Retirement(settings, this.roster, this.outstanding, this.recalls, this.kills, this.reader,
				listener);
		this.stacks = new StackRequests(this.lock, this.reader);
		this.starts = new FleetStarts(settings, this.lock, launcher, this.keeper, this.backlog, listener);
		Readings readings = new Readings(settings.name(), this.backlog);
		this.end = new FleetEnd(this.roster, this.backlog, this.outstanding, this.starts, this.retirement, this.kills,
				readings, this::close);
		this.staffing = new Staffing(this.roster, this.starts, this.end, settings);
		this.dispatcher = new Dispatcher(this.lock, this.roster, this.backlog, this.outstanding, this.staffing,
				this.kills, this.end);
		this.cancellation = new Cancellation(this.lock, this.backlog, this.dispatcher, this.recalls, this.kills,
				readings, this.end);
		this.returns = new TaskReturns(this.lock, this.roster, this.backlog, this.outstanding, this.retirement,
				settings.recycling(), this.dispatcher, encoder, readings, this.end);
		WorkerDeaths deaths = new WorkerDeaths(settings, this.lock, this.keeper, this.roster, this.backlog,
				this.dispatcher, this.end, listener);
		this.losses = new LostWorkers(this.lock, this.keeper, this.roster, this.backlog, this.outstanding, this.starts,
				this.staffing, this.dispatcher, deaths);
		this.reports = new WorkerReports(this.lock, codec, this.returns, this.retirement, this.stacks, log);
		this.view = new FleetView(this.lock, this.roster, this.backlog, this.starts, this.retirement, deaths, readings);
		Sampling sampling = new Sampling(settings.recycling(), this.lock, this.keeper, this.roster, this.retirement,
				this.staffing, this.dispatcher);
		this.starts.connect(new Arrivals(this.reader, this.roster, this.backlog, this.retirement, this.staffing,
				this.dispatcher, this.losses, deaths, sampling, this::link));
	}

	private WorkerLink link(WorkerConnection connection) {
		return new WorkerLink(connection, this.settings.name(), this.lock, this.stacks,
				new Window(this.returns.averageRun()));
	}

	@Override
	public void attach(HostedTasks tasks) {
		this.backlog.attach(tasks);
		this.lock.change(this.staffing::refill);
	}

	@Override
	public void prepare(HostedTask task) throws IOException {
		task.attach(this.encoder.encode(task));
	}

	@Override
	public boolean start(HostedTask task) {
		return this.dispatcher.start(PoolTask.of(task));
	}

	@Override
	public void tasksWaiting() {
		this.dispatcher.dispatch();
	}

	@Override
	public void settled(HostedTask task, boolean interrupt) {
		PoolTask poolTask = (PoolTask) task.attachment();
		if (poolTask != null) {
			this.cancellation.cancel(poolTask, interrupt);
		}
	}

	@Override
	public boolean await(CompletableFuture<?> future, long nanos) {
		return this.reader.await(future, nanos);
	}

	@Override
	public void resultWanted() {
		this.reader.callIfBusy();
	}

	@Override
	public void ended(CompletableFuture<?> future) {
		this.reader.ended(future);
	}

	@Override
	public List<HostedTask> held() {
		return this.view.held();
	}

	@Override
	public int live() {
		return this.roster.live();
	}

	@Override
	public int size() {
		return this.roster.size();
	}

	@Override
	public void resize(int size) {
		this.lock.change((after) -> {
			this.roster.size(size);
			this.retirement.retireSurplus(after);
			this.staffing.refill(after);
			this.dispatcher.dispatch(after);
		});
	}

	@Override
	public void shutDown() {
		this.lock.change((after) -> {
			this.end.shutDown();
			this.dispatcher.dispatch(after);
		});
	}

	/**
	 * End all workers, with what they run. The pool has been shut down.
	 * @param force whether not to ask them first
	 */
	void terminate(boolean force) {
		this.lock.change((after) -> this.end.terminate(force, after));
	}

	private void close() {
		this.reader.close();
		this.starts.close();
		this.log.close();
		this.keeper.close();
		this.backlog.tasks().terminated();
	}

	boolean kill(long pid) {
		WorkerLink link = this.view.find(pid);
		if (link != null) {
			this.kills.kill(link);
		}
		return link != null;
	}

	FleetSnapshot snapshot() {
		return this.view.snapshot();
	}

	@Override
	public void received(WorkerLink link, Frame frame, List<Completion> completions) throws IOException {
		this.reports.received(link, frame, completions);
	}

	@Override
	public void lost(WorkerLink link, @Nullable String reason) {
		this.losses.lost(link, reason);
	}

	@Override
	public void turned() {
		this.dispatcher.dispatch();
	}

	@Override
	public boolean isBusy() {
		return this.outstanding.count() > 0;
	}

	@Override
	public void tick() {
		this.recalls.tick();
	}

}
