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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.context.ContextCarrier;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.subprocess.os.ExitCodes;

/**
 * Builds a {@link Subprocess}. A builder is not thread-safe; each call of
 * {@link #build()} makes a new policy.
 */
public final class SubprocessBuilder {

	private static final Logger logger = LoggerFactory.getLogger(Subprocess.class);

	private static final int MOST_OUTPUT = Integer.MAX_VALUE - 16;

	final String name;

	private List<String> command = List.of();

	private List<Pattern> allowArguments = List.of();

	private @Nullable Duration timeout;

	private Duration killGrace = Duration.ofSeconds(5);

	private boolean killTree = true;

	private int maxConcurrent = 0;

	private int maxOutput = 10 << 20;

	private OverflowPolicy onOverflow = OverflowPolicy.TRUNCATE;

	private EnvironmentInheritance inheritEnvironment = EnvironmentInheritance.NONE;

	private List<String> allowEnvironment = List.of();

	private Map<String, String> environment = Map.of();

	private @Nullable Path workingDirectory;

	private Set<Integer> successExitCodes = Set.of(0);

	private List<Pattern> redact = List.of();

	private Charset charset = StandardCharsets.UTF_8;

	private Duration shutdownGrace = Duration.ofSeconds(10);

	@Nullable ContextCarrier contextCarrier;

	SubprocessListener listener = new SubprocessListener() {
	};

	UncaughtTaskExceptionHandler uncaughtExceptionHandler = SubprocessBuilder::log;

