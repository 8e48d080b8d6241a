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

/**
 * Is told what the engineer on call wants to know of the processes of a policy. Called on
 * the thread that noticed it, so an implementation must be quick and thread-safe; what it
 * throws is logged and has no other effect.
 */
public interface SubprocessListener {

	/**
	 * A process has ended, however that was. What follows is called afterwards.
	 * @param subprocess the policy
	 * @param process the process
	 */
	default void onFinished(Subprocess subprocess, FinishedSubprocess process) {
	}

	/**
	 * A process did not end in time and was ended.
	 * @param subprocess the policy
	 * @param process the process
	 */
	default void onTimeout(Subprocess subprocess, FinishedSubprocess process) {
	}

	/**
	 * A process has ended by itself, or was ended for another reason than time, without
	 * success.
	 * @param subprocess the policy
	 * @param process the process
	 */
	default void onFailure(Subprocess subprocess, FinishedSubprocess process) {
	}

	/**
	 * A process has ended that wrote more than is kept of a stream.
	 * @param subprocess the policy
	 * @param process the process
	 */
	default void onTruncated(Subprocess subprocess, FinishedSubprocess process) {
	}

	/**
	 * A run was refused.
	 * @param subprocess the policy
	 * @param reason why, without secrets
	 */
	default void onRefused(Subprocess subprocess, String reason) {
	}

}
