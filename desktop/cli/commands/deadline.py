"""`consultee deadline`: when the call closes that a response answers, and a file for calendars."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.core.response import Draft
    from desktop.session import Session

_DETAILS = """\
RESPONSE is its id, or the beginning of its title or organisation if only one begins so. Working
days leave out Saturdays, Sundays and the bank holidays of the part of the country that the body is
in; today and the last day are counted. With --ics a calendar file is written, which Outlook and
other calendars take in; if FILE is a folder, it gets a suitable name inside it. The exit code is 1
if nobody has said yet when the call closes."""
_EXAMPLES = """\
  consultee deadline "Village halls"
  consultee deadline 3f9c --ics deadline.ics"""


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Say when a call closes and how many working days are left."
    parser = commands.add("deadline", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("response", metavar="RESPONSE", help="which response")
    parser.add_argument("--ics", type=Path, metavar="FILE", help="write a calendar file")
    parser.add_argument(
        "--replace", action="store_true", help="replace the file if it is there already"
    )
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Say when it closes, and write the calendar file if one is wanted."""
    from desktop.cli.choosing import choose_response
    from desktop.cli.opening import workspace

    with workspace(options.workspace, console) as session:
        card = choose_response(session.responses(), options.response)
        draft = session.draft(card.response.id)
        found = session.deadlines.of(draft.consultation)
        path = _write(session, draft, options) if options.ics else None
    if options.json:
        console.json(
            {
                "response": draft.response.id,
                "consultation": draft.consultation.id,
                "closes": found and found.moment.isoformat(),
                "time_known": found is not None and found.at is not None,
                "passed": found is not None and found.passed,
                "working_days_left": found and found.working,
                "holiday_week": found.away if found else "",
                "file": path,
            }
        )
    elif found is not None:
        console.say(f"{draft.consultation.title}: {found.sentence}.")
        if found.away and not found.passed:
            console.say(f"The last day falls in a holiday week ({found.away}).")
        if path:
            console.say(f"Written: {path}")
    if found is None:
        console.complain(f"Nobody has said yet when “{draft.consultation.title}” closes.")
    return 0 if found else 1


def _write(session: Session, draft: Draft, options: argparse.Namespace) -> Path:
    from desktop.errors import ExportError
    from desktop.export.files import FileExists
    from desktop.export.names import deadline_file_name

    path: Path = options.ics.expanduser()
    if path.is_dir():
        path /= deadline_file_name(draft)
    try:
        return session.deadlines.writing(draft, path.absolute(), replace=options.replace)()
    except FileExists as error:
        raise ExportError(
            error.title, error.message, "Add --replace to replace it, or choose another name."
        ) from error
