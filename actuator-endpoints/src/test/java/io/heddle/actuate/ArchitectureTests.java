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

package io.heddle.actuate;

import com.tngtech.archunit.core.domain.JavaClass;
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
 * The rules of the module.
 */
class ArchitectureTests {

	private static final JavaClasses heddle = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.heddle");

	private static final JavaClasses module = heddle.that(JavaClass.Predicates.resideInAPackage("io.heddle.actuate.."));

	@Test
	void shouldLiveInFeaturePackages() {
		classes().should().resideInAPackage("io.heddle.actuate.*").check(module);
	}

	@Test
	void shouldNotBeSeenByTheOtherModules() {
		noClasses().that()
			.resideOutsideOfPackage("io.heddle.actuate..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.heddle.actuate..")
			.check(heddle);
	}

	@Test
	void shouldHaveNoPackageCycles() {
		SlicesRuleDefinition.slices().matching("io.heddle.(**)").should().beFreeOfCycles().check(heddle);
	}

	@Test
	void shouldHaveNoStaticMutableState() {
		fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(module);
	}

	@Test
	void shouldNotBeNamedUtilOrImpl() {
		noClasses().should().haveNameMatching(".*(Utils?|Impl|Helper)").check(module);
	}

}
