from __future__ import annotations

import errno
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from desktop.errors import ExportError
from desktop.export import FileExists, write_atomic

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such thing")


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(monkeypatch: pytest.MonkeyPatch, name: str, code: int) -> None:
    """Let the system answer one of its calls with an error, as a full disk does."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, name, refuse)


def test_a_new_file_is_written_whole(tmp_path):
    write_atomic(tmp_path / "evidence.docx", b"words", replace=False)
    assert (tmp_path / "evidence.docx").read_bytes() == b"words"
    assert left_in(tmp_path) == ["evidence.docx"]


def test_a_file_that_is_there_is_kept_until_somebody_says_yes(tmp_path):
    path = tmp_path / "evidence.docx"
    path.write_bytes(b"old")
    with pytest.raises(FileExists) as caught:
        write_atomic(path, b"new", replace=False)
    assert path.read_bytes() == b"old"
    assert str(tmp_path) in caught.value.message
    write_atomic(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert left_in(tmp_path) == ["evidence.docx"]


@POSIX
def test_a_file_that_comes_in_between_is_kept_too(tmp_path, monkeypatch):
    path = tmp_path / "evidence.docx"
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        path.write_bytes(b"somebody else's")
        sync(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(FileExists):
        write_atomic(path, b"ours", replace=False)
    assert path.read_bytes() == b"somebody else's"
    assert left_in(tmp_path) == ["evidence.docx"]


@POSIX
@pytest.mark.parametrize("code", [errno.EPERM, errno.EOPNOTSUPP])
def test_a_memory_stick_without_links_takes_a_new_file_too(tmp_path, monkeypatch, code):
    failing(monkeypatch, "link", code)
    write_atomic(tmp_path / "evidence.docx", b"words", replace=False)
    assert (tmp_path / "evidence.docx").read_bytes() == b"words"
    assert left_in(tmp_path) == ["evidence.docx"]


@POSIX
def test_a_link_is_followed_so_that_the_file_it_points_at_is_written(tmp_path):
    real, link = tmp_path / "real.docx", tmp_path / "link.docx"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomic(link, b"new", replace=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@POSIX
def test_the_file_can_be_read_by_others_as_any_new_file_can(tmp_path):
    write_atomic(tmp_path / "evidence.docx", b"words", replace=False)
    (tmp_path / "other").write_bytes(b"")
    assert (tmp_path / "evidence.docx").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("replace", [False, True])
def test_a_folder_that_vanished_is_named(tmp_path, replace):
    path = tmp_path / "stick" / "evidence.docx"
    with pytest.raises(ExportError, match="is not there") as caught:
        write_atomic(path, b"words", replace=replace)
    assert str(tmp_path / "stick") in caught.value.message
    assert "Your answers are safe" in caught.value.hint


def test_a_file_in_the_place_of_the_folder_is_no_folder(tmp_path):
    (tmp_path / "folder").write_bytes(b"")
    with pytest.raises(ExportError, match="is not there"):
        write_atomic(tmp_path / "folder" / "evidence.docx", b"words", replace=True)


@pytest.mark.parametrize("replace", [False, True])
def test_a_folder_is_never_written_over(tmp_path, replace):
    (tmp_path / "evidence.docx").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        write_atomic(tmp_path / "evidence.docx", b"words", replace=replace)
    assert left_in(tmp_path) == ["evidence.docx"]


def test_a_name_that_is_too_long_is_said_to_be(tmp_path):
    with pytest.raises(ExportError, match="too long"):
        write_atomic(tmp_path / ("x" * 300 + ".docx"), b"words", replace=True)
    assert left_in(tmp_path) == []


def test_a_name_that_no_system_takes_is_said_to_be(tmp_path):
    with pytest.raises(ExportError, match="does not take"):
        write_atomic(tmp_path / "a\x00b.docx", b"words", replace=True)
    assert left_in(tmp_path) == []


FAILURES = {
    "full disk": ("fsync", errno.ENOSPC, "no room left"),
    "read-only folder": ("fsync", errno.EROFS, "does not let you write"),
    "broken disk": ("fsync", errno.EIO, "cannot be written: "),
}


@pytest.mark.parametrize(("call", "code", "words"), FAILURES.values(), ids=FAILURES)
def test_the_old_file_stays_whole_when(call, code, words, tmp_path, monkeypatch):
    path = tmp_path / "evidence.docx"
    path.write_bytes(b"old")
    failing(monkeypatch, call, code)
    with pytest.raises(ExportError, match=words):
        write_atomic(path, b"new", replace=True)
    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == ["evidence.docx"]


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM])
def test_a_file_that_is_open_in_word_stays_and_word_is_named(code, tmp_path, monkeypatch):
    path = tmp_path / "evidence.docx"
    path.write_bytes(b"old")
    failing(monkeypatch, "replace", code)  # what Windows answers while Word has the file open
    with pytest.raises(ExportError, match="open in another program") as caught:
        write_atomic(path, b"new", replace=True)
    assert "Close it in Word" in caught.value.hint
    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == ["evidence.docx"]


def test_a_folder_that_refuses_a_new_file_is_named(tmp_path, monkeypatch):
    failing(monkeypatch, "fsync", errno.EACCES)
    with pytest.raises(ExportError, match="does not let you write"):
        write_atomic(tmp_path / "evidence.docx", b"new", replace=True)
    assert left_in(tmp_path) == []


@POSIX
def test_a_file_system_that_cannot_sync_a_folder_is_good_enough(tmp_path, monkeypatch):
    sync = os.fsync

    def files_only(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        sync(handle)

    monkeypatch.setattr(os, "fsync", files_only)
    write_atomic(tmp_path / "evidence.docx", b"words", replace=True)
    assert (tmp_path / "evidence.docx").read_bytes() == b"words"


def in_another_process(program: str, path: Path) -> str:
    """Run a few lines with `path` as their argument; return what they print."""
    start = """
        import os, resource, signal, sys
        from pathlib import Path
        from desktop.errors import ExportError
        from desktop.export import write_atomic
        path = Path(sys.argv[1])
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(start) + textwrap.dedent(program), str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    return done.stdout


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs what only Linux does in this way")


@LINUX
def test_a_write_that_stops_half_way_leaves_the_old_file_whole(tmp_path):
    """The system itself refuses the second half: a limit on the size of files."""
    path = tmp_path / "evidence.docx"
    path.write_bytes(b"old")
    printed = in_another_process(
        """
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            write_atomic(path, b"x" * 10_000, replace=True)
        except ExportError as error:
            print(error.message)
        """,
        path,
    )
    assert "cannot be written: File too large" in printed
    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == ["evidence.docx"]


@LINUX
@pytest.mark.parametrize("mode", [0o555, 0o000], ids=["read-only", "closed"])
def test_a_folder_made_read_only_is_named(tmp_path, mode):
    """As somebody who is not the administrator, who may write anywhere."""
    folder = tmp_path / "theirs"
    folder.mkdir(mode=mode)
    printed = in_another_process(
        """
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            write_atomic(path, b"words", replace=False)
        except ExportError as error:
            print(error.message)
        """,
        folder / "evidence.docx",
    )
    assert printed == f"The folder {folder} does not let you write in it.\n"
    folder.chmod(0o700)


@POSIX
@pytest.mark.parametrize("replace", [True, False])
def test_a_pipe_or_a_device_is_never_replaced(tmp_path, replace):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ExportError, match="is not an ordinary file"):
        write_atomic(pipe, b"words", replace=replace)
    assert pipe.is_fifo()
    assert left_in(tmp_path) == ["pipe"]
