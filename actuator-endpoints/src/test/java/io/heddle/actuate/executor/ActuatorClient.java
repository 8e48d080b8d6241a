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

package io.heddle.actuate.executor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the actuator of an application on this machine.
 */
public class ActuatorClient {

	private final HttpClient client = HttpClient.newHttpClient();

	private final String root;

	private final @Nullable String accept;

	public ActuatorClient(int port) {
		this("http://127.0.0.1:" + port + "/actuator/", "application/json");
	}

	private ActuatorClient(String root, @Nullable String accept) {
		this.root = root;
		this.accept = accept;
	}

	/**
	 * Return a client that sends another {@code Accept} header.
	 * @param accept the header or {@code null} to send none
	 * @return the client
	 */
	ActuatorClient accepting(@Nullable String accept) {
		return new ActuatorClient(this.root, accept);
	}

	public Response get(String path) {
		return send("GET", path, BodyPublishers.noBody());
	}

	public Response post(String path, String json) {
		return send("POST", path, BodyPublishers.ofString(json));
	}

	public Response delete(String path) {
		return send("DELETE", path, BodyPublishers.noBody());
	}

	private Response send(String method, String path, BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.root + path))
			.header("Content-Type", "application/json")
			.method(method, body);
		if (this.accept != null) {
			request.header("Accept", this.accept);
		}
		try {
			var response = this.client.send(request.build(), BodyHandlers.ofString());
			return new Response(response.statusCode(), response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public record Response(int status, String body) {

		public <T> T json(String path) {
			return JsonPath.read(this.body, path);
		}

	}

}
