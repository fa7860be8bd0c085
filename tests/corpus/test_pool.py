from __future__ import annotations

import hashlib
import logging
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import CancelledError, Future, wait
from pathlib import Path

import pytest

from desktop.core.document import DocumentFormat
from desktop.core.evidence import SourceKind
from desktop.corpus.failures import Cause
from desktop.corpus.limits import Limits
from desktop.corpus.pool import ReaderPool, Reading

LONG = 55  # seconds that a test waits for a fact on a busy machine
TEXT = "Our response\n\nWe run a hall for 400 people, and the council pays a third of its costs.\n"
HUGE = ("word " * 9 + ".\n") * 500_000  # a text that takes far longer than a test allows it
MAIL = (
    "From: Ann Example <ann@example.org>\nTo: b@example.org\nMessage-ID: <1@example.org>\n"
    "Subject: Our response\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n"
    "--X\nContent-Type: text/plain\n\nPlease find it attached. We say what the hall needs.\n"
    '--X\nContent-Type: text/plain\nContent-Disposition: attachment; filename="response.txt"\n\n'
    f"{TEXT}\n"
    '--X\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="odd.pdf"\n'
    "Content-Transfer-Encoding: base64\n\n/9j/4AAQSkZJRg==\n--X--\n"
)


@pytest.fixture
def pool():
    with ReaderPool([]) as made:
        yield made


def put(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def result(future: Future[Reading]) -> Reading:
    return future.result(timeout=LONG)


def test_a_file_comes_back_read_and_understood_with_its_digest(pool: ReaderPool, tmp_path: Path):
    path = put(tmp_path, TEXT, "response.txt")
    reading = result(pool.submit(path))
    assert reading.error is None
    assert reading.understanding is not None
    assert reading.understanding.document.format is DocumentFormat.TEXT
    assert "400 people" in reading.understanding.document.blocks[-1].text
    assert (reading.path, reading.name) == (str(path), "response.txt")
    assert reading.digest == hashlib.sha256(TEXT.encode()).hexdigest()
    assert reading.size == len(TEXT)
    assert reading.seconds > 0


def test_what_a_person_says_a_file_is_counts(pool: ReaderPool, tmp_path: Path):
    path = put(tmp_path, TEXT, "x.txt")
    reading = result(pool.submit(path, SourceKind.LETTER))
    assert reading.understanding is not None
    assert reading.understanding.kind is SourceKind.LETTER


def test_many_files_are_read_whatever_the_bad_ones_do(pool: ReaderPool, tmp_path: Path):
    good = [pool.submit(put(tmp_path, f"{TEXT}{at}", f"{at}.txt")) for at in range(20)]
    bad = [
        pool.submit(put(tmp_path, "", "empty.docx")),
        pool.submit(tmp_path / "gone.pdf"),
        pool.submit(put(tmp_path, "PK\x03\x04", "short.docx")),
    ]
    assert [result(future).error for future in good] == [None] * 20
    errors = [result(future).error for future in bad]
    assert [error.cause for error in errors if error] == [
        Cause.EMPTY,
        Cause.MISSING,
        Cause.DAMAGED,
    ]


def test_attached_files_come_with_their_mail_read_or_not(pool: ReaderPool, tmp_path: Path):
    reading = result(pool.submit(put(tmp_path, MAIL, "mail.eml")))
    assert reading.understanding is not None
    assert "Please find it attached" in reading.understanding.document.blocks[0].text
    text, picture = reading.attachments
    assert text.name == "response.txt"
    assert text.understanding is not None
    assert text.digest
    assert text.path == ""
    assert picture.error is not None
    assert picture.error.cause is Cause.WRONG_NAME
    assert "“odd.pdf”" in picture.error.message


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path: Path):
    with ReaderPool([], workers=1, seconds=0.7) as pool:
        slow = pool.submit(put(tmp_path, HUGE, "slow.txt"))
        quick = pool.submit(put(tmp_path, TEXT, "quick.txt"))
        reading = result(slow)
        assert reading.error is not None
        assert reading.error.cause is Cause.TOO_SLOW
        assert reading.digest
        assert result(quick).error is None


def test_a_file_that_takes_too_much_memory_is_given_up_and_the_next_is_read(tmp_path: Path):
    with ReaderPool([], workers=1, megabytes=130, seconds=50) as pool:
        large = pool.submit(put(tmp_path, HUGE, "large.txt"))
        small = pool.submit(put(tmp_path, TEXT, "small.txt"))
        reading = result(large)
        assert reading.error is not None
        assert reading.error.cause is Cause.TOO_LARGE
        assert result(small).error is None


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a process are for POSIX")
def test_a_crash_of_a_reading_process_costs_its_file_only(tmp_path: Path):
    with ReaderPool([], workers=1) as pool:
        assert result(pool.submit(put(tmp_path, TEXT, "first.txt"))).error is None
        slow = pool.submit(put(tmp_path, HUGE, "slow.txt"))
        quick = pool.submit(put(tmp_path, TEXT, "quick.txt"))
        os.kill(reading_processes(slow)[0], signal.SIGSEGV)
        reading = result(slow)
        assert reading.error is not None
        assert reading.error.cause is Cause.DAMAGED
        assert "stopped" in reading.error.message
        assert result(quick).error is None


