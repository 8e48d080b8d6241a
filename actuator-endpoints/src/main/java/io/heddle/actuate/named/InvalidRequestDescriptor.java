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

package io.heddle.actuate.named;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeTypeUtils;

/**
 * What a client is told about a request that makes no sense.
 *
 * @param message what is wrong with which key and value, and the way out
 */
public record InvalidRequestDescriptor(@Nullable String message) implements OperationResponseBody {

	/**
	 * Return the response to such a request.
	 * @param message what is wrong
	 * @return the response
	 */
	public static WebEndpointResponse<Object> response(@Nullable String message) {
		return new WebEndpointResponse<>(new InvalidRequestDescriptor(message), WebEndpointResponse.STATUS_BAD_REQUEST,
				MimeTypeUtils.APPLICATION_JSON);
	}

}
