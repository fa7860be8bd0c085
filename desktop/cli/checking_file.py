"""`consultee check FILE`: what the checks say about a document from outside."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.console import Console

# What a person may name who means a file; anything else may be the title of a response.
_ENDINGS = frozenset({".docx", ".docm", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".txt"})


def named_file(text: str) -> Path | None:
    """Return the file that a person means, or None where they mean a response."""
    path = Path(text).expanduser()
    return path if path.suffix.lower() in _ENDINGS or path.is_file() else None


def check_file(path: Path, options: argparse.Namespace, console: Console) -> int:
    """Show what the checks say about a document; 1 if there are errors.

    Raises ReadError if it cannot be read, NoSuchThing if no rules are called ``options.body``.
    """
    from desktop.cli.choosing import choose_rules
    from desktop.cli.findings import complain_of_errors, counts, record, show_findings
    from desktop.cli.opening import workspace

    with workspace(options.workspace, console) as session:
        body = choose_rules(session.rules(), options.body).id if options.body else ""
        found = session.checking_file(path, body)()
    draft = found.draft
    errors = counts(found.findings)["errors"]
    if options.json:
        console.json(
            {
                "file": path.absolute(),
                "rules": draft.rules.id,
                "consultation": draft.consultation.title,
                "organisation": draft.organisation.name,
                "answers": sorted(draft.answers),
                "notices": found.notices,
                **counts(found.findings),
                "findings": [record(finding) for finding in found.findings],
            }
        )
    else:
        _introduce(path, found.notices, draft.rules.title, len(draft.answers), console)
        show_findings(found.findings, console, draft.consultation)
    return complain_of_errors(errors, console)


def _introduce(
    path: Path, notices: tuple[str, ...], rules: str, answers: int, console: Console
) -> None:
    parts = "1 part" if answers == 1 else f"{answers} parts"
    console.paragraph(f"“{path.name}”, {parts}, by the rules of: {rules}.")
    for notice in notices:
        console.paragraph(notice)
    console.say()
