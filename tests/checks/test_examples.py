"""Every check finds what it should and leaves alone what only looks so, as its examples show."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from desktop.checks import CHECKS, check
from desktop.core.finding import Finding
from tests.checks.example_files import FOLDER, Example, every_example, examples_of, marked_by
from tests.checks.sound_draft import sound

PRECISION = 0.95
RECALL = 0.90
ENOUGH = 6
IDS = sorted(one.id for one in CHECKS)


@dataclass
class Score:
    """How one check did: places rightly ``found``, what it said wrongly, what it missed."""

    found: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    kinds: dict[bool, int] = field(default_factory=lambda: defaultdict(int))


@cache
def checked() -> tuple[tuple[Example, tuple[Finding, ...]], ...]:
    """Return every example with what is said of it."""
    pairs = ((one, one.picture) for one in every_example())
    return tuple((one, check(picture.draft, picture.known)) for one, picture in pairs)


@cache
def scores() -> dict[str, Score]:
    told: dict[str, Score] = defaultdict(Score)
    for example, findings in checked():
        told[example.check].kinds[example.found] += 1
        _score(example, findings, told)
    return told


def _score(example: Example, findings: tuple[Finding, ...], told: dict[str, Score]) -> None:
    draft = example.picture.draft
    missed = example.missed(findings)
    told[example.check].missed += [example.name] * missed
    for finding in findings:
        if example.expects(finding):
            told[finding.check].found += 1
        elif not example.allows(finding):
            marked = marked_by(draft, finding)
            told[finding.check].false.append(f"{example.name}: {finding.sentence} [{marked}]")


def test_the_draft_that_examples_start_from_has_nothing_to_mend() -> None:
    picture = sound()
    assert check(picture.draft, picture.known) == ()


@pytest.mark.parametrize("check_id", IDS)
def test_each_check_has_examples_of_both_kinds(check_id: str) -> None:
    kinds = scores()[check_id].kinds
    assert kinds[True] >= ENOUGH
    assert kinds[False] >= ENOUGH


@pytest.mark.parametrize("check_id", IDS)
def test_what_a_check_says_is_right(check_id: str) -> None:
    score = scores()[check_id]
    said = score.found + len(score.false)
    assert said, "it never said anything"
    assert score.found / said >= PRECISION, "\n".join(score.false)


@pytest.mark.parametrize("check_id", IDS)
def test_a_check_finds_what_there_is(check_id: str) -> None:
    score = scores()[check_id]
    there = score.found + len(score.missed)
    assert there, "it has no example to find"
    assert score.found / there >= RECALL, "\n".join(score.missed)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_examples_are_named_after_a_check_and_give_reasons(path: Path) -> None:
    assert path.stem in IDS
    examples = list(examples_of(path))
    assert {example.check for example in examples} == {path.stem}
    for example in examples:
        assert example.also <= set(IDS), example.name


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_finding_says_what_is_wrong_what_to_do_and_on_whose_authority(path: Path) -> None:
    own = (said for example, said in checked() if example.check == path.stem)
    for finding in (finding for said in own for finding in said):
        assert finding.sentence.endswith("?" if finding.asks else "."), finding
        assert finding.remedy.endswith("."), finding
        assert finding.rule or finding.authority, finding
        assert not finding.authority or finding.address, finding
