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

package io.heddle.actuate.sync;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.heddle.actuate.executor.ActuatorClient;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SynchronizersEndpoint} over HTTP with default access.
 */
@SpringBootTest(classes = SynchronizersEndpointHttpTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "management.endpoints.web.exposure.include=*",
				"management.endpoints.jackson.isolated-json-mapper=false",
				"spring.jackson.datatype.datetime.write-durations-as-timestamps=true",
				"spring.main.lazy-initialization=true",
				"spring.autoconfigure.exclude=io.heddle.actuate.sync.SynchronizerMetricsAutoConfiguration", "heddle.events.ready.set=false",
				"heddle.barriers.cutover.parties=2", "heddle.locks.ledger.fair=true", "heddle.locks.unused.fair=true" })
class SynchronizersEndpointDefaultAccessHttpTests {

	@Test
	void shouldOnlyRead(@LocalServerPort int port, @Autowired NamedEvent ready, @Autowired NamedBarrier cutover) {
		ActuatorClient actuator = new ActuatorClient(port);
		assertThat(actuator.get("synchronizers/ready").<Boolean>json("$.set")).isFalse();
		assertThat(actuator.post("synchronizers/ready", "{\"set\":true}").status()).isIn(404, 405);
		assertThat(actuator.post("synchronizers/cutover", "{\"action\":\"abort\"}").status()).isIn(404, 405);
		assertThat(ready.isSet()).isFalse();
		assertThat(cutover.isBroken()).isFalse();
	}

	@Test
	void shouldWriteIsoTimesWhateverTheMapperOfTheApplication(@LocalServerPort int port, @Autowired NamedLock ledger) {
		ledger.lock();
		String heldFor = new ActuatorClient(port).get("synchronizers/ledger").json("$.heldFor");
		ledger.unlock();
		assertThat(Duration.parse(heldFor)).isGreaterThanOrEqualTo(Duration.ZERO);
	}

	@Test
	void shouldShowALazyOneWithoutCreatingIt(@LocalServerPort int port) {
		ActuatorClient actuator = new ActuatorClient(port);
		assertThat(actuator.get("synchronizers/unused").<Boolean>json("$.initialized")).isFalse();
		assertThat(actuator.get("synchronizers/unused").<String>json("$.kind")).isEqualTo("lock");
		assertThat(actuator.get("synchronizers").<Boolean>json("$.locks.unused.initialized")).isFalse();
	}

}
