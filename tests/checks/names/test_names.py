"""People, places and organisations are told from whatever else begins with a capital letter."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.checks.names import NameKind, recognise
from desktop.core.names import NameWords
from desktop.store.packs.names import shipped_names
from tests.support.workspace import REPOSITORY

HERE = Path(__file__).parent
KEYS = {
    "people": NameKind.PERSON,
    "places": NameKind.PLACE,
    "organisations": NameKind.BODY,
}


@cache
def words() -> NameWords:
    return shipped_names(REPOSITORY / "resources")


def written(name: str) -> Iterator[dict[str, Any]]:
    yield from tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["text"]


@pytest.mark.parametrize("kind", NameKind)
@pytest.mark.parametrize("name", ["written", "kept-back"])
def test_hardly_anything_is_taken_for_a_name_that_is_none_and_few_are_missed(
    name: str, kind: NameKind
) -> None:
    told: Counter[str] = Counter()
    wrong: list[str] = []
    for sentence in written(name):
        text = sentence["text"]
        wanted = {
            (of, one) for key, of in KEYS.items() for one in sentence.get(key, ()) if of is kind
        }
        found = {(one.kind, one.text) for one in recognise(text, words()) if one.kind is kind}
        told.update(right=len(found & wanted), false=len(found - wanted))
        told.update(missed=len(wanted - found))
        wrong += [f"{of}: {one} in {text}" for of, one in found ^ wanted]
    assert told["right"] / (told["right"] + told["false"]) >= 0.95, wrong
    assert told["right"] / (told["right"] + told["missed"]) >= 0.9, wrong


@pytest.mark.parametrize(
    "text",
    [
        "Helen Whitlow MP agreed.",
        "Cllr Derek Poulton asked.",
        "Grace Adeyemi, chair of the trustees, wrote.",
        "Our director, Nia Prosser, spoke.",
        "Lord Fernley was there.",
    ],
)
def test_who_holds_an_office_is_known_in_public(text: str) -> None:
    (person,) = (one for one in recognise(text, words()) if one.kind is NameKind.PERSON)
    assert person.public


@pytest.mark.parametrize("text", ["Margaret, 67, lives alone.", "Mrs Okafor told us."])
def test_whoever_holds_no_office_is_not(text: str) -> None:
    (person,) = recognise(text, words())
    assert not person.public


def test_a_sentence_end_ends_a_name() -> None:
    (person,) = recognise("We thank Tariq Mahmood. Rents rose.", words())
    assert person.text == "Tariq Mahmood"
    (doctor,) = recognise("We asked Dr. Priya Raman.", words())
    assert doctor.text == "Dr. Priya Raman"


@given(st.text(alphabet="ABab MrsDr.,'’&of the-Trust 3é\n", max_size=80))
def test_any_text_can_be_read_and_names_stand_where_they_say(text: str) -> None:
    end = 0
    for one in recognise(text, words()):
        assert text[one.start : one.end] == one.text
        assert one.start >= end
        end = one.end
