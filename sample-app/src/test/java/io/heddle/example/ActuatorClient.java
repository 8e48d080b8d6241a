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

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestHeadersSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends the requests that the documentation shows to an example on this machine.
 */
public final class ActuatorClient {

	private final RestTestClient client;

	public ActuatorClient(int port) {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port + "/actuator/").build();
	}

	public String get(String path) {
		return body(this.client.get().uri(path));
	}

	public String post(String path, String json) {
		return body(this.client.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(json));
	}

	public void delete(String path) {
		this.client.delete().uri(path).exchange().expectStatus().isNoContent();
	}

	private static String body(RequestHeadersSpec<?> request) {
		String body = request.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(body).isNotNull();
		return body;
	}

}
