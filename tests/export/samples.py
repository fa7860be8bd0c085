"""One whole submission that has everything in it, and short ways to the parts of the export."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from desktop.core.consultation import Question, QuestionKind
from desktop.core.evidence import Source, SourceKind
from desktop.core.outline import Outline, ParagraphBlock
from desktop.core.response import (
    Answer,
    AnswerMark,
    Draft,
    Organisation,
    Recommendation,
)
from desktop.export import ExportOptions, Plan, build_outline, load_plan, to_docx
from tests.support.drafts import SOURCE, make_draft

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
TODAY = date(2026, 3, 14)
AS_THE_RULES_SAY = ExportOptions()
NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)

LETTER = Source(
    "oak-letter",
    "Halls & money: “who pays?”",
    body="Oakmoor Parish Council",
    date="2025-11-02",
    kind=SourceKind.LETTER,
    reference="OPC <12>",
    address="https://oakmoor.example/letters?id=12&part=2",
)

ORGANISATION = Organisation(
    "o",
    "Fernbrook & Dale Community Trust",
    charity_number="1099999",
    speaks_for="the people who use four village halls",
    reach="about 900 households",
    about="We run **four** village halls in Fernbrook and Dale, with two staff and 60 volunteers.",
    contact_name="Morag Ellery",
    contact_role="Secretary",
    contact_email="morag@fernbrook.example",
    contact_phone="01632 960001",
    contact_address="The Hall\nDale Road\nFernbrook",
)

_MONEY = """\
A hall costs more to heat than it earns. [@larch-2024, page 4]

### What it costs

Our own figures for three winters:

| Winter | Heating | Lettings |
| --- | --- | --- |
| 2022-23 | £4,150 | £2,900 |
| 2023-24 | £4,980 | £3,010 |
| 2024-25 | £5,260 | £2,740[@oak-letter] |

Three things would help [@larch-2024, pages 7 to 9][@oak-letter, second page]:

1. a rate for halls that is *fixed* for three years;
2. advice that is [free to halls](https://advice.example/halls?a=1&b=2);
3. a grant for insulation.

> We close the hall in January because January is when we cannot pay for it.
>
> Nobody decided that.

The council has said it will look at the second & third.[@missing-one, para. 3]
"""

_PEOPLE = """\
Halls need trustees more than they need money. Of eleven trustees in 2020, four are left.

- Two moved away,
- five are over seventy-five, and
- **none** was replaced.

שלום means peace, and مرحبا is a greeting; 👩‍👩‍👧 came too. Zero\u200bwidth stays.
"""


def full_draft() -> Draft:
    """Return a Draft with every kind of block, a skipped Question and an empty one."""
    questions = (
        Question("1", "Who should pay for village halls?", "Money"),
        Question("2", "Who should run them & why?", "People"),
        Question("3", "What has your council done?", "Councils"),
        Question(
            "4",
            "Do you agree that halls are a public service?",
            "Service",
            kind=QuestionKind.SINGLE,
            options=("Agree", "Disagree"),
        ),
        Question("5", "Is there anything else?", "Else"),
    )
    answers = {
        "1": Answer("r", "1", "Heating, not building, is what closes halls.", _MONEY),
        "2": Answer("r", "2", "Halls need trustees more than they need money.", _PEOPLE),
        "3": Answer(
            "r",
            "3",
            "Never to be printed.",
            "Nor this.",
            mark=AnswerMark.SKIPPED,
            skip_reason="Ours is a parish matter",
        ),
        "4": Answer("r", "4", body="We agree with reservations.", choice=("Agree",)),
    }
    recommendations = (
        Recommendation(
            "a", "r", "1", "the Department", "Fix a heating rate for halls", "April 2027"
        ),
        Recommendation(
            "b", "r", "2", "Councils", "should advertise for trustees", "within a year."
        ),
        Recommendation("c", "r", "5", what="think again"),
        Recommendation("d", "r", "4", who="Nobody"),
    )
    draft = make_draft(
        answers,
        questions=questions,
        organisation=ORGANISATION,
        sources=(SOURCE, LETTER),
        recommendations=recommendations,
        reason="Two of our halls may close this year.",
        oral_evidence="We would be glad to tell the Committee how a hall is kept open.",
    )
    consultation = replace(draft.consultation, reference="HC 77", body_short="Rural Committee")
    return replace(draft, consultation=consultation)


def plan() -> Plan:
    """Return the plan that ships with the program."""
    return load_plan(TEMPLATES)


def outline_of(draft: Draft, options: ExportOptions = AS_THE_RULES_SAY) -> Outline:
    """Return the Outline of a Draft with the shipped plan."""
    return build_outline(draft, plan(), options, TODAY)


def paragraph_numbers(outline: Outline) -> list[str]:
    """Return the numbers of the numbered paragraphs in order."""
    return [b.number for b in outline.blocks if isinstance(b, ParagraphBlock) and b.number]


def docx_of(draft: Draft, options: ExportOptions = AS_THE_RULES_SAY) -> bytes:
    """Return the Word document of a Draft with the shipped plan and styles."""
    return to_docx(outline_of(draft, options), plan().style, options, NOW)
