from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.corpus.readers.text.decoding import decode

WORDS = "The Trust’s “hall” – a café – costs £400"
KINDS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")


@pytest.mark.parametrize("encoding", KINDS)
def test_text_is_read_whatever_its_encoding(encoding: str):
    assert decode(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("koi8-r", "Привет, как дела, что нового у вас сегодня"),
        ("shift_jis", "こんにちは世界"),
        ("iso-8859-15", "Das kostet 40 €"),
    ],
)
def test_the_encoding_that_is_declared_is_used(encoding: str, words: str):
    assert decode(words.encode(encoding), encoding) == words


def test_text_that_is_utf_8_is_read_so_whatever_is_declared():
    assert decode(WORDS.encode(), "iso-8859-1") == WORDS


@pytest.mark.parametrize("declared", ["", "no-such", "hex", "base64", "rot13", "utf-7\0", "\udcff"])
def test_a_declaration_that_is_nonsense_is_passed_over(declared: str):
    assert decode(WORDS.encode("cp1252"), declared) == WORDS


def test_what_is_called_latin_is_windows():
    assert decode("“x”".encode("cp1252"), "ISO-8859-1") == "“x”"


def test_text_that_was_encoded_twice_is_mended():
    words = "It’s ours – it’s open"
    assert decode(words.encode().decode("cp1252").encode()) == words


def test_a_letter_that_was_cut_in_two_at_the_end_costs_no_other():
    assert decode((WORDS * 50 + "é").encode()[:-1]).startswith(WORDS * 50)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\x85", "\u2028"])
def test_every_line_end_is_a_line_feed(end: str):
    assert decode(f"a{end}b".encode()) == "a\nb"


def test_characters_that_are_no_text_are_left_out():
    assert decode("a\0b\x07c\u200bd\ufeffe\u00adf".encode()) == "abcdef"


@given(st.binary(max_size=300), st.text(max_size=12))
def test_any_bytes_become_text_without_control_characters(data: bytes, declared: str):
    text = decode(data, declared)
    assert not set(text) & set("\0\x07\x1b\r\ufeff")
    text.encode()


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "Zs")), max_size=200))
def test_any_words_in_utf_8_come_back_as_they_were(words: str):
    assert decode(codecs.BOM_UTF8 + words.encode()) == words
