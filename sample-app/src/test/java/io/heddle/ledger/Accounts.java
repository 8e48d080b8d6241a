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

package io.heddle.ledger;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Service;

import io.heddle.sync.Hold;
import io.heddle.sync.Locked;
import io.heddle.sync.NamedLock;

// tag::service[]
@Service
public class Accounts {

	private final NamedLock ledger;

	private final Map<String, Long> balances = new HashMap<>();

	Accounts(NamedLock ledger) {
		this.ledger = ledger;
	}

	public void book(String account, long amount) throws InterruptedException {
		try (Hold held = this.ledger.hold()) {
			this.balances.merge(account, amount, Long::sum);
		}
	}

	@Locked("ledger")
	public long balance(String account) {
		return this.balances.getOrDefault(account, 0L);
	}

}
// end::service[]
