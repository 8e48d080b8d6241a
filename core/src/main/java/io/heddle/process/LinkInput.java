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
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Takes what there is from the sockets of workers, and hands it on frame by frame.
 * Confined to one thread at a time.
 */
final class LinkInput {

	private final LinkListener listener;

	LinkInput(LinkListener listener) {
		this.listener = listener;
	}

	/**
	 * Look after sockets that are ready.
	 * @param ready their keys, which are removed
	 * @param completions where to put how tasks end
	 */
	void readAll(Set<SelectionKey> ready, List<Completion> completions) {
		boolean any = false;
		Iterator<SelectionKey> keys = ready.iterator();
		while (keys.hasNext()) {
			SelectionKey key = keys.next();
			keys.remove();
			read(key, (WorkerLink) key.attachment(), completions);
			any = true;
		}
		if (any) {
			// before any future is ended, for the workers wait
			this.listener.turned();
		}
	}

	private void read(SelectionKey key, WorkerLink link, List<Completion> completions) {
		FrameChannel channel = link.connection().channel();
		try {
			if (key.isWritable()) {
				key.interestOpsAnd(~SelectionKey.OP_WRITE);
				if (!link.flush()) {
					key.interestOpsOr(SelectionKey.OP_WRITE);
				}
			}
			boolean open = channel.fill();
			for (Frame frame = channel.poll(); frame != null; frame = channel.poll()) {
				this.listener.received(link, frame, completions);
			}
			if (!open) {
				this.listener.lost(link, null);
			}
		}
		catch (FrameException ex) {
			this.listener.lost(link, "sent garbage: " + ex.getMessage());
		}
		catch (IOException | CancelledKeyException ex) {
			this.listener.lost(link, null);
		}
		catch (RuntimeException | Error ex) {
			this.listener.lost(link, "sent what could not be handled: " + ex);
		}
	}

}
