from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.corpus.readers.pdf.joining import joined_text, plain, words_in
from desktop.corpus.readers.pdf.markers import marker_of

WORDS = st.text("abcdefghij", min_size=2, max_size=9)


def test_ligatures_odd_spaces_and_soft_hyphens_are_made_plain() -> None:
    assert plain("o\ufb03ce\u00a0of the \ufb02oor: co\u00adoperate\u2011now") == (
        "office of the floor: cooperate-now"
    )
    assert plain("na¨ıve caf´e") == "naïve café"
    assert plain("\uf0b7 to pay") == "• to pay"


def test_a_soft_hyphen_at_the_end_of_a_line_joins_the_word() -> None:
    assert joined_text(["co\u00ad", "operation"]) == "cooperation"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["from 2010-", "2012 on"], "from 2010-2012 on"),
        (["the Smith-", "Jones report"], "the Smith-Jones report"),
        (["children and/", "or parents"], "children and/or parents"),
        (["grants -", "late ones"], "grants - late ones"),
        (["under-", "standing"], "understanding"),
        (["", "late", "", "grants"], "late grants"),
    ],
)
def test_ends_of_lines_are_joined_as_a_reader_would(lines: list[str], joined: str) -> None:
    assert joined_text(lines, {"under", "standing"}) == joined


def test_the_words_of_the_document_tell_whether_a_hyphen_stays() -> None:
    words = words_in(
        ["the volunteer-led group spoke of understanding", "and of commis-", "sioning"]
    )
    assert joined_text(["a volunteer-", "led group"], words) == "a volunteer-led group"
    assert joined_text(["our under-", "standing"], words) == "our understanding"
    assert "commis" not in words
    assert "sioning" not in words
    assert joined_text(["the decision-", "makers"], {"decision", "makers"}) == "the decision-makers"


@given(st.lists(WORDS, min_size=1, max_size=30), st.data())
def test_no_word_is_lost_or_changed_wherever_lines_end(
    words: list[str], data: st.DataObject
) -> None:
    lines, line = list[str](), list[str]()
    for word in words:
        line.append(word)
        if data.draw(st.booleans()):
            lines.append(" ".join(line))
            line = []
    assert joined_text([*lines, " ".join(line)]) == " ".join(words)


@given(WORDS, WORDS, st.integers(1, 8))
def test_a_word_of_the_document_cut_anywhere_is_made_whole(one: str, two: str, place: int) -> None:
    word = one + two
    cut = min(place, len(word) - 1)
    assert joined_text([f"{word[:cut]}-", word[cut:]], {word}) == word


@given(st.text(max_size=60))
def test_plain_text_is_never_made_plainer(text: str) -> None:
    once = plain(text)
    assert plain(once) == once or unicodedata.normalize("NFC", once) != text
    assert not any(letter in once for letter in "\ufb01\u00ad\u200b\x00")


@given(st.integers(1, 999), st.sampled_from(["{}. {}", "{}) {}", "({}) {}"]), WORDS)
def test_a_printed_number_is_parted_from_its_words(number: int, form: str, word: str) -> None:
    found = marker_of(form.format(number, word))
    assert found is not None
    assert (found.number, found.text, found.arabic) == (str(number), word, True)


@pytest.mark.parametrize(
    ("text", "mark", "number", "bullet"),
    [
        ("to pay", "•", "", True),
        ("to pay", "o", "", True),
        ("to pay", "1.2", "1.2", False),
        ("to pay", "(a)", "a", False),
        ("– to pay", "", "", True),
        ("iv) to pay", "", "iv", False),
        ("3.1 To pay", "", "3.1", False),
    ],
)
def test_bullets_letters_and_numbers_are_known(
    text: str, mark: str, number: str, bullet: bool
) -> None:
    found = marker_of(text, mark)
    assert found is not None
    assert (found.number, found.bullet, found.text[-6:].casefold()) == (number, bullet, "to pay")


@pytest.mark.parametrize(
    "text", ["12.5 per cent", "2014. Then", "e.g. this", "A. Smith said", "I am"]
)
def test_figures_years_and_names_are_no_numbers_of_paragraphs(text: str) -> None:
    assert marker_of(text) is None
