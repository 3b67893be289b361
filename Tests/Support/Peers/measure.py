"""Runs a program and writes what it took: `measure.py REPORT PROGRAM [ARGUMENT…]`.

The report is a line of JSON: {"peakKB": most memory at a time, "seconds": time from start to end}. A process that is
started by the test runner inherits the runner's own peak, so somebody small has to stand between the two.
"""

import json
import os
import sys
import time

start = time.monotonic()
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
with open(sys.argv[1], "w", encoding="utf-8") as report:
    json.dump({"peakKB": usage.ru_maxrss, "seconds": time.monotonic() - start}, report)
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)
