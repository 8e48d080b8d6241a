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

package io.heddle.autoconfigure.subprocess;

import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.aot.AbstractAotProcessor;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.NamedEntryValidator;
import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessBuilder;

/**
 * Checks the properties of one subprocess policy. Its program and its folder are not
 * looked for while the application is processed ahead of time, maybe on another machine.
 */
class SubprocessEntryValidator extends NamedEntryValidator<SubprocessProperties> {

	/** How the builder says what is wrong: the property, the reason and the way out. **/
	private static final Pattern REFUSAL = Pattern.compile("'(\\w+)' (.*?)(?:\\. (.*))?", Pattern.DOTALL);

	/** Other names stand in brackets. **/
	private static final Pattern SIMPLE_NAME = Pattern.compile("[A-Za-z0-9-]+");

	private static final String HIDDEN = "******";

	SubprocessEntryValidator(NamedEntry<SubprocessProperties> entry) {
		super(entry);
	}

	/**
	 * Return the entry if all properties are valid.
	 * @return the entry
	 * @throws InvalidPropertyException for the first invalid property
	 */
	NamedEntry<SubprocessProperties> validate() {
		validateName();
		validateCommand();
		validatePatterns("allow-arguments", properties().getAllowArguments());
		validatePatterns("redact", properties().getRedact());
		check(!properties().getRedact().contains(""), "redact", "", "an empty regular expression is found everywhere",
				"Remove it.");
		validateLimits();
		validateEnvironment();
		validateAsBuilt();
		return entry();
	}

	private void validateCommand() {
		if (properties().getCommand().isEmpty() && !entry().isDefaults()) {
			throw new InvalidPropertyException(entry().kind(), entry().key("command"), null,
					entry().describe() + ": it is not set",
					"Set it to a program and the arguments that every run begins with, "
							+ "for example '[ffmpeg, -nostdin]'.");
		}
	}

	private void validatePatterns(String property, List<String> patterns) {
		for (String pattern : patterns) {
			try {
				Pattern.compile(pattern);
			}
			catch (PatternSyntaxException ex) {
				check(false, property, pattern,
						"it is not a regular expression: " + ex.getDescription() + " near index " + ex.getIndex(),
						"Correct it. In a YAML list, write it in single quotes; elsewhere a comma separates two.");
			}
		}
	}

	private void validateLimits() {
		SubprocessProperties properties = properties();
		checkPositive("timeout", properties.getTimeout());
		Duration grace = properties.getKillGrace();
		check(!grace.isNegative(), "kill-grace", grace, "a time must not be negative",
				"Set it to zero or more, for example '5s'.");
		Integer concurrent = properties.getMaxConcurrent();
		check(concurrent == null || concurrent >= 1, "max-concurrent", concurrent, "no process could ever run",
				"Set it to 1 or more, or leave it out for no limit.");
		check(properties.getMaxOutput().toBytes() >= 1, "max-output", properties.getMaxOutput(),
				"a size must be more than zero", "Set it to a size, for example '10MB'.");
	}

	private void validateEnvironment() {
		SubprocessProperties.Environment environment = properties().getEnvironment();
		checkEnvironment(environment.getInherit(), environment.getAllow(), environment.getSet().keySet());
		environment.getSet().forEach(this::checkValue);
	}

	private void checkValue(String name, String value) {
		try {
			Subprocess.builder(entry().name()).environment(Map.of(name, value));
		}
		catch (IllegalArgumentException ex) {
			Matcher refusal = REFUSAL.matcher(String.valueOf(ex.getMessage()));
			if (!refusal.matches()) {
				throw ex;
			}
			refuse(variableKey(name), HIDDEN, "it " + refusal.group(2),
					(refusal.group(3) != null) ? refusal.group(3) + "." : "Correct or remove the value.");
		}
	}

	private String variableKey(String name) {
		String key = SIMPLE_NAME.matcher(name).matches() ? "environment.set." + name : "environment.set[" + name + "]";
		boolean own = entry().explicit().stream().anyMatch((set) -> letters(set).equals(letters(key)));
		return (own) ? entry().key(key) : entry().kind().defaults() + "." + key;
	}

	private static String letters(String key) {
		return key.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ENGLISH);
	}

	/**
	 * Let the builder check the rest, for there it is known.
	 */
	private void validateAsBuilt() {
		if (properties().getCommand().isEmpty() || Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			return;
		}
		validateProgram(properties().getCommand().get(0));
		try {
			new SubprocessFactory(entry()).builder().build().close();
		}
		catch (InvalidPathException ex) {
			check(false, "working-directory", properties().getWorkingDirectory(), "it is not a path", "Correct it.");
		}
		catch (IllegalArgumentException ex) {
			refuse(ex);
		}
	}

	private void validateProgram(String program) {
		try {
			SubprocessBuilder.findExecutable(program);
		}
		catch (IllegalArgumentException ex) {
			refuse(entry().origin("command"), program, "'" + program + "' cannot be run. " + ex.getMessage(),
					"Install the program, correct its name, or give its absolute path.");
		}
	}

	private void refuse(IllegalArgumentException ex) {
		Matcher refusal = REFUSAL.matcher(String.valueOf(ex.getMessage()));
		if (!refusal.matches()) {
			throw ex;
		}
		String property = DataObjectPropertyName.toDashedForm(refusal.group(1));
		String action = (refusal.group(3) != null) ? refusal.group(3) + "." : "Correct it.";
		String reason = "'" + property + "' " + refusal.group(2);
		if (property.equals("command")) {
			refuse(entry().origin(property), properties().getCommand().get(0), reason, action);
		}
		check(false, property, entry().value(property), reason, action);
	}

}
