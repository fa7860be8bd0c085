"""`consultee list`: what is in the workspace."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.core.consultation import Consultation
    from desktop.core.response import Organisation
    from desktop.session import ResponseCard, Session

_DETAILS = """\
WHAT is responses (unless you say otherwise), consultations or organisations. Each is shown with the
id by which other commands know it. Responses that were edited last come first."""
_EXAMPLES = """\
  consultee list
  consultee list consultations
  consultee list organisations --json
  consultee list --workspace trust.consultee"""

RESPONSES, CONSULTATIONS, ORGANISATIONS = "responses", "consultations", "organisations"


def add(commands: Commands) -> None:
    """Add the command."""
    about = "List the responses, consultations or organisations of a workspace."
    parser = commands.add("list", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument(
        "what",
        metavar="WHAT",
        nargs="?",
        default=RESPONSES,
        choices=(RESPONSES, CONSULTATIONS, ORGANISATIONS),
        help=f"{RESPONSES}, {CONSULTATIONS} or {ORGANISATIONS}",
    )
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """List what was asked for."""
    from desktop.cli.opening import workspace

    with workspace(options.workspace, console) as session:
        if options.json:
            console.json({options.what: _READ[options.what](session)})
        else:
            _SHOW[options.what](session, console)
    return 0


def _responses(session: Session) -> list[dict[str, Any]]:
    return [_response(card) for card in session.responses()]


def _response(card: ResponseCard) -> dict[str, Any]:
    from desktop.cli.choosing import card_title

    limit = card.consultation.limit
    return {
        "id": card.response.id,
        "title": card_title(card),
        "consultation": card.consultation.id,
        "organisation": card.organisation.name,
        "questions": card.progress.total,
        "ready": card.progress.ready,
        "drafting": card.progress.drafting,
        "skipped": card.progress.skipped,
        "words": card.words,
        "limit": None if limit is None else f"{limit.value} {limit.unit}",
        "closes": card.consultation.closes,
        "edited": card.response.edited,
    }


def _consultations(session: Session) -> list[dict[str, Any]]:
    return [_consultation(item) for item in session.consultations()]


def _consultation(item: Consultation) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "body": item.body,
        "reference": item.reference,
        "closes": item.closes,
        "questions": [
            {"number": question.number, "heading": question.heading, "text": question.text}
            for question in item.questions
        ],
    }


def _organisations(session: Session) -> list[dict[str, Any]]:
    return [_organisation(item) for item in session.organisations()]


def _organisation(item: Organisation) -> dict[str, Any]:
    """Return what may be shown around; contact details stay in the workspace."""
    return {
        "id": item.id,
        "name": item.name,
        "kind": item.kind,
        "charity_number": item.charity_number,
        "speaks_for": item.speaks_for,
        "reach": item.reach,
    }


def _show_responses(session: Session, console: Console) -> None:
    from desktop.cli.choosing import card_title
    from desktop.core.moments import moment_words

    cards = session.responses()
    if not cards:
        console.say("There is no response yet. Open the window to start one.")
    for card in cards:
        done = f"{card.progress.done} of {card.progress.total} questions done"
        limit = card.consultation.limit
        of = f" of {limit.value:,} {limit.unit}" if limit else " words"
        words = f"{card.words:,}{of}"
        edited = f"last edited: {moment_words(card.response.edited, session.clock())}"
        console.say(f"{card.response.id}  {card_title(card)}")
        console.paragraph(f"{card.organisation.name}; {done}; {words}; {edited}", indent="    ")


def _show_consultations(session: Session, console: Console) -> None:
    for item in session.consultations():
        console.say(f"{item.id}  {item.title}")
        console.paragraph(item.body, indent="    ")
        for question in item.questions:
            console.say(f"    {question.number:>3}  {question.heading}")


def _show_organisations(session: Session, console: Console) -> None:
    found = session.organisations()
    if not found:
        console.say("There is no organisation yet. Open the window to enter yours.")
    for item in found:
        console.say(f"{item.id}  {item.name} ({item.kind.value.replace('-', ' ')})")


_READ = {RESPONSES: _responses, CONSULTATIONS: _consultations, ORGANISATIONS: _organisations}
_SHOW = {
    RESPONSES: _show_responses,
    CONSULTATIONS: _show_consultations,
    ORGANISATIONS: _show_organisations,
}
