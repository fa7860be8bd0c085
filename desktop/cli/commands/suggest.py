"""`consultee suggest`: the evidence that the window would offer at a question."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desktop.cli.adding import Commands, gives_json, takes_limit, takes_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.core.consultation import Consultation
    from desktop.core.response import Draft
    from desktop.session import Session

_DETAILS = """\
CONSULTATION is its id or the beginning of its title; `consultee list consultations` shows them with
their questions. QUESTION is the number of one of these."""
_EXAMPLES = """\
  consultee suggest pasc-big-society-2011 4
  consultee suggest "Smaller Government" 9 --limit 5
  consultee suggest pasc 2 --json"""


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Suggest evidence for a question of a consultation."
    parser = commands.add("suggest", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("consultation", metavar="CONSULTATION", help="which consultation")
    parser.add_argument("question", metavar="QUESTION", help="which of its questions")
    takes_limit(parser)
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Show the suggestions, best first, with the reasons for each."""
    from desktop.cli import suggestions
    from desktop.cli.choosing import choose_consultation, choose_question
    from desktop.cli.opening import workspace

    with workspace(options.workspace, console) as session:
        consultation = choose_consultation(session.consultations(), options.consultation)
        question = choose_question(consultation, options.question)
        draft = _nothing_written(session, consultation)
        found = session.suggesting(draft, question.number)()[: options.limit]
    if options.json:
        console.json(
            {
                "consultation": consultation.id,
                "question": question.number,
                "text": question.text,
                "found": suggestions.as_records(found),
            }
        )
        return 0
    console.paragraph(f"{question.number}. {question.text}")
    console.say()
    suggestions.show(found, console, "Nothing in the library is on this question.")
    return 0


def _nothing_written(session: Session, consultation: Consultation) -> Draft:
    """Return a draft of nobody's: suggestions depend on the question alone."""
    from desktop.core.response import Draft, Organisation, Response
    from desktop.core.rules import Rules

    now = session.clock()
    rules = Rules(consultation.rules, "", consultation.body, checked=now.date())
    response = Response("", consultation.id, "", created=now, edited=now)
    return Draft(consultation, Organisation("", ""), response, rules, answers={})
