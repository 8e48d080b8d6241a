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

import java.util.Arrays;
import java.util.List;

import org.openjdk.jmh.Main;

import io.heddle.benchmarks.context.ContextComparison;
import io.heddle.benchmarks.executor.ExecutorComparison;
import io.heddle.benchmarks.process.ProcessComparison;
import io.heddle.benchmarks.queue.QueueComparison;
import io.heddle.benchmarks.scheduling.SchedulerComparison;
import io.heddle.benchmarks.subprocess.SubprocessComparison;
import io.heddle.benchmarks.sync.SyncComparison;

/**
 * The entry point of all benchmarks: the first argument says which.
 */
public final class Benchmarks {

	private static final String USAGE = """
			Usage: java -jar heddle-benchmarks.jar <what> [options]
			  executors [--quick]   compare the executors with their peers and print the table
			  processes [--quick]   compare the process pools with raw sockets and Python and print the table
			  context [--quick]     compare context variables with thread-locals and print the table
			  queues [--quick]      compare the queues with those of the JDK and print the table
			  subprocess [--quick]  compare running other programs with the JDK, libraries and Python and print the table
			  schedulers [--quick]  compare the event scheduler with its peers and print the table
			  sync [--quick]        compare the synchronizers with those of the JDK and print the table
			  jmh [options]         run JMH itself, with its own options (-h shows them)
			""";

	private Benchmarks() {
	}

	public static void main(String[] args) throws Exception {
		String what = (args.length > 0) ? args[0] : "";
		List<String> options = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
		switch (what) {
			case "executors" -> ExecutorComparison.run(options);
			case "processes" -> ProcessComparison.run(options);
			case "context" -> ContextComparison.run(options);
			case "queues" -> QueueComparison.run(options);
			case "subprocess" -> SubprocessComparison.run(options);
			case "schedulers" -> SchedulerComparison.run(options);
			case "sync" -> SyncComparison.run(options);
			case "jmh" -> Main.main(options.toArray(String[]::new));
			default -> {
				System.err.print(USAGE);
				System.exit(2);
			}
		}
	}

}
