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

import java.io.IOException;
import java.io.InvalidObjectException;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Takes apart a serializable lambda that captures nothing, and puts it together again, as
 * the JDK's serialization does with the help of {@link SerializedLambda}. The worker,
 * which is new, would take long to read its first object stream: the stream's filter asks
 * for a logger, for which the JDK opens every jar of the class path. Nor need it link a
 * lambda only to run what is written in it, which takes a new JVM about a millisecond.
 * Thread-safe.
 */
final class LambdaCodec {

	/** How many values stand for a lambda. **/
	static final int PLAIN_SIZE = 9;

	/** The methods that run a function, by the interface of it. **/
	private static final Map<String, String> RUN_BY = Map.of(internalName(ProcessTask.class), "call",
			internalName(ProcessRunnable.class), "run", internalName(ProcessFunction.class), "apply",
			internalName(Callable.class), "call", internalName(Runnable.class), "run", internalName(Function.class),
			"apply");

	private final AllowList allow;

	private final ClassLoader classLoader;

	LambdaCodec(AllowList allow, ClassLoader classLoader) {
		this.allow = allow;
		this.classLoader = classLoader;
	}

	/**
	 * Take a lambda apart.
	 * @param function what may be one
	 * @return plain values that stand for it, or {@code null} if it is something else or
	 * captures a value
	 * @throws IOException if the class that it is written in is not allowed
	 */
	@Nullable List<@Nullable Object> encode(Object function) throws IOException {
		Class<?> type = function.getClass();
		if (!type.isHidden() || !type.isSynthetic() || !(replacement(function) instanceof SerializedLambda lambda)
				|| lambda.getCapturedArgCount() > 0) {
			return null;
		}
		try {
			capturingClass(lambda.getCapturingClass(), type.getClassLoader());
		}
		catch (ClassNotFoundException ex) {
			return null;
		}
		return Arrays.asList(lambda.getCapturingClass(), lambda.getFunctionalInterfaceClass(),
				lambda.getFunctionalInterfaceMethodName(), lambda.getFunctionalInterfaceMethodSignature(),
				lambda.getImplMethodKind(), lambda.getImplClass(), lambda.getImplMethodName(),
				lambda.getImplMethodSignature(), lambda.getInstantiatedMethodType());
	}

	private static @Nullable Object replacement(Object function) {
		try {
			Method method = function.getClass().getDeclaredMethod("writeReplace");
			method.setAccessible(true);
			return method.invoke(function);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			// not serializable, or of a module that is closed to us but not to the JDK
			return null;
		}
	}

	/**
	 * Put a lambda together.
	 * @param values the values that stand for it
	 * @return the lambda, or a {@link LambdaBody} that does the same
	 * @throws IOException if they are garbage, or the class that it is written in is not
	 * allowed or has no such lambda
	 * @throws ClassNotFoundException if this JVM has not that class
	 */
	Object decode(List<@Nullable Object> values) throws IOException, ClassNotFoundException {
		if (values.size() != PLAIN_SIZE || !(values.get(4) instanceof Integer kind)) {
			throw new FrameException("No lambda: " + values);
		}
		Class<?> type = capturingClass(text(values, 0), this.classLoader);
		SerializedLambda lambda = new SerializedLambda(type, text(values, 1), text(values, 2), text(values, 3), kind,
				text(values, 5), text(values, 6), text(values, 7), text(values, 8), new Object[0]);
		Method body = body(type, lambda);
		return (body != null) ? new LambdaBody(body) : linked(type, lambda);
	}

	/**
	 * Return the method that the compiler has made of the lambda's body.
	 * @return the method, or {@code null} if there is none, as of a method reference
	 */
	private static @Nullable Method body(Class<?> type, SerializedLambda lambda) {
		if (lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeStatic
				|| !lambda.getImplClass().equals(lambda.getCapturingClass())
				|| !lambda.getFunctionalInterfaceMethodName()
					.equals(RUN_BY.get(lambda.getFunctionalInterfaceClass()))) {
			return null;
		}
		try {
			Method method = type.getDeclaredMethod(lambda.getImplMethodName(),
					MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), type.getClassLoader())
						.parameterArray());
			method.setAccessible(true);
			// a primitive parameter, as of int[]::new, has rules of its own for null
			return (method.isSynthetic() && Arrays.stream(method.getParameterTypes()).noneMatch(Class::isPrimitive))
					? method : null;
		}
		catch (ReflectiveOperationException | RuntimeException | LinkageError ex) {
			// the class itself may know better, or say what is wrong
			return null;
		}
	}

	private static Object linked(Class<?> type, SerializedLambda lambda) throws IOException {
		try {
			Method method = type.getDeclaredMethod("$deserializeLambda$", SerializedLambda.class);
			method.setAccessible(true);
			return method.invoke(null, lambda);
		}
		catch (InvocationTargetException ex) {
			throw invalid(type, ex.getCause());
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			throw invalid(type, ex);
		}
	}

	private Class<?> capturingClass(String name, ClassLoader classLoader) throws IOException, ClassNotFoundException {
		Class<?> type = Class.forName(name.replace('/', '.'), false, classLoader);
		if (!this.allow.allows(type)) {
			throw this.allow.refusal(type);
		}
		return type;
	}

	private static InvalidObjectException invalid(Class<?> type, @Nullable Throwable cause) {
		InvalidObjectException invalid = new InvalidObjectException(
				"The class '" + type.getName() + "' of this JVM has not the lambda: " + cause);
		invalid.initCause(cause);
		return invalid;
	}

	private static String internalName(Class<?> type) {
		return type.getName().replace('.', '/');
	}

	private static String text(List<@Nullable Object> values, int index) throws FrameException {
		if (values.get(index) instanceof String text) {
			return text;
		}
		throw new FrameException("No lambda: " + values);
	}

}
