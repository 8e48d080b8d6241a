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

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which arguments a call may add to a command: those that a pattern matches as a whole.
 * What is most often smuggled in must be meant by the pattern that allows it: an option,
 * which begins with {@code -}, by one that begins so too, and a step up the tree of
 * folders, {@code ..}, by one that has two literal dots. A pattern that plainly allows
 * everything means everything.
 *
 * @param policy the name of the policy
 * @param patterns the patterns
 * @param redaction what may not be shown
 * @param encoding how arguments are passed
 */
record ArgumentRules(String policy, List<Pattern> patterns, Redaction redaction, SystemEncoding encoding) {

	private static final Pattern STEP_UP = Pattern.compile("(^|[-@].*|.*[/\\\\=:,])\\.\\.($|[/\\\\,:].*)",
			Pattern.DOTALL);

	private static final Set<String> EVERYTHING = Set.of(".*", ".+", "(?s).*", "(?s).+", "[\\s\\S]*", "[\\s\\S]+");

	private static final List<String> LITERAL_DOTS = List.of("\\.\\.", "[.][.]", "\\.{2}", "[.]{2}", "\\Q..");

	/**
	 * Check the arguments of a call.
	 * @param arguments the arguments
	 * @throws ArgumentRejectedException if one of them is not allowed
	 */
	void check(List<String> arguments) {
		for (int i = 0; i < arguments.size(); i++) {
			String reason = reasonAgainst(arguments.get(i));
			if (!reason.isEmpty()) {
				throw new ArgumentRejectedException("Subprocess '" + this.policy + "' refuses argument " + (i + 1)
						+ ", " + this.redaction.show(arguments, i) + ": " + reason, i);
			}
		}
	}

	private String reasonAgainst(String argument) {
		String impossible = this.encoding.reasonAgainst(argument);
		if (!impossible.isEmpty()) {
			return impossible;
		}
		List<Pattern> matching = this.patterns.stream().filter((pattern) -> matches(pattern, argument)).toList();
		if (matching.isEmpty()) {
			return (this.patterns.isEmpty())
					? "the policy allows no arguments beside its own. Add a pattern to 'allow-arguments' that matches it"
					: "none of the patterns of 'allow-arguments' matches it as a whole";
		}
		if (matching.stream().anyMatch(ArgumentRules::meansEverything)) {
			return "";
		}
		boolean option = argument.startsWith("-") && argument.length() > 1;
		if (option && matching.stream().noneMatch(ArgumentRules::namesOptions)) {
			return "it is an option, and no pattern of 'allow-arguments' that matches it begins with '-'. "
					+ "If the option is meant, add a pattern that does, such as '-[a-z]+'";
		}
		if (STEP_UP.matcher(argument).matches() && matching.stream().noneMatch(ArgumentRules::namesStepsUp)) {
			return "it has a '..' in its path, and no pattern of 'allow-arguments' that matches it has '\\.\\.' in it. "
					+ "Add one that has if paths may lead out of their folder";
		}
		return "";
	}

	private static boolean matches(Pattern pattern, String argument) {
		try {
			return pattern.matcher(argument).matches();
		}
		catch (StackOverflowError ex) {
			// too long for a pattern with repeated alternatives
			return false;
		}
	}

	private static boolean meansEverything(Pattern pattern) {
		return EVERYTHING.contains(pattern.pattern());
	}

	private static boolean namesOptions(Pattern pattern) {
		return new OptionPattern(pattern.pattern()).meansOptions();
	}

	private static boolean namesStepsUp(Pattern pattern) {
		return LITERAL_DOTS.stream().anyMatch(pattern.pattern()::contains);
	}

}
