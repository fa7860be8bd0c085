"""Calls for evidence made up as a reader would give them, with what is true of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks.quality.understanding_words import (
    TOPICS,
    issue,
    paragraph,
    plain_wording,
    sentence,
    wording,
)
from desktop.core.consultation import Limit, LimitUnit, QuestionKind
from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.core.moments import MONTHS
from desktop.core.understanding import Call, CalledQuestion, RuleMention

H, P, L, N = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NUMBERED
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class CallShape:
    """A lay-out of a call: how it closes, what limits it, how its questions stand."""

    name: str
    body: str
    title: str
    closes: str
    limit: str
    address: str
    questions: str
    time: str = ""
    limited: Limit | None = None
    sent_to: str = ""


_WORDS, _PAGES = LimitUnit.WORDS, LimitUnit.PAGES
CALLS_TUNED = (
    CallShape(
        "committee, bullets",
        "House of Commons Rural Services Committee",
        "Call for evidence: {topic} in rural areas",
        "The deadline for written submissions is {time} on {weekday} {day} {month} {year}.",
        "Submissions should be no more than 3,000 words in length.",
        "Submissions should be made through the portal at https://example.org/inquiry/41/submit.",
        "bullets",
        "5pm",
        Limit(3000, _WORDS),
        "https://example.org/inquiry/41/submit",
    ),
    CallShape(
        "lords, numbered with parts",
        "House of Lords Select Committee on Neighbourhoods",
        "The future of {topic}",
        "Written evidence should be submitted by {time} on {day} {month} {year}.",
        "Short submissions of no more than six pages are preferred.",
        "Evidence should be sent by email to neighbourhoods@example.org.",
        "parts",
        "12 noon",
        Limit(6, _PAGES),
        "neighbourhoods@example.org",
    ),
    CallShape(
        "department, labels and options",
        "Department for Community Affairs",
        "Consultation on {topic}",
        "This consultation closes at {time} on {day} {month} {year}.",
        "",
        "Please respond online at https://consult.example.org/affairs/topic or by email.",
        "labels",
        "11:45pm",
        None,
        "https://consult.example.org/affairs/topic",
    ),
    CallShape(
        "commission, invitations",
        "Local Futures Commission",
        "Call for views: {topic}",
        "Please send us your views no later than {time} on {weekday}, {day} {month} {year}.",
        "The maximum length of a submission is 1,500 words.",
        "Send your response to views@example.org with the name of the inquiry as its subject.",
        "invitations",
        "23:59",
        Limit(1500, _WORDS, hard=True),
        "views@example.org",
    ),
)
CALLS_UNSEEN = (
    CallShape(
        "assembly, terms of reference",
        "Public Help Committee",
        "Inquiry into {topic}",
        "Closing date: {weekday} {day}th {month} {year}",
        "Submissions must not exceed four sides of A4.",
        "You can submit your evidence at www.example.org/help/evidence.",
        "terms",
        "",
        Limit(4, _PAGES, hard=True),
        "www.example.org/help/evidence",
    ),
    CallShape(
        "department, dates in a span",
        "Ministry of Neighbourhoods",
        "Changes to {topic}: open consultation",
        "The consultation will run from 2 January {year} until {day} {month} {year}.",
        "",
        "Responses should be emailed to neighbours@example.org or posted to the address below.",
        "boxes",
        "",
        None,
        "neighbours@example.org",
    ),
    CallShape(
        "regulator, bare numbers",
        "Care Standards Authority",
        "Discussion paper on {topic}",
        "We must receive your response by {time} on {day} {month} {year}.",
        "Responses are limited to 2,500 words in total.",
        "To respond, complete the online form at https://forms.example.org/care.",
        "numbers",
        "midday",
        Limit(2500, _WORDS, hard=True),
        "https://forms.example.org/care",
    ),
    CallShape(
        "group, loose questions",
        "All-Party Parliamentary Group on Community Life",
        "Inquiry into {topic}",
        "Evidence must reach us before {time} on {weekday} {day} {month} {year}.",
        "Please keep your submission to within 4 pages.",
        "Please email submissions to the secretariat: secretariat@example.org",
        "loose",
        "6 p.m.",
        Limit(4, _PAGES),
        "secretariat@example.org",
    ),
)
_RULES = (
    "Submissions should be in Word format and should not contain logos.",
    "Paragraphs should be numbered.",
    "Please tell us if you would like your response to remain confidential.",
    "Responses may be published on our website, and personal data should be left out.",
    "Your submission should begin with a short summary.",
)
_SCALE = ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree")


class _Maker:
    def __init__(self, rng: Random, shape: CallShape) -> None:
        self.rng, self.shape = rng, shape
        self.blocks: list[Block] = []
        self.questions: list[CalledQuestion] = []

    def add(self, kind: BlockKind, text: str, level: int = 0, number: str = "") -> None:
        self.blocks.append(Block(kind, text, level, number))

    def ask(self, number: str, text: str, parent: str = "", options: tuple[str, ...] = ()) -> None:
        kind = QuestionKind.SINGLE if options else QuestionKind.OPEN
        self.questions.append(
            CalledQuestion(number, text, options=options, kind=kind, parent=parent)
        )

    def make(self) -> tuple[Document, Call]:
        rng, shape = self.rng, self.shape
        topic = rng.choice(TOPICS)
        title = shape.title.format(topic=topic)
        day = date(
            rng.randint(2019, 2027),
            rng.randint(2, 12),
            rng.randint(20, 28) if "th" in shape.closes else rng.randint(1, 28),
        )
        closes = shape.closes.format(
            time=shape.time,
            weekday=_WEEKDAYS[day.weekday()],
            day=day.day,
            month=MONTHS[day.month - 1],
            year=day.year,
        )
        self.add(H, title, 1)
        self.add(P, f"The {shape.body} is inviting written evidence on {topic}.")
        self.add(P, paragraph(rng))
        if rng.random() < 0.5:
            self.add(P, closes)
        getattr(self, f"_{shape.questions}")()
        self.add(H, rng.choice(("How to respond", "Submitting evidence")), 2)
        rules = rng.sample(_RULES, 3)
        self.add(P, closes)
        self.add(P, " ".join(each for each in (shape.limit, shape.address) if each))
        for each in rules:
            self.add(P, each)
        self.add(P, "For queries, contact the team on 0300 000 0000 or at queries@example.org.")
        place = len(self.blocks)
        call = Call(
            title=title.split(": ", 1)[1] if title.startswith("Call for") else title,
            body=shape.body,
            closes=day,
            closing_time=shape.time,
            limit=shape.limited,
            rules=tuple(RuleMention(each, place) for each in rules),
            address=shape.sent_to,
            questions=tuple(self.questions),
        )
        return Document(DocumentFormat.DOCX, tuple(self.blocks)), call

    def _count(self) -> int:
        return self.rng.randint(5, 14)

    def _bullets(self) -> None:
        self.add(H, "Terms of reference", 2)
        self.add(P, "The Committee is particularly interested in the following:")
        for place in range(1, self._count()):
            text = issue(self.rng) if self.rng.random() < 0.6 else wording(self.rng)
            self.add(L, text, 1)
            self.ask(str(place), text)

    def _terms(self) -> None:
        self.add(P, "The terms of reference of the inquiry are to look at:")
        for place in range(1, self._count()):
            text = issue(self.rng)
            self.add(L, text, 1, str(place))
            self.ask(str(place), text)

    def _parts(self) -> None:
        self.add(H, "Questions", 2)
        for place in range(1, self._count()):
            text = wording(self.rng)
            self.add(N, text, number=str(place))
            self.ask(str(place), text)
            if self.rng.random() < 0.4:
                for letter in "abc"[: self.rng.randint(2, 3)]:
                    sub = wording(self.rng)
                    self.add(L, sub, 2, letter)
                    self.ask(f"{place}{letter}", sub, str(place))

    def _labels(self) -> None:
        for place in range(1, self._count() + 10):
            if place % 4 == 1:
                self.add(H, f"Chapter {place // 4 + 1}: {self.rng.choice(TOPICS)}", 2)
            for _ in range(self.rng.randint(1, 3)):
                self.add(P, paragraph(self.rng, 3, 6))
            text = wording(self.rng)
            self.add(P, f"Question {place}: {text}")
            self._options(str(place), text)

    def _options(self, number: str, text: str) -> None:
        options: tuple[str, ...] = ()
        if self.rng.random() < 0.4:
            options = self.rng.choice((_SCALE, ("Yes", "No", "Don’t know")))
            for each in options:
                self.add(L, each, 1)
        self.ask(number, text, options=options)

    def _invitations(self) -> None:
        self.add(P, "We would like to hear from you on the following questions:")
        for place in range(1, self._count()):
            text = plain_wording(self.rng) if self.rng.random() < 0.5 else wording(self.rng)
            self.add(P, f"{place}. {text}")
            self.ask(str(place), text)

    def _boxes(self) -> None:
        self.add(H, "1. Introduction", 1)
        self.add(P, paragraph(self.rng, 4, 8))
        self.add(H, "2. What are we proposing?", 1)
        for place in range(1, self._count()):
            self.add(P, paragraph(self.rng, 3, 6))
            text = wording(self.rng)
            line = f"Q{place}. {text}"
            self.blocks.append(Block(BlockKind.TABLE, line, cells=((line,),)))
            self.ask(str(place), text)
        self.add(H, "3. What happens next?", 1)
        self.add(P, paragraph(self.rng))

    def _numbers(self) -> None:
        self.add(H, "Our questions", 2)
        for place in range(1, self._count()):
            text = wording(self.rng)
            self.add(P, f"{place}) {text}")
            self._options(str(place), text)
            if self.rng.random() < 0.3:
                self.add(P, "You may wish to consider costs, people and places.")

    def _loose(self) -> None:
        self.add(H, "What we want to know", 2)
        self.add(P, sentence(self.rng))
        for place in range(1, self._count()):
            text = wording(self.rng)
            self.add(L, text, 1)
            self.ask(str(place), text)


def made_call(shape: CallShape, seed: int) -> tuple[Document, Call]:
    """Return a call of a shape and what is true of it; the same seed gives the same one."""
    return _Maker(Random(f"{shape.name}/{seed}"), shape).make()
