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

package io.heddle.sample.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.heddle.sample.order.OrderBook;
import io.heddle.sample.order.OrderDesk;
import io.heddle.sample.order.OrderProgress;
import io.heddle.sample.order.OrderRefusedException;
import io.heddle.sample.order.OrderState;
import io.heddle.sample.order.PrintOrder;

/**
 * Takes and shows orders of prints.
 */
@RestController
@RequestMapping("/api/orders")
class OrderController {

	private final OrderDesk desk;

	private final OrderBook book;

	OrderController(OrderDesk desk, OrderBook book) {
		this.desk = desk;
		this.book = book;
	}

	@GetMapping
	List<OrderView> latest() {
		return this.book.latest().stream().map(OrderView::of).toList();
	}

	@GetMapping("/{number}")
	ResponseEntity<OrderView> order(@PathVariable long number) {
		OrderProgress order = this.book.find(number);
		return (order != null) ? ResponseEntity.ok(OrderView.of(order)) : ResponseEntity.notFound().build();
	}

	@PostMapping
	ResponseEntity<OrderView> order(@RequestParam int batch, @RequestParam int picture,
			@RequestParam(defaultValue = "false") boolean express) throws OrderRefusedException, IOException {
		PrintOrder order = this.desk.order(batch, picture, express);
		return ResponseEntity.accepted()
			.location(URI.create("/api/orders/" + order.number()))
			.body(OrderView.of(new OrderProgress(order, OrderState.WAITING, null)));
	}

	@ExceptionHandler
	ProblemDetail onRefused(OrderRefusedException ex) {
		HttpStatus status = switch (ex.reason()) {
			case UNKNOWN_PICTURE -> HttpStatus.NOT_FOUND;
			case NOT_READY -> HttpStatus.CONFLICT;
			case NO_ROOM -> HttpStatus.SERVICE_UNAVAILABLE;
		};
		return ProblemDetail.forStatusAndDetail(status, String.valueOf(ex.getMessage()));
	}

}
