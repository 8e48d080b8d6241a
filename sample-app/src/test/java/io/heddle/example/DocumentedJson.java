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

package io.heddle.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An answer of an endpoint as the documentation shows it.
 */
public final class DocumentedJson {

	private final JsonNode shown;

	private final Set<String> changing;

	private DocumentedJson(JsonNode shown, Set<String> changing) {
		this.shown = shown;
		this.changing = changing;
	}

	/**
	 * Read an answer.
	 * @param file the name of the file
	 * @param changing the names of what differs from run to run, of which only the type
	 * is compared
	 * @return the answer
	 * @throws IOException if there is no such file
	 */
	public static DocumentedJson of(String file, String... changing) throws IOException {
		String json = Files.readString(Path.of("src/test/resources", file));
		return new DocumentedJson(JsonMapper.shared().readTree(json), Set.of(changing));
	}

	public void assertSameShape(String answer) {
		assertSameShape(JsonMapper.shared().readTree(answer));
	}

	public void assertSameShape(JsonNode answer) {
		assertSameShape(this.shown, answer, "");
	}

	private void assertSameShape(JsonNode expected, JsonNode actual, String path) {
		assertThat(actual.getNodeType()).as(path).isEqualTo(expected.getNodeType());
		assertThat(actual.propertyNames()).as(path).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
		assertThat(actual.size()).as(path).isEqualTo(expected.size());
		if (expected.isArray()) {
			for (int index = 0; index < expected.size(); index++) {
				assertSameShape(expected.get(index), actual.get(index), path + "/" + index);
			}
		}
		else if (expected.isObject()) {
			for (String name : expected.propertyNames()) {
				assertSameProperty(name, expected.get(name), actual.get(name), path + "/" + name);
			}
		}
		else {
			assertThat(actual).as(path).isEqualTo(expected);
		}
	}

	private void assertSameProperty(String name, JsonNode expected, JsonNode actual, String path) {
		if (this.changing.contains(name)) {
			assertThat(actual.getNodeType()).as(path).isEqualTo(expected.getNodeType());
		}
		else {
			assertSameShape(expected, actual, path);
		}
	}

}
