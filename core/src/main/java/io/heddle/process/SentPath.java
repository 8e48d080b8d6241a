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

package io.heddle.process;

import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/**
 * Stands for a {@link Path} on its way, which the JDK cannot serialize. One of the
 * default file system means the same on both sides. Immutable.
 *
 * @param path the text of the path
 */
record SentPath(String path) implements Serializable {

	static SentPath of(Path path) throws ObjectStreamException {
		if (path.getFileSystem() != FileSystems.getDefault()) {
			throw new NotSerializableException(path.getClass().getName() + ": the path '" + path
					+ "' is not of the default file system, which alone the other side has too");
		}
		return new SentPath(path.toString());
	}

	private Object readResolve() {
		return Path.of(this.path);
	}

}
