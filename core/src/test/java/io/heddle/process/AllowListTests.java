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

package io.heddle.process;

import java.io.InvalidClassException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what the {@link AllowList} lets through by itself.
 */
class AllowListTests {

	private final TaskCodec codec = TaskCodecTests.codec(List.of());

	@ParameterizedTest
	@MethodSource("plain")
	void shouldAllowPlainDataOfTheJdk(Object value) throws Exception {
		Object travelled = travelled(value);
		assertThat(travelled).isEqualTo(value).hasSameClassAs(value);
	}

	static Stream<Object> plain() throws Exception {
		return Stream.of(new Date(1), new Timestamp(1), new java.sql.Date(1), new Time(1),
				InetAddress.getByAddress("a.example", new byte[] { 127, 0, 0, 1 }), InetAddress.getByName("::1"),
				InetSocketAddress.createUnresolved("nowhere.example", 1),
				new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), TimeZone.getDefault(),
				TimeZone.getTimeZone("Europe/Berlin"), new SimpleTimeZone(3_600_000, "x"),
				new GregorianCalendar(2026, Calendar.MAY, 1), new CopyOnWriteArraySet<>(List.of(1)),
				new ConcurrentSkipListSet<>(List.of(1)), Thread.State.NEW, TimeUnit.DAYS, Locale.Category.DISPLAY);
	}

	@Test
	void shouldAllowBuildersOfText() throws Exception {
		assertThat(travelled(new StringBuilder("text"))).isInstanceOf(StringBuilder.class).hasToString("text");
		assertThat(travelled(new StringBuffer("text"))).isInstanceOf(StringBuffer.class).hasToString("text");
	}

	@Test
	void shouldRefuseWhatActsWhenItIsRead() {
		for (Object value : new Object[] { url(), Pattern.compile("a") }) {
			assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> travelled(value))
				.withMessageContaining(value.getClass().getName())
				.withMessageContaining("serialization.allow");
		}
	}

	private static URL url() {
		try {
			return new URL("http://nowhere.example");
		}
		catch (java.net.MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Object travelled(Object value) throws Exception {
		OutgoingFrame frame = this.codec.values().encode(FrameKind.RESULT, 1, List.of(value));
		return this.codec.result(TaskCodecTests.received(frame, 1 << 20));
	}

}
