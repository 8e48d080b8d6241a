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

package io.heddle.subprocess;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SubprocessBuilder}.
 */
class SubprocessBuilderTests extends AbstractSubprocessTests {

	@ParameterizedTest
	@MethodSource("invalid")
	void shouldRefuseInvalidValue(Consumer<SubprocessBuilder> change, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> {
			SubprocessBuilder builder = policy("/bin/sh");
			change.accept(builder);
			builder.build();
		}).withMessageStartingWith(message);
	}

	static Stream<Arguments> invalid() {
		return Stream.of(invalid((builder) -> builder.command(List.of()), "'command' must not be empty"),
				invalid((builder) -> builder.command(""), "'command' begins with '', which cannot be run"),
				invalid((builder) -> builder.command("a\0"),
						"'command' has a part which is not possible: it has a NUL"),
				invalid((builder) -> builder.command("no-such-program"),
						"'command' begins with 'no-such-program', which cannot be run. There is no executable file of "
								+ "that name in any absolute folder of PATH ("),
				invalid((builder) -> builder.command("/no/such/program"),
						"'command' begins with '/no/such/program', which cannot be run. There is no such file"),
				invalid((builder) -> builder.command("/etc/passwd"),
						"'command' begins with '/etc/passwd', which cannot be run. The file is not executable"),
				invalid((builder) -> builder.command("/etc"),
						"'command' begins with '/etc', which cannot be run. It is a folder"),
				invalid((builder) -> builder.allowArguments(List.of("(")), "'allowArguments' has '('"),
				invalid((builder) -> builder.redact(List.of("a**")), "'redact' has 'a**'"),
				invalid((builder) -> builder.timeout(Duration.ZERO), "'timeout' must be positive but is PT0S"),
				invalid((builder) -> builder.killGrace(Duration.ofMillis(-1)), "'killGrace' must not be negative"),
				invalid((builder) -> builder.shutdownGrace(Duration.ofMillis(-1)),
						"'shutdownGrace' must not be negative"),
				invalid((builder) -> builder.maxConcurrent(-1), "'maxConcurrent' must not be negative but is -1"),
				invalid((builder) -> builder.maxOutput(0), "'maxOutput' must be between 1 and"),
				invalid((builder) -> builder.maxOutput(1L << 31), "'maxOutput' must be between 1 and"),
				invalid((builder) -> builder.environment(Map.of("A=B", "c")), "'environment' has the name 'A=B'"),
				invalid((builder) -> builder.environment(Map.of("A", "\0")),
						"'environment' has a value of 'A' which is not possible: it has a NUL"),
				invalid((builder) -> builder.successExitCodes(Set.of()), "'successExitCodes' must not be empty"),
				invalid((builder) -> builder.successExitCodes(Set.of(256)), "'successExitCodes' has 256"),
				invalid((builder) -> builder.workingDirectory(Path.of("/no/such/folder")),
						"'workingDirectory' is '/no/such/folder', which is no folder"));
	}

	private static Arguments invalid(Consumer<SubprocessBuilder> change, String message) {
		return Arguments.of(change, message);
	}

	@Test
	void shouldFindProgramInPathOnce() throws Exception {
		Subprocess policy = build(policy("true"));
		Path path = Path.of(policy.snapshot().executable());
		assertThat(path).isAbsolute().isExecutable();
		assertThat(SubprocessBuilder.findExecutable("true")).isEqualTo(path);
		assertThat(policy.run().exitCode()).isZero();
	}

	@Test
	void shouldRefuseExecutableThatWasSwappedByLink(@TempDir Path folder) throws Exception {
		Path link = Files.createSymbolicLink(folder.resolve("program"), SubprocessBuilder.findExecutable("true"));
		RecordingListener listener = new RecordingListener();
		Subprocess policy = build(policy(link.toString()).listener(listener));
		assertThat(policy.run().exitCode()).isZero();
		assertThat(policy.unavailable()).isNull();
		Files.delete(link);
		Files.createSymbolicLink(link, SubprocessBuilder.findExecutable("sh"));
		assertRefused(policy, link);
		assertThat(listener.refused).hasSize(1);
		Files.delete(link);
	}

	@Test
	void shouldRefuseExecutableThatWasOverwrittenOrDeleted(@TempDir Path folder) throws Exception {
		Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\nexit 0\n");
		assertThat(script.toFile().setExecutable(true)).isTrue();
		Subprocess policy = build(policy(script.toString()));
		assertThat(policy.run().exitCode()).isZero();
		Files.writeString(script, "#!/bin/sh\nexit 11\n");
		assertRefused(policy, script);
		Files.delete(script);
		assertRefused(policy, script);
	}

	private static void assertRefused(Subprocess policy, Path path) {
		long started = policy.snapshot().counts().started();
		assertThatExceptionOfType(SubprocessRefusedException.class).isThrownBy(policy::run)
			.withMessageContaining("Subprocess 'test' refuses to run " + path)
			.withMessageContaining("it is not the file any more");
		assertThat(policy.unavailable()).contains("it is not the file any more");
		assertThat(policy.snapshot().counts().started()).isEqualTo(started);
		assertThat(policy.snapshot().running()).isZero();
	}

	@ParameterizedTest
	@MethodSource("outside")
	void shouldRefuseFolderOutsideOfWorkingDirectory(String directory, @TempDir Path folder) throws Exception {
		Path work = Files.createDirectories(folder.resolve("work/inner"));
		Files.createDirectories(folder.resolve("work-too"));
		Files.createSymbolicLink(folder.resolve("work/link"), folder.resolve("work-too"));
		Files.writeString(folder.resolve("work/file"), "");
		Subprocess policy = build(policy("/bin/pwd").workingDirectory(work.getParent()));
		assertThatExceptionOfType(SubprocessRefusedException.class)
			.isThrownBy(() -> policy.command().directory(directory).run())
			.withMessageContaining("Subprocess 'test' refuses the working directory");
		assertThat(policy.snapshot().counts().started()).isZero();
	}

	static Stream<String> outside() {
		return Stream.of("..", "../work-too", "inner/../..", "/etc", "link", "file", "missing", "a\0b");
	}

	@Test
	void shouldRefuseWorkingDirectoryThatWasSwappedByLink(@TempDir Path folder) throws Exception {
		Path work = Files.createDirectories(folder.resolve("work"));
		Subprocess policy = build(policy("/bin/pwd").workingDirectory(work));
		Files.delete(work);
		Files.createSymbolicLink(work, Path.of("/etc"));
		assertThatExceptionOfType(SubprocessRefusedException.class).isThrownBy(policy::run)
			.withMessageContaining("refuses the working directory '.'");
		assertThat(policy.unavailable()).contains("working directory");
		Files.delete(work);
	}

}
