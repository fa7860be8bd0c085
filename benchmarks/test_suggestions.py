"""How long a person waits for suggestions and for search.

The p95 stays under 50 ms at 1,000 snippets and under 120 ms at 13,700 passages, each sample with
another question and, as in the program, on a read-only connection of its own.

The passages are made up from the words of the shipped snippets, each as often as it is there. They
repeat fewer different words than real passages do, so that more of them match: the harder case.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import matching
from desktop.core.consultation import Question, question_ref
from desktop.core.evidence import Snippet, Source, Suggestion
from desktop.matching.evaluation import percentile
from desktop.store import packs_table
from desktop.store.connection import open_reader, open_workspace
from desktop.store.packs import read_content
from desktop.store.search_index import SearchIndex

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).parents[1]
CONTENT = read_content(ROOT / "snippets", ROOT / "resources")
SHIPPED = [snippet for pack in CONTENT.evidence for snippet in pack.snippets]
INQUIRY = CONTENT.consultations[0]
WORDS = [word for snippet in SHIPPED for word in snippet.text.split()]
LIMITS = {1_000: 50.0, 13_700: 120.0}
SAMPLES = 200
_WARM_UP = 5


def passages(count: int) -> Iterator[Snippet]:
    """Yield made-up passages of 40 to 120 words; every tenth is tagged for a question."""
    chance = random.Random(count)
    for number in range(count):
        words = chance.choices(WORDS, k=chance.randint(40, 120))
        question = chance.choice(INQUIRY.questions).number
        yield replace(
            SHIPPED[number % len(SHIPPED)],
            id=f"passage-{number}",
            source="library",
            claim=" ".join(words[:12]),
            text=" ".join(words),
            questions=(question_ref(INQUIRY.id, question),) if number % 10 == 0 else (),
        )


def questions() -> Iterator[Question]:
    """Yield questions without end: the inquiry's, with a third of the words exchanged."""
    chance = random.Random(9)
    while True:
        question = chance.choice(INQUIRY.questions)
        words = [
            chance.choice(WORDS) if chance.random() < 1 / 3 else word
            for word in question.text.split()
        ]
        yield replace(question, text=" ".join(words))


def typings() -> Iterator[str]:
    """Yield what stands in the search box as one to three words are typed, letter by letter."""
    chance = random.Random(9)
    while True:
        typed = " ".join(chance.choices(WORDS, k=chance.randint(1, 3)))
        yield from (typed[:length] for length in range(1, len(typed) + 1))


@pytest.fixture(scope="module", params=LIMITS, ids="{:,}-passages".format)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / f"{request.param}.consultee"
    with closing(open_workspace(path)) as db, db.atomic():
        made = tuple(passages(request.param))
        packs_table.put_evidence(db, "library", Source("library", "A large library"), made, ())
    return path


def size(library: Path) -> int:
    return int(library.stem)


def measure(
    benchmark: BenchmarkFixture, library: Path, ask: Callable[[SearchIndex], list[Suggestion]]
) -> float:
    """Ask once per sample; note the p50 and p95 in milliseconds and return the p95."""
    found: list[int] = []

    def one() -> None:
        with closing(open_reader(library)) as db:
            found.append(len(ask(SearchIndex(db))))

    benchmark.pedantic(one, rounds=SAMPLES, warmup_rounds=_WARM_UP)
    if not benchmark.stats:
        return 0.0
    assert any(found)
    times = [seconds * 1000 for seconds in benchmark.stats.stats.data]
    p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
    benchmark.extra_info |= {"p50_ms": round(p50, 1), "p95_ms": round(p95, 1)}
    return p95


def test_suggestions_for_a_question(benchmark: BenchmarkFixture, library: Path) -> None:
    asked = questions()

    def ask(index: SearchIndex) -> list[Suggestion]:
        question = next(asked)
        return matching.suggest(index, question, question_ref(INQUIRY.id, question.number))

    assert measure(benchmark, library, ask) < LIMITS[size(library)]


def test_suggestions_for_a_question_of_3000_words(
    benchmark: BenchmarkFixture, library: Path
) -> None:
    chance = random.Random(3000)

    def ask(index: SearchIndex) -> list[Suggestion]:
        text = " ".join(chance.choices(WORDS, k=3000))
        return matching.suggest(index, Question("1", text, ""), "")

    measure(benchmark, library, ask)


def test_search_as_you_type(benchmark: BenchmarkFixture, library: Path) -> None:
    typed = typings()

    def ask(index: SearchIndex) -> list[Suggestion]:
        return matching.search(index, next(typed))

    assert measure(benchmark, library, ask) < LIMITS[size(library)]
