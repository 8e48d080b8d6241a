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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The secret that a worker and its parent share. Immutable.
 */
final class Authkey {

	static final int SIZE = 32;

	private static final int BLOCK_SIZE = 64;

	private static final byte INNER = 0x36;

	private static final byte OUTER = 0x5C;

	private final byte[] bytes;

	Authkey(byte[] bytes) {
		if (bytes.length != SIZE) {
			throw new IllegalArgumentException("A key has " + SIZE + " bytes, not " + bytes.length);
		}
		this.bytes = bytes.clone();
	}

	static byte[] random() {
		byte[] random = new byte[SIZE];
		new SecureRandom().nextBytes(random);
		return random;
	}

	byte[] bytes() {
		return this.bytes.clone();
	}

	/**
	 * Answer a challenge: the HMAC-SHA256 (RFC 2104) of role and nonces. Not by
	 * {@code javax.crypto}, whose start would take a good part of that of the worker.
	 * @param role who answers, so that no answer serves for the other side
	 * @param first the nonce of the one side
	 * @param second the nonce of the other
	 * @return 32 bytes
	 */
	byte[] answer(String role, byte[] first, byte[] second) {
		MessageDigest digest = sha256();
		digest.update(padded(INNER));
		digest.update(role.getBytes(StandardCharsets.US_ASCII));
		digest.update((byte) 0);
		digest.update(first);
		byte[] inner = digest.digest(second);
		digest.update(padded(OUTER));
		return digest.digest(inner);
	}

	boolean accepts(byte[] answer, String role, byte[] first, byte[] second) {
		return MessageDigest.isEqual(answer, answer(role, first, second));
	}

	private byte[] padded(byte pad) {
		byte[] padded = Arrays.copyOf(this.bytes, BLOCK_SIZE);
		for (int i = 0; i < BLOCK_SIZE; i++) {
			padded[i] ^= pad;
		}
		return padded;
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
