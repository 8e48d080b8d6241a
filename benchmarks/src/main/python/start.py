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

"""The time from the start of a process (start method "spawn") to its first result.

Of a fresh pool, which is what ours is compared with, and of a process alone with a pipe.
"""

import multiprocessing
import statistics
import time
from concurrent.futures import ProcessPoolExecutor

from figures import nothing, show

SPAWN = multiprocessing.get_context("spawn")
STARTS = 5


def answer(connection):
    connection.send(nothing())


def process():
    ours, theirs = SPAWN.Pipe()
    started = SPAWN.Process(target=answer, args=(theirs,))
    started.start()
    ours.recv()
    return started.join


def pool():
    started = ProcessPoolExecutor(1, mp_context=SPAWN)
    started.submit(nothing).result()
    return started.shutdown


def p50_millis(start):
    times = []
    for _ in range(STARTS):
        began = time.perf_counter()
        end = start()
        times.append((time.perf_counter() - began) * 1000)
        end()
    return statistics.median(times)


if __name__ == "__main__":
    show("start", p50_millis(pool))
    show("start-without-pool", p50_millis(process))
