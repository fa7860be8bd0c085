"""What a machine remembers between two starts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from desktop.ui.memory import Memory


def test_what_was_put_is_there_after_a_restart(tmp_path: Path) -> None:
    first = Memory(tmp_path)
    first.put("word", "yes, that")
    first.put("count", 7)
    first.put("open", True)
    first.put("layout", QByteArray(b"\x00\x01geometry"))
    first.save()
    second = Memory(tmp_path)
    assert second.text("word") == "yes, that"
    assert second.number("count", 0) == 7
    assert second.bytes("layout") == QByteArray(b"\x00\x01geometry")


def test_what_was_never_put_is_empty(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    assert memory.text("word") == ""
    assert memory.number("count", 3) == 3
    assert memory.bytes("layout").isEmpty()
    assert memory.workspaces() == []


def test_a_broken_file_is_an_empty_memory(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(b"\x00\xff[[[not an ini file\nlayout=@ByteArray(")
    memory = Memory(tmp_path)
    assert memory.text("theme") == ""
    assert memory.bytes("layout").isEmpty()


def test_workspaces_are_known_newest_first_and_only_while_they_are_there(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    files = [tmp_path / f"{name}.consultee" for name in ("one", "two", "three")]
    for file in files:
        file.touch()
        memory.note_workspace(file)
    memory.note_workspace(files[0])
    files[1].unlink()
    assert memory.workspaces() == [files[0], files[2]]
