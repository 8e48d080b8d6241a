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

package io.heddle.sample.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the pictures of a batch come from.
 */
interface PictureSource {

	/**
	 * Return what to call this source.
	 * @return the description
	 */
	String description();

	/**
	 * Return the names of the pictures, which is quick.
	 * @return the file names
	 * @throws IOException if they cannot be found out
	 */
	List<String> names() throws IOException;

	/**
	 * Return where a picture is once it has been provided.
	 * @param name the name of the picture
	 * @param folder where to put pictures that have no file of their own
	 * @return the file of the picture
	 */
	Path file(String name, Path folder);

	/**
	 * Provide a picture, which may take its time.
	 * @param number the number of the picture, from 1
	 * @param name the name of the picture
	 * @param folder where to put pictures that have no file yet
	 * @return the file of the picture
	 * @throws IOException if that fails
	 */
	default Path provide(int number, String name, Path folder) throws IOException {
		return file(name, folder);
	}

}
