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

import java.io.InvalidClassException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for results of classes that are not on the allow-list.
 */
class UnlistedResultTests extends AbstractProcessPoolTests {

	@Test
	void shouldFailTaskWhoseResultIsNotListedAndKeepWorker() throws Exception {
		ProcessPool pool = buildStrict();
		long pid = pool.submit(() -> pid()).get();
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> pool.submit(() -> new TaskCodecTests.Point(1, 2)).get())
			.withCauseInstanceOf(InvalidClassException.class)
			.withMessageContaining("TaskCodecTests$Point")
			.withMessageContaining("heddle.process-pools.test.serialization.allow");
		assertThat(pool.submit(() -> pid()).get()).isEqualTo(pid);
	}

	/**
	 * A worker that was taken over sends what it likes.
	 */
	@Test
	@EnabledOnOs(OS.LINUX)
	void shouldRefuseGadgetOfWorkerThatObeysNoListAndGoOn(@TempDir Path folder) throws Exception {
		ProcessPool pool = buildStrict();
		pool.submit(() -> pid()).get();
		String file = folder.resolve("id").toString();
		TaskCodecTests.Gadget.touched = 0;
		CompletableFuture<Object> future = pool.submit(() -> {
			await().until(() -> Files.exists(Path.of(file)));
			forge(Long.parseLong(Files.readString(Path.of(file))));
			return "also sent";
		});
		await().until(() -> pool.running().size() == 1);
		Path partial = Files.writeString(folder.resolve("partial"), String.valueOf(pool.running().get(0).id()));
		Files.move(partial, Path.of(file));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(30, TimeUnit.SECONDS))
			.withCauseInstanceOf(InvalidClassException.class)
			.withMessageContaining("$Gadget");
		assertThat(TaskCodecTests.Gadget.touched).isZero();
		assertThat(pool.submit(() -> 1).get()).isOne();
		assertThat(pool.snapshot().tasks().failed()).isOne();
	}

	private ProcessPool buildStrict() {
		return build((builder) -> builder.size(1)
			.allow(List.of(UnlistedResultTests.class.getName()))
			.jvmOptions(List.of(OwnSockets.OPTION)));
	}

	/**
	 * Write the result of a task past the worker's own codec.
	 */
	private static void forge(long id) throws Exception {
		PriorityQueue<TaskCodecTests.Point> gadget = new PriorityQueue<>(2, new TaskCodecTests.Gadget());
		gadget.add(new TaskCodecTests.Point(1, 2));
		gadget.add(new TaskCodecTests.Point(2, 2));
		OutgoingFrame frame = new ValueCodec(new AllowList("forged", List.of("io.heddle.process.*")), 1 << 20,
				UnlistedResultTests.class.getClassLoader())
			.encode(FrameKind.RESULT, id, List.of(gadget));
		ByteBuffer bytes = frame.parts()[0].duplicate();
		byte[] written = new byte[bytes.remaining()];
		bytes.get(written);
		OwnSockets.write(written);
	}

}
