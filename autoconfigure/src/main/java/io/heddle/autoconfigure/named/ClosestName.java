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

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Finds the name that was probably meant by a misspelt one.
 */
public final class ClosestName {

	private ClosestName() {
	}

	/**
	 * Return the candidate with the fewest edits to the given name.
	 * @param name the misspelt name
	 * @param candidates the right names
	 * @return the closest candidate, or {@code null} if none is close
	 */
	public static @Nullable String of(String name, Collection<String> candidates) {
		String closest = null;
		int fewest = Math.max(2, name.length() / 3) + 1;
		for (String candidate : candidates) {
			int edits = edits(name, candidate);
			if (edits < fewest && edits < candidate.length()) {
				fewest = edits;
				closest = candidate;
			}
		}
		return closest;
	}

	/**
	 * Count the insertions, deletions, replacements and swaps of neighbours that turn one
	 * name into the other.
	 */
	private static int edits(String from, String to) {
		int[][] edits = new int[from.length() + 1][to.length() + 1];
		for (int i = 0; i <= from.length(); i++) {
			for (int j = 0; j <= to.length(); j++) {
				edits[i][j] = (i == 0 || j == 0) ? i + j : fewest(edits, from, to, i, j);
			}
		}
		return edits[from.length()][to.length()];
	}

	private static int fewest(int[][] edits, String from, String to, int i, int j) {
		boolean same = at(from, i) == at(to, j);
		int fewest = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + (same ? 0 : 1));
		if (i > 1 && j > 1 && at(from, i) == at(to, j - 1) && at(from, i - 1) == at(to, j)) {
			fewest = Math.min(fewest, edits[i - 2][j - 2] + 1);
		}
		return fewest;
	}

	private static char at(String name, int position) {
		return Character.toLowerCase(name.charAt(position - 1));
	}

}
