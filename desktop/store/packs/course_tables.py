"""The tables of a course file: every key that one may have."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.course import StepKind
from desktop.core.evidence import SnippetKind, SourceKind
from desktop.core.response import OrganisationKind
from desktop.core.rule_kinds import RULE_KINDS
from desktop.store.packs import consultations, rules
from desktop.store.packs.course_exercises import BUDGET, MODEL, PART, REPAIR, SPOT, optional
from desktop.store.packs.forms import (
    COUNT,
    HINT,
    KEY,
    LINE,
    LINE_OR_EMPTY,
    LINES,
    LINES_OR_EMPTY,
    LONG_TEXT,
    NUMBER,
    PARTIAL_DATE,
    WHOLE,
    YES_NO,
    Form,
    Report,
    choice,
    list_of,
    text,
)
from desktop.store.packs.schema import (
    FORMAT_FIELD,
    VERSION_FIELD,
    Field,
    Row,
    RowReport,
    Schema,
    Table,
)

_NUMBER_OR_EMPTY = text('the number of a question, such as "2"; "" for any question', empty=True)
_LONGEST_ID = 60
_OF_A_CONSULTATION = consultations.TOP.fields[2:]


def _read_consultation(value: object, report: Report) -> str | None:
    # A course with a [consultation] of its own has a table of this name, which is read as such.
    return None if isinstance(value, dict) else KEY.read(value, report)


def _check_top(row: Row, report: RowReport) -> None:
    if len(row["id"]) > _LONGEST_ID:
        says = "it is too long: files are named after it"
        report.wrong("id", says, f"at most {_LONGEST_ID} characters")
    if not row.get("aims"):
        report.wrong("aims", "a course has at least one aim", "a list of at least one sentence")


_TOP = Table(
    "",
    "A course in writing submissions.",
    (
        FORMAT_FIELD,
        VERSION_FIELD,
        Field("id", KEY, "Names the course; no other course may have it."),
        Field("title", LINE, "What it is called."),
        Field("about", LINES, "Two or three sentences on what it is and whom it is for."),
        Field("author", LINE, "Who made it."),
        Field("minutes", WHOLE, "How long all units take together."),
        Field("aims", list_of(LINE), "What a learner can do afterwards."),
        optional(
            "example", YES_NO, "Whether bodies, people and figures are invented; left out, yes."
        ),
        optional(
            "consultation",
            Form(KEY.allowed, _read_consultation),
            "The id of a built-in consultation, where the file has no [consultation] of its own.",
        ),
        optional(
            "rules_off",
            list_of(Form("the id of a rule, as under [[rule]]", choice(RULE_KINDS).read)),
            "The ids of rules of the body that do not hold for this call.",
        ),
        optional("hearing", list_of(LINES), "Questions of a member, beside those of the draft."),
        optional("peer", list_of(LINES), "What somebody else is asked to write down."),
        optional("checklist", list_of(LINES), "What to look at before handing in."),
        optional("comments", list_of(LINES), "A first bank of comments for the trainer."),
    ),
    check=_check_top,
)

_CONSULTATION = Table(
    "consultation",
    "The consultation that is practised on, where it is no built-in one.",
    (
        *(
            replace(each, required=False) if each.key == "address" else each
            for each in _OF_A_CONSULTATION
        ),
        optional("limit", consultations.LIMIT, "How long the whole submission may be."),
    ),
    required=False,
    check=consultations.TOP.check,
)

_ORGANISATION = Table(
    "organisation",
    "Who answers: a fictional organisation.",
    (
        Field("name", LINE, "Its name."),
        optional("kind", choice(OrganisationKind), "What sort of body it is."),
        optional("charity_number", LINE_OR_EMPTY, "Its number, plainly fictional."),
        optional("speaks_for", LINES_OR_EMPTY, "Whom it speaks for."),
        optional("reach", LINES_OR_EMPTY, "How many people it reaches, and where."),
        optional("about", LINES_OR_EMPTY, "Who it is, in the words of a submission."),
        *(
            optional(f"contact_{each}", LINE_OR_EMPTY, "A contact, plainly fictional.")
            for each in ("name", "role", "email", "phone")
        ),
        optional("contact_address", LINES_OR_EMPTY, "A contact, plainly fictional."),
        optional("sign_off", LINE_OR_EMPTY, "Who approves what is sent."),
        optional("interests", LINES_OR_EMPTY, "What it has at stake."),
        optional("languages", LINE_OR_EMPTY, "What it writes in beside English."),
    ),
)

_PAPER = Table(
    "paper",
    "One document of the data pack.",
    (
        Field("key", KEY, "Names the paper in citations."),
        Field("title", LINE, "Its title."),
        optional("author", LINE_OR_EMPTY, "Who wrote it."),
        optional("date", PARTIAL_DATE, "When it was written."),
        optional("kind", choice(SourceKind), "What sort of document it is."),
        Field("short", LINE, "Its short form for second and later footnotes."),
        optional("note", LINE_OR_EMPTY, "A sentence shown with it."),
        Field("text", LONG_TEXT, "What it says; its paragraphs are its places."),
    ),
    repeats=True,
    required=False,
    unique="key",
)


def _check_snippet(row: Row, report: RowReport) -> None:
    if row["kind"] is SnippetKind.QUOTATION and not row.get("speaker"):
        report.wrong("speaker", "a quotation needs to say whose words they are", "a name")


_SNIPPET = Table(
    "snippet",
    "A reusable piece of evidence, tied to its place in a paper.",
    (
        Field("id", KEY, "Names the snippet."),
        Field("paper", KEY, "The key of the paper that it comes from."),
        Field("claim", LINE, "What it shows, in one sentence."),
        Field("text", LINES, "The words to paste."),
        Field("kind", choice(SnippetKind), "What sort of piece it is."),
        Field("locator", LINE, 'The place in the paper, such as "paragraph 3".'),
        optional("tags", list_of(LINE), "Words that people would look for."),
        optional("questions", list_of(NUMBER), "The numbers of the questions it serves."),
        optional("speaker", LINE_OR_EMPTY, "Whose words they are; a quotation needs it."),
    ),
    repeats=True,
    required=False,
    unique="id",
    check=_check_snippet,
)


def _starter(name: str, says: str) -> Table:
    return Table(
        name,
        says,
        (
            Field("part", PART, "The part of the argument that it helps with."),
            Field("text", LINES, "What is asked, or the sentence to complete."),
            optional("question", _NUMBER_OR_EMPTY, "The question it is for; left out, any."),
        ),
        repeats=True,
        required=False,
    )


def _check_levels(row: Row, report: RowReport) -> None:
    if len(row["levels"]) != 4:
        report.wrong("levels", f"it has {len(row['levels'])} levels", "four: for 0, 1, 2 and 3")


RUBRIC = Table(
    "rubric",
    "Who made the criteria; without any of both, Consultee's own hold.",
    (
        Field("id", KEY, "Names the rubric."),
        Field("title", LINE, "What it is called."),
        Field("whose", LINES, "Who made it."),
    ),
    required=False,
)
CRITERION = Table(
    "criterion",
    "One thing to look at in a submission.",
    (
        Field("id", KEY, "Names the criterion."),
        Field("name", LINE, "What it is called."),
        Field("asks", LINES, "The question to ask of the text."),
        Field("levels", list_of(LINES), "What 0, 1, 2 and 3 look like."),
    ),
    repeats=True,
    required=False,
    unique="id",
    check=_check_levels,
)

_UNIT = Table(
    "unit",
    "Some steps under one aim.",
    (
        Field("id", KEY, "Names the unit."),
        Field("title", LINE, "What it is called."),
        Field("aim", LINES, "What it is for."),
        Field("minutes", WHOLE, "How long its steps take together."),
        optional("locked", YES_NO, "Whether it is shut until the trainer opens it."),
        optional("trainer", LINES_OR_EMPTY, "What the trainer should know and do."),
    ),
    repeats=True,
    unique="id",
)

_STEP = Table(
    "step",
    "One thing to do.",
    (
        Field("unit", KEY, "The id of the unit it belongs to."),
        Field("id", KEY, "Names the step."),
        Field("kind", choice(StepKind), "What is done in it."),
        Field("title", LINE, "What it is called."),
        optional(
            "about",
            LINE_OR_EMPTY,
            "The question, exercise or paper that it is about, by number, id or key.",
        ),
        optional("text", LINES_OR_EMPTY, "What the learner reads."),
        optional("minutes", COUNT, "How long it takes."),
        optional("trainer", LINES_OR_EMPTY, "What the trainer should know and do."),
    ),
    repeats=True,
    unique="id",
)

_SWITCHES = Table(
    "switches",
    "What learners are not shown; left out, everything is on.",
    (
        *(
            optional(key, YES_NO, f"Whether {says} are shown.")
            for key, says in (
                ("hints", "hints"),
                ("solutions", "solutions"),
                ("snippets", "snippets, and papers in a search of the evidence,"),
                ("models", "model answers"),
            )
        ),
        optional("checks_off", list_of(KEY), "The ids of checks that are off."),
        optional("hints_off", list_of(HINT), "The single hints that are off."),
        optional("snippets_off", list_of(KEY), "The ids of single snippets that are off."),
    ),
    required=False,
)

SCHEMA = Schema(
    "a course",
    (
        _TOP,
        _CONSULTATION,
        replace(consultations.QUESTION, required=False),
        replace(rules.RULE, says="One demand of the body; it lies over those of its rules."),
        _ORGANISATION,
        _PAPER,
        _SNIPPET,
        _starter("cue", "What a guided draft asks for one part of the argument."),
        _starter("frame", "A sentence to complete."),
        MODEL,
        REPAIR,
        SPOT,
        BUDGET,
        RUBRIC,
        CRITERION,
        _UNIT,
        _STEP,
        _SWITCHES,
    ),
)

# Of a course that practises on a built-in consultation, whose questions are not its own.
BUILT_IN_SCHEMA = Schema(
    SCHEMA.name,
    tuple(each for each in SCHEMA.tables if each.name not in ("consultation", "question")),
)
RUBRIC_SCHEMA = Schema(
    "a rubric",
    (
        Table("", "A rubric.", (FORMAT_FIELD, VERSION_FIELD)),
        replace(RUBRIC, required=True),
        replace(CRITERION, required=True),
    ),
)
