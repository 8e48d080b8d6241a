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

import java.util.concurrent.CompletableFuture;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RunOn;

// tag::service[]
@Service
public class MailService {

	private final MailServer server;

	private final NamedExecutor mail;

	MailService(MailServer server, @Qualifier("mail") NamedExecutor mail) {
		this.server = server;
		this.mail = mail;
	}

	@RunOn(value = "mail", label = "receipt for {customer}")
	public CompletableFuture<String> sendReceipt(String customer) {
		return CompletableFuture.completedFuture(this.server.send("Thank you, " + customer));
	}

	public int waiting() {
		return this.mail.snapshot().queue().size();
	}

}
// end::service[]
