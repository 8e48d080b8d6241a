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

"""What both kinds of pools are measured by: prints a line "name value" for each figure."""

import statistics
import sys
import time

SIZE = 2
ROUND_TRIPS = 2000
TASKS = 10_000
ITEMS = {1: 10_000, 64: 200_000}
MEBIBYTE = 1 << 20
ECHOES = 60


def nothing():
    return 1


def same(value):
    return value


def p50_micros(call):
    for _ in range(300):
        call()
    times = []
    for _ in range(ROUND_TRIPS):
        start = time.perf_counter_ns()
        call()
        times.append(time.perf_counter_ns() - start)
    return statistics.median(times) / 1000


def rate(count, action):
    start = time.perf_counter()
    action()
    return count / (time.perf_counter() - start)


def show(name, value):
    print(name, value)
    sys.stdout.flush()
