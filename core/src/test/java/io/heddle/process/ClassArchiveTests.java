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

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ClassArchive} and its making.
 */
@Timeout(180)
class ClassArchiveTests {

	@TempDir
	Path folder;

	private List<String> jars = List.of();

	@BeforeEach
	void packJars() throws IOException {
		List<String> packed = new ArrayList<>();
		for (String entry : WorkerCommand.ofClassPath().classPath()) {
			Path path = Path.of(entry);
			packed.add((Files.isDirectory(path)) ? pack(path, packed.size()) : entry);
		}
		this.jars = packed;
	}

	private String pack(Path classes, int number) throws IOException {
		Path jar = this.folder.resolve("classes" + number + ".jar");
		try (JarOutputStream target = new JarOutputStream(Files.newOutputStream(jar));
				Stream<Path> files = Files.walk(classes)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				target.putNextEntry(new JarEntry(classes.relativize(file).toString()));
				Files.copy(file, target);
			}
		}
		return jar.toString();
	}

	@Test
	void shouldMakeUseAndQuarantineArchive() throws Exception {
		WorkerSettings settings = settings(this.jars);
		List<String> output = new CopyOnWriteArrayList<>();
		try (WorkerStarter starter = new WorkerStarter(log(output))) {
			ClassArchive archive = new ClassArchive(new CacheFolder(this.folder), "key", Runtime.version().feature());
			assertThat(archive.isWanted()).isTrue();
			assertThat(archive.options()).isEmpty();
			new ArchiveTraining(settings, starter, archive).make();
			assertThat(archive.isWanted()).isFalse();
			assertThat(archive.options()).isNotEmpty();
			assertThat(this.folder.resolve("key.archive.tmp")).doesNotExist();
			assertThat(output).isEmpty();
			WorkerConnection worker = starter.start(settings, TestWorker.DEADLINE, archive.options(), false);
			if (Files.isReadable(Path.of("/proc/self/maps"))) {
				assertThat(Files.readString(Path.of("/proc/" + worker.pid() + "/maps"))).contains("key.archive");
			}
			worker.descendants().kill();
			archive.quarantine();
			assertThat(archive.options()).isEmpty();
			assertThat(archive.isWanted()).isFalse();
		}
	}

	@Test
	void shouldNotHoldTheClassThatRehearsesTheLoadOfOne() throws Exception {
		Path loaded = this.folder.resolve("loaded.log");
		WorkerSettings settings = ProcessPool.builder("imaging")
			.command(() -> this.jars)
			.startMethod(StartMethod.WARM)
			.jvmOptions(List.of("-Xlog:class+load:file=" + loaded))
			.workerSettings();
		try (WorkerStarter starter = new WorkerStarter(log(new CopyOnWriteArrayList<>()))) {
			ClassArchive archive = new ClassArchive(new CacheFolder(this.folder), "key", Runtime.version().feature());
			new ArchiveTraining(settings, starter, archive).make();
			assertThat(Files.readString(loaded)).doesNotContain(RehearsedTasks.class.getName());
			WorkerConnection worker = starter.start(settings, TestWorker.DEADLINE, archive.options(), false);
			await().untilAsserted(() -> assertThat(Files.readAllLines(loaded))
				.anyMatch((line) -> line.contains("RehearsedTasks source: ") && line.contains(".jar"))
				.anyMatch((line) -> line.endsWith("io.heddle.process.Rehearsal source: shared objects file (top)")
						|| line.endsWith("io.heddle.process.Rehearsal source: shared objects file")));
			worker.descendants().kill();
		}
	}

	@Test
	void shouldNotUseTruncatedArchive() throws Exception {
		ClassArchive archive = new ClassArchive(new CacheFolder(this.folder), "key", 17);
		archive.make((options) -> Files.writeString(this.folder.resolve("key.archive.tmp"), "0123456789"));
		assertThat(archive.options()).isNotEmpty();
		Files.writeString(this.folder.resolve("key.archive"), "01234");
		assertThat(archive.options()).isEmpty();
		assertThat(archive.isWanted()).isTrue();
	}

	@Test
	void shouldLeaveNothingIfTrainingFails() throws Exception {
		ClassArchive archive = new ClassArchive(new CacheFolder(this.folder), "key", 17);
		assertThat(catchThrowable(() -> archive.make((options) -> {
			Files.writeString(this.folder.resolve("key.archive.tmp"), "half");
			throw new IOException("died");
		}))).hasMessage("died");
		assertThat(archive.options()).isEmpty();
		assertThat(this.folder.resolve("key.archive.tmp")).doesNotExist();
	}

	@Test
	void shouldMakeArchiveOnceAtATime() throws Exception {
		ClassArchive archive = new ClassArchive(new CacheFolder(this.folder), "key", 17);
		List<String> trained = new ArrayList<>();
		archive.make((options) -> {
			trained.add("first");
			archive.make((others) -> trained.add("meanwhile"));
			Files.writeString(this.folder.resolve("key.archive.tmp"), "x");
		});
		archive.make((options) -> trained.add("later"));
		assertThat(trained).containsExactly("first");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void shouldEndTrainingWithTheApplication() throws Exception {
		Process application = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				Application.class.getName(), this.folder.toString(), String.join(File.pathSeparator, this.jars))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try {
			Set<ProcessHandle> trained = new HashSet<>();
			// from Java 25 on another JVM makes the archive now; before, the same one
			await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofMinutes(1)).until(() -> {
				application.descendants().forEach(trained::add);
				return Files.exists(this.folder.resolve("key.archive.tmp"))
						|| Files.exists(this.folder.resolve("key.archive.tmp.config")) && trained.size() > 2;
			});
			application.destroyForcibly().waitFor();
			await().atMost(Duration.ofSeconds(5)).until(() -> trained.stream().noneMatch(RunningProcess::isRunning));
		}
		finally {
			application.destroyForcibly();
		}
		new ClassArchive(new CacheFolder(this.folder), "key", 17)
			.make((options) -> Files.writeString(this.folder.resolve("key.archive.tmp"), "x"));
		assertThat(this.folder.resolve("key.archive.tmp")).doesNotExist();
		assertThat(this.folder.resolve("key.archive.tmp.config")).doesNotExist();
	}

	@Test
	void shouldPruneWhatIsLeftOver() throws Exception {
		FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
		List<String> leftovers = List.of("a.archive.tmp", "b.archive.tmp.config", "c.archive.lock", "d.archive.bad",
				"e.archive.len");
		for (String name : leftovers) {
			Files.setLastModifiedTime(Files.writeString(this.folder.resolve(name), "1"), old);
		}
		List<String> kept = List.of("f.archive", "f.archive.len", "classes.jar");
		for (String name : kept) {
			Files.setLastModifiedTime(Files.writeString(this.folder.resolve(name), "1"), old);
		}
		Files.writeString(this.folder.resolve("g.archive.tmp"), "of another application");
		new ClassArchive(new CacheFolder(this.folder), "key", 17)
			.make((options) -> Files.writeString(this.folder.resolve("key.archive.tmp"), "x"));
		assertThat(this.folder.toFile().list()).doesNotContainAnyElementsOf(leftovers)
			.containsAll(kept)
			.contains("g.archive.tmp", "key.archive", "key.archive.len");
	}

	@Test
	void shouldStartWithoutArchiveThatKillsTheJvm() throws Exception {
		String home = System.getProperty("user.home");
		System.setProperty("user.home", this.folder.toString());
		WorkerSettings settings = settings(this.jars);
		try (WorkerStarter starter = new WorkerStarter(new LogForwarder("imaging"))) {
			ClassArchive archive = Objects.requireNonNull(ClassArchive.of(new LaunchCommand(settings, this.folder)));
			new ArchiveTraining(settings, starter, archive).make();
			String option = archive.options().get(0);
			Path file = Path.of(option.substring(option.indexOf('=') + 1));
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
				channel.truncate(channel.size() / 2);
			}
			Files.writeString(Path.of(file + ".len"), Long.toString(Files.size(file)));
			assertThat(archive.options()).isNotEmpty();
			WorkerConnection worker = starter.start(settings, TestWorker.DEADLINE);
			assertThat(worker.process().isAlive()).isTrue();
			worker.descendants().kill();
			if (Runtime.version().feature() < 25) {
				assertThat(Path.of(file + ".bad")).exists();
				assertThat(archive.options()).isEmpty();
			}
		}
		finally {
			System.setProperty("user.home", home);
		}
	}

	@Test
	void shouldHaveNoArchiveForFoldersLaunchersAndOptionsOfTheUser() throws Exception {
		Path runtime = this.folder;
		assertThat(ArchiveKey.of(new LaunchCommand(settings(this.jars), runtime))).isNotNull()
			.isEqualTo(ArchiveKey.of(new LaunchCommand(settings(this.jars), runtime)));
		assertThat(ArchiveKey.of(new LaunchCommand(settings(List.of(this.folder.toString())), runtime))).isNull();
		WorkerSettings own = ProcessPool.builder("imaging")
			.command(() -> this.jars)
			.jvmOptions(List.of("-Xshare:off"))
			.workerSettings();
		assertThat(ArchiveKey.of(new LaunchCommand(own, runtime))).isNull();
		String before = ArchiveKey.of(new LaunchCommand(settings(this.jars), runtime));
		Files.writeString(Path.of(this.jars.get(0)), "changed", StandardOpenOption.APPEND);
		assertThat(ArchiveKey.of(new LaunchCommand(settings(this.jars), runtime))).isNotEqualTo(before);
	}

	private static WorkerSettings settings(List<String> classPath) {
		return ProcessPool.builder("imaging").command(() -> classPath).workerSettings();
	}

	private static RemoteLog log(List<String> output) {
		return new RemoteLog() {

			@Override
			public void accept(long pid, Frame frame, LastLines lines) {
				output.add(frame.kind().name());
			}

			@Override
			public void line(long pid, String line) {
				output.add(line);
			}

		};
	}

	/**
	 * An application that is killed while it makes an archive.
	 */
	public static final class Application {

		private Application() {
		}

		public static void main(String[] args) throws Exception {
			WorkerSettings settings = settings(List.of(args[1].split(File.pathSeparator)));
			ClassArchive archive = new ClassArchive(new CacheFolder(Path.of(args[0])), "key",
					Runtime.version().feature());
			try (WorkerStarter starter = new WorkerStarter(new LogForwarder("imaging"))) {
				new ArchiveTraining(settings, starter, archive).make();
				new CountDownLatch(1).await();
			}
		}

	}

}
