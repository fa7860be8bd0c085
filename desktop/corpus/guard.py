"""What keeps a reading process in its bounds: priority, memory, time.

Where the system can hold a process to an amount of memory (Linux) it does; everywhere a thread
looks every few hundredths of a second and ends the process. It needs no library for that.
"""

from __future__ import annotations

import contextlib
import math
import os
import sys
import threading
import time
from collections.abc import Iterator

MEGABYTE = 1024 * 1024
NO_MEMORY = 77  # how the process ends when it holds too much
NO_TIME = 78
_LOOK_EVERY_S = 0.03
# The thread acts below the limit, since memory grows between two looks; what the system holds it
# to is address space, of which Python and the libraries reserve more than they use.
_ACT_AT = 0.85
_RESERVED_MB = 384
_NICE = 5
PATIENCE = 3  # times as long, when others leave a reading process little of the processor
_IDLE = 0.5


class Guard:
    """Ends this very process when a file takes too much memory or too much time.

    Time is what the clock says, unless the machine is so busy that the process got little of it:
    then a file has up to ``PATIENCE`` times as long. A library that holds everything up (a regular
    expression without end) is ended by the system, which counts the time of the processor, or by
    the pool.
    """

    def __init__(self, seconds: float, megabytes: int) -> None:
        self._seconds = seconds
        self._most = int(megabytes * MEGABYTE * _ACT_AT)
        self._begun = self._used = 0.0
        self._busy = threading.Event()
        _hold_to(megabytes + _RESERVED_MB)
        threading.Thread(target=self._watch, name="guard", daemon=True).start()

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Watch over what is done inside."""
        self._begun, self._used = time.monotonic(), time.process_time()
        _end_after(self._used + self._seconds)
        self._busy.set()
        try:
            yield
        finally:
            self._busy.clear()

    def nearly_full(self) -> bool:
        """Say whether a fresh process is better for the next file."""
        return memory_used() > self._most // 2

    def _watch(self) -> None:
        while self._busy.wait():
            if memory_used() > self._most:
                os._exit(NO_MEMORY)
            if self._is_out_of_time():
                os._exit(NO_TIME)
            time.sleep(_LOOK_EVERY_S)

    def _is_out_of_time(self) -> bool:
        taken = time.monotonic() - self._begun
        worked = time.process_time() - self._used
        limit = self._seconds if worked > self._seconds * _IDLE else self._seconds * PATIENCE
        return taken > limit and self._busy.is_set()


def lower_priority() -> None:
    """Let the window go first. On Windows the pool starts the process at a low priority."""
    if sys.platform != "win32":
        os.nice(_NICE)


def memory_used() -> int:
    """Return how many bytes of memory this process holds (on macOS: has held at most)."""
    if sys.platform == "win32":
        return _working_set()
    if sys.platform == "linux":
        with open("/proc/self/statm", "rb") as statm:  # noqa: PTH123 - every 30 ms, so no Path
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _hold_to(megabytes: int) -> None:
    """Take what the system offers: on Linux a limit of address space; macOS and Windows have none.

    No core file, and no box on the screen, at a crash.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002)
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if sys.platform == "linux":
        most = megabytes * MEGABYTE
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _end_after(seconds: float) -> None:
    """Have the system end this process once it has worked so long in all (not on Windows)."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        most = math.ceil(seconds) + 1
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


if sys.platform == "win32":

    def _working_set() -> int:
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            """PROCESS_MEMORY_COUNTERS of the Windows API."""

            _fields_ = (
                ("cb", wintypes.DWORD),
                ("page_faults", wintypes.DWORD),
                ("peak_working_set", ctypes.c_size_t),
                ("working_set", ctypes.c_size_t),
                ("quotas", ctypes.c_size_t * 6),
            )

        counters = Counters(cb=ctypes.sizeof(Counters))
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.K32GetProcessMemoryInfo.argtypes = (
            wintypes.HANDLE,
            ctypes.POINTER(Counters),
            wintypes.DWORD,
        )
        kernel.K32GetProcessMemoryInfo(
            kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb
        )
        return counters.working_set
