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

package io.heddle.actuate.executor;

import java.util.List;
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
 * {@link OperationInvokerAdvisor} that refuses changes with an unknown key, which would
 * be dropped silently before the operation sees them.
 */
class UnknownKeysAdvisor implements OperationInvokerAdvisor {

	private static final EndpointId EXECUTORS = EndpointId.of("executors");

	@Override
	public OperationInvoker apply(EndpointId endpointId, OperationType operationType, OperationParameters parameters,
			OperationInvoker invoker) {
		if (operationType != OperationType.WRITE || !EXECUTORS.equals(endpointId)) {
			return invoker;
		}
		List<String> names = parameters.stream().map(OperationParameter::getName).toList();
		return (context) -> invoke(context, names, invoker);
	}

	private @Nullable Object invoke(InvocationContext context, List<String> names, OperationInvoker invoker) {
		Set<String> unknown = new TreeSet<>(context.getArguments().keySet());
		names.forEach(unknown::remove);
		if (unknown.isEmpty()) {
			return invoker.invoke(context);
		}
		return InvalidRequestDescriptor.response("Unknown "
				+ unknown.stream().map((key) -> "'" + key + "'").collect(Collectors.joining(", ", "key ", ""))
				+ ". Send one or more of " + ExecutorChange.KEYS);
	}

}
