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


class Index(Protocol):
    """Where Snippets are found by their words."""

    def frequencies(self, query: Query) -> Frequencies:
        """Return how many Snippets there are, and how many have each Term."""
        ...

    def search(
        self,
        query: Query,
        limit: int,
        *,
        kinds: frozenset[SnippetKind] | None = None,
        sources: frozenset[str] | None = None,
        ref: str = "",
    ) -> list[Hit]:
        """Return the best ``limit`` matches, and whatever is tagged for the Question ``ref``."""
        ...


def suggest(
    index: Index,
    question: Question,
    ref: str,
    *,
    limit: int = 30,
    kinds: frozenset[SnippetKind] | None = None,
    sources: frozenset[str] | None = None,
    today: date | None = None,
) -> list[Suggestion]:
    """Return the Snippets that help most at a Question, best first, each with the reasons for it.

    ``ref`` is the Question's reference (see ``question_ref``); ``kinds`` and ``sources`` (keys)
    narrow the choice, None = all. The list is empty if nothing in the library is like the Question.
    """
    query, frequencies = _asked(index, f"{question.text} {question.heading}")
    hits = index.search(query, limit * _SPARE, kinds=kinds, sources=sources, ref=ref)
    offered = ranking.like_the_question(hits, frequencies, ref)
    ranked = ranking.for_question(offered, query.terms, frequencies, ref, today or _today())
    return ranking.without_repetition(ranked, limit)


def order(index: Index, text: str, *, limit: int, today: date | None = None) -> list[Suggestion]:
    """Return the library in the order in which it suits a question, nothing held back.

    This is the order ``suggest`` offers Snippets in, with those it leaves out as too unlike the
    question or as repetitions: what is measured when rankings are compared.
    """
    query, frequencies = _asked(index, text)
    hits = index.search(query, limit)
    return ranking.for_question(hits, query.terms, frequencies, "", today or _today())


def search(
    index: Index,
    text: str,
    *,
    limit: int = 50,
    kinds: frozenset[SnippetKind] | None = None,
    sources: frozenset[str] | None = None,
    today: date | None = None,
) -> list[Suggestion]:
    """Return what the whole library has for the words a person is typing, best first.

    The last word may be unfinished unless a space follows it. An empty text finds nothing.
    """
    query = asking.for_free_search(text)
    frequencies = index.frequencies(query)
    query = asking.pruned(query, frequencies)
    hits = index.search(query, limit * _SPARE, kinds=kinds, sources=sources)
    found = ranking.for_free_search(hits, query.terms, frequencies, today or _today())
    return ranking.without_repetition(found, limit)


def _asked(index: Index, text: str) -> tuple[Query, Frequencies]:
    query = asking.for_question(text)
    frequencies = index.frequencies(query)
    return asking.without_common(asking.pruned(query, frequencies), frequencies), frequencies


def _today() -> date:
    return datetime.now().astimezone().date()
