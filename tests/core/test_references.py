from __future__ import annotations

import pytest

from desktop.core.evidence import Source
from desktop.core.references import (
    card_reference,
    full_reference,
    printed_date,
    short_reference,
    with_locator,
)

BLOG = Source(
    "hall-blog",
    "Why halls close",
    author="Ada Marsh, Director",
    body="Larchfield Institute",
    date="2024-05-07",
    address="https://example.org/halls",
    short="Marsh, 2024",
)


@pytest.mark.parametrize(
    ("date", "note", "printed"),
    [
        ("2024-05-07", "", "7 May 2024"),
        ("2024-05", "", "May 2024"),
        ("2024", "", "2024"),
        ("", "", ""),
        ("2010", "about 2010", "about 2010"),
    ],
)
def test_a_date_is_printed_as_exactly_as_it_is_known(date: str, note: str, printed: str) -> None:
    assert printed_date(Source("k", "T", date=date, date_note=note)) == printed


def test_the_first_footnote_names_everything_that_is_known() -> None:
    assert full_reference(BLOG) == (
        "Ada Marsh, Director, “Why halls close”, Larchfield Institute, 7 May 2024, "
        "https://example.org/halls"
    )


def test_a_body_that_is_the_author_is_named_once() -> None:
    source = Source("k", "Title", author="Larchfield", body="Larchfield", reference="L 1")
    assert full_reference(source) == "Larchfield, “Title”, L 1"


def test_a_document_without_an_author_is_cited_by_its_title() -> None:
    assert full_reference(Source("k", "A briefing", date_note="summer 2010")) == (
        "A briefing, summer 2010"
    )


def test_later_footnotes_are_short() -> None:
    assert short_reference(BLOG) == "Marsh, 2024"
    assert short_reference(Source("k", "A briefing", date="2010")) == "A briefing, 2010"


def test_the_place_in_the_document_always_follows() -> None:
    assert with_locator("Marsh, 2024", "para. 3") == "Marsh, 2024, para. 3"
    assert with_locator("Marsh, 2024", "") == "Marsh, 2024"


def test_a_card_says_who_and_when() -> None:
    assert card_reference(BLOG) == "Ada Marsh, Director, 7 May 2024"


def test_a_card_tells_papers_of_one_author_from_one_another() -> None:
    papers = [
        Source("a", "Case notes", author="Larch Halls", date="2026-05", short="Larch Halls, cases"),
        Source(
            "b", "Our survey", author="Larch Halls", date="2026-05", short="Larch Halls, survey"
        ),
    ]
    assert [card_reference(each) for each in papers] == [
        "Larch Halls, cases, May 2026",
        "Larch Halls, survey, May 2026",
    ]
