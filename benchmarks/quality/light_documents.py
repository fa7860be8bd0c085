"""Responses of known text, to be written as web pages, plain text, Markdown and mails.

The people, bodies and figures are made up.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

_WHO = (
    "Fernbrook Trust",
    "Our 34 members",
    "Carers in the valley",
    "The volunteers at Sampleton library",
    "Small charities",
    "Councillors we met",
)
_DOES = ("told us that", "have shown that", "know that", "wrote last year that", "found that")
_WHAT = (
    "the hall costs £41,200 a year to run",
    "short grants make it hard to plan",
    "one bus in three no longer stops at the clinic",
    "people come back because somebody knows their name",
    "the contract was let to a firm from outside the county",
    "forms of 40 pages keep small groups away",
)
_SO = (
    "so the council should pay in advance",
    "and nothing has changed since 2014",
    "which the survey of 1,204 households confirms",
    "although the Department’s own figures say otherwise",
    "because a key holder is not a manager",
)
_TOPICS = (
    "Who we are",
    "Funding",
    "What volunteers can and cannot do",
    "Transport to the clinic",
    "Commissioning",
    "What should change",
    "Our evidence",
    "Local authorities",
)
_ASKED = (
    "What evidence do you have about the cost of local halls?",
    "Do you agree that grants should last for three years?",
    "How should the Government support neighbourhood groups?",
)


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a document: what it is, its number as printed, its words, or its cells."""

    kind: str  # title heading text item numbered quotation table note
    text: str = ""
    number: str = ""
    cells: tuple[tuple[str, ...], ...] = ()

    def words(self) -> str:
        """Return everything it says."""
        cells = " ".join(" ".join(row) for row in self.cells)
        return f"{self.number} {self.text} {cells}".strip()


def document(seed: int) -> list[Item]:
    """Return a response: title, sections with paragraphs, lists, a quotation, a table, notes."""
    chance = random.Random(seed)
    body = chance.choice(("Fernbrook Trust", "Sampleton Library Friends", "Harbour Advice Centre"))
    items = [Item("title", f"Written evidence submitted by {body}")]
    items += [Item("text", _paragraph(chance)) for _ in range(2)]
    topics = chance.sample(_TOPICS, 5)
    for at, topic in enumerate(topics, 1):
        asked = chance.random() < 0.3
        head = chance.choice(_ASKED) if asked else topic
        items.append(Item("heading", head, str(at) if seed % 2 else ""))
        items += _section(chance, at)
    return items


def _section(chance: random.Random, at: int) -> list[Item]:
    items = [Item("text", _paragraph(chance)) for _ in range(chance.randint(1, 3))]
    if at == 2:
        items += [Item("item", _sentence(chance)) for _ in range(4)]
        items.append(Item("text", _paragraph(chance)))
    if at == 3:
        items.append(Item("quotation", _sentence(chance)))
        items.append(Item("text", _paragraph(chance)))
    if at == 4:
        rows = [("Year", "People", "Cost"), ("2018", "412", "£38,000"), ("2019", "398", "£41,200")]
        items.append(Item("table", cells=tuple(rows)))
        items.append(Item("text", _paragraph(chance)))
    if at == 5:
        items += [Item("numbered", _sentence(chance), str(one)) for one in (1, 2, 3)]
    return items


def _sentence(chance: random.Random) -> str:
    parts = (chance.choice(_WHO), chance.choice(_DOES), chance.choice(_WHAT), chance.choice(_SO))
    return f"{parts[0]} {parts[1]} {parts[2]}, {parts[3]}."


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(2, 4)))


def of_kind(items: Sequence[Item], *kinds: str) -> list[str]:
    """Return what the items of some kinds say."""
    return [item.words() for item in items if item.kind in kinds]
