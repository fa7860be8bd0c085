"""Word lists and house rules: what a file may say, and what is said of one that is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.finding import FindingLevel
from desktop.core.rules import Authority, Venue
from desktop.core.wording import HouseSignOff, Wording
from desktop.store.packs import PackError, check_folder
from desktop.store.packs.wording import (
    SCHEMA,
    examine_wording,
    problems_in,
    read_wording,
    shipped_wording,
    wording_in,
)

ROOT = Path(__file__).resolve().parents[3]
TOP = 'format = 1\nversion = 1\n\n[[wording]]\nid = "our-words"\n'


def problems(said: str) -> list[str]:
    return [str(problem) for problem in wording_in("house.toml", TOP + said).problems]


def test_a_file_says_what_to_look_for_and_on_whose_authority(tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text(
        'format = 1\nversion = 3\nsource = "Our style guide"\naddress = "https://example.org/a"\n'
        'authority = "official"\nchecked = 2026-11-22\n\n'
        '[[wording]]\nid = "members"\nlevel = "warning"\nswaps = { "clients" = "members" }\n'
        'says = "We say “{instead}”, not “{found}”."\n\n'
        '[[wording]]\nid = "plain"\ncheck = "jargon"\nwords = ["synerg*"]\n'
        'unless = ["Synergy House"]\nsource = "Another guide"\n',
        encoding="utf-8",
    )
    pack = read_wording(file)
    assert pack.version == 3
    read = (Authority.OFFICIAL, date(2026, 11, 22))
    assert pack.wordings == (
        Wording(
            "members",
            level=FindingLevel.WARNING,
            swaps=(("clients", "members"),),
            says="We say “{instead}”, not “{found}”.",
            source="Our style guide",
            address="https://example.org/a",
            authority=read[0],
            checked=read[1],
        ),
        Wording(
            "plain",
            "jargon",
            words=("synerg*",),
            unless=("Synergy House",),
            source="Another guide",
            address="https://example.org/a",
            authority=read[0],
            checked=read[1],
        ),
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("pattern = '(halls'", "is no regular expression: missing )"),
        ("pattern = '(a+)+$'", "takes too long on ordinary text"),
        ("pattern = 'x*'", "finds nothing at all as well as words"),
        ('words = ["a*"]', "would stand for too many words"),
        ('words = ["of h*"]', ""),
        ('words = ["*"]', "does not begin with a letter or a digit"),
        ('words = ["one", "one"]', "it is in the list twice"),
        ("words = []", "the list has 0 items"),
        ('words = ["one"]\npattern = "two"', "just one is wanted, and words and pattern"),
        ('level = "nudge"', "just one is wanted, and none of them is there"),
        ('words = ["one"]\nlevel = "fatal"', "'fatal' is not one of them"),
        ('words = ["one"]\nsays = "No {word}."', "'{word}' stands for nothing"),
        ('swaps = { "one" = 1 }', "it is the number 1"),
        ('swaps = ["one"]', "it is a list"),
        ('swaps = { "one" = "two" }\ninstead = "three"', "each of the swaps has its own"),
        ('words = ["one"]\nchecked = "2026-02-30"', "is not a day of the calendar"),
        ('word = ["one"]', "there is no such key (did you mean 'words'?)"),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(said: str, told: str) -> None:
    found = problems(said)
    assert any(told in problem for problem in found) if told else found == []


def test_a_file_that_is_no_toml_is_told_of_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text('format = 1\nversion = "1\n', encoding="utf-8")
    with pytest.raises(PackError, match="a quotation mark is missing"):
        problems_in(file)


def test_a_file_from_a_newer_version_says_so() -> None:
    reading = wording_in("house.toml", "format = 99\nversion = 1\n")
    assert reading.pack is None
    assert "newer version" in str(reading.problems[0])


def test_a_folder_with_house_rules_can_be_checked_like_any_content(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(TOP + "pattern = '['\n", encoding="utf-8")
    files, found = check_folder(tmp_path)
    assert files == 1
    assert "is no regular expression" in str(found[0])


@given(st.text(max_size=40))
def test_any_pattern_is_taken_or_refused_with_a_reason(pattern: str) -> None:
    quoted = "".join(
        f"\\U{ord(letter):08x}" for letter in pattern if not 0xD800 <= ord(letter) < 0xE000
    )
    reading = wording_in("house.toml", f'{TOP}pattern = "{quoted}"\n')
    assert (reading.pack is None) == bool(reading.problems)


def test_what_ships_says_where_it_was_read_and_when() -> None:
    wordings = shipped_wording(ROOT / "resources")
    assert len(wordings) >= 1
    for wording in wordings:
        assert wording.source, wording.id
        assert wording.address.startswith(("https://", "http://")), wording.id
        assert wording.authority, wording.id
        assert wording.checked, wording.id


def test_what_ships_is_read_without_a_problem() -> None:
    for file in sorted((ROOT / "resources" / "wording").glob("*.toml")):
        assert examine_wording(file).problems == (), file.name


def test_every_key_is_explained_to_those_who_write_house_rules() -> None:
    page = (ROOT / "docs" / "house-rules.md").read_text(encoding="utf-8")
    assert SCHEMA.describe().strip() in page


def test_the_example_to_start_from_is_right_and_is_the_one_explained() -> None:
    example = ROOT / "resources" / "examples" / "house-rules.toml"
    reading = examine_wording(example)
    assert reading.problems == ()
    assert reading.pack is not None
    assert reading.pack.sign_off is not None
    page = (ROOT / "docs" / "house-rules.md").read_text(encoding="utf-8")
    assert example.read_text(encoding="utf-8") in page


APPROVED = 'format = 1\nversion = 1\nsource = "Standing orders"\n\n[sign_off]\n'


def test_a_file_may_say_no_more_than_who_approves() -> None:
    pack = wording_in("house.toml", f'{APPROVED}who = "The chair"\nvenues = ["senedd"]\n').pack
    assert pack is not None
    assert pack.wordings == ()
    assert pack.sign_off == HouseSignOff("The chair", (Venue.SENEDD,), source="Standing orders")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "[sign_off], key 'who': it is missing"),
        ('who = ""', "key 'who': it is empty"),
        ("who = 3", "key 'who': it is the number 3"),
        ('who = ["The chair"]', "key 'who': it is a list"),
        ('who = "The chair"\nvenues = "senedd"', "key 'venues': it is text"),
        ('who = "The chair"\nvenues = []', "key 'venues': the list has 0 items"),
        ('who = "The chair"\nvenues = ["senate"]', "'senate' is not one of them"),
        ('who = "The chair"\ndays = 0', "key 'days'"),
        ('who = "The chair"\ndays = "five"', "key 'days': it is text"),
        ('who = "The chair"\nsays = 1', "key 'says': it is the number 1"),
        ('who = "The chair"\nwhen = "always"', "there is no such key"),
    ],
)
def test_what_is_wrong_with_who_approves_is_told_at_its_key(said: str, told: str) -> None:
    found = [str(each) for each in wording_in("house.toml", f"{APPROVED}{said}\n").problems]
    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "there is neither [[wording]] nor [sign_off]"),
        ('[[sign_off]]\nwho = "The chair"\n', "it is written with double brackets"),
        ('sign_off = "The chair"\n', "it is text"),
    ],
)
def test_a_file_without_a_rule_or_with_another_table_is_told_of(said: str, told: str) -> None:
    problems = wording_in("house.toml", f"format = 1\nversion = 1\n{said}").problems
    assert told in str(problems[0])


def test_who_approves_is_checked_like_any_content(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(f"{APPROVED}who = 3\n", encoding="utf-8")
    files, found = check_folder(tmp_path)
    assert files == 1
    assert "it is the number 3" in str(found[0])
