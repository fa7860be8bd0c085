"""A small Course that has everything in it, a learner's work in it, and comments on that work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.core.commenting import Anchor, Comment, Located
from desktop.core.consultation import Consultation, Limit, Question
from desktop.core.course import (
    Budget,
    Course,
    Criterion,
    Cue,
    Frame,
    Marked,
    ModelAnswer,
    Note,
    Paper,
    PartKind,
    Repair,
    Rubric,
    Share,
    Spot,
    Step,
    StepKind,
    Unit,
)
from desktop.core.evidence import ANY_QUESTION, Snippet, SnippetKind, Source, SourceKind
from desktop.core.learning import Learning, Work, WorkKind
from desktop.core.response import (
    Answer,
    AnswerMark,
    Draft,
    Organisation,
    Recommendation,
    Response,
    SummaryPoint,
)
from desktop.core.rules import Strength
from desktop.export.course import Practice
from tests.support.drafts import DAY, make_rules

_FIGURES = """\
We counted who came in one week of **March**.

| Hall | Meetings | People |
| --- | --- | --- |
| Fernbrook | 14 | 212 |
| Dale | 9 | 1,140 |

### What we did not count

Nobody counted the *lunch club*, which meets twice a week:

- on Tuesday;
- on Friday.

> We come for the soup and stay for the talk.
"""
_MINUTES = "The committee met on 4 March.\n\nIt agreed to ask the council for a three-year rate."

QUESTIONS = (
    Question(
        "1",
        "What are village halls in Merrowdale used for, and by whom?",
        "What halls are used for",
        "Say what you have seen, and how often.",
        limit=Limit(300),
    ),
    Question("2", "What stands in the way of keeping a hall open?", "What stands in the way"),
)
CONSULTATION = Consultation(
    "merrowdale-halls",
    "Village halls in Merrowdale",
    "Committee on Local Life of the Assembly of Merrowdale",
    QUESTIONS,
    "test",
    body_short="Local Life Committee",
    closes=date(2026, 12, 4),
    reference="LLC 12",
    about="The committee wants to know what halls need.",
    lead_in="Please answer these questions.",
    limit=Limit(1000, note="without footnotes"),
)
ORGANISATION = Organisation(
    "o",
    "Fernbrook & Dale Halls Trust",
    about="We run two halls with one member of staff.",
    speaks_for="the people who use two village halls",
    reach="about 400 households",
)
FIGURES = Source(
    "halls-count",
    "A week in two halls",
    author="Fernbrook & Dale Halls Trust",
    date="2026-03",
    kind=SourceKind.REPORT,
    short="Week in two halls, 2026",
    note="Counted by volunteers at the door.",
)
MINUTES = Source("halls-minutes", "Minutes of the halls committee", date="2026-03-04")
SNIPPETS = (
    Snippet(
        "lunch",
        "halls-count",
        "The lunch club is not in the count.",
        "The count of one week left out the lunch club, which meets twice a week.",
        SnippetKind.STATISTIC,
        "paragraph 3",
        questions=("merrowdale-halls#1",),
    ),
    Snippet(
        "rate",
        "halls-minutes",
        "A rate for three years is wanted.",
        "The committee agreed to ask the council for a rate that holds for three years.",
        SnippetKind.ARGUMENT,
        "paragraph 2",
        questions=(ANY_QUESTION,),
    ),
)
_CRITERIA = (
    ("answers", "Answers the question", "Does every answer say what the question asks?"),
    ("evidence", "Quality of evidence", "Can each claim be checked?"),
    ("asks", "Recommendations", "Who should do what by when?"),
)
RUBRIC = Rubric(
    "ours",
    "Consultee’s rubric",
    "This rubric is Consultee’s own; no committee has agreed it.",
    tuple(
        Criterion(
            key,
            name,
            asks,
            (
                "Not there yet: nothing of this can be seen in the draft.",
                "Begun: it is there in one answer, or in a few words.",
                "Good: it is there in most answers.",
                "Strong: it is there throughout, and helps the committee to act.",
            ),
        )
        for key, name, asks in _CRITERIA
    ),
)
MODEL = ModelAnswer(
    "m1",
    "1",
    "A strong answer",
    "Halls are where neighbours meet.",
    "In one week 212 people came to the hall in Fernbrook. [@halls-count, paragraph 2]\n\n"
    "### Who is not counted\n\nThe lunch club is not in that figure.",
    ("The council should fix the rate for three years.",),
    (
        Note("212 people came", "A figure with its place.", PartKind.EVIDENCE),
        Note("not in that figure", "It says what the figure leaves out."),
    ),
    (("evidence", 3, "Every figure has its place."),),
)
UNITS = (
    Unit("look", "Looking", "See what a good answer does", 30, trainer="Begin with a **round**."),
    Unit("write", "Writing", "Write one answer", 60, locked=True),
)
STEPS = (
    Step("read", "look", StepKind.READ, "Read the count", "halls-count", minutes=10),
    Step("worked", "look", StepKind.WORKED, "Compare", "1", minutes=20, trainer="Hide the notes."),
    Step("draft", "write", StepKind.DRAFT, "Write about use", "1", minutes=20),
    Step("mend", "write", StepKind.REPAIR, "The vague paragraph", "vague", minutes=20),
    Step("spot", "write", StepKind.SPOT, "Spot the evidence", "soup", minutes=10),
    Step("share", "write", StepKind.BUDGET, "Share out the words", "thousand", minutes=10),
)
COURSE = Course(
    id="small-course",
    version=1,
    title="Halls & words: a small course",
    about="A course for tests.",
    author="The makers of Consultee",
    minutes=90,
    aims=("Answer one question with evidence.", "Ask for something that can be done."),
    consultation_id="merrowdale-halls",
    consultation=CONSULTATION,
    organisation=ORGANISATION,
    rubric=RUBRIC,
    units=UNITS,
    steps=STEPS,
    papers=(Paper(FIGURES, _FIGURES), Paper(MINUTES, _MINUTES)),
    snippets=SNIPPETS,
    cues=(
        *(Cue(part, f"What is the {part.value} here?") for part in PartKind),
        Cue(PartKind.EVIDENCE, "How many people came, and who counted them?", "1"),
    ),
    frames=(
        *(Frame(part, f"Our {part.value} is that …") for part in PartKind),
        Frame(PartKind.CLAIM, "What stands in the way is …", "2"),
    ),
    models=(MODEL,),
    repairs=(
        Repair(
            "vague",
            "1",
            "Many people use the hall a lot.",
            ("vague-quantity",),
            "Say how many.",
            ("Look in the count.", "It is in paragraph 2."),
            "In one week 212 people used the hall. [@halls-count, paragraph 2]",
            "A committee can quote a figure.",
            ("The council", "fix the rate", "by 2027"),
        ),
    ),
    spots=(
        Spot(
            "soup",
            "The hall feeds people. One member told us that she comes for the soup.",
            "Mark the evidence.",
            (PartKind.CLAIM, PartKind.EVIDENCE),
            (
                Marked(PartKind.CLAIM, "The hall feeds people.", "It says what is so."),
                Marked(PartKind.EVIDENCE, "One member told us", "It says how we know."),
            ),
        ),
    ),
    budgets=(
        Budget(
            "thousand",
            1000,
            "Share out a thousand words.",
            (
                Share("1", 300, "Who comes, and what for.", 600),
                Share("2", 200, "What a hall costs.", 400),
            ),
            "The first question is the one that only you can answer.",
        ),
    ),
    hearing=("How do you know that 212 people came?",),
    peer=("What is the one thing you remember?", "What did you not believe?"),
    checklist=("Every figure has its place.", "Nobody can be recognised."),
    comments=("Where does this figure stand?", "Who should do this?"),
)
PRACTICE = Practice(
    CONSULTATION,
    replace(
        make_rules(),
        rules=(
            *make_rules().rules,
            replace(make_rules().rules[0], id="names", says="Name nobody.", strength=Strength.MUST),
        ),
    ),
    {source.key: source for source in (FIGURES, MINUTES)},
    SNIPPETS,
    {"vague-quantity": "Vague quantities"},
)

_FIRST = """\
Our halls are used **every day**. In one week 212 people came[@halls-count, paragraph 2], and 1,140
to the hall in Dale. [@halls-count, paragraph 2]

