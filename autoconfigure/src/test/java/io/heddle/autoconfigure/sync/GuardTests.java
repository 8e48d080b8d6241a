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

package io.heddle.autoconfigure.sync;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.Ordered;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RunOn;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.QueueListener;
import io.heddle.sync.Hold;
import io.heddle.sync.Locked;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Permit;
import io.heddle.sync.SynchronizerTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Locked} and {@link Permit}.
 */
class GuardTests {

	private final ApplicationContextRunner runner = HeddleRunner
		.create("heddle.locks.ledger.fair=true", "heddle.locks.journal.reentrant=false",
				"heddle.semaphores.smtp.permits=1", "heddle.executors.mail.core-size=2",
				"heddle.executors.light.thread-name-prefix=light-")
		.withBean(Books.class)
		.withBean(Journal.class);

	@Test
	void shouldHoldTheLockWhileTheMethodRuns() {
		this.runner.run((context) -> {
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			String holder = context.getBean(Books.class)
				.book(() -> ledger.isHeldByCurrentThread() ? Thread.currentThread().getName() : "nobody");
			assertThat(holder).isEqualTo(Thread.currentThread().getName());
			assertThat(ledger.isLocked()).isFalse();
		});
	}

	@Test
	void shouldReleaseTheLockWhenTheMethodThrows() {
		this.runner.run((context) -> {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> context.getBean(Books.class).book(() -> {
					throw new IllegalStateException("overdrawn");
				}));
			assertThat(context.getBean("ledger", NamedLock.class).isLocked()).isFalse();
		});
	}

	@Test
	void shouldHoldAPermitWhileTheMethodRuns() {
		this.runner.run((context) -> {
			NamedSemaphore smtp = context.getBean("smtp", NamedSemaphore.class);
			assertThat(context.getBean(Books.class).send(smtp::available)).isZero();
			assertThat(smtp.available()).isOne();
		});
	}

	@Test
	void shouldTakeThePermitBeforeTheLock() {
		this.runner.run((context) -> {
			NamedSemaphore smtp = context.getBean("smtp", NamedSemaphore.class);
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			Books books = context.getBean(Books.class);
			smtp.acquire();
			FutureTask<Integer> waiting = new FutureTask<>(() -> books.both(ledger::holdCount));
			new Thread(waiting).start();
			await().until(() -> smtp.waiters().size() == 1);
			assertThat(ledger.isLocked()).isFalse();
			smtp.release();
			assertThat(waiting.get(10, TimeUnit.SECONDS)).isOne();
			assertThat(smtp.available()).isOne();
		});
	}

	@Test
	void shouldHoldForAllPublicMethodsOfAnAnnotatedType() {
		this.runner.run((context) -> {
			NamedLock journal = context.getBean("journal", NamedLock.class);
			assertThat(context.getBean(Journal.class).write(journal::isHeldByCurrentThread)).isTrue();
			assertThat(context.getBean(Journal.class).read(journal::isHeldByCurrentThread)).isTrue();
			assertThat(context.getBean(Journal.class).note(journal::isHeldByCurrentThread)).isFalse();
		});
	}

	@Test
	void shouldPreferTheAnnotationOfTheMethod() {
		this.runner.run((context) -> {
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			NamedLock journal = context.getBean("journal", NamedLock.class);
			assertThat(context.getBean(Journal.class).close(() -> ledger.isLocked() && !journal.isLocked())).isTrue();
		});
	}

	@Test
	void shouldFindTheAnnotationOfAnInterface() {
		for (String proxyTargetClass : List.of("true", "false")) {
			this.runner.withPropertyValues("spring.aop.proxy-target-class=" + proxyTargetClass)
				.withBean(Till.class, CashTill::new)
				.run((context) -> {
					NamedLock ledger = context.getBean("ledger", NamedLock.class);
					assertThat(context.getBean(Till.class).close(ledger::isHeldByCurrentThread)).isTrue();
				});
		}
	}

	@Test
	void shouldNotCallTheMethodIfTheLockIsNotFreeInTime() {
		this.runner.run((context) -> {
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			try (Hold held = holdElsewhere(ledger)) {
				assertThatExceptionOfType(SynchronizerTimeoutException.class)
					.isThrownBy(() -> context.getBean(Books.class).bookQuickly(() -> true))
					.withCauseInstanceOf(TimeoutException.class)
					.withMessageContaining(
							"Books.bookQuickly was not called: Lock 'ledger' was not free within PT0.02S")
					.withMessageContaining("held by thread 'accountant'")
					.satisfies((ex) -> assertThat(ex.synchronizer()).isEqualTo("ledger"));
			}
		});
	}

	@Test
	void shouldGiveBackThePermitIfTheLockIsNotFreeInTime() {
		this.runner.run((context) -> {
			NamedSemaphore smtp = context.getBean("smtp", NamedSemaphore.class);
			try (Hold held = holdElsewhere(context.getBean("ledger", NamedLock.class))) {
				assertThatExceptionOfType(SynchronizerTimeoutException.class)
					.isThrownBy(() -> context.getBean(Books.class).bothQuickly());
			}
			assertThat(smtp.available()).isOne();
		});
	}

	@Test
	void shouldResolvePlaceholders() {
		this.runner.withPropertyValues("shop.lock=ledger", "shop.patience=20ms")
			.withBean(Configured.class)
			.run((context) -> {
				NamedLock ledger = context.getBean("ledger", NamedLock.class);
				assertThat(context.getBean(Configured.class).book(ledger::isHeldByCurrentThread)).isTrue();
				try (Hold held = holdElsewhere(ledger)) {
					assertThatExceptionOfType(SynchronizerTimeoutException.class)
						.isThrownBy(() -> context.getBean(Configured.class).book(() -> true));
				}
			});
	}

	@Test
	void shouldGiveBackThePermitIfTheLockCannotBeReleased() {
		this.runner.run((context) -> {
			NamedSemaphore smtp = context.getBean("smtp", NamedSemaphore.class);
			NamedLock journal = context.getBean("journal", NamedLock.class);
			Books books = context.getBean(Books.class);
			assertThatExceptionOfType(IllegalMonitorStateException.class)
				.isThrownBy(() -> books.handOver(journal::unlock))
				.withMessageContaining("'journal'");
			assertThat(smtp.available()).isOne();
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> books.handOver(() -> {
				journal.unlock();
				throw new IllegalStateException("overdrawn");
			}))
				.withMessage("overdrawn")
				.satisfies((ex) -> assertThat(ex.getSuppressed()).singleElement()
					.isInstanceOf(IllegalMonitorStateException.class));
			assertThat(smtp.available()).isOne();
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldTakeLockAndPermitOnAVirtualThreadOfTheExecutor() {
		this.runner.withPropertyValues("heddle.executors.light.threads=virtual").run((context) -> {
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			NamedSemaphore smtp = context.getBean("smtp", NamedSemaphore.class);
			CompletableFuture<String> future;
			try (Hold held = ledger.hold()) {
				future = context.getBean(Books.class)
					.bothLightly(() -> ledger.snapshot().owner().thread() + " " + ledger.snapshot().owner().virtual()
							+ " " + smtp.available());
				await().until(() -> ledger.waiters().size() == 1);
				assertThat(ledger.waiters().get(0).virtual()).isTrue();
				assertThat(smtp.snapshot().holders()).singleElement()
					.satisfies((holder) -> assertThat(holder.virtual()).isTrue());
			}
			assertThat(future.get(10, TimeUnit.SECONDS)).startsWith("light-").endsWith(" true 0");
			await().until(() -> !ledger.isLocked() && smtp.available() == 1);
		});
	}

	@Test
	void shouldTakeLockAndPermitOnTheThreadOfAQueueListener() {
		this.runner.withPropertyValues("heddle.queues.orders.capacity=10").withBean(Clerk.class).run((context) -> {
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			NamedSemaphore smtp = context.getBean("smtp", NamedSemaphore.class);
			Clerk clerk = context.getBean(Clerk.class);
			clerk.see(() -> ledger.snapshot().owner().thread() + " " + smtp.available());
			NamedQueue<Object> orders = context.getBean("orders", NamedQueue.class);
			try (Hold held = ledger.hold()) {
				orders.put("order");
				await().until(() -> ledger.waiters().size() == 1);
				assertThat(clerk.handled()).isEmpty();
			}
			assertThat(orders.join(Duration.ofSeconds(10))).isTrue();
			assertThat(clerk.handled()).containsExactly("order orders-listener-1 0");
			assertThat(ledger.isLocked()).isFalse();
			assertThat(smtp.available()).isOne();
		});
	}

	@Test
	void shouldTakeTheLockOnTheThreadOfTheExecutor() {
		this.runner.run((context) -> {
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
			Books books = context.getBean(Books.class);
			CompletableFuture<String> future;
			try (Hold held = ledger.hold()) {
				// the caller goes on, and holds it
				future = books.bookLater(() -> ledger.snapshot().owner().thread());
				await().until(() -> ledger.waiters().size() == 1);
				assertThat(ledger.waiters().get(0).thread()).startsWith("mail-");
				assertThat(mail.running()).singleElement()
					.satisfies((task) -> assertThat(task.thread()).isEqualTo(ledger.waiters().get(0).thread()));
			}
			assertThat(future.get(10, TimeUnit.SECONDS)).startsWith("mail-");
			assertThat(ledger.isLocked()).isFalse();
		});
	}

	@Test
	void shouldFailTheFutureIfTheLockIsNotFreeInTime() {
		this.runner.run((context) -> {
			try (Hold held = context.getBean("ledger", NamedLock.class).hold()) {
				assertThat(context.getBean(Books.class).bookLaterQuickly()).failsWithin(10, TimeUnit.SECONDS)
					.withThrowableOfType(ExecutionException.class)
					.withCauseInstanceOf(SynchronizerTimeoutException.class);
			}
		});
	}

	@Test
	void shouldStopWaitingWhenTheTaskIsCancelled() {
		this.runner.run((context) -> {
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			try (Hold held = ledger.hold()) {
				CompletableFuture<String> future = context.getBean(Books.class).bookLater(() -> "booked");
				await().until(() -> ledger.waiters().size() == 1);
				future.cancel(true);
				await().until(() -> ledger.waiters().isEmpty());
			}
			assertThat(context.getBean("mail", NamedExecutor.class).submit(Thread::interrupted).get()).isFalse();
		});
	}

	@Test
	void shouldTellOfAnInterruptByAnExceptionThatAnyMethodMayThrow() {
		this.runner.run((context) -> {
			Books books = context.getBean(Books.class);
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> books.book(() -> true))
				.withMessageContaining("Books.book was not called")
				.withMessageContaining("waited for 'ledger'");
			assertThat(Thread.interrupted()).isTrue();
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(books::bookInterruptibly);
			assertThat(Thread.interrupted()).isFalse();
		});
	}

	@Test
	void shouldTakeTheLockAroundAdviceSuchAsTransactions() {
		List<String> seen = new ArrayList<>();
		this.runner.withBean(DefaultAdvisorAutoProxyCreator.class, () -> {
			DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
			creator.setProxyTargetClass(true);
			// as Spring registers its own
			creator.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return creator;
		}).withBean("transactions", Advisor.class, () -> new BooksAdvisor(seen)).run((context) -> {
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			context.getBean(BooksAdvisor.class).lock = ledger;
			assertThat(context.getBean(Books.class).bookLater(() -> "x").get(10, TimeUnit.SECONDS)).isEqualTo("x");
			assertThat(seen).hasSize(1);
			assertThat(seen.get(0)).startsWith("mail-").endsWith(" with lock");
		});
	}

	private static Hold holdElsewhere(NamedLock lock) throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		Thread thread = new Thread(() -> {
			lock.lock();
			try {
				release.await();
			}
			catch (InterruptedException ex) {
				// ends
			}
			finally {
				lock.unlock();
			}
		}, "accountant");
		thread.start();
		await().until(lock::isLocked);
		NamedSemaphore end = NamedSemaphore.builder("end").build();
		Hold hold = end.hold();
		new Thread(() -> {
			try {
				end.acquire();
			}
			catch (InterruptedException ex) {
				// ends
			}
			release.countDown();
		}).start();
		return hold;
	}

	static class Books {

		@Locked("ledger")
		<T> T book(Supplier<T> entry) {
			return entry.get();
		}

		@Locked(value = "ledger", timeout = "20ms")
		<T> T bookQuickly(Supplier<T> entry) {
			return entry.get();
		}

		@Locked("ledger")
		void bookInterruptibly() throws InterruptedException {
		}

		@Permit("smtp")
		<T> T send(Supplier<T> mail) {
			return mail.get();
		}

		@Locked("ledger")
		@Permit("smtp")
		<T> T both(Supplier<T> entry) {
			return entry.get();
		}

		@Locked(value = "ledger", timeout = "20ms")
		@Permit("smtp")
		void bothQuickly() {
		}

		@Permit("smtp")
		@Locked("journal")
		void handOver(Runnable entry) {
			entry.run();
		}

		@RunOn("light")
		@Permit("smtp")
		@Locked("ledger")
		CompletableFuture<String> bothLightly(Supplier<String> entry) {
			return CompletableFuture.completedFuture(entry.get());
		}

		@RunOn("mail")
		@Locked("ledger")
		CompletableFuture<String> bookLater(Supplier<String> entry) {
			return CompletableFuture.completedFuture(entry.get());
		}

		@RunOn("mail")
		@Locked(value = "ledger", timeout = "20ms")
		CompletableFuture<String> bookLaterQuickly() {
			return CompletableFuture.completedFuture("booked");
		}

	}

	interface Till {

		@Locked("ledger")
		boolean close(BooleanSupplier entry);

	}

	static class CashTill implements Till {

		@Override
		public boolean close(BooleanSupplier entry) {
			return entry.getAsBoolean();
		}

	}

	@Locked("journal")
	public static class Journal {

		public boolean write(BooleanSupplier entry) {
			return entry.getAsBoolean();
		}

		public boolean read(BooleanSupplier entry) {
			return entry.getAsBoolean();
		}

		@Locked("ledger")
		public boolean close(BooleanSupplier entry) {
			return entry.getAsBoolean();
		}

		boolean note(BooleanSupplier entry) {
			return entry.getAsBoolean();
		}

	}

	static class Clerk {

		private final List<String> handled = new CopyOnWriteArrayList<>();

		private volatile Supplier<String> seen;

		List<String> handled() {
			return this.handled;
		}

		void see(Supplier<String> seen) {
			this.seen = seen;
		}

		@QueueListener("orders")
		@Permit("smtp")
		@Locked("ledger")
		void handle(String order) {
			this.handled.add(order + " " + this.seen.get());
		}

	}

	static class Configured {

		@Locked(value = "${shop.lock}", timeout = "${shop.patience}")
		boolean book(BooleanSupplier entry) {
			return entry.getAsBoolean();
		}

	}

	/**
	 * Stands for any advice that an auto-proxy creator finds.
	 */
	@SuppressWarnings("serial")
	static class BooksAdvisor extends StaticMethodMatcherPointcutAdvisor {

		private NamedLock lock;

		BooksAdvisor(List<String> seen) {
			setAdvice((MethodInterceptor) (invocation) -> {
				seen.add(Thread.currentThread().getName()
						+ (this.lock.isHeldByCurrentThread() ? " with lock" : " without lock"));
				return invocation.proceed();
			});
		}

		@Override
		public boolean matches(Method method, Class<?> targetClass) {
			return targetClass == Books.class && method.getName().equals("bookLater");
		}

	}

}
