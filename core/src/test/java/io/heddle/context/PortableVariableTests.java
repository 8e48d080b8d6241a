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

package io.heddle.context;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the way of {@link ContextVar context variables} to another JVM.
 */
class PortableVariableTests {

	private static final String TYPE = PortableVariableTests.class.getName();

	private static final ContextVar<@Nullable Object> ORDER = ContextVar.of("same", "none");

	static final ContextVar<@Nullable Object> USER = ContextVar.of("same", "nobody");

	/** The same variable under a further name. **/
	static final Object ALIAS = USER;

	private final ContextPropagation propagation = ContextPropagation.create();

	@AfterEach
	void clear() {
		CurrentContext.get().enter(Context.empty());
	}

	@Test
	void shouldTravelByTheNameOfItsField() {
		ORDER.set(42);
		USER.set("ann");
		Map<String, Object> portable = portable();
		assertThat(portable).containsOnly(Map.entry("var:" + TYPE + ".ORDER", 42),
				Map.entry("var:" + TYPE + ".USER", "ann"));
		CurrentContext.get().enter(Context.empty());
		run(portable, () -> assertValues(42, "ann"));
		assertValues("none", "nobody");
	}

	@Test
	void shouldKeepVariablesOfTheSameNameApart() {
		ORDER.set(42);
		Map<String, Object> portable = portable();
		CurrentContext.get().enter(Context.empty());
		run(portable, () -> assertValues(42, "nobody"));
	}

	@Test
	void shouldTravelFromAnyKindOfClass() {
		Constants.IN_INTERFACE.set(1);
		Kind.IN_ENUM.set(2);
		Helped.THROUGH_METHOD.set(3);
		assertThat(portable()).containsOnly(Map.entry("var:" + Constants.class.getName() + ".IN_INTERFACE", 1),
				Map.entry("var:" + Kind.class.getName() + ".IN_ENUM", 2),
				Map.entry("var:" + Helped.class.getName() + ".THROUGH_METHOD", 3));
	}

	@Test
	void shouldStayIfNoStaticFieldOfItsClassHoldsIt() {
		ContextVar.of("local").set(1);
		new Instance().variable.set(2);
		Foreign.OF_ANOTHER_CLASS.set(3);
		assertThat(portable()).isEmpty();
		USER.set("ann");
		assertThat(portable()).containsOnlyKeys("var:" + TYPE + ".USER");
	}

	@Test
	void shouldLeaveOutAloneWhatIsNotSerializable() {
		ORDER.set(new Object());
		USER.set("ann");
		assertThat(portable()).containsOnlyKeys("var:" + TYPE + ".USER");
	}

	@Test
	void shouldTravelAsNull() {
		ORDER.set(null);
		USER.set("ann");
		Map<String, Object> portable = portable();
		assertThat(portable).doesNotContainValue(null);
		CurrentContext.get().enter(Context.empty());
		run(portable, () -> assertValues(null, "ann"));
	}

	@Test
	void shouldChangeAndResetWhatHasTravelled() {
		run(portable(42, "ann"), () -> {
			try (Token<@Nullable Object> token = ORDER.set(43)) {
				assertThat(token).isNotNull();
				assertValues(43, "ann");
			}
			assertValues(42, "ann");
			Token<@Nullable Object> order = ORDER.set(43);
			USER.set("bob");
			ORDER.reset(order);
			assertValues(42, "bob");
		});
	}

	@Test
	void shouldBeCopiedWithWhatHasTravelled() {
		run(portable(42, "ann"), () -> Context.copy().run(() -> assertValues(42, "ann")));
		run(portable(42, "ann"), () -> Context.empty().run(() -> assertValues("none", "nobody")));
	}

	@Test
	void shouldTravelOn() {
		Map<String, Object> unknown = new HashMap<>(portable(42, "ann"));
		unknown.put("var:com.acme.Unknown.VARIABLE", "value");
		run(unknown, () -> {
			assertThat(portable()).isEqualTo(unknown);
			ORDER.set(null);
			USER.set("bob");
			run(portable(), () -> assertValues(null, "bob"));
			ORDER.set(43);
			USER.set(new Object());
			assertThat(portable()).containsOnlyKeys("var:" + TYPE + ".ORDER", "var:com.acme.Unknown.VARIABLE");
		});
	}

	@Test
	void shouldIgnoreWhatIsNoVariable() {
		assertThat(PortableVariables.of(Map.of("mdc:key", "value", "tenant", "acme"))).isNull();
	}

	private Map<String, Object> portable(Object order, Object user) {
		try (Token<@Nullable Object> one = ORDER.set(order); Token<@Nullable Object> two = USER.set(user)) {
			assertThat(List.of(one, two)).doesNotHaveDuplicates();
			return portable();
		}
	}

	private Map<String, Object> portable() {
		return this.propagation.portable(this.propagation.capture());
	}

	private void run(Map<String, Object> portable, Runnable task) {
		this.propagation.run(this.propagation.capturedOf(portable), task);
	}

	private static void assertValues(@Nullable Object order, @Nullable Object user) {
		assertThat(ORDER.get()).isEqualTo(order);
		assertThat(USER.get()).isEqualTo(user);
	}

	interface Constants {

		ContextVar<Integer> IN_INTERFACE = ContextVar.of("constant");

		void use();

	}

	enum Kind {

		ONE;

		static final ContextVar<Integer> IN_ENUM = ContextVar.of("enum");

	}

	static final class Helped {

		static final ContextVar<Integer> THROUGH_METHOD = make("helped");

		static <T> ContextVar<T> make(String name) {
			return ContextVar.of(name);
		}

	}

	static final class Foreign {

		static final ContextVar<Integer> OF_ANOTHER_CLASS = Helped.make("foreign");

	}

	static final class Instance {

		private final ContextVar<Integer> variable = ContextVar.of("instance");

	}

}
