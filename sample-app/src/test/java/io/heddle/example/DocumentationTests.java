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
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.jayway.jsonpath.JsonPath;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import io.heddle.subprocess.Subprocess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the README and the pages in {@code docs} true.
 */
@SpringBootTest(classes = MailApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=mail", "heddle.process-pools.imaging.start-method=thread",
				"heddle.queues.orders.capacity=1000", "heddle.locks.ledger.fair=true",
				"heddle.semaphores.smtp.permits=10", "heddle.events.warmed-up.set=true",
				"heddle.barriers.cutover.parties=3", "heddle.subprocesses.shell.command=false",
				"heddle.schedulers.housekeeping.size=2" })
class DocumentationTests {

	private static final List<String> PAGES = List.of("README.md", "docs/executors.md", "docs/process-pools.md",
			"docs/queues.md", "docs/context.md", "docs/synchronizers.md", "docs/subprocesses.md", "docs/schedulers.md",
			"docs/event-scheduler.md", "docs/testing.md");

	@Autowired
	private MeterRegistry registry;

	@Autowired
	private Subprocess shell;

	static List<Snippet> snippets() throws IOException {
		List<Snippet> snippets = new ArrayList<>();
		for (String page : PAGES) {
			snippets.addAll(Snippet.of(page));
		}
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
	@ValueSource(strings = { "docs/queues.md", "docs/synchronizers.md", "docs/subprocesses.md", "docs/schedulers.md",
			"docs/event-scheduler.md", "docs/testing.md" })
	void shouldShowNoOtherCode(String name) throws IOException {
		assertThat(Pattern.compile("^ *```(?:java|json|yaml)$", Pattern.MULTILINE).matcher(page(name)).results())
			.hasSameSizeAs(Snippet.of(name));
	}

	@ParameterizedTest
	@CsvSource({ "docs/executors.md, executors", "docs/process-pools.md, process-pools", "docs/queues.md, queues",
			"docs/subprocesses.md, subprocesses", "docs/schedulers.md, schedulers" })
	void shouldListEveryPropertyWithItsDefault(String name, String kind) throws IOException {
		assertThat(listedProperties(name))
			.containsExactlyInAnyOrderElementsOf(properties("heddle.defaults." + kind + ".", ""));
	}

	@Test
	void shouldListEveryPropertyOfSynchronizersWithItsDefault() throws IOException {
		List<String> properties = new ArrayList<>(properties("heddle.deadlocks.", "heddle.deadlocks."));
		for (String kind : List.of("locks", "semaphores", "events", "barriers")) {
			properties.addAll(properties("heddle.defaults." + kind + ".", "heddle." + kind + ".<name>."));
		}
		assertThat(listedProperties("docs/synchronizers.md")).containsExactlyInAnyOrderElementsOf(properties);
	}

	@ParameterizedTest
	@CsvSource({ "docs/executors.md, mail, ''", "docs/process-pools.md, imaging, process.pool",
			"docs/queues.md, orders, ''", "docs/synchronizers.md, ledger smtp warmed-up cutover, ''",
			"docs/subprocesses.md, shell, ''", "docs/schedulers.md, housekeeping, scheduler" })
	void shouldListEveryMeter(String name, String beans, String prefix) throws IOException, InterruptedException {
		this.shell.run(); // fails, which some meters are about
		List<String> names = List.of(beans.split(" "));
		Set<String> meters = this.registry.getMeters()
			.stream()
			.map(Meter::getId)
			.filter((id) -> names.contains(String.valueOf(id.getTag("name"))) && id.getName().startsWith(prefix))
			.map(Meter.Id::getName)
			.collect(Collectors.toSet());
		assertThat(listedMeters(name)).containsExactlyInAnyOrderElementsOf(meters);
	}

	@Test
	void shouldLinkOnlyToWhatExists() throws IOException {
		for (String name : PAGES) {
			Matcher links = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)").matcher(page(name));
			while (links.find()) {
				Path target = Snippet.ROOT.resolve(name).resolveSibling(links.group(1));
				assertThat(target).as(name).exists();
			}
		}
	}

	/**
	 * Return the beginnings of the rows that the properties below a prefix ought to have.
	 */
	private List<String> properties(String prefix, String shownPrefix) throws IOException {
		List<String> rows = new ArrayList<>();
		for (URL url : Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream metadata = url.openStream()) {
				JsonPath.<List<Map<String, Object>>>read(metadata, "$.properties[*]")
					.stream()
					.filter((property) -> String.valueOf(property.get("name")).startsWith(prefix))
					.forEach((property) -> rows.add(row(property, prefix, shownPrefix)));
			}
		}
		assertThat(rows).as(prefix).isNotEmpty();
		return rows;
	}

	private String row(Map<String, Object> property, String prefix, String shownPrefix) {
		String name = shownPrefix + String.valueOf(property.get("name")).substring(prefix.length());
		Object value = property.get("defaultValue");
		return "| `" + name + "` |" + ((value != null) ? " `" + value + "`" : "") + " |";
	}

	private List<String> listedProperties(String name) throws IOException {
		return find("^\\| `[^|]+\\|[^|]*\\|", section(name, "## Properties"));
	}

	private List<String> listedMeters(String name) throws IOException {
		return find("^\\| `[a-z][^|]+\\|", section(name, "## .*[Mm]eters")).stream()
			.flatMap((cell) -> find("(?<=`)[a-z.]+(?=`)", cell).stream())
			.toList();
	}

	private String section(String name, String heading) throws IOException {
		List<String> sections = find("^" + heading + "$(?s:.*?)(?=^## |\\z)", page(name));
		assertThat(sections).as(heading + " of " + name).hasSize(1);
		return sections.get(0);
	}

	private static List<String> find(String pattern, String text) {
		return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results().map(MatchResult::group).toList();
	}

	private String page(String name) throws IOException {
		return Files.readString(Snippet.ROOT.resolve(name));
	}

}
