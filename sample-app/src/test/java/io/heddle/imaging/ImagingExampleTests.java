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

package io.heddle.imaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.heddle.example.ActuatorClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves the example of the page on process pools: its YAML, its beans and its endpoint.
 */
@SpringBootTest(classes = ImagingApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.config.name=imaging")
class ImagingExampleTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Pictures pictures;

	@Test
	void shouldRenderInAWorker() throws Exception {
		assertThat(this.pictures.thumbnail(new byte[1000]).get(60, TimeUnit.SECONDS)).hasSize(240);
		assertThat(this.pictures.sizes(List.of(new byte[1], new byte[22], new byte[333]))).containsExactly(1, 22, 333);
		Map<String, Object> pool = JsonPath.read(new ActuatorClient(this.port).get("processpools/imaging"), "$");
		assertThat(pool).containsEntry("size", 2);
		assertThat(JsonPath.<List<Object>>read(pool, "$.workers")).isNotEmpty();
	}

}
