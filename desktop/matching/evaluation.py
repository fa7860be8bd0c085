"""How well the product's own matching finds what a labelled set says it should."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from time import perf_counter

from desktop.core.consultation import Question
from desktop.core.evidence import Snippet, SnippetKind
from desktop.matching import metrics
from desktop.matching.beir import Dataset
from desktop.matching.suggesting import Index, order, suggest

MakeIndex = Callable[[Sequence[Snippet]], AbstractContextManager[Index]]
# What is timed is what a person waits for.
_SHOWN = 30
# Deep enough for every measure: the first relevant document further down counts next to nothing.
_DEPTH = 100


@dataclass(frozen=True, slots=True)
class Report:
    """The mean scores of a labelled set and how long a query takes in milliseconds."""

    dataset: str
    scores: metrics.Scores
    p50_ms: float
    p95_ms: float
    queries: int
    documents: int


def evaluate(dataset: Dataset, make_index: MakeIndex) -> Report:
    """Order the documents for each query as Snippets are ordered for a Question, and score that.

    ``make_index`` gives an Index over the documents, made into Snippets (title as claim), for as
    long as it is needed. The times are those of the whole suggestion that a person waits for.
    """
    scores: list[metrics.Scores] = []
    waits: list[float] = []
    with make_index([_snippet(dataset, place) for place in range(len(dataset.documents))]) as index:
        for key, text in dataset.queries.items():
            question = Question(number=key, text=text, heading="")
            begun = perf_counter()
            suggest(index, question, "", limit=_SHOWN)
            waits.append((perf_counter() - begun) * 1000)
            relevant = dataset.relevant[key]
            found = order(index, text, limit=max(_DEPTH, len(relevant)))
            scores.append(metrics.score([item.piece.id for item in found], relevant))
    return Report(
        dataset=dataset.name,
        scores=metrics.mean(scores),
        p50_ms=percentile(waits, 0.50),
        p95_ms=percentile(waits, 0.95),
        queries=len(dataset.queries),
        documents=len(dataset.documents),
    )


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest of the values that ``share`` of them do not exceed; 0 for none."""
    if not values:
        return 0.0
    return sorted(values)[max(math.ceil(share * len(values)) - 1, 0)]


def _snippet(dataset: Dataset, place: int) -> Snippet:
    document = dataset.documents[place]
    return Snippet(
        id=document.id,
        source=dataset.name,
        claim=document.title,
        text=document.text,
        kind=SnippetKind.ARGUMENT,
        locator="",
    )
