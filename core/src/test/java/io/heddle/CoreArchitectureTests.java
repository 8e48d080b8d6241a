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

package io.heddle;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The rules of the house for this module.
 */
class CoreArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.heddle");

	@Test
	void shouldNotSeeSpringOrAnyLibraryButTheListedOnes() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.heddle..", "java..", "org.slf4j..", "org.jspecify..", "io.micrometer.context..",
					"ch.qos.logback.classic.util..")
			.check(CLASSES);
	}

	@Test
	void shouldHaveNoPackageCycles() {
		SlicesRuleDefinition.slices().matching("io.heddle.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void shouldHaveNoStaticMutableState() {
		fields().that().areStatic().should().beFinal().check(CLASSES);
	}

	@Test
	void shouldHaveNoUtilsOrImpls() {
		noClasses().should()
			.haveSimpleNameEndingWith("Utils")
			.orShould()
			.haveSimpleNameEndingWith("Util")
			.orShould()
			.haveSimpleNameEndingWith("Impl")
			.check(CLASSES);
	}

	@Test
	void shouldHaveFinalPublicClassesUnlessExceptions() {
		classes().that()
			.arePublic()
			.and()
			.areNotInterfaces()
			.and()
			.areNotAssignableTo(Throwable.class)
			.and()
			.areNotEnums()
			.should()
			.haveModifier(JavaModifier.FINAL)
			.check(CLASSES);
	}

}
