from __future__ import annotations

import subprocess
import sys

import pytest

from desktop.corpus import guard

LONG = 55
# Each runs in a process of its own, since a guard ends the process that it watches.
BEGINNING = "import time; from desktop.corpus.guard import *; "


def run(code: str) -> int:
    return subprocess.run([sys.executable, "-c", BEGINNING + code], timeout=LONG).returncode


def test_a_process_that_keeps_its_bounds_goes_on():
    assert (
        run("g = Guard(20, 1024)\nwith g.watching(): x = bytes(9)\nassert not g.nearly_full()") == 0
    )


def test_a_process_that_works_too_long_is_ended():
    assert run("g = Guard(0.2, 1024)\nwith g.watching():\n while True: pass") == guard.NO_TIME


def test_a_process_that_waits_too_long_is_ended_with_patience():
    assert run("g = Guard(0.1, 1024)\nwith g.watching(): time.sleep(50)") == guard.NO_TIME


def test_a_process_that_holds_too_much_memory_is_ended():
    code = (
        "g = Guard(50, 200)\nkept = []\nwith g.watching():\n while True: kept.append(bytes(9**6))"
    )
    assert run(code) in (guard.NO_MEMORY, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to an amount")
def test_the_system_refuses_what_a_thread_cannot_see_in_time():
    code = "g = Guard(50, 100)\ntry: bytes(2**30)\nexcept MemoryError: raise SystemExit(5)"
    assert run(code) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no time of the processor")
def test_the_system_ends_what_holds_everything_up():
    code = "g = Guard(0.1, 1024)\nimport re\nwith g.watching(): re.match('(a*)*b', 'a' * 99)"
    assert run(code) != 0


def test_a_process_that_is_nearly_full_says_so():
    assert run("g = Guard(50, 100)\nkept = bytearray(60 * MEGABYTE)\nassert g.nearly_full()") == 0


def test_memory_in_use_is_known():
    assert guard.memory_used() > guard.MEGABYTE


def test_priority_can_be_lowered():
    assert run("import os\nlower_priority()\nassert os.name == 'nt' or os.nice(0) > 0") == 0
