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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

import io.heddle.process.ProcessPool;

// tag::service[]
@Service
public class Pictures {

	private final Renderer renderer;

	private final ProcessPool imaging;

	Pictures(Renderer renderer, @Qualifier("imaging") ProcessPool imaging) {
		this.renderer = renderer;
		this.imaging = imaging;
	}

	public CompletableFuture<byte[]> thumbnail(byte[] picture) {
		return this.renderer.render(picture, 240);
	}

	public List<Integer> sizes(List<byte[]> pictures) {
		try (Stream<Integer> sizes = this.imaging.map((picture) -> picture.length, pictures)) {
			return sizes.toList();
		}
	}

}
// end::service[]
