# Copyright 2026-present the original author or authors.
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
# https://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.

"""Figures of concurrent.futures.ProcessPoolExecutor."""

from concurrent.futures import ProcessPoolExecutor

from figures import ECHOES, ITEMS, MEBIBYTE, SIZE, TASKS, nothing, p50_micros, rate, same, show


def submit_all(pool):
    for future in [pool.submit(nothing) for _ in range(TASKS)]:
        future.result()


def map_all(pool, items, chunk):
    for _ in pool.map(same, range(items), chunksize=chunk):
        pass


def echo(pool, data):
    for _ in range(ECHOES):
        assert len(pool.submit(same, data).result()) == MEBIBYTE


if __name__ == "__main__":
    with ProcessPoolExecutor(SIZE) as pool:
        show("round-trip", p50_micros(lambda: pool.submit(nothing).result()))
        show("submit", rate(TASKS, lambda: submit_all(pool)))
        for chunk, items in ITEMS.items():
            show(f"map-{chunk}", rate(items, lambda: map_all(pool, items, chunk)))
        echo(pool, bytes(MEBIBYTE))
        show("echo", rate(ECHOES, lambda: echo(pool, bytes(MEBIBYTE))))
