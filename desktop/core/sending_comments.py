"""A trainer's file: comments on one learner's words, and the trainer's column of the rubric."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.commenting import Anchor, Comment
from desktop.core.learning import Column, Work, WorkKind
from desktop.core.travelling import Reader, Said, Sort, packed, unpacked

ENDING = ".consultee-comments"


@dataclass(frozen=True, slots=True)
class SentBack:
    """What a trainer sent back to a learner. ``work`` is the digest of what it is on; ``marks`` are
    Works of the rubric's trainer column. ``trainer`` is the same in all files from one trainer's
    workspace, ``collected`` in all on one learner's work, newer work too (both "" in files of
    older versions).
    """

    course: str
    work: str
    to: str
    by: str
    comments: tuple[Comment, ...]
    marks: tuple[Work, ...]
    edited: bool = False
    trainer: str = ""
    collected: str = ""

    @property
    def source(self) -> str:
        """What all files of this trainer on this work have in common, however the trainer is called
        by now ("" = nobody can tell).
        """
        return f"{self.trainer}/{self.collected}" if self.trainer and self.collected else ""


def comments_text(sent: SentBack) -> str:
    """Return the text of a trainer's file."""
    return packed(
        Sort.COMMENTS,
        {
            "course": sent.course,
            "work": sent.work,
            "to": sent.to,
            "by": sent.by,
            "trainer": sent.trainer,
            "collected": sent.collected,
            "comments": [_comment_said(each, sent.by) for each in sent.comments],
            "rubric": [
                {
                    "criterion": work.item.rpartition("/")[2],
                    "data": dict(work.data),
                    "changed": work.changed.isoformat(),
                }
                for work in sent.marks
            ],
        },
    )


def read_comments(text: str) -> SentBack:
    """Read a trainer's file; raises NotTaken with a sentence if it cannot be taken in."""
    said, edited = unpacked(Sort.COMMENTS, text)
    top = Reader(said)
    by = top.line("by")
    return SentBack(
        course=top.line("course", None),
        work=top.line("work"),
        to=top.line("to"),
        by=by,
        comments=tuple(_comment(row, by) for row in top.rows("comments")),
        marks=tuple(_marks(top)),
        edited=edited,
        trainer=top.line("trainer"),
        collected=top.line("collected"),
    )


def _comment_said(comment: Comment, by: str) -> Said:
    anchor = comment.anchor
    # Of one that was written under another name; most are by whom the file is.
    named = {"author": comment.author} if comment.author not in ("", by) else {}
    return {
        **named,
        "id": comment.id,
        "part": anchor.part,
        "quote": anchor.quote,
        "start": anchor.start,
        "before": anchor.before,
        "after": anchor.after,
        "text": comment.text,
        "written": comment.written.isoformat(),
    }


def _comment(row: Reader, by: str) -> Comment:
    anchor = Anchor(
        row.text("part", None),
        row.text("quote"),
        row.number("start"),
        row.text("before"),
        row.text("after"),
    )
    author = row.line("author") or by
    return Comment(row.text("id", None), anchor, row.text("text"), author, row.moment("written"))


def _marks(top: Reader) -> Iterator[Work]:
    for row in top.rows("rubric"):
        item = f"{Column.TRAINER}/{row.text('criterion', None)}"
        yield Work(WorkKind.RUBRIC, item, dict(row.table("data")), row.moment("changed"))
