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

/**
 * An exception of a worker JVM in the form of text. It is the cause at the end of the
 * chain of an exception that came over whole, and stands for one that could not: whose
 * class this JVM does not have or does not allow.
 */
public class RemoteException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String className;

	private final String remoteStackTrace;

	/**
	 * Create an exception.
	 * @param message the message
	 * @param className the name of the class of the exception in the worker
	 * @param remoteStackTrace the stack trace with its causes, as the worker would print
	 * it
	 */
	public RemoteException(String message, String className, String remoteStackTrace) {
		// the stack of the thread that decodes says nothing
		super(message, null, true, false);
		this.className = className;
		this.remoteStackTrace = remoteStackTrace;
	}

	/**
	 * Return the name of the class of the exception in the worker.
	 * @return the class name
	 */
	public String className() {
		return this.className;
	}

	/**
	 * Return the stack trace in the worker.
	 * @return the text, with causes
	 */
	public String remoteStackTrace() {
		return this.remoteStackTrace;
	}

	@Override
	public String toString() {
		return super.toString() + System.lineSeparator() + this.remoteStackTrace;
	}

}
