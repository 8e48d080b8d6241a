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

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A frame that has arrived. Owned by who has read it; its body is read once.
 *
 * @param kind what it says
 * @param id the task, function or other thing it is about
 * @param body the body without attachments
 * @param attachments byte arrays and buffers that came beside the body
 */
record Frame(FrameKind kind, long id, ByteBuffer body, List<Object> attachments) {

}
