from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path
from time import perf_counter

import pytest

from desktop.store.packs import pack_digests, read_content
from tests.store.packs.samples import EVIDENCE, write, write_project


def test_each_file_has_a_digest_of_its_bytes(tmp_path: Path) -> None:
    digests = pack_digests(*write_project(tmp_path))
    assert list(digests) == [
        "snippets/marsh-survey.toml",
        "prompts/good.toml",
        "consultations/harbour-2011.toml",
        "rules/harbour-rules.toml",
    ]
    content = EVIDENCE.encode()
    assert digests["snippets/marsh-survey.toml"] == f"{len(content)}-{zlib.crc32(content):08x}"


def test_only_the_digest_of_a_changed_file_changes(tmp_path: Path) -> None:
    folders = write_project(tmp_path)
    before = pack_digests(*folders)
    write(tmp_path, "snippets/marsh-survey.toml", EVIDENCE + "\n")
    after = pack_digests(*folders)
    assert {name for name in before if before[name] != after[name]} == {
        "snippets/marsh-survey.toml"
    }


def test_what_is_no_readable_file_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "snippets" / "folder.toml").mkdir(parents=True)
    assert pack_digests(tmp_path / "snippets", tmp_path) == {"snippets/folder.toml": ""}


@pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="needs a file that is there and cannot be read"
)
def test_a_file_that_cannot_be_read_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "snippets").mkdir()
    (tmp_path / "snippets" / "closed.toml").symlink_to("/proc/self/mem")
    assert pack_digests(tmp_path / "snippets", tmp_path) == {"snippets/closed.toml": ""}
    (problem,) = read_content(tmp_path / "snippets", tmp_path).problems
    assert problem.message.startswith("the file cannot be read (")


def test_twenty_files_take_less_than_five_milliseconds(tmp_path: Path) -> None:
    for number in range(20):
        write(tmp_path, f"snippets/{number}.toml", EVIDENCE * 10)
    assert len(pack_digests(tmp_path / "snippets", tmp_path)) == 20
    times: list[float] = []
    for _ in range(20):
        start = perf_counter()
        pack_digests(tmp_path / "snippets", tmp_path)
        times.append(perf_counter() - start)
    assert min(times) < 0.005


def test_digests_load_neither_the_readers_nor_the_templates() -> None:
    program = (
        "import sys; from pathlib import Path; from desktop.store import packs\n"
        "packs.pack_digests(Path('snippets'), Path('resources'))\n"
        "print(*(name for name in sys.modules if name in "
        "('jinja2', 'desktop.store.packs.schema')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


def test_reading_plain_starters_does_not_load_the_templates(tmp_path: Path) -> None:
    snippets, resources = write_project(tmp_path)
    program = (
        "import sys; from pathlib import Path; from desktop.store.packs import read_content\n"
        f"content = read_content(Path({str(snippets)!r}), Path({str(resources)!r}))\n"
        "print(len(content.evidence), 'jinja2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "1 False", "")
