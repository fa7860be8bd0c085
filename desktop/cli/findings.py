"""What the checks say, for a terminal and for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from desktop.cli.console import Console
from desktop.core.finding import FindingLevel

if TYPE_CHECKING:
    from desktop.core.consultation import Consultation
    from desktop.core.dismissing import Dismissal
    from desktop.core.finding import Finding


def show_findings(
    findings: Sequence[Finding], console: Console, asked: Consultation | None = None
) -> int:
    """Write the findings and how many there are; return how many are errors.

    ``asked`` has the headings of questions that are named by these, where numbers tell nothing.
    """
    for finding in findings:
        _show(finding, console, asked)
    tally = Counter(finding.level for finding in findings)
    console.say(f"{', '.join(_count(tally[level], level.value) for level in FindingLevel)}.")
    return tally[FindingLevel.ERROR]


def show_dismissed(dismissed: Sequence[tuple[Finding, Dismissal]], console: Console) -> None:
    """Write which findings were dismissed, and why."""
    if not dismissed:
        return
    console.say(f"Dismissed: {_count(len(dismissed), 'finding')}.")
    for finding, why in dismissed:
        said = f"{_place(finding, None)}: {finding.sentence}"
        console.paragraph(said, indent="    ", first="DISMISSED  ")
        console.paragraph(f"Reason: {why.reason}", indent="    ")


def complain_of_errors(errors: int, console: Console) -> int:
    """Say on the error stream that there are errors; return the exit code."""
    if errors:
        console.complain(f"{_count(errors, 'error')} to put right before it is sent.")
    return 1 if errors else 0


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are of each level: "errors", "warnings", "nudges"."""
    tally = Counter(finding.level for finding in findings)
    return {f"{level.value}s": tally[level] for level in FindingLevel}


def record(finding: Finding) -> dict[str, Any]:
    """Return a finding as an object for JSON."""
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


def record_dismissed(finding: Finding, why: Dismissal) -> dict[str, Any]:
    """Return a finding that was dismissed as an object for JSON."""
    return {**record(finding), "reason": why.reason, "noted": why.noted.isoformat()}


def _show(finding: Finding, console: Console, asked: Consultation | None) -> None:
    start = f"{finding.level.value.upper()}  "
    said = f"{_place(finding, asked)}: {finding.sentence}"
    console.paragraph(said, indent="    ", first=start)
    console.paragraph(finding.remedy, indent="    ")
    authority = finding.authority or (finding.rule.source if finding.rule else "")
    if authority:
        console.paragraph(f"Source: {authority}", indent="    ")


def _place(finding: Finding, asked: Consultation | None) -> str:
    if not finding.question:
        where = finding.part.value
        return where[:1].upper() + where[1:].replace("-", " ")
    if asked is not None and not finding.question[:1].isdigit():
        return asked.question(finding.question).heading
    return f"Question {finding.question}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
