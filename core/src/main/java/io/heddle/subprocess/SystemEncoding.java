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

package io.heddle.subprocess;

import java.nio.charset.Charset;

/**
 * How the JDK passes text to a program: by the encoding of the locale in which this JVM
 * was started. What that has no bytes for would silently become question marks.
 *
 * @param charset the encoding
 */
record SystemEncoding(Charset charset) {

	static SystemEncoding ofThisJvm() {
		String name = System.getProperty("sun.jnu.encoding");
		return new SystemEncoding(
				(name != null && Charset.isSupported(name)) ? Charset.forName(name) : Charset.defaultCharset());
	}

	/**
	 * Return what is wrong with a text.
	 * @param text the text
	 * @return the reason why no program can get it as it is; empty if it can
	 */
	String reasonAgainst(String text) {
		if (text.indexOf('\0') >= 0) {
			return "it has a NUL in it, which no program can get";
		}
		if (!this.charset.newEncoder().canEncode(text)) {
			return "it has characters that " + this.charset + ", the encoding of this JVM's locale, does not have. "
					+ "Start this JVM with another locale, such as LC_ALL=C.UTF-8";
		}
		return "";
	}

}
