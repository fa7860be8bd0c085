from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.store.packs import (
    Level,
    PackError,
    Problem,
    check_folder,
    read_consultation,
    read_evidence_pack,
    read_prompts_pack,
    read_rules,
)
from tests.store.packs.samples import CONSULTATION, EVIDENCE, PROMPTS, RULES, write

Reader = Callable[[Path], object]
SAMPLES: dict[str, tuple[str, Reader]] = {
    "evidence": (EVIDENCE, read_evidence_pack),
    "prompts": (PROMPTS, read_prompts_pack),
    "consultation": (CONSULTATION, read_consultation),
    "rules": (RULES, read_rules),
}
_VALUES = st.sampled_from(
    [
        "1",
        "-1",
        "0",
        "1e400",
        "nan",
        "true",
        "0x" + "f" * 9000,
        "9" * 5000,
        "0001-01-01",
        "2010-01-01T00:00:00Z",
        "12:00:00",
        '""',
        '"*"',
        '"x"',
        "[]",
        "[[]]",
        "[{}]",
        "{}",
        '["a", "a"]',
        "[nan, nan]",
        r'"\u0000\uffff"',
        r'"a\nb"',
        '"{{ organisation"',
        '"{{ 9 ** 9 ** 9 ** 9 }}"',
        "\"{% include 'x' %}\"",
        '"{{ ' + "(" * 900 + '"',
        '"{{ ' + "not " * 240 + 'body }}"',
        '"' + "x" * 20_000 + '"',
        '"a#1"',
        '"2010-13"',
        '"http://"',
    ]
)


def problems_of(read: Reader, content: bytes) -> tuple[Problem, ...]:
    with tempfile.TemporaryDirectory() as folder:
        try:
            read(write(Path(folder), "pack.toml", content))
        except PackError as error:
            return error.problems
    return ()


def check_readable(problem: Problem, lines: int) -> None:
    assert problem.level is Level.ERROR
    assert problem.message
    assert problem.line is None or 1 <= problem.line <= lines
    assert len(str(problem).splitlines()) == 1
    assert len(str(problem)) < 1_500


@pytest.mark.parametrize("read", [read for _, read in SAMPLES.values()])
@given(
    content=st.binary(max_size=200)
    | st.text(alphabet="[]=\"'a.1\n{}#", max_size=80).map(str.encode)
)
def test_bytes_of_any_kind_are_refused_with_a_sentence(read: Reader, content: bytes) -> None:
    problems = problems_of(read, content)
    assert problems, "a file without a single key that is needed was taken"
    for problem in problems:
        check_readable(problem, content.count(b"\n") + 1)


@pytest.mark.parametrize("name", list(SAMPLES))
@given(data=st.data())
def test_a_wrong_value_anywhere_is_a_problem_and_never_a_crash(name: str, data: Any) -> None:
    sample, read = SAMPLES[name]
    lines = sample.splitlines()
    keys = [number for number, line in enumerate(lines) if " = " in line and '"""' not in line]
    for number in data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True)):
        key = lines[number].split(" = ")[0]
        lines[number] = f"{key} = {data.draw(_VALUES)}"
    for problem in problems_of(read, "\n".join(lines).encode()):
        check_readable(problem, len(lines))


@pytest.mark.parametrize("name", list(SAMPLES))
@given(data=st.data())
def test_a_file_cut_short_or_with_lines_lost_is_never_a_crash(name: str, data: Any) -> None:
    sample, read = SAMPLES[name]
    lines = sample.splitlines(keepends=True)
    kept = data.draw(st.lists(st.sampled_from(lines), max_size=len(lines), unique=True))
    end = data.draw(st.integers(0, len(sample)))
    for content in ("".join(kept), sample[:end]):
        for problem in problems_of(read, content.encode()):
            check_readable(problem, content.count("\n") + 1)


@given(content=st.binary(max_size=120))
def test_checking_a_folder_survives_any_file(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), "pack.toml", content)
        files, problems = check_folder(Path(folder))
    assert files == 1
    assert problems
