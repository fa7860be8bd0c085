"""Paragraph numbers, and pointing at the paragraphs of an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from desktop.core.rules import Numbering


@dataclass(frozen=True, slots=True)
class Place:
    """A numbered paragraph: its printed number, its rank in the document and its Question."""

    number: str
    rank: int
    question: str


@dataclass(slots=True)
class Numbers:
    """Hands out paragraph numbers in document order and remembers which answer has which.

    Continuous numbers run 1, 2, 3 through the whole document. Numbers by section, such as 3.2, take
    the Question's own number first, so parts that belong to no Question have none.
    """

    numbering: Numbering
    _places: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    _rank: int = 0

    def next(self, question: str = "") -> str:
        """Return the number of the next paragraph ("" where paragraphs have none)."""
        if self.numbering is Numbering.NONE:
            return ""
        if self.numbering is Numbering.BY_SECTION and not question:
            return ""
        self._rank += 1
        of_question = self._places[question]
        number = str(self._rank)
        if self.numbering is Numbering.BY_SECTION:
            number = f"{question}.{len(of_question) + 1}"
        of_question.append(Place(number, self._rank, question))
        return number

    def of(self, questions: Iterable[str]) -> list[Place]:
        """Return the numbered paragraphs of the answers to these Questions in document order."""
        found = {place for question in questions for place in self._places.get(question, ())}
        return sorted(found, key=lambda place: place.rank)

    def ranges(self, questions: Iterable[str]) -> list[tuple[str, str]]:
        """Return those paragraphs as ranges of first and last number.

        Neighbouring answers make one range in continuous numbering: "3 to 9". By section each
        answer keeps its own: "1.1 to 1.3" and "2.1 to 2.4". Two numbers are no range: "3 and 4".
        """
        per_question = self.numbering is Numbering.BY_SECTION
        out: list[tuple[str, str]] = []
        places = enumerate(self.of(questions))
        together = groupby(
            places, key=lambda p: (p[1].rank - p[0], p[1].question if per_question else "")
        )
        for _, group in together:
            run = [place.number for _, place in group]
            if len(run) == 2:
                out.extend((number, number) for number in run)
            else:
                out.append((run[0], run[-1]))
        return out


def printed_number(number: str) -> str:
    """Return a paragraph number as it stands in the margin: "12." or "3.2"."""
    return number if not number or "." in number else f"{number}."


def number_prefix(number: str) -> str:
    """Return what comes before the last dot of a number by section: "3." of "3.2"."""
    return number[: number.rfind(".") + 1]
