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

import java.util.concurrent.CountDownLatch;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * The application of the example. Its mail server waits until it is told to go on.
 */
@SpringBootApplication
class MailApplication {

	@Bean
	CountDownLatch connected() {
		return new CountDownLatch(1);
	}

	@Bean
	MailServer mailServer(CountDownLatch connected) {
		return (text) -> {
			try {
				connected.await();
				return "250 OK";
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException("Interrupted before '" + text + "' was sent", ex);
			}
		};
	}

}
