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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression of arguments, of which is asked whether it means options: whether
 * it begins with a literal dash, or with a group of which an alternative begins with one
 * and goes on. A dash in a character class may be there for any other character, and an
 * alternative that is nothing but a dash for what comes after the group.
 *
 * @param expression the regular expression
 */
record OptionPattern(String expression) {

	private static final Pattern BEGIN = Pattern.compile("(?:\\^|\\(\\?[a-zA-Z-]+\\))*");

	private static final Pattern DASH = Pattern.compile("\\\\Q-|\\\\-|-");

	private static final Pattern QUANTIFIER = Pattern.compile("(?:[?*+]|\\{\\d+(?:,\\d*)?})[?+]?|\\\\E");

	/** Of the kinds of groups, those that look ahead or behind match nothing. **/
	private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?:[a-zA-Z-]*:|>|<[a-zA-Z]\\w*>)|(?!\\?))");

	boolean meansOptions() {
		return meansOptions(this.expression, false);
	}

	private static boolean meansOptions(String expression, boolean alternative) {
		Matcher begin = BEGIN.matcher(expression);
		String rest = begin.lookingAt() ? expression.substring(begin.end()) : expression;
		Matcher dash = DASH.matcher(rest);
		if (dash.lookingAt()) {
			return !alternative || goesOn(rest.substring(dash.end()));
		}
		Matcher group = GROUP.matcher(rest);
		return group.lookingAt() && alternatives(rest, group.end()).stream().anyMatch((one) -> meansOptions(one, true));
	}

	private static boolean goesOn(String rest) {
		Matcher quantifier = QUANTIFIER.matcher(rest);
		return quantifier.lookingAt() ? quantifier.end() < rest.length() : !rest.isEmpty();
	}

	/**
	 * Split what stands in a group.
	 * @param expression the expression
	 * @param from where the content of the group begins
	 * @return its alternatives
	 */
	private static List<String> alternatives(String expression, int from) {
		List<String> alternatives = new ArrayList<>();
		int begin = from;
		int groups = 0;
		int classes = 0;
		for (int i = from; i < expression.length() && groups >= 0; i++) {
			char character = expression.charAt(i);
			if (expression.startsWith("\\Q", i)) {
				int end = expression.indexOf("\\E", i);
				i = (end >= 0) ? end + 1 : expression.length();
			}
			else if (character == '\\') {
				i++;
			}
			else if (character == '[') {
				classes++;
			}
			else if (character == ']') {
				classes--;
			}
			else if (classes == 0) {
				groups += (character == '(') ? 1 : (character == ')') ? -1 : 0;
				if (groups < 0 || (groups == 0 && character == '|')) {
					alternatives.add(expression.substring(begin, i));
					begin = i + 1;
				}
			}
		}
		return alternatives;
	}

}
