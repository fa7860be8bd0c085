"""Counting and writing numbers, whatever the list."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.corpus.readers.office.counters import Counters, Level, ListInstance, bare
from desktop.corpus.readers.office.lines import Label
from desktop.corpus.readers.office.numerals import letters, printed, roman
from desktop.corpus.readers.office.symbols import readable, symbol
from desktop.corpus.readers.office.typed import split_label, split_number


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (3, "ordinal", "3rd"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (21, "cardinalText", "Twenty-one"),
        (20, "cardinalText", "Twenty"),
        (5, "ordinalText", "Fifth"),
        (40, "ordinalText", "Fortieth"),
        (23, "ordinalText", "Twenty-third"),
        (14, "ordinalText", "Fourteenth"),
        (250, "cardinalText", "250"),
        (250, "ordinalText", "250th"),
        (-1, "ordinalText", "-1th"),
        (5, "numberInDash", "- 5 -"),
        (255, "hex", "FF"),
        (6, "chicago", "††"),
        (0, "chicago", "0"),
        (0, "lowerRoman", "0"),
        (0, "lowerLetter", "0"),
        (3, "none", ""),
        (3, "anything", "3"),
    ],
)
def test_numbers_are_written_as_word_writes_them(value: int, form: str, expected: str) -> None:
    assert printed(value, form) == expected


@given(st.integers(1, 3999))
def test_roman_figures_add_up(value: int) -> None:
    worth = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    figures = [worth[letter] for letter in roman(value)]
    following = [*figures[1:], 0]
    assert sum(-a if a < b else a for a, b in zip(figures, following, strict=True)) == value


@given(st.integers(1, 500))
def test_letters_repeat_after_z(value: int) -> None:
    written = letters(value)
    assert set(written) == {chr(ord("a") + (value - 1) % 26)}
    assert len(written) == (value - 1) // 26 + 1


@given(st.lists(st.integers(0, 4), min_size=1, max_size=40))
def test_numbers_of_a_level_follow_one_another(depths: list[int]) -> None:
    shape = {
        depth: Level(text=".".join(f"%{at + 1}" for at in range(depth + 1))) for depth in range(5)
    }
    counters, of = Counters(), ListInstance("1", "1", shape)
    values = [0] * 5
    for depth in depths:
        for higher in range(depth):
            values[higher] = values[higher] or 1
        values[depth] += 1
        values[depth + 1 :] = [0] * (4 - depth)
        label = counters.count(of, depth)
        assert label is not None
        assert label.number == ".".join(map(str, values[: depth + 1]))


def test_what_is_not_defined_has_no_number() -> None:
    of = ListInstance("1", "1", {0: Level(text="%1%9%0")})
    assert Counters().count(of, 99) is None
    label = Counters().count(of, -1)
    assert label == Label("1", 0, "1/0/1")


@pytest.mark.parametrize(
    ("printed_as", "expected"),
    [("(a)", "a"), ("1.", "1"), ("3.2.", "3.2"), ("[R4]", "R4"), ("– 5 –", "5"), ("...", "")],
)
def test_numbers_lose_what_is_around_them(printed_as: str, expected: str) -> None:
    assert bare(printed_as) == expected


@given(st.text(max_size=40))
def test_taking_off_a_typed_number_loses_no_other_word(text: str) -> None:
    assert text.endswith(split_number(text)[1])
    label, words = split_label(text)
    assert text.endswith(words)
    kept = re.findall(r"\w", (label.number if label else "") + words)
    assert kept == re.findall(r"\w", text) or text.startswith("o\t")


def test_signs_of_symbol_fonts_become_ordinary_ones() -> None:
    assert readable("\uf0b7 one \uf0fe\uf0aa") == "• one ☑"
    assert [symbol(0x41), symbol(0xF0FC), symbol(0xD800), symbol(2)] == ["A", "✓", "", ""]
