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

package io.heddle.sample;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the photo lab.
 *
 * @param folder the folder of the pictures of the first batch, drawn ones if there is
 * none; the command line may name it too
 * @param pictures how many pictures are drawn
 * @param output the folder to which batches are written
 * @param keep how long the files of a batch are kept
 */
@ConfigurationProperties("photo-lab")
public record PhotoLabProperties(@Nullable Path folder, @DefaultValue("24") int pictures,
		@DefaultValue("target/photo-lab") Path output, @DefaultValue("7d") Duration keep) {
}
