"""What to offer at a Question, and what free search finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from desktop.core.evidence import Reason, SnippetKind, Standing, Suggestion
from desktop.core.suggesting import Asked
from desktop.matching.index import Index
from desktop.matching.offering.candidates import Candidate, Shelf, Words
from desktop.matching.offering.confidence import Judge
from desktop.matching.offering.finding import SPARE, Narrowing, look
from desktop.matching.offering.learning import Lessons, Taught, lessons
from desktop.matching.offering.mixing import mixed
from desktop.matching.offering.reasons import (
    PUT_ASIDE,
    as_found,
    reasons,
    text_of,
    where_used,
)
from desktop.matching.offering.repetition import without_repetition
from desktop.matching.offering.weighing import Weighed, weighed
from desktop.matching.scoring import typed

_MOST_FAR = 10  # beyond that nobody looks for what is not good anyway
_MOST_USED = 10


def suggest(
    index: Index,
    shelf: Shelf,
    asked: Asked,
    *,
    limit: int = 30,
    kinds: frozenset[SnippetKind] | None = None,
    sources: frozenset[str] | None = None,
    passages: bool | None = None,
) -> list[Suggestion]:
    """Return what helps most at a Question, best first, each with the reasons for it.

    What is good enough comes first (``confident``), then the nearest of the rest; at most ``limit``
    of both, none twice. After them come those used in this Response already and those put aside for
    this Question, each in their order. ``kinds`` (of Snippets) and ``sources`` (keys) narrow the
    choice, None = all. ``passages`` says whether Passages come too, None = unless it is narrowed to
    some kinds of Snippet.
    """
    narrowing = Narrowing(kinds, sources, passages)
    taught = lessons(asked)
    also = frozenset(taught.helped) | taught.aside
    looked = look(index, shelf, asked, narrowing, limit, also)
    today = day_of(asked)
    ordered = weighed(looked.candidates, asked, taught, today)
    return offered(ordered, Judge.of(looked, index.count), asked, taught.aside, limit)


def search(
    index: Index,
    shelf: Shelf,
    text: str,
    *,
    limit: int = 50,
    kinds: frozenset[SnippetKind] | None = None,
    sources: frozenset[str] | None = None,
    passages: bool | None = None,
    today: date | None = None,
) -> list[Suggestion]:
    """Return what the whole library has for the words a person is typing, best first.

    The last word may be unfinished unless a space follows it. An empty text finds nothing.
    """
    allowed = Narrowing(kinds, sources, passages).mask(index)
    ranking = typed(index, text, allowed=allowed, limit=limit * SPARE)
    found = shelf.pieces([match.id for match in ranking.matches])
    best = max((match.score for match in ranking.matches), default=0.0) or 1.0
    candidates = [
        Candidate(found[match.id], Words(ranking.words, match), match.score / best)
        for match in ranking.matches
        if match.id in found
    ]
    day = today or _today()
    ordered = without_repetition(weighed(candidates, Asked(""), Lessons(), day), limit)
    return [_suggestion(item, sure=True) for item in ordered]


def offered(
    ordered: Sequence[Weighed],
    judge: Judge,
    asked: Asked,
    aside: frozenset[str],
    limit: int,
) -> list[Suggestion]:
    """Return what is offered of what was weighed, in the order in which it is shown."""
    put_aside = [item for item in ordered if _id(item) in aside]
    used = [item for item in ordered if _id(item) in asked.used and _id(item) not in aside]
    gone = {_id(item) for item in (*put_aside, *used)}
    good = {_id(item) for item in ordered if judge.is_sure(item)}
    fresh = [item for item in ordered if _id(item) not in gone]
    near = [item for item in fresh if _id(item) in good]
    far = [item for item in fresh if _id(item) not in good and _shares_words(item)]
    # What says the same as something used or put aside is not new either.
    known = (*put_aside, *used)
    unlike = without_repetition((*known, *near, *far), limit + len(known))
    offers = [item for item in unlike if _id(item) not in gone][:limit]
    sure = mixed([item for item in offers if _id(item) in good])
    rest = [item for item in offers if _id(item) not in good][:_MOST_FAR]
    return [
        *(_suggestion(item, sure=True) for item in sure),
        *(_suggestion(item, sure=False) for item in rest),
        *(
            replace(
                _suggestion(item, where_used(asked.used[_id(item)], asked.number), sure=True),
                standing=Standing.USED,
            )
            for item in used[:_MOST_USED]
        ),
        *(
            replace(_suggestion(item, PUT_ASIDE, sure=True), standing=Standing.PUT_ASIDE)
            for item in put_aside
        ),
    ]


def _suggestion(item: Weighed, first: Reason | None = None, *, sure: bool) -> Suggestion:
    candidate = item.candidate
    first_of_all = (first,) if first else ()
    text = text_of(candidate.piece)
    why = reasons(candidate, item.known, sure=sure, told=item.told)
    met = (*(candidate.argued.written if candidate.argued else ()), *candidate.words.written)
    return Suggestion(
        piece=candidate.piece,
        source=candidate.source,
        score=item.weight,
        reasons=(*first_of_all, *item.because, *why),
        matched=tuple(dict.fromkeys(as_found(written, text) for written in met)),
        confident=sure,
        taught=item.known.taught is not Taught.NOWHERE,
    )


def _shares_words(item: Weighed) -> bool:
    candidate = item.candidate
    return bool(candidate.words.written or (candidate.argued and candidate.argued.written))


def _id(item: Weighed) -> str:
    return item.candidate.piece.id


def day_of(asked: Asked) -> date:
    """Return the day on which it is asked."""
    return asked.today or _today()


def _today() -> date:
    return datetime.now().astimezone().date()
