"""All checks over a whole submission, and again after a keystroke in one paragraph."""

from __future__ import annotations

import random
import re
import time
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from string import ascii_lowercase

import pytest

from desktop.checks import Checker, Known, checker
from desktop.checks.wording import WordLists
from desktop.core.consultation import Limit
from desktop.core.response import Answer, Draft
from desktop.store.packs.wording import shipped_wording
from tests.support.drafts import SNIPPET, make_draft

# Time of the processor, so that other work on the machine does not count.
pytestmark = pytest.mark.benchmark(timer=time.process_time)

ROOT = Path(__file__).resolve().parents[1]
WHOLE = 100.0  # milliseconds, for 3,000 words
KEYSTROKE = 15.0
LONG = 1_000.0  # for 60 answers of 500 words

_PARAGRAPH = 55
_ENOUGH = 20


def sentences() -> list[str]:
    """Return the sentences of the example submission: what people write in this trade."""
    demo = tomllib.loads((ROOT / "resources/demo/fernbrook.toml").read_text(encoding="utf-8"))
    bodies = " ".join(answer.get("text", "") for answer in demo["answer"])
    found = re.split(r"(?<=[.?!])\s+|(?<=\])\s+", bodies)
    # As the program writes them: a paragraph in one line, its citations in place.
    cited = (re.sub(r"\[(?:@|snippet:)[^\]]*\]", "[@larch-2024, page 4]", one) for one in found)
    return [" ".join(one.split()) for one in cited if one]


SENTENCES = sentences()
SEEDS = count()


def body(words: int) -> str:
    """Return an answer of about so many words that no other is like."""
    chance = random.Random(next(SEEDS))
    paragraphs: list[str] = []
    written = 0
    while written < words:
        paragraph: list[str] = []
        while sum(len(one.split()) for one in paragraph) < _PARAGRAPH:
            one = chance.choice(SENTENCES)
            # No line is just like another, so that nothing is known of it.
            place = "".join(chance.choices(ascii_lowercase, k=8))
            paragraph.append(f"{one} By the {place} it is the same.")
        written += sum(len(one.split()) for one in paragraph)
        paragraphs.append(" ".join(paragraph))
    return "\n\n".join(paragraphs)


def draft(answers: int, words: int) -> Draft:
    """Return a submission of so many answers of so many words."""
    texts = {str(number): body(words) for number in range(1, answers + 1)}
    return make_draft(texts, questions=answers, limit=Limit(3000))


@pytest.fixture(scope="module")
def known() -> Known:
    return Known(date(2026, 11, 23), (SNIPPET,), WordLists(shipped_wording(ROOT / "resources")))


@pytest.fixture
def warm(known: Known) -> Checker:
    """A checker that has read its lists: that happens once, at the first check."""
    ready = checker()
    ready.check(draft(1, 100), known)
    return ready


def typing(whole: Draft, number: str) -> Iterator[Draft]:
    """Yield the draft as it is after one more word in the midst of an answer, and so on."""
    paragraphs = whole.answer(number).body.split("\n\n")
    place = len(paragraphs) // 2
    for word in count():
        paragraphs[place] = f"{paragraphs[place]} word{word}"
        answer = Answer("r", number, "Point.", "\n\n".join(paragraphs))
        yield replace(whole, answers={**whole.answers, number: answer})


def median(benchmark) -> float:
    """Return the milliseconds that half of the rounds did not need, and report them."""
    taken = benchmark.stats.stats.median * 1000
    benchmark.extra_info["p50_ms"] = round(taken, 1)
    return taken


def test_all_checks_over_three_thousand_words(benchmark, warm: Checker, known: Known):
    benchmark.pedantic(
        warm.check, setup=lambda: ((draft(9, 333), known), {}), rounds=_ENOUGH, warmup_rounds=2
    )
    assert median(benchmark) < WHOLE


@pytest.mark.parametrize(("answers", "words"), [(9, 333), (1, 3000)], ids=["nine", "one"])
def test_a_keystroke_in_three_thousand_words(
    benchmark, warm: Checker, known: Known, answers: int, words: int
):
    whole = draft(answers, words)
    warm.check(whole, known)
    typed = typing(whole, "1")
    benchmark.pedantic(
        warm.check, setup=lambda: ((next(typed), known), {}), rounds=40, warmup_rounds=3
    )
    assert median(benchmark) < KEYSTROKE


def test_all_checks_over_sixty_answers(benchmark, warm: Checker, known: Known):
    benchmark.pedantic(
        warm.check, setup=lambda: ((draft(60, 500), known), {}), rounds=3, warmup_rounds=0
    )
    assert median(benchmark) < LONG


def test_a_keystroke_in_sixty_answers(benchmark, warm: Checker, known: Known):
    whole = draft(60, 500)
    warm.check(whole, known)
    typed = typing(whole, "7")
    benchmark.pedantic(
        warm.check, setup=lambda: ((next(typed), known), {}), rounds=10, warmup_rounds=2
    )
    median(benchmark)
