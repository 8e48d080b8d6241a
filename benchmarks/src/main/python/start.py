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

"""The time from the start of a process (start method "spawn") to its first result."""

import multiprocessing
import statistics
import time

from figures import nothing, show


def answer(connection):
    connection.send(nothing())


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    times = []
    for _ in range(5):
        start = time.perf_counter()
        ours, theirs = spawn.Pipe()
        process = spawn.Process(target=answer, args=(theirs,))
        process.start()
        ours.recv()
        times.append((time.perf_counter() - start) * 1000)
        process.join()
    show("start", statistics.median(times))
