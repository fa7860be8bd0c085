"""Which Snippets an Answer already uses: worked out from the text, so never out of step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.core.evidence import Passage, Snippet
from desktop.core.runs import RUN, WordRuns, word_runs
from desktop.core.text import Blocks, citations, plain_text

Place = tuple[str, str]

# Of several Snippets from one place, the one whose words stand in the text is the one used.
_ENOUGH = 1 / 3


@dataclass(frozen=True, slots=True)
class Written:
    """What one Answer holds: the places it cites, and its runs of five words."""

    cited: frozenset[Place]
    runs: WordRuns


def written(blocks: Blocks) -> Written:
    """Return what an Answer's text holds."""
    cited = frozenset((cite.key, _same(cite.locator)) for cite in citations(blocks))
    return Written(cited, word_runs(plain_text(blocks)) if cited else frozenset())


def shared_places(places: Iterable[Place]) -> frozenset[Place]:
    """Return the places (Source and locator) that come more than once."""
    tally = Counter((source, _same(locator)) for source, locator in places)
    return frozenset(place for place, count in tally.items() if count > 1)


def is_used(snippet: Snippet | Passage, text: Written, shared: frozenset[Place]) -> bool:
    """Tell whether a Snippet is used in a text.

    It is when the text cites its Source and locator. Where several Snippets ``shared`` that place,
    at least a third of its runs of five words must stand in the text as well; a Snippet too short
    to have such a run goes by the citation alone.
    """
    place = _place(snippet)
    if place not in text.cited:
        return False
    if place not in shared:
        return True
    runs = frozenset(run for run in word_runs(snippet.text) if len(run) == RUN)
    return len(runs & text.runs) >= len(runs) * _ENOUGH


def used_in(
    snippet: Snippet | Passage, answers: Mapping[str, Written], shared: frozenset[Place]
) -> tuple[str, ...]:
    """Return the numbers of the Questions whose answers use a Snippet, as ``answers`` has them."""
    return tuple(number for number, text in answers.items() if is_used(snippet, text, shared))


def _place(snippet: Snippet | Passage) -> Place:
    return snippet.source, _same(snippet.locator)


def _same(locator: str) -> str:
    """Fold what the editor may have folded: white space at the ends and between words."""
    return " ".join(locator.split())
