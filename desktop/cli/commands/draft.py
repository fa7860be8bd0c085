"""`consultee draft`: a first draft of the answers that are empty, put together from the library."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.core.drafting import AnswerPlan

_DETAILS = """\
RESPONSE is its id, or the beginning of its title or organisation if only one begins so. Each answer
that is empty gets the best pieces the library has for it, each cited, none twice, within the words
that are left. Nothing that is written is changed, and nothing is marked as ready. Every piece is
unreviewed until you change it or confirm it in the window, where Undo takes the whole draft
back."""
_EXAMPLES = """\
  consultee draft "Smaller Government"
  consultee draft 3f9c --question 4
  consultee draft 3f9c --dry-run --json"""


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Assemble a first draft of a response from the library."
    parser = commands.add("draft", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("response", metavar="RESPONSE", help="which response")
    parser.add_argument(
        "--question", metavar="N", action="append", help="only this question; may be repeated"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be put in, and write nothing"
    )
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the draft, or only say what it would be."""
    from desktop.cli.choosing import choose_question, choose_response
    from desktop.cli.opening import workspace
    from desktop.session.assembling import assemble, assembling

    with workspace(options.workspace, console) as session:
        card = choose_response(session.responses(), options.response)
        draft = session.draft(card.response.id)
        asked = [choose_question(draft.consultation, one).number for one in options.question or ()]
        numbers = asked or [question.number for question in draft.consultation.questions]
        first = assembling(session, draft, numbers)()
        written = not options.dry_run and assemble(session, first, first.plans) is not None
    if options.json:
        answers = [_record(item) for item in first.plans]
        console.json({"response": card.response.id, "written": written, "answers": answers})
        return 0
    for item in first.plans:
        _show(item, console)
    console.say(_ending(len(first.filled), options.dry_run))
    return 0


def _record(item: AnswerPlan) -> dict[str, Any]:
    return {
        "question": item.question.number,
        "untouched": item.untouched,
        "words": item.length.words,
        "room": {"words": item.room.words, "characters": item.room.characters},
        "placed": [
            {
                "part": placed.part,
                "piece": placed.candidate.id,
                "claim": placed.candidate.claim,
                "reference": placed.candidate.reference,
                "words": placed.length.words,
                "why": placed.why,
            }
            for placed in item.placed
        ],
        "missing": [{"part": part, "why": why} for part, why in item.missing.items()],
    }


def _show(item: AnswerPlan, console: Console) -> None:
    from desktop.core.drafting_words import PARTS, length_words, missing_words, untouched_words

    question = item.question
    name = f"{question.number}. {question.heading or question.text}"
    if item.untouched is not None:
        console.paragraph(f"{name}: {untouched_words(item.untouched)}", indent="    ", first="")
        return
    console.paragraph(f"{name}: {length_words(item)}", indent="    ", first="")
    for placed in item.placed:
        said = f"{PARTS[placed.part]}: {placed.candidate.claim}"
        console.paragraph(said, indent="      ", first="    ")
        console.paragraph(placed.candidate.reference, indent="      ")
        if placed.why:
            console.paragraph(f"why: {'; '.join(placed.why)}", indent="      ")
    for sentence in missing_words(item):
        console.paragraph(sentence, indent="      ", first="    ")


def _ending(filled: int, dry: bool) -> str:
    answers = "1 answer" if filled == 1 else f"{filled} answers"
    if not filled:
        return "Nothing was put in."
    if dry:
        return f"{answers} would be filled. Nothing was written."
    return f"{answers} filled. Every piece is unreviewed until you change it or confirm it."
