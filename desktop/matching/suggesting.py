"""What to offer at a Question, and what free search finds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from desktop.core.consultation import Question
from desktop.core.evidence import SnippetKind, Suggestion
from desktop.core.search import Frequencies, Hit, Query
from desktop.matching import query as asking
from desktop.matching import ranking

# More is looked at than is shown, since the order still changes and near-identical texts drop out.
_SPARE = 2


class LookUp(Protocol):
    """Which Snippets have each of the words that were looked up, and the search among them."""

    frequencies: Frequencies

    def search(
        self,
        query: Query,
        limit: int,
        *,
        kinds: frozenset[SnippetKind] | None = None,
        sources: frozenset[str] | None = None,
        passages: bool = True,
        ref: str = "",
    ) -> list[Hit]:
        """Return the best ``limit`` matches, and whatever is tagged for the Question ``ref``."""
        ...


class Index(Protocol):
    """Where Snippets are found by their words."""

    def look_up(self, query: Query) -> LookUp:
        """Find out which Snippets have each Term of the query."""
        ...


def suggest(
    index: Index,
    question: Question,
    ref: str,
    *,
    limit: int = 30,
    kinds: frozenset[SnippetKind] | None = None,
    sources: frozenset[str] | None = None,
    passages: bool | None = None,
    today: date | None = None,
) -> list[Suggestion]:
    """Return what helps most at a Question, best first, each with the reasons for it.

    ``ref`` is the Question's reference (see ``question_ref``); ``kinds`` (of Snippets) and
    ``sources`` (keys) narrow the choice, None = all. ``passages`` says whether Passages come too,
    None = unless it is narrowed to some kinds of Snippet. The list is empty if nothing in the
    library is like the Question.
    """
    found, query = _asked(index, f"{question.text} {question.heading}")
    hits = found.search(
        query,
        limit * _SPARE,
        kinds=kinds,
        sources=sources,
        passages=_with_passages(passages, kinds),
        ref=ref,
    )
    offered = ranking.like_the_question(hits, found.frequencies, ref)
    ranked = ranking.for_question(offered, query.terms, found.frequencies, ref, today or _today())
    return ranking.without_repetition(ranked, limit)


def order(index: Index, text: str, *, limit: int, today: date | None = None) -> list[Suggestion]:
    """Return the library in the order in which it suits a question, nothing held back.

    This is the order ``suggest`` offers Snippets in, with those it leaves out as too unlike the
    question or as repetitions: what is measured when rankings are compared.
    """
    found, query = _asked(index, text)
    hits = found.search(query, limit)
    return ranking.for_question(hits, query.terms, found.frequencies, "", today or _today())


def search(
    index: Index,
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
    query = asking.for_free_search(text)
    found = index.look_up(query)
    query = asking.pruned(query, found.frequencies)
    hits = found.search(
        query,
        limit * _SPARE,
        kinds=kinds,
        sources=sources,
        passages=_with_passages(passages, kinds),
    )
    ranked = ranking.for_free_search(hits, query.terms, found.frequencies, today or _today())
    return ranking.without_repetition(ranked, limit)


def _asked(index: Index, text: str) -> tuple[LookUp, Query]:
    """Look the words of a question up, and return those of them that are worth scoring."""
    query = asking.for_question(text)
    found = index.look_up(query)
    query = asking.pruned(query, found.frequencies)
    return found, asking.without_common(query, found.frequencies)


def _with_passages(passages: bool | None, kinds: frozenset[SnippetKind] | None) -> bool:
    return kinds is None if passages is None else passages


def _today() -> date:
    return datetime.now().astimezone().date()