### Who comes

- a lunch club;
- a choir that sings on Fridays.[@halls-minutes]

| Hall | People |
| --- | --- |
| Fernbrook | 212 |

> We come for the soup.
"""
_SECOND = "Rates change each year. See [our page](https://halls.example/rates) for *all* of them."
ANSWERS = {
    "1": Answer("r", "1", "Halls are where neighbours meet", _FIRST),
    "2": Answer("r", "2", "Rates change each year.", _SECOND),
}


def course_draft() -> Draft:
    """Return what a learner wrote in the Course."""
    return Draft(
        consultation=CONSULTATION,
        organisation=ORGANISATION,
        response=Response(
            "r",
            "merrowdale-halls",
            "o",
            DAY,
            DAY,
            reason="We want both halls to stay open.",
            summary=(SummaryPoint("Halls are where neighbours meet.", ("1",)),),
        ),
        rules=PRACTICE.rules,
        answers=ANSWERS,
        recommendations=(Recommendation("ask-1", "r", "2", "The council", "fix the rate", "2027"),),
        sources=PRACTICE.sources,
    )


def skipped_draft() -> Draft:
    """Return the same with the second question skipped."""
    draft = course_draft()
    second = replace(draft.answers["2"], mark=AnswerMark.SKIPPED, skip_reason="Not our field.")
    return replace(draft, answers={**draft.answers, "2": second})


def course_learning(name: str = "Nia Fell") -> Learning:
    """Return what the learner did beside."""
    works = (
        (WorkKind.NAME, "", {"text": name}),
        (WorkKind.REPAIR, "vague", {"text": "In one week **212** people used it."}),
        (WorkKind.HEARING, "a1b2", {"asked": "How do you know?", "text": "We counted."}),
        (WorkKind.PEER, "0", {"text": "The soup."}),
        (WorkKind.RUBRIC, "self/evidence", {"level": 2, "text": "I cite the count."}),
        (WorkKind.RUBRIC, "peer/evidence", {"level": 3, "text": ""}),
        (
            WorkKind.RUBRIC,
            "trainer/evidence",
            {"level": 2, "text": "One is missing.", "question": "1", "quote": "1,140"},
        ),
    )
    return Learning(
        "small-course",
        "r",
        {(kind, item): Work(kind, item, data, DAY) for kind, item, data in works},
    )


def comment_on(
    part: str, text: str, quote: str, says: str = "Say more.", *, moved: bool = False
) -> Located:
    """Return a comment on the first place of a text that has these words."""
    start = text.index(quote)
    made = Comment(f"{part}/{start}", Anchor(part, quote, start), says, "Ama Reed", DAY)
    return Located(made, start, start + len(quote), moved)


def course_comments() -> Sequence[Located]:
    """Return comments on everything that can have one, and on what is not printed."""
    return (
        comment_on("answer:1", _FIRST, "used **every day**", "Every day?\nWho says so?"),
        comment_on("answer:1", _FIRST, "In one week 212 people came[@halls-count, paragraph 2],"),
        comment_on("answer:1", _FIRST, "people came[@halls-count, paragraph 2], and 1,140"),
        comment_on("answer:1", _FIRST, "a choir that sings"),
        comment_on("answer:1", _FIRST, "| Fernbrook | 212 |"),
        comment_on("answer:1", _FIRST, "Who comes\n\n- a lunch club", "From here to there."),
        comment_on("answer:2", _SECOND, "[our page](https://halls.example/rates)", moved=True),
        comment_on("key-point:1", "Halls are where neighbours meet", "neighbours"),
        comment_on("key-point:2", "Rates change each year.", "Rates", "Not printed twice."),
        comment_on("about", ORGANISATION.about, "one member of staff"),
        comment_on("reason", "We want both halls to stay open.", "both halls"),
        comment_on("summary:0", "Halls are where neighbours meet.", "Halls"),
        comment_on("recommendation:ask-1", "The council should fix the rate by 2027.", "fix"),
        comment_on("repair:vague", "In one week **212** people used it.", "**212**"),
        comment_on("oral", "Nothing here.", "Nothing"),
    )
