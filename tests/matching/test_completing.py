from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from desktop.matching import search
from desktop.matching.completing import completions
from tests.matching.library import library, snippet

SNIPPETS = Path(__file__).parents[2] / "snippets"


def shipped_words() -> list[str]:
    texts = [
        text
        for path in sorted(SNIPPETS.glob("*.toml"))
        for item in tomllib.loads(path.read_text(encoding="utf-8")).get("snippet", [])
        for text in (item["claim"], item["text"])
    ]
    return sorted({word.lower() for word in re.findall(r"[^\W\d_]{4,}", " ".join(texts))})


@pytest.mark.parametrize(
    ("start", "whole"),
    [
        ("volunteeri", "volunteering"),
        ("organisatio", "organisation"),
        ("communiti", "communities"),
        ("commissione", "commissioned"),
    ],
)
def test_an_ending_is_finished(start: str, whole: str) -> None:
    assert whole in set(completions(start))


def test_a_short_beginning_is_not_taken_for_an_ending() -> None:
    assert list(completions("ing")) == []


def test_a_word_is_found_at_nearly_every_letter_while_it_is_typed() -> None:
    """The few misses are beginnings whose word ends in a way no list of endings foresees."""
    words = shipped_words()
    assert len(words) > 500
    starts = [(word, word[:length]) for word in words for length in range(2, len(word) + 1)]
    every = starts[:: max(len(starts) // 400, 1)]
    with library(*(snippet(word, word) for word in words)) as index:
        missed = [
            (word, start)
            for word, start in every
            if word not in {item.piece.id for item in search(index, start, limit=2000)}
        ]
    assert len(missed) <= len(every) // 100, missed
