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

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvoker;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvokerAdvisor;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameter;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameters;

/**
 * {@link OperationInvokerAdvisor} for the web extension of an endpoint that refuses
 * requests with a key that is not the operation's. Such a key would be dropped silently,
 * or would replace the path if it is called like the parameter for the path: then the
 * value is no array any more, for those come from paths only.
 */
public class UnknownKeysAdvisor implements OperationInvokerAdvisor {

	private final EndpointId endpointId;

	private final String keys;

	/**
	 * Create an advisor.
	 * @param endpointId the endpoint that it is for
	 * @param keys the keys that a write operation takes
	 */
	public UnknownKeysAdvisor(String endpointId, String keys) {
		this.endpointId = EndpointId.of(endpointId);
		this.keys = keys;
	}

	@Override
	public OperationInvoker apply(EndpointId endpointId, OperationType operationType, OperationParameters parameters,
			OperationInvoker invoker) {
		if (!this.endpointId.equals(endpointId) || parameters.stream().noneMatch(this::isPath)) {
			return invoker;
		}
		List<OperationParameter> known = parameters.stream().toList();
		return (context) -> invoke(context, operationType, known, invoker);
	}

	private boolean isPath(OperationParameter parameter) {
		return parameter.getType() == String[].class;
	}

	private @Nullable Object invoke(InvocationContext context, OperationType operationType,
			List<OperationParameter> known, OperationInvoker invoker) {
		Set<String> unknown = unknownKeys(context.getArguments(), operationType, known);
		if (unknown.isEmpty()) {
			return invoker.invoke(context);
		}
		return InvalidRequestDescriptor.response("Unknown "
				+ unknown.stream().map((key) -> "'" + key + "'").collect(Collectors.joining(", ", "key ", ""))
				+ ((operationType == OperationType.WRITE) ? ". Send one or more of " + this.keys : ". Leave it out"));
	}

	private Set<String> unknownKeys(Map<String, Object> arguments, OperationType operationType,
			List<OperationParameter> known) {
		Set<String> unknown = new TreeSet<>();
		if (operationType != OperationType.READ) {
			unknown.addAll(arguments.keySet());
		}
		for (OperationParameter parameter : known) {
			String name = parameter.getName();
			if (isPath(parameter) && !(arguments.get(name) instanceof String[])) {
				unknown.add(name);
			}
			else {
				unknown.remove(name);
			}
		}
		return unknown;
	}

}
