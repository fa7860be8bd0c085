"""Small libraries to rank, and what a ranking says in ids."""

from __future__ import annotations

from desktop.core.search import Entry
from desktop.matching.index import Index, build
from desktop.matching.scoring import Match, Ranking


def library(**texts: str) -> Index:
    """Index passages by id."""
    return build(passage(id, text) for id, text in texts.items())


def passage(id: str, text: str, *, asked: str = "", about: str = "", place: str = "") -> Entry:
    """Make a passage of a source."""
    return Entry(id, "source", "passage", text=text, asked=asked, about=about, place=place)


def ids(ranking: Ranking) -> list[str]:
    """Give the ids in order."""
    return [match.id for match in ranking.matches]


def match(ranking: Ranking, id: str) -> Match:
    """Give the Match of one piece."""
    return ranking.at([id])[id]


def matched(ranking: Ranking, id: str) -> list[str]:
    """Give the words that a piece has, as they were asked."""
    return [ranking.words[place].written for place in match(ranking, id).matched]
