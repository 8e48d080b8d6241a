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

"""What subprocess.run is measured by: prints a line "name value" for each figure."""

import subprocess
import sys
import time

STARTS, BYTES, AT_ONCE = (int(argument) for argument in sys.argv[1:])
CAPTURES = 5
MEBIBYTE = 1 << 20


def capture():
    start = time.perf_counter()
    output = subprocess.run(["/usr/bin/head", "-c", str(BYTES), "/dev/zero"], capture_output=True, check=True).stdout
    assert len(output) == BYTES
    return BYTES / MEBIBYTE / (time.perf_counter() - start)


subprocess.run(["/bin/true"], capture_output=True, check=True)
start = time.perf_counter()
for _ in range(STARTS):
    subprocess.run(["/bin/true"], capture_output=True, check=True)
print("starts", STARTS / (time.perf_counter() - start))

print("capture", sorted(capture() for _ in range(CAPTURES))[CAPTURES // 2])

start = time.perf_counter()
processes = [
    subprocess.Popen(["/bin/sleep", "0.2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(AT_ONCE)
]
for process in processes:
    process.communicate()
print("at-once", (time.perf_counter() - start) * 1000)
