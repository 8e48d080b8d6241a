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

package io.heddle.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.heddle.executor.NamedExecutor;
import io.heddle.process.ProcessPool;
import io.heddle.sample.batch.BatchService;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("browser")
@ActiveProfiles("archive")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PhotoLabPageTests {

	@TempDir
	private static Path output;

	private static Playwright playwright;

	private static Browser browser;

	private final List<String> errors = new CopyOnWriteArrayList<>();

	@LocalServerPort
	private int port;

	@Autowired
	private BatchService batches;

	@Autowired
	@Qualifier("imaging")
	private ProcessPool imaging;

	@Autowired
	@Qualifier("thumbnails")
	private NamedExecutor thumbnails;

	private Page page;

	@DynamicPropertySource
	static void setOutput(DynamicPropertyRegistry registry) {
		registry.add("photo-lab.output", () -> output.toString());
	}

	@BeforeAll
	static void launch() {
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions()
				.setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
				.setArgs(List.of("--no-sandbox")));
		PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
	}

	@AfterAll
	static void close() {
		browser.close();
		playwright.close();
	}

	@BeforeEach
	void open() throws IOException {
		this.batches.startDrawn();
		this.page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1400, 1000));
		this.page.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
				this.errors.add(message.text());
			}
		});
		this.page.onPageError(this.errors::add);
		this.page.navigate("http://127.0.0.1:" + this.port + "/");
	}

	@AfterEach
	void closePage() {
		this.page.close();
		this.imaging.resume();
		this.thumbnails.resume();
		assertThat(this.errors).isEmpty();
	}

	@Test
	void shouldShowTheThumbnailsOfTheFirstBatchAndRunItAgain() {
		assertDone();
		expect(this.page.locator("#batch-title")).hasText(Pattern.compile("Batch \\d+: 24 drawn pictures"));
		expect(this.page.locator("#links a"))
			.hasText(new String[] { "Contact sheet", "Report", "Checksums", "Archive" });
		screenshot("page-done.png");
		String title = this.page.locator("#batch-title").textContent();
		this.page.locator("#again").click();
		expect(this.page.locator("#batch-title")).not().hasText(title);
		expect(this.page.locator("#state")).not().hasText("done");
		assertDone();
	}

	@Test
	void shouldHoldBackThumbnailsWhilePausedAndGoOnAfterwards() {
		assertDone();
		Locator thumbnails = this.page.locator("[data-name=thumbnails]");
		thumbnails.locator("button").click();
		expect(thumbnails.locator(".badge")).hasText("paused");
		expect(thumbnails.locator("button")).hasText("Resume");
		this.page.locator("#again").click();
		expect(thumbnails.locator(".queue span")).hasText("8 of 8 waiting");
		expect(this.page.locator("#state")).hasText("running");
		expect(this.page.locator(".picture.done")).hasCount(0);
		screenshot("page-paused.png");
		thumbnails.locator("button").click();
		expect(thumbnails.locator("button")).hasText("Pause");
		assertDone();
	}

	@Test
	void shouldLoseOnePictureToACrashAndGoOn() {
		assertDone();
		this.page.locator("#crash").click();
		expect(this.page.locator("#message")).containsText("will crash");
		this.page.locator("#again").click();
		expect(this.page.locator(".picture.failed")).hasCount(1);
		expect(this.page.locator("#state")).hasText("done");
		expect(this.page.locator(".picture.done img")).hasCount(23);
		expect(this.page.locator(".picture.failed .frame")).containsText("exit code 70");
		expect(this.page.locator("[data-pool=imaging] .tasks")).containsText("1 crashed");
		screenshot("page-crash.png");
		this.page.locator("#again").click();
		assertDone();
	}

	@Test
	void shouldOrderPrintsOfWhichExpressComesFirst() {
		assertDone();
		this.imaging.pause();
		for (int picture = 0; picture < 4; picture++) {
			this.page.locator(".picture .print").nth(picture).click();
			expect(this.page.locator("#orders li")).hasCount(picture + 1);
		}
		this.page.locator(".picture .express").nth(7).click();
		expect(this.page.locator("#orders li")).hasCount(5);
		Locator first = this.page.locator("#orders li").first();
		expect(first).hasText(Pattern.compile("No\\. 5\\s+rings-08\\.jpg\\s+express\\s+waiting"));
		expect(this.page.locator("#orders .printing")).hasCount(2);
		expect(this.page.locator("[data-queue=orders] .queue span")).hasText("3 of 40 waiting");
		screenshot("page-orders.png");
		this.imaging.resume();
		expect(this.page.locator("#orders .done")).hasCount(5);
		expect(this.page.locator("[data-queue=orders] .items")).hasText("5 taken, 0 unfinished");
		assertThat(this.page.request().get(this.page.url() + first.locator("a").getAttribute("href")).headers())
			.containsEntry("content-type", "image/jpeg");
	}

	@Test
	void shouldRunAndPauseAScheduledTask() {
		assertDone();
		Locator purge = this.page.locator("[data-task=purge]");
		expect(purge.locator(".last")).hasText("never");
		purge.locator(".trigger").click();
		expect(purge.locator(".last")).containsText("succeeded");
		expect(purge.locator(".runs")).hasText("1");
		purge.locator(".pause").click();
		expect(purge.locator(".badge")).hasText("paused");
		screenshot("page-tasks.png");
		purge.locator(".pause").click();
		expect(purge.locator(".badge")).hasText("");
		expect(this.page.locator("#message")).isHidden();
	}

	@Test
	void shouldShowWhoWaitsForThePictures() {
		assertDone();
		this.thumbnails.pause();
		this.page.locator("#again").click();
		Locator barrier = this.page.locator("[data-synchronizer=pictures]");
		expect(barrier.locator(".held span")).hasText("2 of 3 there");
		expect(barrier.locator(".waiting")).hasText(Pattern.compile(
				"batch \\d+: contact sheet, batch \\d+: report" + "|batch \\d+: report, batch \\d+: contact sheet"));
		expect(this.page.locator("[data-synchronizer=disk] .held span")).hasText("0 of 2 in use");
		expect(this.page.locator("[data-synchronizer=ledger] .waiting")).hasText("nobody");
		screenshot("page-barrier.png");
		this.thumbnails.resume();
		assertDone();
		expect(barrier.locator(".held span")).hasText("0 of 3 there");
	}

	@Test
	void shouldShowWhichProgramsMadeTheArchive() {
		assertDone();
		expect(this.page.locator("[data-subprocess=sha256sum] .running span")).hasText("0 of 2 running");
		expect(this.page.locator("[data-subprocess=sha256sum] .runs")).hasText(Pattern.compile("\\d+ succeeded"));
		expect(this.page.locator("[data-subprocess=tar] .command"))
			.hasText(Pattern.compile("/.*/tar --create --file=-"));
		screenshot("page-archive.png");
	}

	@Test
	void shouldShowAnUploadAndThePictureThatFailed() throws IOException {
		assertDone();
		Path broken = Files.writeString(output.resolve("broken.jpg"), "Buy milk");
		Path good = output.resolve("batch-1/pictures/hills-01.jpg");
		this.page.locator("#upload").setInputFiles(new Path[] { good, broken });
		expect(this.page.locator("#batch-title")).containsText("2 uploaded pictures");
		expect(this.page.locator("#state")).hasText("done");
		expect(this.page.locator(".picture.done")).hasCount(1);
		expect(this.page.locator(".picture.failed .frame")).hasText("Not a picture of a known format");
		expect(this.page.locator("#summary")).containsText("1 of 2 thumbnails ready, 1 failed");
		screenshot("page-upload.png");
		this.page.locator("#upload").setInputFiles(broken);
		expect(this.page.locator("#state")).hasText("failed");
		expect(this.page.locator("#summary")).hasText("None of the pictures could be read");
	}

	private void assertDone() {
		expect(this.page.locator("#state")).hasText("done");
		expect(this.page.locator(".picture.done img")).hasCount(24);
		expect(this.page.locator("#progress")).hasJSProperty("value", 24);
	}

	private LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

	private void screenshot(String name) {
		this.page.locator("html").evaluate("() => Promise.all(Array.from(document.images, (image) => image.decode()))");
		this.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name))
			.setAnimations(ScreenshotAnimations.DISABLED));
	}

}
