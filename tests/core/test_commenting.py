"""A comment finds its words again, or the nearest place, and says which."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.commenting import Anchor, Comment, anchor_at, locate

NOW = datetime(2026, 11, 28, 9, 0)  # noqa: DTZ001
TEXT = "Our hall shut in May. We counted 40 people. Then the hall shut in June for good."


def on(anchor: Anchor) -> Comment:
    return Comment("c", anchor, "Which?", "Ada", NOW)


def stretch(text: str, words: str) -> Anchor:
    start = text.index(words)
    return anchor_at("answer:1", text, start, start + len(words))


def test_words_that_stand_where_they_stood_are_found_there() -> None:
    found = locate(on(stretch(TEXT, "40 people")), TEXT)
    assert (TEXT[found.start : found.end], found.moved) == ("40 people", False)


def test_of_the_same_words_in_two_places_those_are_meant_that_stand_in_the_same_company() -> None:
    second = TEXT.index("hall shut in June")
    anchor = anchor_at("answer:1", TEXT, second, second + len("hall shut"))
    later = "The hall shut at night. " + TEXT
    found = locate(on(anchor), later)
    assert later[found.start :].startswith("hall shut in June")


def test_of_words_that_have_changed_whole_words_are_marked() -> None:
    quote = "80% of people say so. One member told us"
    now = "Of 187 asked, 150 say so. One member told us: the bus."
    found = locate(on(anchor_at("answer:1", quote, 0, len(quote))), now)
    assert now[found.start : found.end] == "187 asked, 150 say so. One member told us"


def test_words_that_changed_a_little_are_found_and_said_to_have_moved() -> None:
    later = TEXT.replace("We counted 40 people.", "In all we counted some 41 people.")
    found = locate(on(stretch(TEXT, "We counted 40 people.")), later)
    assert found.moved
    assert "counted some 4" in later[found.start : found.end]


def test_words_that_are_gone_leave_the_comment_at_the_gap() -> None:
    later = TEXT.replace("We counted 40 people. ", "")
    found = locate(on(stretch(TEXT, "We counted 40 people. ")), later)
    assert (found.start, found.end, found.moved) == (later.index("Then"), later.index("Then"), True)


def test_a_comment_on_a_text_that_is_gone_stands_at_its_beginning() -> None:
    found = locate(on(stretch(TEXT, "We counted")), "")
    assert (found.start, found.end, found.moved) == (0, 0, True)


def test_a_changed_page_is_found_by_its_words_in_a_long_text() -> None:
    weeks = range(30)
    page = " ".join(f"In week {week} we drove {week * 3} people to the clinic." for week in weeks)
    text = f"{'We are a charity. ' * 50}{page}{' That is all.' * 50}"
    later = text.replace("In week 7 we drove 21", "In the seventh week we drove some 21")
    found = locate(on(stretch(text, page)), later)
    assert found.moved
    words = later[found.start : found.end]
    assert words.startswith("In week 0 we drove 0 people")
    assert len(words) > len(page) * 0.9


def test_changed_words_of_a_long_text_are_found_round_where_they_stood() -> None:
    start, end = "We drove people home. " * 500, " They came back." * 500
    text = f"{start}Forty of them told us why.{end}"
    later = text.replace("Forty of them", "Some forty of them")
    found = locate(on(stretch(text, "Forty of them told us why.")), later)
    assert "orty of them told us why" in later[found.start : found.end]


def test_a_quote_of_one_letter_in_a_text_of_nothing_else_takes_no_time_that_anyone_waits() -> None:
    # As somebody may write it into a file by hand: each place was compared with all of the text.
    anchor = Anchor("answer:1", "a", 7, "a" * 200_000, "a" * 200_000)
    found = locate(on(anchor), "a" * 200_000)
    assert (found.end - found.start, found.moved) == (1, False)


def test_a_quote_of_nothing_that_is_there_takes_no_time_either() -> None:
    anchor = Anchor("answer:1", "b" * 100_000 + "a" * 100_000, 7, "x", "y")
    found = locate(on(anchor), "a" * 200_000)
    assert found.moved


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.text(max_size=30))
def test_untouched_words_are_found_whatever_is_written_before_them(
    text: str, start: int, end: int, before: str
) -> None:
    anchor = anchor_at("answer:1", text, start, end)
    assert text[anchor.start : anchor.start + len(anchor.quote)] == anchor.quote
    found = locate(on(anchor), text)
    if anchor.quote:
        assert text[found.start : found.end] == anchor.quote
        assert not found.moved
        later = before + text
        moved = locate(on(anchor), later)
        assert later[moved.start : moved.end] == anchor.quote


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.text(max_size=60))
def test_the_place_is_always_one_in_the_text(text: str, start: int, end: int, later: str) -> None:
    found = locate(on(anchor_at("answer:1", text, start, end)), later)
    assert 0 <= found.start <= found.end <= len(later)
