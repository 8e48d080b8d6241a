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

package io.heddle.autoconfigure.executor;

import java.util.function.Supplier;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import io.heddle.autoconfigure.named.RunOnRoute;
import io.heddle.executor.NamedExecutor;

/**
 * How one method is run.
 *
 * @param executor the executor, asked for at the first call
 * @param call how calls are run
 * @param options the options of their tasks
 */
record RunOnOperation(Supplier<NamedExecutor> executor, RunOnRoute.Call call, RunOnTaskOptions options) {

	@Nullable Object invoke(MethodInvocation invocation, @Nullable String beanName) throws Throwable {
		return this.call.run(this.executor, invocation, beanName, this.options.get(invocation.getArguments()));
	}

	void verify(String beanName) {
		this.call.verify(this.executor, beanName);
	}

}
