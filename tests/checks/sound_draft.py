"""The draft that examples of checks start from: nothing in it is to be mended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop.checks import Known
from desktop.checks.wording import WordLists
from desktop.core.consultation import Consultation, Question
from desktop.core.response import (
    Answer,
    Draft,
    Organisation,
    Recommendation,
    Response,
)
from desktop.core.rules import Rules
from desktop.store.packs.names import shipped_names
from desktop.store.packs.wording import shipped_wording
from tests.support.drafts import SNIPPET, SOURCE
from tests.support.made import made

TODAY = date(2026, 11, 23)
NAMES = shipped_names(Path(__file__).parents[2] / "resources")
WORDING = WordLists(shipped_wording(Path(__file__).parents[2] / "resources"))
NOW = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001
_WRITTEN = "Our hall in Fernbrook shut in May, for want of trustees. [@larch-2024, page 4]"
ASKED = {
    "who": "The Department",
    "what": "pay for the training of hall trustees",
    "by_when": "by April 2028",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A draft and what is known beside it."""

    draft: Draft
    known: Known


def sound() -> Picture:
    """Return a draft with nothing to mend."""
    question = Question("1", "What should be done about village halls?", "Village halls")
    draft = Draft(
        consultation=Consultation(
            "halls",
            "The future of village halls",
            "Rural Committee",
            (question,),
            "test",
            closes=date(2027, 2, 26),
        ),
        organisation=Organisation(
            "o", "Fernbrook Community Trust", about="We run four village halls in Fernbrook."
        ),
        response=Response(
            "r",
            "halls",
            "o",
            NOW,
            NOW,
            reason="We see each week what a hall is for.",
            dated=TODAY,
            message="Village halls need trustees more than they need money.",
        ),
        rules=Rules("test", "Rural Committee", "Rural Committee", date(2026, 11, 22)),
        answers={"1": written("1", _WRITTEN)},
        recommendations=(made(Recommendation, ASKED, id="a", response="r", question="1"),),
        sources={SOURCE.key: SOURCE},
    )
    return Picture(draft, Known(TODAY, (SNIPPET,), WORDING, names=NAMES))


def written(number: str, text: str) -> Answer:
    """Return an Answer with a key point."""
    return Answer("r", number, key_point="Halls need trustees.", body=text)
