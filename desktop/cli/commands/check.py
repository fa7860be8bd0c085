"""`consultee check`: what the checks say about a response, or about a document from outside."""

from __future__ import annotations

import argparse

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.checking_file import check_file, named_file
from desktop.cli.console import Console

_DETAILS = """\
RESPONSE is its id, or the beginning of its title or organisation if only one begins so. FILE is a
document that was written elsewhere: its answers are found by the headings of the questions, and of
a Word document the file itself is checked too (headings, tables, pictures, links, macros, size).
Each finding says where it is, what is wrong, what to do and on whose authority. The exit code is 1
if there are errors; warnings and nudges are advice."""
_EXAMPLES = """\
  consultee check "Smaller Government"
  consultee check 3f9c --json
  consultee check draft.docx --body commons-select-committee"""


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Check a response against the receiving body's rules and good practice."
    parser = commands.add("check", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("response", metavar="RESPONSE|FILE", help="which response or document")
    parser.add_argument(
        "--body",
        metavar="ID",
        help="check a FILE by the rules of this body (`consultee rules list` names them)",
    )
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Show the findings, errors first; 1 if there are errors."""
    path = named_file(options.response)
    if path is not None:
        return check_file(path, options, console)
    from desktop.cli import findings
    from desktop.cli.choosing import choose_response
    from desktop.cli.opening import workspace
    from desktop.core.nothing_answered import nothing_answered

    with workspace(options.workspace, console) as session:
        card = choose_response(session.responses(), options.response)
        draft = session.draft(card.response.id)
        checked = session.reviewing(draft)()
    counts = findings.counts(checked.open)
    if options.json:
        found = [findings.record(finding) for finding in checked.open]
        dismissed = [findings.record_dismissed(*pair) for pair in checked.dismissed]
        told = {"findings": found, "dismissed": dismissed}
        console.json({"response": card.response.id, **counts, **told})
    else:
        if nothing := nothing_answered(draft):
            console.say(nothing)
        findings.show_findings(checked.open, console)
        findings.show_dismissed(checked.dismissed, console)
    return findings.complain_of_errors(counts["errors"], console)
