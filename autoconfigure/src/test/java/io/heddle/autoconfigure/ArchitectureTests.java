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

package io.heddle.autoconfigure;

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
 * Rules for the structure of this module.
 */
class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.heddle.autoconfigure");

	@Test
	void shouldHaveFeaturePackagesWithoutCycles() {
		classes().should().resideInAPackage("io.heddle.autoconfigure.*..").check(this.classes);
		SlicesRuleDefinition.slices()
			.matching("io.heddle.autoconfigure.(*)..")
			.should()
			.beFreeOfCycles()
			.check(this.classes);
	}

	@Test
	void shouldNotDependOnTheActuator() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.heddle.actuate..", "org.springframework.boot.actuate..",
					"org.springframework.cloud..", "org.springframework.web..")
			.check(this.classes);
	}

	@Test
	void shouldHaveNoStaticMutableState() {
		fields().that()
			.areStatic()
			.and()
			.areDeclaredInClassesThat()
			.areNotEnums()
			.and()
			.doNotHaveModifier(JavaModifier.SYNTHETIC)
			.should()
			.beFinal()
			.check(this.classes);
	}

	@Test
	void shouldPromiseLittle() {
		classes().that()
			.arePublic()
			.and()
			.resideOutsideOfPackage("io.heddle.autoconfigure.named")
			.should()
			.haveNameMatching(".*(Properties(\\$\\w+)?|Event|AutoConfiguration)")
			.check(this.classes);
	}

	@Test
	void shouldNotHaveUtilities() {
		noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Impl|Manager)").check(this.classes);
	}

}
