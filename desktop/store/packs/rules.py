"""Rules files: what a receiving body demands, each rule with its source and day of checking."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.core.clock import is_time_zone, read_time
from desktop.core.consultation import LimitUnit
from desktop.core.rule_kinds import RULE_KINDS, RuleKind, Writing
from desktop.core.rules import (
    Authority,
    DocumentRules,
    Form,
    Numbering,
    Part,
    Rule,
    Rules,
    Strength,
    SummaryForm,
    Venue,
)
from desktop.store.packs.forms import (
    ADDRESS,
    DAY,
    KEY,
    LINE,
    LINE_OR_EMPTY,
    WHOLE,
    Report,
    choice,
    did_you_mean,
    list_of,
    text,
)
from desktop.store.packs.problems import shown
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
    kind = RULE_KINDS[row["id"]]
    _check_number(kind, row, report)
    _check_choices(kind, row, report)
    _check_text(kind, row, report)


def _check_number(kind: RuleKind, row: Row, report: RowReport) -> None:
    if "value" in row and not kind.has_number:
        report.wrong("value", f"a rule '{kind.id}' has no number", "no such key")
    elif kind.measure and "unit" in row:
        report.wrong("unit", f"it is always in {kind.measure}", "no such key")
    elif "unit" in row and "value" not in row:
        report.wrong("unit", "there is a unit but no value", "both of value and unit, or neither")
    elif "value" in row and kind.units and row.get("unit") not in kind.units:
        said = f"'{row['unit']}' is not what it counts" if "unit" in row else "it is missing"
        report.wrong("unit", said, ", ".join(kind.units))


def _check_choices(kind: RuleKind, row: Row, report: RowReport) -> None:
    chosen, known = row.get("choices", ()), kind.words
    if chosen and not known:
        report.wrong("choices", f"a rule '{kind.id}' chooses from nothing", "no such key")
    elif strange := [each for each in chosen if each not in known]:
        near = did_you_mean(strange[0], known)
        report.wrong("choices", f"{shown(strange[0])} is not one of them{near}", ", ".join(known))
    elif len(chosen) > 1 and not kind.many:
        report.wrong("choices", "they cannot all hold", f"one of {', '.join(known)}")


def _check_text(kind: RuleKind, row: Row, report: RowReport) -> None:
    text = row.get("text", "")
    if not text:
        return
    match kind.writing:
        case Writing.NONE:
            report.wrong("text", f"a rule '{kind.id}' has no such text", "no such key")
        case Writing.CLOCK if read_time(text) is None:
            report.wrong("text", f"{shown(text)} is no time of day", 'a time such as "17:00"')
        case Writing.ZONE if not is_time_zone(text):
            report.wrong("text", f"{shown(text)} is no time zone", 'a name such as "Europe/London"')
        case _:
            pass


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

RULE = Table(
    "rule",
    "One demand.",
    (
        Field("id", choice(RULE_KINDS), "Which rule it is; once in a file."),
        Field("says", LINE, "The rule in plain words of ours."),
        Field("strength", choice(Strength), "How binding it is."),
        Field("value", WHOLE, "A number, where there is one.", required=False),
        Field("unit", choice(LimitUnit), "What the number counts.", required=False),
        Field("choices", list_of(KEY), "What it comes to, in the words of its id.", required=False),
        Field("text", LINE_OR_EMPTY, "A time, a time zone or fixed words.", required=False),
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
                Field("also_called", list_of(LINE), "Its other names.", required=False),
                Field(
                    "not_called",
                    list_of(LINE),
                    "Names that show that it is another body.",
                    required=False,
                ),
                Field("checked", DAY, "When they were last checked."),
                Field("venue", choice(Venue), "What sort of body it is.", required=False),
                Field(
                    "form",
                    choice(Form),
                    "What is handed in: one document, or answers in a form.",
                    required=False,
                ),
            ),
        ),
        _DOCUMENT,
        RULE,
    ),
)


def _build(file: Path, rows: Rows) -> RulesPack:
    (top,) = rows[""]
    document = next((DocumentRules(**row) for row in rows["document"]), DocumentRules())
    own = {key: value for key, value in top.items() if key not in ("format", "version")}
    rules = Rules(**own, document=document, rules=tuple(Rule(**row) for row in rows["rule"]))
    return RulesPack(file, top["version"], rules)


RULES = PackFormat(SCHEMA, _build)
