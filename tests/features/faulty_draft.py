"""A submission with a fault of each common kind, as somebody in a hurry writes it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.core.consultation import Consultation, Question
from desktop.core.edits import (
    AddOrganisation,
    MarkAnswer,
    SaveRecommendation,
    SaveSnippet,
    SaveSource,
    SetBody,
    SetKeyPoint,
    SetResponseText,
)
from desktop.core.library_edits import SaveConsultation
from desktop.core.response import AnswerMark, Organisation, Recommendation
from desktop.paths import Paths
from desktop.session import Session
from tests.support.drafts import SNIPPET, SOURCE
from tests.support.workspace import SetClock

TITLE = "The future of village halls"
CALL = Consultation(
    "halls",
    TITLE,
    "Rural Committee",
    (
        Question("1", "What keeps a village hall open?", "What keeps halls open"),
        Question("2", "Whom does a village hall serve?", "Whom halls serve"),
        Question("3", "What have councils done for village halls?", "Councils"),
    ),
    "commons-select-committee",
    closes=date(2027, 2, 26),
)
CHAIR = "The chair of trustees"
EMAIL = "juno@fernbrook.example"
TRUST = Organisation(
    "fernbrook",
    "Fernbrook Community Trust",
    about="We run four village halls in Fernbrook.",
    sign_off=CHAIR,
)
LONG = (
    "The hall is open on each weekday from nine in the morning until ten at night and on Saturdays "
    "until noon, and those who come to it are neighbours who want to learn, to eat together, to "
    "sing or to sit in the warm for an hour."
)
ANSWERS = {
    "1": (
        "Halls need trustees.",
        "Our hall in Fernbrook shut in May, for want of trustees. [@larch-2024, page 4]\n\n"
        f"We utilise the hall on weekdays. Write to us at {EMAIL}.\n\n"
        "The APPG on halls has visited us twice (see paragraph 99).\n\n"
        "Nearly 40% of the halls in the valley lost money last year.",
    ),
    "2": (
        "Halls serve whoever lives near.",
        'A trustee of our hall said: "Winter is our best season.” '
        "A hall without trustees always closes.\n\n"
        f"{LONG}",
    ),
}
ASK = ("The Department", "pay for the training of hall trustees by April 2028")


def write_faulty_draft(workspace: Path, paths: Paths, clock: SetClock) -> str:
    """Write it into a workspace of its own, through the session; return the id of the response."""
    session = Session.open(workspace, paths, clock)
    try:
        for edit in (
            SaveConsultation(CALL),
            AddOrganisation(TRUST),
            SaveSource(SOURCE),
            SaveSnippet(SNIPPET),
        ):
            session.apply(edit)
        response = session.start_response(CALL.id, TRUST.id).id
        reason, message = "We see each week what a hall is for.", "Halls need trustees, not money."
        session.apply(SetResponseText(response, "reason", reason))
        session.apply(SetResponseText(response, "message", message))
        for number, (key_point, body) in ANSWERS.items():
            session.apply(SetKeyPoint(response, number, key_point))
            session.apply(SetBody(response, number, body))
            session.apply(MarkAnswer(response, number, AnswerMark.READY))
        ask = Recommendation(session.new_id(), response, "1", *ASK)
        session.apply(SaveRecommendation(response, ask))
    finally:
        session.close()
    return response
