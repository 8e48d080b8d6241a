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

package io.heddle.autoconfigure.named;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.heddle.subprocess.EnvironmentInheritance;

/**
 * Checks the properties of one entry. Done by hand, for neither does validation run on
 * properties that a {@code Binder} binds, nor need a validator be there.
 *
 * @param <P> the type of the properties
 */
public abstract class NamedEntryValidator<P> {

	private static final Set<String> RESERVED_NAMES = Set.of("environment", "systemProperties", "systemEnvironment",
			"applicationStartup", "messageSource", "lifecycleProcessor", "applicationEventMulticaster",
			"conversionService", "loadTimeWeaver");

	private final NamedEntry<P> entry;

	/**
	 * Create a validator.
	 * @param entry the entry to check
	 */
	protected NamedEntryValidator(NamedEntry<P> entry) {
		this.entry = entry;
	}

	protected final NamedEntry<P> entry() {
		return this.entry;
	}

	protected final P properties() {
		return this.entry.properties();
	}

	protected final void validateName() {
		String name = this.entry.name();
		String noun = this.entry.kind().noun();
		checkName(StringUtils.hasText(name), "the name of " + this.entry.kind().withArticle() + " must not be blank",
				"Give the " + noun + " a name.");
		checkName(!name.startsWith("&"), "a name that begins with '&' stands for a factory bean",
				"Remove the '&' from the name.");
		checkName(!name.contains("/"), "a name with '/' cannot be part of the path of an endpoint",
				"Replace the '/' in the name, for example by '-'.");
		checkName(!RESERVED_NAMES.contains(name), "Spring reserves this name for a bean of its own",
				"Choose another name, for example '" + name + this.entry.kind().suffix() + "'.");
	}

	private void checkName(boolean valid, String reason, String action) {
		if (!valid) {
			String name = this.entry.name();
			throw new InvalidPropertyException(this.entry.kind(), this.entry.kind().key(name), name, reason, action);
		}
	}

	protected final void checkPositive(String property, @Nullable Duration value) {
		check(value == null || !(value.isNegative() || value.isZero()), property, value,
				"a time limit must be longer than zero",
				"Set it to a positive duration, for example '30s', or leave it out for none.");
	}

	protected final void checkText(String property, @Nullable String value) {
		check(value == null || StringUtils.hasText(value), property, value, "it must not be blank",
				"Give it a value or leave it out.");
	}

	/**
	 * Check the properties of the shutdown, which are the same for all kinds.
	 * @param awaitTermination whether tasks are finished
	 * @param period how long they are waited for
	 */
	protected final void checkShutdown(@Nullable Boolean awaitTermination, @Nullable Duration period) {
		checkPositive("shutdown.period", period);
		check(period == null || !this.entry.sets("shutdown.period") || !Boolean.FALSE.equals(awaitTermination),
				"shutdown.period", period, "shutdown.await-termination is false, so tasks are cancelled at once",
				"Set '" + this.entry.key("shutdown.await-termination") + "' to true or remove '"
						+ this.entry.key("shutdown.period") + "'.");
	}

	/**
	 * Check the properties of the environment variables of a process, which are the same
	 * for all kinds.
	 * @param inherit which of the application's own it sees
	 * @param allow the names of those it may see
	 * @param set the names of further ones
	 */
	protected final void checkEnvironment(EnvironmentInheritance inherit, List<String> allow, Set<String> set) {
		check(inherit == EnvironmentInheritance.ALLOW_LIST || allow.isEmpty() || !this.entry.sets("environment.allow"),
				"environment.allow", String.join(",", allow),
				"environment.inherit is '" + kebab(inherit) + "', so nothing is looked up in a list",
				"Set '" + this.entry.key("environment.inherit") + "' to 'allow-list' or remove '"
						+ this.entry.key("environment.allow") + "'.");
		allow.forEach((name) -> checkVariable("environment.allow", name));
		set.forEach((name) -> checkVariable("environment.set", name));
	}

	private void checkVariable(String property, String name) {
		check(!name.isBlank() && name.indexOf('=') < 0 && name.indexOf('\0') < 0, property, name,
				"it is not the name of an environment variable", "Correct or remove the name.");
	}

	protected final void check(boolean valid, String property, @Nullable Object value, String reason, String action) {
		if (!valid) {
			throw new InvalidPropertyException(this.entry.kind(), this.entry.origin(property), value,
					this.entry.describe() + ": " + reason, action);
		}
	}

	/**
	 * Refuse a property of which no more than a part of the value may be shown, for the
	 * rest may be secret.
	 * @param key the full key of the property
	 * @param shown what is shown for its value
	 * @param reason why it cannot be
	 * @param action what to do
	 */
	protected final void refuse(String key, String shown, String reason, String action) {
		throw new InvalidPropertyException(this.entry.kind(), key, shown, this.entry.describe() + ": " + reason, action)
			.keepingValue();
	}

	protected static String kebab(Enum<?> value) {
		return value.name().toLowerCase(Locale.ENGLISH).replace('_', '-');
	}

}
