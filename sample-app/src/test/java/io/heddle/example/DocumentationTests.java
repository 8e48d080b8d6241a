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
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the README and the pages in {@code docs} true.
 */
@SpringBootTest(classes = MailApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=mail", "heddle.process-pools.imaging.start-method=thread" })
class DocumentationTests {

	@Autowired
	private MeterRegistry registry;

	static List<Snippet> snippets() throws IOException {
		List<Snippet> snippets = new ArrayList<>(Snippet.of("README.md"));
		snippets.addAll(Snippet.of("docs/executors.md"));
		snippets.addAll(Snippet.of("docs/process-pools.md"));
		snippets.addAll(Snippet.of("docs/context.md"));
		return snippets;
	}

	@ParameterizedTest
	@MethodSource("snippets")
	void shouldShowCodeAsItIsTested(Snippet snippet) throws IOException {
		assertThat(snippet.code()).isEqualTo(snippet.source());
	}

	@Test
	void shouldShowTheWholeExampleInTheReadme() throws IOException {
		assertThat(Snippet.of("README.md")).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "docs/executors.md, heddle.defaults.executors.",
			"docs/process-pools.md, heddle.defaults.process-pools." })
	void shouldListEveryPropertyWithItsDefault(String name, String prefix) throws IOException {
		String page = page(name);
		List<String> rows = new ArrayList<>();
		for (URL url : Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream metadata = url.openStream()) {
				JsonPath.<List<Map<String, Object>>>read(metadata, "$.properties[*]")
					.stream()
					.filter((property) -> String.valueOf(property.get("name")).startsWith(prefix))
					.forEach((property) -> rows.add(row(property, prefix)));
			}
		}
		assertThat(rows).hasSizeGreaterThan(15);
		assertThat(rows).allSatisfy((row) -> assertThat(page).contains(row));
		assertThat(Pattern.compile("^\\| `[a-z.-]+` \\| ", Pattern.MULTILINE).matcher(propertyTable(page)).results())
			.hasSameSizeAs(rows);
	}

	@ParameterizedTest
	@CsvSource({ "docs/executors.md, mail, ''", "docs/process-pools.md, imaging, process.pool" })
	void shouldListEveryMeter(String name, String bean, String prefix) throws IOException {
		String page = page(name);
		assertThat(this.registry.getMeters()).extracting(Meter::getId)
			.filteredOn((id) -> bean.equals(id.getTag("name")) && id.getName().startsWith(prefix))
			.hasSizeGreaterThan(7)
			.allSatisfy((id) -> assertThat(page).contains("| `" + id.getName() + "` |"));
	}

	@Test
	void shouldLinkOnlyToWhatExists() throws IOException {
		for (String name : List.of("README.md", "docs/executors.md", "docs/process-pools.md", "docs/context.md",
				"docs/queues.md", "docs/synchronizers.md")) {
			Matcher links = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)").matcher(page(name));
			while (links.find()) {
				Path target = Snippet.ROOT.resolve(name).resolveSibling(links.group(1));
				assertThat(target).as(name).exists();
			}
		}
	}

	private String row(Map<String, Object> property, String prefix) {
		String name = String.valueOf(property.get("name")).substring(prefix.length());
		Object value = property.get("defaultValue");
		return "| `" + name + "` | " + ((value != null) ? "`" + value + "` |" : "");
	}

	private String propertyTable(String page) {
		int start = page.indexOf("## Properties");
		return page.substring(start, page.indexOf("\n## ", start + 1));
	}

	private String page(String name) throws IOException {
		return Files.readString(Snippet.ROOT.resolve(name));
	}

}
