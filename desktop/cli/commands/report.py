"""`consultee report`: what is ready of a response and what is not, for whoever signs off."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.core.report import SubmissionReport

_DETAILS = """\
The report says what is ready and what is not, holds the evidence map (for each question the key
point, what it rests on, how it meets the other side, and what is asked for, with the gaps),
what the checks find, what was dismissed and why, and where it was sent. With --out it is written as
a Word document, or as plain text if FILE ends in .txt; if FILE is a folder, it gets a suitable name
inside it. The exit code is 0 also when the response is not ready: `consultee check` tells that."""
_EXAMPLES = """\
  consultee report "Smaller Government"
  consultee report 3f9c --out report.docx
  consultee report 3f9c --json"""


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Say what is ready of a response and what is not, for whoever signs off."
    parser = commands.add("report", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("response", metavar="RESPONSE", help="which response")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write the report there instead of showing it"
    )
    parser.add_argument(
        "--replace", action="store_true", help="replace the file if it is there already"
    )
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Show the report, or write it and say where it is."""
    from desktop.cli.choosing import choose_response
    from desktop.cli.opening import workspace
    from desktop.export import FileFormat, report_file_name

    with workspace(options.workspace, console) as session:
        card = choose_response(session.responses(), options.response)
        draft = session.draft(card.response.id)
        path: Path | None = options.out
        if path is not None:
            if path.is_dir():
                path /= report_file_name(draft)
            text = path.suffix.casefold() == ".txt"
            kind = FileFormat.TEXT if text else FileFormat.WORD
            writing = session.sending.writing_report(
                draft, path.absolute(), kind, replace=options.replace
            )
            writing()
        if options.json:
            report = session.sending.reporting(draft)()
            console.json({"response": card.response.id, "file": path, **_record(report)})
        elif path is not None:
            console.say(f"Written: {path}")
        else:
            console.say(session.sending.report_text(draft)().rstrip("\n"))
    return 0


def _record(report: SubmissionReport) -> dict[str, Any]:
    return {
        "ready": report.ready,
        "verdict": report.verdict,
        "words": report.words,
        "lines": report.lines,
        "questions": [
            {
                "number": item.question.number,
                "state": item.state,
                "words": item.words,
                "key_point": item.key_point,
                "evidence": item.evidence,
                "counter_argument": item.counter,
                "recommendations": item.asks,
                "missing": item.gaps,
                "skip_reason": item.skip_reason,
            }
            for item in report.arguments
        ],
        "dismissed": [
            {"check": finding.check, "sentence": finding.sentence, "reason": noted.reason}
            for finding, noted in report.dismissed
        ],
        "approval": report.approval,
        "sent": report.log,
    }
