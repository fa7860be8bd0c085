"""A learner's file: what they wrote in a Course, the name they typed, and nothing else of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.core.course import Course
from desktop.core.learning import FROM, Learning, Work, WorkKind
from desktop.core.response import (
    Answer,
    AnswerMark,
    Draft,
    Recommendation,
    Response,
    SummaryPoint,
)
from desktop.core.travelling import Reader, Said, Sort, digest_of, packed, unpacked

ENDING = ".consultee-work"
_TEXTS = ("title", "reason", "oral_evidence", "message")
_NO_TIME = datetime.min  # noqa: DTZ901 - when they wrote is not handed in
# What stays here of a piece of work: when it was done, and which trainer's a mark is.
_STAYS = frozenset({"solved", FROM})


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What a learner handed in. ``digest`` tells it from everything else that was; ``edited`` says
    that the file was changed by hand since the program wrote it. ``practice`` is the same in all
    files from one practice workspace ("" in files of older versions), and ``number`` tells which of
    them it is. ``saves`` has a random word for each file that this one was written on from, and
    its own at the end: a workspace that went back to a backup, or was copied, gives numbers twice.
    """

    course: str
    course_version: int
    name: str
    response: Response
    answers: tuple[Answer, ...]
    recommendations: tuple[Recommendation, ...]
    works: tuple[Work, ...]
    digest: str = ""
    edited: bool = False
    practice: str = ""
    number: int = 0
    saves: tuple[str, ...] = ()

    def follows(self, other: HandedIn) -> bool:
        """Tell whether this was written on from other work of the same practice workspace."""
        if self.saves and other.saves:
            return other.saves[-1] in self.saves[:-1]
        # One of them is of a version that wrote numbers alone.
        return self.number > other.number

    @property
    def learning(self) -> Learning:
        """What they did beside the Response."""
        done = {(work.kind, work.item): work for work in self.works}
        return Learning(self.course, self.response.id, done)


def work_text(
    course: Course,
    draft: Draft,
    learning: Learning,
    practice: str = "",
    number: int = 0,
    saves: Sequence[str] = (),
) -> str:
    """Return the text of a learner's file: the one of this ``number`` from a ``practice``."""
    response = draft.response
    texts: dict[str, Any] = {
        key: getattr(response, key) for key in _TEXTS if getattr(response, key)
    }
    if response.about is not None:
        texts["about"] = response.about
    if response.summary is not None:
        texts["summary"] = [
            {"text": point.text, "questions": list(point.questions)} for point in response.summary
        ]
    return packed(
        Sort.WORK,
        {
            "course": {"id": course.id, "version": course.version},
            "name": learning.name,
            "practice": practice,
            "number": number,
            "saves": list(saves),
            "response": texts,
            "answers": [_answer_said(answer) for answer in draft.answers.values()],
            "recommendations": [_ask_said(item) for item in draft.recommendations],
            "work": [_work_said(work) for work in _in_order(learning)],
        },
    )


def read_work(text: str) -> HandedIn:
    """Read a learner's file; raises NotTaken with a sentence if it cannot be taken in."""
    said, edited = unpacked(Sort.WORK, text)
    top = Reader(said)
    response = _response(top.inner("response"), top.inner("course").line("id", None))
    return HandedIn(
        course=response.consultation,
        course_version=top.inner("course").number("version"),
        name=top.line("name"),
        response=response,
        answers=_once(_answer(row, response.id) for row in top.rows("answers")),
        recommendations=tuple(
            _ask(row, response.id, place) for place, row in enumerate(top.rows("recommendations"))
        ),
        works=tuple(_works(top)),
        digest=digest_of(said),
        edited=edited,
        practice=top.line("practice"),
        number=top.number("number"),
        saves=top.texts("saves"),
    )


def _answer_said(answer: Answer) -> Said:
    said = {
        "question": answer.question,
        "key_point": answer.key_point,
        "body": answer.body,
        "mark": answer.mark.value,
        "skip_reason": answer.skip_reason,
        "choice": list(answer.choice),
    }
    return {key: value for key, value in said.items() if value}


def _ask_said(item: Recommendation) -> Said:
    fields = ("id", "question", "who", "what", "by_when", "clause", "amendment")
    return {key: getattr(item, key) for key in fields if getattr(item, key)}


def _in_order(learning: Learning) -> list[Work]:
    """Return what is handed in, in the order in which it was done: notes of a hearing are read in
    that, and the times themselves stay here. So does what was dealt with of earlier comments.
    """
    done = (work for work in learning.works.values() if work.kind is not WorkKind.DEALT)
    return sorted(done, key=lambda work: work.changed)


def _work_said(work: Work) -> Said:
    data = {key: said for key, said in work.data.items() if key not in _STAYS}
    return {"kind": work.kind.value, "item": work.item, "data": data}


def _response(row: Reader, course: str) -> Response:
    summary = None
    if row.has("summary"):
        summary = tuple(
            SummaryPoint(point.text("text"), point.texts("questions"))
            for point in row.rows("summary")
        )
    return Response(
        id="practice",
        consultation=course,
        organisation="practice",
        created=_NO_TIME,
        edited=_NO_TIME,
        about=row.maybe("about"),
        summary=summary,
        title=row.text("title"),
        reason=row.text("reason"),
        oral_evidence=row.text("oral_evidence"),
        message=row.text("message"),
    )


def _answer(row: Reader, response: str) -> Answer:
    mark = row.text("mark", AnswerMark.NONE)
    if mark not in set(AnswerMark):
        raise row.wrong("“mark”")
    return Answer(
        response,
        row.text("question", None),
        row.text("key_point"),
        row.text("body"),
        AnswerMark(mark),
        row.text("skip_reason"),
        row.texts("choice"),
    )


def _once(answers: Iterator[Answer]) -> tuple[Answer, ...]:
    """Return one answer to each question: of two the last, as a file edited by hand may have."""
    found: Mapping[str, Answer] = {answer.question: answer for answer in answers}
    return tuple(found.values())


def _ask(row: Reader, response: str, place: int) -> Recommendation:
    return Recommendation(
        id=row.text("id") or f"ask-{place}",
        response=response,
        question=row.text("question"),
        who=row.text("who"),
        what=row.text("what"),
        by_when=row.text("by_when"),
        position=place,
        clause=row.text("clause"),
        amendment=row.text("amendment"),
    )


def _works(top: Reader) -> Iterator[Work]:
    for row in top.rows("work"):
        kind = row.text("kind", None)
        if kind not in set(WorkKind):
            raise row.wrong("“kind”")
        # Files that were written before times were left out have them.
        changed = row.moment("changed") if row.has("changed") else _NO_TIME
        yield Work(WorkKind(kind), row.text("item"), dict(row.table("data")), changed)
