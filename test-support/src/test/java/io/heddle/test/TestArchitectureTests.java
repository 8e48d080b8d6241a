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

package io.heddle.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

/**
 * Rules for the structure of this module.
 */
class TestArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.heddle.test");

	@Test
	void shouldSeeNothingButCoreAndSpring() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.heddle.test..", "io.heddle.scheduling..", "java..", "org.jspecify..",
					"org.springframework.aop..", "org.springframework.beans..", "org.springframework.context..",
					"org.springframework.core..", "org.springframework.scheduling..", "org.springframework.test..",
					"org.springframework.util..")
			.check(this.classes);
	}

	@Test
	void shouldHaveAClockThatNeedsNoSpring() {
		classes().that()
			.haveNameMatching("io\\.heddle\\.test\\.scheduling\\.(VirtualClock|TimeLine)")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.heddle..", "java..", "org.jspecify..")
			.check(this.classes);
	}

	@Test
	void shouldPromiseLittle() {
		classes().that()
			.arePublic()
			.should()
			.haveNameMatching(".*\\.(VirtualClock|VirtualTaskScheduler|VirtualTime)")
			.check(this.classes);
	}

	@Test
	void shouldHaveNoStaticMutableState() {
		fields().that().areStatic().should().beFinal().check(this.classes);
	}

}
