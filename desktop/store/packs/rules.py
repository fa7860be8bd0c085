"""Rules files: what a receiving body demands, each rule with its source and day of checking."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.core.consultation import LimitUnit
from desktop.core.rules import (
    Authority,
    DocumentRules,
    Numbering,
    Part,
    Rule,
    Rules,
    Strength,
    SummaryForm,
)
from desktop.store.packs.forms import ADDRESS, DAY, KEY, LINE, WHOLE, Report, choice, list_of, text
from desktop.store.packs.reading import PackFormat, read_pack
from desktop.store.packs.schema import (
    FORMAT_FIELD,
    VERSION_FIELD,
    Field,
    Row,
    RowReport,
    Rows,
    Schema,
    Table,
)
from desktop.store.packs.starters import starter_faults

_FILE_FORMATS = ("docx", "doc", "odt", "rtf", "txt", "pdf", "html")


@dataclass(frozen=True, slots=True)
class RulesPack:
    """The Rules of one body and the version of their file."""

    file: Path
    version: int
    rules: Rules


def read_rules(path: Path) -> RulesPack:
    """Read a rules file; raises PackError with everything that is wrong with it."""
    return read_pack(path, RULES)


def _check_title_line(value: str, report: Report) -> None:
    for fault, allowed in starter_faults(value, ("organisation",)):
        report(fault, allowed)


def _check_rule(row: Row, report: RowReport) -> None:
    if "unit" in row and "value" not in row:
        report.wrong("unit", "there is a unit but no value", "both of value and unit, or neither")


_DOCUMENT = Table(
    "document",
    "What shapes the document itself.",
    (
        Field(
            "title_line",
            text("text that may use {{ organisation }}", check=_check_title_line),
            "The words at the top of the document.",
            required=False,
        ),
        Field("numbering", choice(Numbering), "How paragraphs are numbered.", required=False),
        Field("page_numbers", choice(("yes", "no", "either")), "Page numbers.", required=False),
        Field("summary", choice(SummaryForm), "What a summary looks like.", required=False),
        Field(
            "parts", list_of(choice(Part), least=1), "The parts wanted, in order.", required=False
        ),
        Field(
            "formats",
            list_of(choice(_FILE_FORMATS), least=1),
            "Kinds of file taken.",
            required=False,
        ),
    ),
    required=False,
)

_RULE = Table(
    "rule",
    "One demand.",
    (
        Field("id", KEY, "Names the rule within this file."),
        Field("says", LINE, "The rule in plain words of ours."),
        Field("strength", choice(Strength), "How binding it is."),
        Field("value", WHOLE, "A number, where there is one.", required=False),
        Field("unit", choice(LimitUnit), "What the number counts.", required=False),
        Field("authority", choice(Authority), "How the rule is known."),
        Field("source", LINE, "What was read."),
        Field("address", ADDRESS, "Where it was read."),
        Field("checked", DAY, "When it was read."),
    ),
    repeats=True,
    required=False,
    unique="id",
    check=_check_rule,
)

SCHEMA = Schema(
    "rules",
    (
        Table(
            "",
            "The rules of one receiving body.",
            (
                FORMAT_FIELD,
                VERSION_FIELD,
                Field("id", KEY, "Names the rules; no other file may have it."),
                Field("title", LINE, "What these rules are for."),
                Field("body", LINE, "Whose rules they are."),
                Field("checked", DAY, "When they were last checked."),
            ),
        ),
        _DOCUMENT,
        _RULE,
    ),
)


def _build(file: Path, rows: Rows) -> RulesPack:
    (top,) = rows[""]
    document = next((DocumentRules(**row) for row in rows["document"]), DocumentRules())
    rules = Rules(
        id=top["id"],
        title=top["title"],
        body=top["body"],
        checked=top["checked"],
        document=document,
        rules=tuple(Rule(**row) for row in rows["rule"]),
    )
    return RulesPack(file, top["version"], rules)


RULES = PackFormat(SCHEMA, _build)