def reading_processes(future: Future[Reading]) -> list[int]:
    """Wait until the file is being read; return the processes that this one has started."""
    until = time.monotonic() + LONG
    while time.monotonic() < until:
        started = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(os.getpid())], capture_output=True, text=True
        ).stdout.split()
        alive = [int(pid) for pid in started if Path(f"/proc/{pid}").exists()]
        if future.running() and alive:
            return alive
    raise AssertionError("no reading process was started")


def test_nothing_is_started_before_there_is_a_file():
    with ReaderPool([]) as pool:
        assert pool.cancel_waiting() == 0


def test_files_that_wait_can_be_cancelled_and_others_be_read_after(tmp_path: Path):
    with ReaderPool([], workers=1) as pool:
        futures = [pool.submit(put(tmp_path, TEXT, f"{at}.txt")) for at in range(30)]
        dropped = pool.cancel_waiting()
        wait(futures, timeout=LONG)
        assert sum(future.cancelled() for future in futures) == dropped > 0
        assert result(pool.submit(put(tmp_path, TEXT, "after.txt"))).error is None


def test_one_future_can_be_cancelled_by_itself(tmp_path: Path):
    with ReaderPool([], workers=1) as pool:
        futures = [pool.submit(put(tmp_path, TEXT, f"{at}.txt")) for at in range(5)]
        cancelled = [future for future in futures if future.cancel()]
        assert cancelled
        rest = [future for future in futures if future not in cancelled]
        assert all(result(future).error is None for future in rest)


def test_closing_ends_what_is_being_read_and_leaves_nothing_running(tmp_path: Path):
    pool = ReaderPool([], workers=2)
    futures = [pool.submit(put(tmp_path, HUGE, f"{at}.txt")) for at in range(3)]
    pool.close()
    pool.close()
    done, waiting = wait(futures, timeout=LONG)
    assert not waiting
    for future in done:
        with pytest.raises(CancelledError):
            future.result()
    assert pool.submit(put(tmp_path, TEXT, "late.txt")).cancelled()


def test_a_pool_that_cannot_start_a_process_says_so(tmp_path: Path, monkeypatch):
    from desktop.errors import DesktopError

    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    with ReaderPool([]) as pool:
        future = pool.submit(put(tmp_path, TEXT, "a.txt"))
        with pytest.raises(DesktopError, match="does not start"):
            future.result(timeout=LONG)


def test_limits_reach_the_reading_process(tmp_path: Path):
    with ReaderPool([], limits=Limits(bytes=10)) as pool:
        reading = result(pool.submit(put(tmp_path, TEXT, "a.txt")))
    assert reading.error is not None
    assert reading.error.cause is Cause.TOO_LARGE
    assert reading.digest == ""
    assert reading.size == len(TEXT)


def test_callbacks_hear_of_each_file_in_the_order_given(tmp_path: Path):
    heard: list[str] = []
    with ReaderPool([], workers=1) as pool:
        futures = [pool.submit(put(tmp_path, TEXT, f"{at}.txt")) for at in range(6)]
        for future in futures:
            future.add_done_callback(lambda done: heard.append(done.result().name))
        wait(futures, timeout=LONG)
        assert result(pool.submit(put(tmp_path, TEXT, "last.txt"))).error is None
    assert heard == [f"{at}.txt" for at in range(6)]


def test_a_relative_path_is_read_from_where_the_program_stands(tmp_path: Path, monkeypatch):
    put(tmp_path, TEXT, "here.txt")
    monkeypatch.chdir(tmp_path)
    with ReaderPool([]) as pool:
        assert result(pool.submit(Path("here.txt"))).error is None


@pytest.mark.slow
def test_a_program_that_ends_takes_its_reading_processes_with_it(tmp_path: Path):
    path = put(tmp_path, TEXT, "a.txt")
    code = (
        "import sys; from pathlib import Path; from desktop.corpus.pool import ReaderPool\n"
        "pool = ReaderPool([], workers=1)\n"
        f"print(pool.submit(Path({str(path)!r})).result().error)\n"
        "import os; print(next(iter(pool._processes))._process.pid, flush=True); os._exit(0)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=LONG)
    said, pid = ran.stdout.split()
    assert said == "None"
    until = time.monotonic() + LONG
    while Path(f"/proc/{pid}").exists() and time.monotonic() < until:
        os.sched_yield()
    assert not Path(f"/proc/{pid}").exists()


@pytest.fixture(autouse=True)
def quiet(caplog):
    caplog.set_level(logging.INFO, logger="desktop.corpus")
