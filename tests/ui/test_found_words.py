from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.models.found_words import excerpt, spans
from desktop.ui.widgets.found_label import marked_html


def words(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, query)]


def test_words_are_found_whatever_their_endings_capitals_and_accents() -> None:
    text = "Volunteers volunteered; the Café’s volunteering rota."
    assert words(text, "volunteer cafe") == [
        "Volunteers",
        "volunteered",
        "Café’s",
        "volunteering",
    ]


def test_the_last_word_may_be_unfinished_and_others_may_not() -> None:
    assert words("Heating for halls", "heat hal") == ["Heating", "halls"]
    assert words("Heating for halls", "hal heating ") == ["Heating"]


def test_words_that_say_nothing_count_only_alone() -> None:
    assert words("The end of the hall", "the hall") == ["hall"]
    assert words("The end of the hall", "the ") == ["The", "the"]


def test_nothing_is_marked_without_a_query() -> None:
    assert spans("Any text", "") == ()
    assert excerpt("Any text", "") == ""


def test_an_excerpt_begins_a_little_before_the_first_word_found() -> None:
    text = "First there is a long sentence that has nothing to do with it at all. Halls close."
    assert excerpt(text, "halls") == "… that has nothing to do with it at all. Halls close."
    assert excerpt("Halls close.", "halls") == "Halls close."


@given(st.text(), st.text())
def test_marks_never_overlap_and_never_leave_the_text(text: str, query: str) -> None:
    end = 0
    for start, stop in spans(text, query):
        assert end <= start < stop <= len(text)
        end = stop


@given(st.text(alphabet=st.sampled_from("a<&> \n"), max_size=20))
def test_marked_words_are_never_read_as_markup(text: str) -> None:
    html = marked_html(text, spans(text, "a"))
    assert "<a" not in html
