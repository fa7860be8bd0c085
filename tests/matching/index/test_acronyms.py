"""Acronyms and their long forms are learned from the texts that explain them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.search import Entry
from desktop.matching.index import build
from desktop.matching.index.acronyms import explained
from desktop.matching.words import index_word, split


@pytest.mark.parametrize(
    ("text", "acronym", "long"),
    [
        (
            "the voluntary and community sector (VCS) is",
            "VCS",
            "voluntary and community sector",
        ),
        (
            "the voluntary, community and social enterprise sector (VCSE)",
            "VCSE",
            "voluntary, community and social enterprise sector",
        ),
        ("The VCS (voluntary and community sector) is", "VCS", "voluntary and community sector"),
        ("Rural Bus Partnerships (“RBPs”) run", "RBP", "Rural Bus Partnerships"),
        ("Office for Village Halls (OVH, 2010)", "OVH", "Office for Village Halls"),
        ("Office for Village Halls [OVH]", "OVH", "Office for Village Halls"),
        ("in May (see below) the Panel of Experts (PoE)", "PoE", "Panel of Experts"),
    ],
)
def test_an_explained_acronym_is_learned(text: str, acronym: str, long: str) -> None:
    assert list(explained(text)) == [(acronym, long)]


@pytest.mark.parametrize(
    "text",
    [
        "we said so (see below)",
        "trains (UK)",
        "in 2010 (2011)",
        "the hall (HALL) is",
        "buses (Three in ten)",
        "nothing here (XYZ)",
        "the A (B) (C",
        "first line\n(VS)",
        "no brackets at all",
    ],
)
def test_what_explains_nothing_teaches_nothing(text: str) -> None:
    assert list(explained(text)) == []


@given(st.text(alphabet="ABab ()[]s“”,.\n", max_size=60))
def test_any_text_can_be_read_and_a_long_form_begins_as_the_acronym_does(text: str) -> None:
    for acronym, long in explained(text):
        assert long in " ".join(text.split())
        assert long[0].casefold() == acronym[0].casefold()


def passage(id: str, text: str) -> Entry:
    return Entry(id, "s", "passage", text=text)


def terms(text: str) -> list[str]:
    return [index_word(word) for word in split(text)]


def test_a_question_with_one_form_leads_to_the_other() -> None:
    index = build([passage("a", "The voluntary and community sector (VCS) is large.")])
    acronym = index.term(*terms("VCS"))
    (long,) = index.long_forms(acronym)
    assert [index.word(term) for term in long] == terms("voluntary and community sector")
    asked = [index.term(word) for word in terms("large voluntary and community sector large")]
    assert index.short_forms(asked) == [(1, 5, acronym)]


def test_an_acronym_is_unlearned_with_the_last_piece_that_explained_it() -> None:
    index = build([passage("a", "voluntary sector (VS)"), passage("b", "the VS is large")])
    acronym = index.term(*terms("VS"))
    assert index.long_forms(acronym)
    index = index.changed([], ["a"])
    assert index.long_forms(acronym) == ()
    assert index.short_forms([index.term("sector")]) == []


def test_the_usual_long_form_comes_first_and_a_rare_one_is_not_believed() -> None:
    usual = [passage(f"u{n}", "voluntary sector (VS)") for n in range(12)]
    other = [passage(f"o{n}", "village schools (VS)") for n in range(4)]
    index = build([*usual, *other, passage("r", "various savings (VS)")])
    forms = index.long_forms(index.term(*terms("VS")))
    told = [[index.word(term) for term in long] for long in forms]
    assert told == [terms("voluntary sector"), terms("village schools")]


def test_of_two_long_forms_that_begin_alike_the_longer_is_found() -> None:
    index = build(
        [
            passage("a", "voluntary sector (VS)"),
            passage("b", "voluntary sector workers network (VSWN)"),
        ]
    )
    asked = [index.term(word) for word in terms("voluntary sector workers network")]
    assert index.short_forms(asked) == [(0, 4, index.term(*terms("VSWN")))]
