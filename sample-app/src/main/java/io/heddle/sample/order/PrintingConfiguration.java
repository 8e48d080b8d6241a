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

package io.heddle.sample.order;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import io.heddle.sample.picture.PrintPaper;

/**
 * What the photo lab and the workers of its process pool have both of printing.
 */
@Configuration(proxyBeanMethods = false)
class PrintingConfiguration {

	// In a worker it is there when the first print is, for fonts take their time
	@Bean
	@Lazy
	PrintRenderer printRenderer(PrintPaper printPaper) {
		return new PrintRenderer(printPaper);
	}

}
