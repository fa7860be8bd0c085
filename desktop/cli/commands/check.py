"""`consultee check`: what the checks say about a response."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING, Any

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.core.finding import Finding

_DETAILS = """\
RESPONSE is its id, or the beginning of its title or organisation if only one begins so. Each
finding says where it is, what is wrong, what to do and on whose authority. The exit code is 1 if
there are errors; warnings and nudges are advice."""
_EXAMPLES = """\
  consultee check "Smaller Government"
  consultee check 3f9c --json"""


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Check a response against the receiving body's rules and good practice."
    parser = commands.add("check", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("response", metavar="RESPONSE", help="which response")
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Show the findings, errors first; 1 if there are errors."""
    from desktop.cli.choosing import choose_response
    from desktop.cli.opening import workspace
    from desktop.core.finding import FindingLevel

    with workspace(options.workspace, console) as session:
        card = choose_response(session.responses(), options.response)
        findings = session.checking(session.draft(card.response.id))()
    tally = Counter(finding.level for finding in findings)
    errors = tally[FindingLevel.ERROR]
    if options.json:
        counts = {f"{level.value}s": tally[level] for level in FindingLevel}
        found = [_record(finding) for finding in findings]
        console.json({"response": card.response.id, **counts, "findings": found})
    else:
        for finding in findings:
            _show(finding, console)
        console.say(_summary(tally[FindingLevel.WARNING], tally[FindingLevel.NUDGE], errors))
    if errors:
        console.complain(f"{_count(errors, 'error')} to put right before it is sent.")
    return 1 if errors else 0


def _record(finding: Finding) -> dict[str, Any]:
    rule = finding.rule
    return {
        "check": finding.check,
        "level": finding.level,
        "part": finding.part,
        "question": finding.question,
        "sentence": finding.sentence,
        "remedy": finding.remedy,
        "excerpt": finding.excerpt,
        "rule": None if rule is None else {"id": rule.id, "says": rule.says},
        "authority": finding.authority or (rule.source if rule else ""),
        "address": finding.address or (rule.address if rule else ""),
    }


def _show(finding: Finding, console: Console) -> None:
    where = f"Question {finding.question}" if finding.question else finding.part.value
    place = where[:1].upper() + where[1:].replace("-", " ")
    start = f"{finding.level.value.upper()}  "
    console.paragraph(f"{place}: {finding.sentence}", indent="    ", first=start)
    console.paragraph(finding.remedy, indent="    ")
    authority = finding.authority or (finding.rule.source if finding.rule else "")
    if authority:
        console.paragraph(f"Source: {authority}", indent="    ")


def _summary(warnings: int, nudges: int, errors: int) -> str:
    parts = [_count(errors, "error"), _count(warnings, "warning"), _count(nudges, "nudge")]
    return f"{parts[0]}, {parts[1]}, {parts[2]}."


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
