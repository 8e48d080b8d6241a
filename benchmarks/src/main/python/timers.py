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

"""Figures of sched.scheduler: prints a line "name value" for each, in nanoseconds."""

import random
import sched
import sys
import time

from collections import deque

# to cancel one looks at all, and to fire one sleeps each time
CANCELLED = 20
FIRED = 5_000


def nothing():
    pass


def show(name, count, action):
    start = time.perf_counter_ns()
    action()
    print(name, (time.perf_counter_ns() - start) / count)
    sys.stdout.flush()


def each(action, items):
    deque(map(action, items), maxlen=0)


def later():
    return 120 + random.random() * 60


def main(count):
    scheduler = sched.scheduler()
    events = []
    delays = [later() for _ in range(count)]
    show("enter", count, lambda: events.extend(scheduler.enter(delay, 0, nothing) for delay in delays))
    show("pair", CANCELLED, lambda: each(lambda _: scheduler.cancel(scheduler.enter(later(), 0, nothing)), range(CANCELLED)))
    chosen = random.sample(events, CANCELLED)
    show("cancel", CANCELLED, lambda: each(scheduler.cancel, chosen))
    soon = [-random.random() for _ in range(FIRED)]

    def fire():
        each(lambda delay: scheduler.enter(delay, 0, nothing), soon)
        scheduler.run(blocking=False)

    show("fire", FIRED, fire)


if __name__ == "__main__":
    main(int(sys.argv[1]))
