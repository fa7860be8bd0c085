"""Spelling: what is wrong, what only looks so, and what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.spelling import Dictionary, misspelt
from desktop.spelling.words import words

DICTIONARY = Dictionary(Path(__file__).parents[2] / "resources" / "dictionaries" / "en-GB")


def wrong(text: str, *own: str) -> list[str]:
    return [word.text for word in misspelt(text, DICTIONARY, frozenset(own))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We recieve no grant from the goverment.", ["recieve", "goverment"]),
        ("The color of the hall is new.", ["color"]),
        ("We organize the lunch club.", ["organize"]),
        ("The Comittee met in May.", ["Comittee"]),
        ("Our hall’s acommodation is small.", ["acommodation"]),
        ("a well-meaning volunter", ["volunter"]),
        ("It is “definately” shut.", ["definately"]),
    ],
)
def test_words_that_are_spelled_wrongly_are_found(text: str, found: list[str]) -> None:
    assert wrong(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "We organise the programme of the centre, and the neighbours’ colour is grey.",
        "Localism, wellbeing and fundraising; the Senedd’s taskforce on frontline safeguarding.",
        "Mrs Aldercott of Larchfield and Dr Brannoch were there.",
        "See www.fernbrook.example/hals or https://example.org/recieve?x=wrng.",
        "Write to hal@fernbrok.example, or to @fernbrok with #halls4al.",
        "The file is called acounts.docx, on fernbrok.org.uk/acounts.",
        "NCVO, FHN and the VCS met on the 3rd, at B4RN in LD3.",
        "It’s ours; it isn’t theirs, and we’ve said so.",
        "The co-operative’s 16-year-olds re-elected a vice-chair.",
        "",
        "§ 4 – 5 % … £ 6",
    ],
)
def test_what_is_right_or_no_word_is_left_alone(text: str) -> None:
    assert wrong(text) == []


def test_ones_own_words_count_as_right_in_any_form() -> None:
    text = "Our befrendr’s frendship: Befrendr, befrendr."
    assert wrong(text) == ["befrendr’s", "frendship", "befrendr"]
    assert wrong(text, "befrendr", "frendship") == []


def test_a_place_is_counted_in_characters_of_the_text() -> None:
    text = "“🏠 Wee shal”"
    (found,) = misspelt(text, DICTIONARY)
    assert text[found.start : found.end] == found.text == "shal"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("recieve", "receive"),
        ("organisaiton", "organisation"),
        ("color", "colour"),
        ("organize", "organise"),
        ("comittee", "committee"),
        ("voluntery", "voluntary"),
        ("Goverment’s", "Government’s"),
        ("befreinder", "befriender"),
        ("definately", "definitely"),
        ("teh", "the"),
    ],
)
def test_what_was_meant_comes_first(typed: str, meant: str) -> None:
    assert DICTIONARY.suggest(typed)[0] == meant


def test_where_nothing_is_near_hunspell_is_asked() -> None:
    assert "publicly" in DICTIONARY.suggest("publically")
    assert DICTIONARY.suggest("xqzvwkjh") == ()


@given(st.text(max_size=80))
def test_any_text_gives_words_that_stand_in_it_in_order(text: str) -> None:
    end = 0
    for word in words(text):
        assert text[word.start : word.end] == word.text
        assert word.start >= end
        end = word.end


def test_the_list_of_our_own_words_has_none_that_the_dictionary_knows_already() -> None:
    folder = Path(__file__).parents[2] / "resources" / "dictionaries" / "en-GB"
    listed = [
        line
        for line in (folder / "words-public-life.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert len(set(listed)) == len(listed)
    bare = DICTIONARY._engine
    assert [word for word in listed if bare.spell(word)] == []
