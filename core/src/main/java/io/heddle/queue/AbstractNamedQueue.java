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

package io.heddle.queue;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;

/**
 * What a queue does with many items, or with any of them, as {@link Collection} has it.
 * What is removed in these ways is dropped, for nobody has got it.
 *
 * @param <E> the type of the items
 */
abstract class AbstractNamedQueue<E> extends AbstractQueue<E> implements BlockingQueue<E> {

	abstract QueueCore<E> core();

	@Override
	public int size() {
		return core().size();
	}

	@Override
	public boolean contains(Object item) {
		return item != null && core().contains((candidate, putTime) -> item.equals(candidate));
	}

	@Override
	public boolean remove(Object item) {
		return item != null && core().drop((candidate, putTime) -> item.equals(candidate), 1) > 0;
	}

	@Override
	public boolean removeIf(Predicate<? super E> filter) {
		Objects.requireNonNull(filter, "'filter' must not be null");
		return core().drop((item, putTime) -> filter.test(item), Integer.MAX_VALUE) > 0;
	}

	@Override
	public boolean removeAll(Collection<?> items) {
		Objects.requireNonNull(items, "'items' must not be null");
		return removeIf(items::contains);
	}

	@Override
	public boolean retainAll(Collection<?> items) {
		Objects.requireNonNull(items, "'items' must not be null");
		return removeIf((item) -> !items.contains(item));
	}

	@Override
	public void clear() {
		core().drop((item, putTime) -> true, Integer.MAX_VALUE);
	}

	@Override
	public int drainTo(Collection<? super E> target) {
		return drainTo(target, Integer.MAX_VALUE);
	}

	@Override
	public int drainTo(Collection<? super E> target, int most) {
		Objects.requireNonNull(target, "'target' must not be null");
		if (target == this) {
			throw new IllegalArgumentException("'target' must not be the queue itself. Drain it to another collection");
		}
		return core().drainTo(target, most);
	}

	/**
	 * Return an iterator over the items that are here now, in the order in which they
	 * would be got. It never fails because of what others do meanwhile.
	 */
	@Override
	public Iterator<E> iterator() {
		return new QueueIterator<>(core());
	}

	@Override
	public Spliterator<E> spliterator() {
		return Spliterators.spliteratorUnknownSize(iterator(),
				Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT);
	}

}
