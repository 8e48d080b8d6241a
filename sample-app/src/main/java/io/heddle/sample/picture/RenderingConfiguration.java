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

package io.heddle.sample.picture;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * What the photo lab and the workers of its process pool have both of pictures.
 */
@Configuration(proxyBeanMethods = false)
class RenderingConfiguration {

	@Bean
	PictureReader pictureReader() {
		return new PictureReader();
	}

	// In a worker these two are there when the first print is, for fonts take their time
	@Bean
	@Lazy
	Lettering lettering() {
		return new Lettering();
	}

	@Bean
	@Lazy
	PrintPaper printPaper(PictureReader pictureReader, Lettering lettering) {
		return new PrintPaper(pictureReader, lettering);
	}

	@Bean
	ThumbnailRenderer thumbnailRenderer(PictureReader pictureReader) {
		return new ThumbnailRenderer(pictureReader);
	}

}
