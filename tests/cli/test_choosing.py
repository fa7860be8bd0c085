"""Finding what is meant by a name: the id, or the beginning of a name that only one has."""

from __future__ import annotations

from datetime import datetime

import pytest

from desktop.cli.choosing import NoSuchThing, choose_response
from desktop.core.consultation import Consultation
from desktop.core.response import Draft, Organisation, Response
from desktop.core.rules import Rules
from desktop.session import ResponseCard

NOW = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001


def card(key: str, title: str, organisation: str) -> ResponseCard:
    return ResponseCard(
        Draft(
            Consultation("c", "Rural Buses", "Wexham Parish Council", (), "r"),
            Organisation("o", organisation),
            Response(key, "c", "o", created=NOW, edited=NOW, title=title),
            Rules("r", "Rules", "Wexham Parish Council", NOW.date()),
            {},
        )
    )


CARDS = [
    card("3f9c", "Buses, first draft", "Wexham Lantern Trust"),
    card("3f90", "Buses, second draft", "Wexham Bell Ringers"),
    card("3f", "", "Harbour Advice"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3f9c", "3f9c"),
        ("3f", "3f"),
        (" 3f ", "3f"),
        ("buses, S", "3f90"),
        ("wexham l", "3f9c"),
        ("HARBOUR", "3f"),
    ],
)
def test_an_id_goes_before_the_beginning_of_a_name(text: str, found: str) -> None:
    assert choose_response(CARDS, text).response.id == found


@pytest.mark.parametrize("text", ["3f9", "Buses", "wexham", "Rural"])
def test_a_name_that_fits_several_is_answered_with_all_of_them(text: str) -> None:
    with pytest.raises(NoSuchThing, match=r"3f9c .*3f90 ") as caught:
        choose_response(CARDS, text)
    assert "Say more of the name" in caught.value.hint


@pytest.mark.parametrize("text", ["", "  ", "zebra"])
def test_a_name_that_fits_none_is_answered_with_what_there_is(text: str) -> None:
    with pytest.raises(NoSuchThing) as caught:
        choose_response(CARDS, text)
    assert "Harbour Advice" in caught.value.hint


def test_a_long_list_is_cut_short() -> None:
    many = [
        card(f"x{number}", "Buses, first draft", "Wexham Lantern Trust") for number in range(20)
    ]
    with pytest.raises(NoSuchThing) as caught:
        choose_response(many, "x")
    assert "20 responses" in caught.value.message
    assert "x8" not in caught.value.message


def test_where_many_could_be_meant_the_first_are_named_and_the_rest_counted() -> None:
    many = [card(f"b{number}", "", "Harbour Advice") for number in range(10)]
    with pytest.raises(NoSuchThing) as caught:
        choose_response(many, "nobody")
    assert "; b7 (" in str(caught.value)
    assert str(caught.value).endswith("; and 2 more.")