	SubprocessBuilder(String name) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
	}

	/**
	 * Set what is run: a program, and the arguments that each of its commands begins
	 * with. A name without a slash is searched once, by {@link #build()}, in the absolute
	 * folders of the {@code PATH} of this JVM.
	 * @param command the program and its fixed arguments
	 * @return this builder
	 * @throws IllegalArgumentException if it is empty, or has something in it that cannot
	 * be passed to a program: a NUL, or a character that the locale of this JVM does not
	 * have
	 */
	public SubprocessBuilder command(List<String> command) {
		if (command.isEmpty()) {
			throw new IllegalArgumentException("'command' must not be empty. Name the program to run");
		}
		command.forEach((part) -> checkText("'command' has a part which is not possible", part));
		this.command = List.copyOf(command);
		return this;
	}

	private static void checkText(String what, String text) {
		String reason = SystemEncoding.ofThisJvm().reasonAgainst(text);
		if (!reason.isEmpty()) {
			throw new IllegalArgumentException(what + ": " + reason);
		}
	}

	/**
	 * Find a program as {@link #build()} does.
	 * @param program a path, or a name without a slash
	 * @return its absolute path
	 * @throws IllegalArgumentException if there is no such program, with nothing but the
	 * reason as its message
	 */
	public static Path findExecutable(String program) {
		return find(program).path();
	}

	private static Executable find(String program) {
		return Executable.find(program, System.getenv("PATH"));
	}

	/**
	 * Set what is run, as {@link #command(List)} does.
	 * @param command the program and its fixed arguments
	 * @return this builder
	 */
	public SubprocessBuilder command(String... command) {
		return command(List.of(command));
	}

	/**
	 * Set which arguments a call may add, as regular expressions of which each argument
	 * must match one as a whole. None may be added by default.
	 * <p>
	 * {@code .*}, {@code .+} and their like, also with {@code (?s)}, allow everything. By
	 * any other expression an argument that begins with {@code -} is allowed only if the
	 * expression does so too (or begins with a group of which an alternative begins with
	 * a {@code -} and goes on; one in a character class does not count), and one with
	 * {@code ..} as a part of a path only if it has {@code \.\.} in it. An argument with
	 * a NUL is always refused.
	 * @param allowArguments the regular expressions
	 * @return this builder
	 * @throws IllegalArgumentException if one of them is none
	 */
	public SubprocessBuilder allowArguments(List<String> allowArguments) {
		this.allowArguments = compile("allowArguments", allowArguments);
		return this;
	}

	private static List<Pattern> compile(String property, List<String> expressions) {
		List<Pattern> patterns = new ArrayList<>(expressions.size());
		for (String expression : expressions) {
			try {
				patterns.add(Pattern.compile(expression));
			}
			catch (PatternSyntaxException ex) {
				throw new IllegalArgumentException("'" + property + "' has '" + expression
						+ "', which is no regular expression: " + ex.getDescription() + " at index " + ex.getIndex(),
						ex);
			}
		}
		return List.copyOf(patterns);
	}

	/**
	 * Set how long a process may run before it is ended; without limit by default. The
	 * time for which it waits to be started does not count.
	 * @param timeout the timeout, or {@code null} for none
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public SubprocessBuilder timeout(@Nullable Duration timeout) {
		if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
			throw new IllegalArgumentException(
					"'timeout' must be positive but is " + timeout + ". Leave it out for no timeout");
		}
		this.timeout = timeout;
		return this;
	}

	/**
	 * Set how long a process may take to end when it is asked to, before it is killed; 5
	 * seconds by default.
	 * @param killGrace the time; zero kills at once
	 * @return this builder
	 * @throws IllegalArgumentException if it is negative
	 */
	public SubprocessBuilder killGrace(Duration killGrace) {
		this.killGrace = notNegative("killGrace", killGrace);
		return this;
	}

	private static Duration notNegative(String property, Duration duration) {
		if (duration.isNegative()) {
			throw new IllegalArgumentException("'" + property + "' must not be negative but is " + duration);
		}
		return duration;
	}

	/**
	 * Set whether what a process has started ends with it, however it ends; so by
	 * default.
	 * @param killTree whether its descendants are killed
	 * @return this builder
	 */
	public SubprocessBuilder killTree(boolean killTree) {
		this.killTree = killTree;
		return this;
	}

	/**
	 * Set how many processes may run at once; without limit by default. Others wait until
	 * one has ended, in the order in which they came.
	 * @param maxConcurrent the number, or 0 for no limit
	 * @return this builder
	 * @throws IllegalArgumentException if it is negative
	 */
	public SubprocessBuilder maxConcurrent(int maxConcurrent) {
		if (maxConcurrent < 0) {
			throw new IllegalArgumentException("'maxConcurrent' must not be negative but is " + maxConcurrent
					+ ". Set it to 1 or more, or to 0 for no limit");
		}
		this.maxConcurrent = maxConcurrent;
		return this;
	}

	/**
	 * Set how many bytes of each captured stream are kept; 10 MiB by default.
	 * @param maxOutput the number of bytes
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive, or more than an array can
	 * hold
	 */
	public SubprocessBuilder maxOutput(long maxOutput) {
		if (maxOutput < 1 || maxOutput > MOST_OUTPUT) {
			throw new IllegalArgumentException(
					"'maxOutput' must be between 1 and " + MOST_OUTPUT + " bytes but is " + maxOutput);
		}
		this.maxOutput = (int) maxOutput;
		return this;
	}

	/**
	 * Set what happens to a process that writes more than is kept;
	 * {@link OverflowPolicy#TRUNCATE} by default.
	 * @param onOverflow what happens
	 * @return this builder
	 */
	public SubprocessBuilder onOverflow(OverflowPolicy onOverflow) {
		this.onOverflow = Objects.requireNonNull(onOverflow, "'onOverflow' must not be null");
		return this;
	}

	/**
	 * Set which environment variables of this JVM a process sees; none by default.
	 * @param inheritEnvironment what is inherited
	 * @return this builder
	 */
	public SubprocessBuilder inheritEnvironment(EnvironmentInheritance inheritEnvironment) {
		this.inheritEnvironment = Objects.requireNonNull(inheritEnvironment, "'inheritEnvironment' must not be null");
		return this;
	}

	/**
	 * Set which variables are inherited with {@link EnvironmentInheritance#ALLOW_LIST}.
	 * @param allowEnvironment the names
	 * @return this builder
	 */
	public SubprocessBuilder allowEnvironment(List<String> allowEnvironment) {
		this.allowEnvironment = List.copyOf(allowEnvironment);
		return this;
	}

	/**
	 * Set further environment variables, which win over inherited ones.
	 * @param environment names and values
	 * @return this builder
	 * @throws IllegalArgumentException if a name is empty or has a {@code =} in it, or
	 * something cannot be passed to a program
	 */
	public SubprocessBuilder environment(Map<String, String> environment) {
		environment.forEach((variable, value) -> {
			if (variable.isEmpty() || variable.indexOf('=') >= 0) {
				throw new IllegalArgumentException("'environment' has the name '" + variable
						+ "'. A name must not be empty, nor have a '=' in it");
			}
			checkText("'environment' has a name which is not possible", variable);
			checkText("'environment' has a value of '" + variable + "' which is not possible", value);
		});
		this.environment = Map.copyOf(environment);
		return this;
	}

	/**
	 * Set the working directory, inside which a call may choose one; that of this JVM by
	 * default.
	 * @param workingDirectory an existing folder
	 * @return this builder
	 */
	public SubprocessBuilder workingDirectory(@Nullable Path workingDirectory) {
		this.workingDirectory = workingDirectory;
		return this;
	}

	/**
	 * Set which exit codes are a success; 0 by default.
	 * @param successExitCodes the exit codes
	 * @return this builder
	 * @throws IllegalArgumentException if there is none, or one that no process has
	 */
	public SubprocessBuilder successExitCodes(Collection<Integer> successExitCodes) {
		if (successExitCodes.isEmpty()) {
			throw new IllegalArgumentException("'successExitCodes' must not be empty. Leave it out for 0 alone");
		}
		for (int code : successExitCodes) {
			if (code < 0 || code > 255) {
				throw new IllegalArgumentException(
						"'successExitCodes' has " + code + ". An exit code is a number from 0 to 255");
			}
		}
		this.successExitCodes = successExitCodes.stream().map(ExitCodes::of).collect(Collectors.toUnmodifiableSet());
		return this;
	}

	/**
	 * Set what is hidden wherever a command or the end of its output is shown, as regular
	 * expressions: what one finds in an argument becomes {@code ******}. One that matches
	 * an argument and the next, with a space between them, hides the next.
	 * @param redact the regular expressions
	 * @return this builder
	 * @throws IllegalArgumentException if one of them is none
	 */
	public SubprocessBuilder redact(List<String> redact) {
		this.redact = compile("redact", redact);
		return this;
	}

	/**
	 * Set how output is decoded; as UTF-8 by default.
	 * @param charset the charset
	 * @return this builder
	 */
	public SubprocessBuilder charset(Charset charset) {
		this.charset = Objects.requireNonNull(charset, "'charset' must not be null");
		return this;
	}

	/**
	 * Set how long {@link Subprocess#close()} lets processes run before it ends them; 10
	 * seconds by default.
	 * @param shutdownGrace the time; zero ends them at once
	 * @return this builder
	 * @throws IllegalArgumentException if it is negative
	 */
	public SubprocessBuilder shutdownGrace(Duration shutdownGrace) {
		this.shutdownGrace = notNegative("shutdownGrace", shutdownGrace);
		return this;
	}

	/**
	 * Set what carries the context of the caller, such as the MDC, to what takes the
	 * lines of a process; nothing does by default.
	 * @param contextCarrier the context carrier
	 * @return this builder
	 */
	public SubprocessBuilder contextCarrier(@Nullable ContextCarrier contextCarrier) {
		this.contextCarrier = contextCarrier;
		return this;
	}

	/**
	 * Set who is told how processes end.
	 * @param listener the listener
	 * @return this builder
	 */
	public SubprocessBuilder listener(SubprocessListener listener) {
		this.listener = Objects.requireNonNull(listener, "'listener' must not be null");
		return this;
	}

	/**
	 * Set what receives an exception that a thread of the policy threw and that nobody
	 * else can be told of; it is logged by default.
	 * @param uncaughtExceptionHandler the handler
	 * @return this builder
	 */
	public SubprocessBuilder uncaughtExceptionHandler(UncaughtTaskExceptionHandler uncaughtExceptionHandler) {
		this.uncaughtExceptionHandler = Objects.requireNonNull(uncaughtExceptionHandler,
				"'uncaughtExceptionHandler' must not be null");
		return this;
	}

	private Executable executable() {
		String program = this.command.get(0);
		try {
			return find(program);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("'command' begins with '" + program + "', which cannot be run. "
					+ ex.getMessage() + ". Install it, or give its absolute path", ex);
		}
	}

	private static void log(Thread thread, String policy, String task, Throwable exception) {
		logger.error("Thread '{}' of subprocess '{}' failed", thread.getName(), policy, exception);
	}

	/**
	 * Build the policy.
	 * @return a new policy
	 * @throws IllegalArgumentException if there is no command, its program cannot be
	 * found, or the working directory is no folder
	 */
	public Subprocess build() {
		if (this.command.isEmpty()) {
			throw new IllegalArgumentException("'command' must be set. Name the program to run");
		}
		Redaction redaction = new Redaction(this.redact);
		SubprocessPolicy policy = new SubprocessPolicy(this.name, executable(),
				this.command.subList(1, this.command.size()),
				new ArgumentRules(this.name, this.allowArguments, redaction, SystemEncoding.ofThisJvm()), redaction,
				new ChildEnvironment(this.inheritEnvironment, this.allowEnvironment, this.environment),
				WorkingDirectory.of(this.name, this.workingDirectory), this.timeout, this.killGrace, this.killTree,
				this.maxConcurrent, this.maxOutput, this.onOverflow, this.successExitCodes, this.charset,
				this.shutdownGrace);
		return new Subprocess(policy, this);
	}

}
