"""How well the product's own matching finds what a labelled set says it should."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from time import perf_counter

from desktop import matching
from desktop.core.evidence import Snippet, SnippetKind, Source
from desktop.core.search import Entry, Found
from desktop.matching import intervals, metrics, scoring
from desktop.matching.baseline import Saved
from desktop.matching.beir import Dataset
from desktop.matching.index import build

# What is timed is what a person waits for.
_SHOWN = 30
# Deep enough for every measure: the first relevant piece further down counts next to nothing.
_DEPTH = 100


class Task(StrEnum):
    """What is asked of the matching."""

    RANKING = "ranking"  # the pieces in the order in which their words suit a question
    OFFERED = "offered"  # the pieces that a person is offered at a question, in that order
    ALIGN = "align"  # the questions in the order in which they suit an answer


# What is measured for each task; the first is compared query by query.
_RANKED = ("ndcg_at_10", "recall_at_10", "precision_at_10", "r_precision", "reciprocal_rank")
MEASURES: Mapping[Task, tuple[str, ...]] = {
    Task.RANKING: _RANKED,
    Task.OFFERED: _RANKED,
    Task.ALIGN: ("reciprocal_rank", "top_1"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of each query of a labelled set (of each answer, for ``Task.ALIGN``).

    ``asked`` has the words of each, ``waits`` the milliseconds that a person would have waited for
    each, if that was measured.
    """

    dataset: str
    digest: str
    task: Task
    pieces: int
    scores: Mapping[str, metrics.Scores]
    asked: Mapping[str, str]
    waits: tuple[float, ...] = ()

    @property
    def name(self) -> str:
        """What a baseline calls it."""
        return f"{self.dataset}, {self.task}"

    @property
    def mean(self) -> metrics.Scores:
        """The mean of each measure."""
        return metrics.mean(list(self.scores.values()))

    @property
    def saved(self) -> Saved:
        """What a baseline keeps: the measure that is compared query by query."""
        measure = MEASURES[self.task][0]
        values = {query: float(getattr(scores, measure)) for query, scores in self.scores.items()}
        return Saved(self.digest, measure, values)

    def interval(self, measure: str) -> intervals.Interval:
        """Return the 95 % interval of the mean of a measure (a name in ``metrics.NAMES``)."""
        return intervals.of_mean([getattr(scores, measure) for scores in self.scores.values()])


def evaluate(dataset: Dataset, task: Task = Task.RANKING) -> Report:
    """Measure the product's own matching on a labelled set."""
    if task is Task.ALIGN:
        return _aligned(dataset)
    index = build(dataset.pieces)
    shelf = EntryShelf(dataset.pieces)
    scores: dict[str, metrics.Scores] = {}
    waits: list[float] = []
    for asked in list(dataset.queries.values())[:1]:
        # What is read at the first search of all is not what a question has to wait for.
        matching.suggest(index, shelf, asked, limit=_SHOWN)
    for query, asked in dataset.queries.items():
        relevant = dataset.relevant[query]
        begun = perf_counter()
        offered = matching.suggest(index, shelf, asked, limit=_SHOWN)
        waits.append((perf_counter() - begun) * 1000)
        if task is Task.OFFERED:
            ranking = [item.piece.id for item in offered]
        else:
            depth = max(_DEPTH, len(relevant))
            ranked = scoring.rank(index, asked.wording, limit=depth)
            ranking = [match.id for match in ranked.matches]
        scores[query] = metrics.score(ranking, relevant)
    return report(dataset, task, scores, waits)


def report(
    dataset: Dataset,
    task: Task,
    scores: Mapping[str, metrics.Scores],
    waits: Sequence[float] = (),
) -> Report:
    """Return the Report of what was measured of each query (or answer) of a labelled set."""
    words = {query: asked.wording for query, asked in dataset.queries.items()}
    if task is Task.ALIGN:
        words = {piece.id: piece.text for piece in dataset.pieces if piece.id in scores}
    size = len(dataset.pieces)
    return Report(dataset.name, dataset.digest, task, size, scores, words, tuple(waits))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest of the values that ``share`` of them do not exceed; 0 for none."""
    if not values:
        return 0.0
    return sorted(values)[max(math.ceil(share * len(values)) - 1, 0)]


def _aligned(dataset: Dataset) -> Report:
    """Find for each answer the question it belongs to, among all the questions of the set."""
    questions = tuple(dataset.queries)
    index = build(dataset.pieces)
    found = scoring.align(index, [dataset.queries[question].wording for question in questions])
    scores: dict[str, metrics.Scores] = {}
    for answer, relevant in sorted(_by_answer(dataset).items()):
        column = found[:, index.slot(answer)].tolist()
        # A question that has nothing in common with the answer is not found by luck of its place.
        places = [place for place, score in enumerate(column) if score > 0]
        places.sort(key=column.__getitem__, reverse=True)
        scores[answer] = metrics.score([questions[place] for place in places], relevant)
    return report(dataset, Task.ALIGN, scores)


def _by_answer(dataset: Dataset) -> dict[str, dict[str, float]]:
    """Turn the grades round: for each piece the queries that it answers."""
    turned: dict[str, dict[str, float]] = {}
    for query, answers in dataset.relevant.items():
        for answer, grade in answers.items():
            turned.setdefault(answer, {})[query] = grade
    return turned


class EntryShelf:
    """A Shelf of the pieces of a labelled set, as a workspace would give them."""

    def __init__(self, pieces: Iterable[Entry]) -> None:
        self._pieces = {piece.id: piece for piece in pieces}

    def pieces(self, ids: Collection[str]) -> Mapping[str, Found]:
        """Return those of ``ids`` that are there, by id."""
        return dict(self._found(ids))

    def _found(self, ids: Collection[str]) -> Iterator[tuple[str, Found]]:
        for key in self._pieces.keys() & set(ids):
            piece = self._pieces[key]
            source = Source(piece.source, piece.about or piece.source, date=piece.date)
            yield key, Found(_snippet(piece), source)


def _snippet(piece: Entry) -> Snippet:
    known = piece.kind in SnippetKind._value2member_map_
    return Snippet(
        id=piece.id,
        source=piece.source,
        claim=piece.claim,
        text=piece.text,
        kind=SnippetKind(piece.kind) if known else SnippetKind.ARGUMENT,
        locator=piece.place,
        tags=tuple(filter(None, piece.tags.split(", "))),
        questions=piece.questions,
    )
