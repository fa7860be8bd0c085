"""The list of all checks for docs/checks.md: from the registry, and from what their examples show.

``python -m tests.checks.listing`` writes the page's tables anew.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from desktop.checks import CHECKS, check
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, Group
from tests.checks.example_files import every_example

PAGE = Path(__file__).resolve().parents[2] / "docs" / "checks.md"
BEGIN = "<!-- The tables are written by tests/checks/listing.py. -->\n"
_NAMES = {
    Group.FORM: "Form",
    Group.EVIDENCE: "Evidence",
    Group.RECOMMENDATIONS: "Recommendations",
    Group.PEOPLE: "People and law",
    Group.LANGUAGE: "Language and document",
}


def tables() -> str:
    """Return a table for each group of checks: id, level, what it looks for, who says so."""
    said = _said()
    return "\n".join(_table(group, said) for group in Group)


def _said() -> dict[str, list[Finding]]:
    """Return what each check says of its own examples."""
    said: dict[str, list[Finding]] = defaultdict(list)
    for example in every_example():
        picture = example.picture
        found = check(picture.draft, picture.known) if example.found else ()
        said[example.check] += [finding for finding in found if finding.check == example.check]
    return said


def _table(group: Group, said: dict[str, list[Finding]]) -> str:
    rows = [_row(one, said[one.id]) for one in CHECKS if one.group is group]
    head = "| check | level | what it looks for | the body's rule, or who else says so |"
    return "\n".join([f"### {_NAMES[group]}", "", head, "| --- | --- | --- | --- |", *rows, ""])


def _row(one: Check, said: list[Finding]) -> str:
    there = {finding.level for finding in said}
    levels = ", ".join(level.value for level in FindingLevel if level in there)
    asks = " (asks)" if any(finding.asks for finding in said) else ""
    return f"| `{one.id}` | {levels}{asks} | {one.title} | {_sources(one, said)} |"


def _sources(one: Check, said: list[Finding]) -> str:
    told = dict.fromkeys((f.authority, f.address) for f in said if f.authority)
    own = [(one.authority, one.address)] if one.authority else []
    # What is made up for an example stands for the organisation's own.
    names = [
        f"[{name}]({address})" if "example.org" not in address else "your house rules"
        for name, address in dict.fromkeys([*own, *told])
    ]
    rules = dict.fromkeys(f"`{rule}`" for rule in [one.rule, *_rules(said)] if rule)
    return "; ".join([*rules, *names])


def _rules(said: list[Finding]) -> list[str]:
    return [finding.rule.id for finding in said if finding.rule]


if __name__ == "__main__":
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, mark, after = rest.partition("<!-- The end of the tables. -->\n")
    PAGE.write_text(f"{before}{BEGIN}\n{tables()}\n{mark}{after}", encoding="utf-8")
