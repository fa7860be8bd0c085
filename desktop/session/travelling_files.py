"""Reading learners' and trainers' files from disk, and what to say of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.core.commenting import Comment, Located, locate
from desktop.core.course import Course
from desktop.core.learning import Learning, WorkKind
from desktop.core.response import Draft
from desktop.core.sending_comments import SentBack
from desktop.core.travelling import MOST_BYTES, NotTaken

# Texts that are not of the submission, by what an Anchor calls them.
_BESIDE = {
    "repair": WorkKind.REPAIR,
    "first": WorkKind.FIRST,
    "notes": WorkKind.NOTES,
    "hearing": WorkKind.HEARING,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """What a trainer's file brought: how many ``comments``, how many of them are about words that
    have ``moved`` or changed since, ``by`` whom, and ``notes`` to say of it.
    """

    comments: int
    moved: int
    by: str
    notes: tuple[str, ...] = ()


def read_file(path: Path) -> str:
    """Return the text of a file; raises NotTaken with a sentence if it cannot be read."""
    try:
        if not path.is_file():
            raise NotTaken(f"There is no file {path.name}.", "Choose another file.")
        if path.stat().st_size > MOST_BYTES:
            raise NotTaken("The file is too large to be one of ours.", "Choose another file.")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotTaken("This is no file that Consultee wrote.", "Choose another file.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotTaken(f"The file cannot be read ({reason}).", "Choose another file.") from None


def with_ending(path: Path, ending: str) -> Path:
    """Return a path that has this ending, which is put after the name where it has not."""
    return path if path.suffix.casefold() == ending else path.with_name(f"{path.name}{ending}")


def text_of(part: str, draft: Draft, learning: Learning) -> str:
    """Return the text that an Anchor's ``part`` names ("" for one that is not there)."""
    kind, _, item = part.partition(":")
    match kind:
        case "answer":
            return draft.answer(item).body
        case "key-point":
            return draft.answer(item).key_point
        case "about":
            return draft.about
        case "reason":
            return draft.response.reason
        case "summary":
            points = draft.response.summary or ()
            found = (point.text for place, point in enumerate(points) if str(place) == item)
            return next(found, "")
        case "recommendation":
            return _ask(draft, item)
        case _ if kind in _BESIDE:
            return learning.text(_BESIDE[kind], item)
        case _:
            return ""


def placed(comments: Iterable[Comment], draft: Draft, learning: Learning) -> list[Located]:
    """Return where comments of a trainer belong in what is written now."""
    return [locate(one, text_of(one.anchor.part, draft, learning)) for one in comments]


def opened(sent: SentBack, course: Course, draft: Draft, learning: Learning) -> Opened:
    """Return what is to be said of a trainer's file; raises NotTaken if it is about another
    course.
    """
    if sent.course != course.id:
        raise NotTaken(
            "These comments are about another course.",
            f"Open the practice workspace of “{sent.course}”, then take them in there.",
        )
    moved = sum(each.moved for each in placed(sent.comments, draft, learning))
    notes: list[str] = []
    if sent.edited:
        notes.append("The file was changed by hand after Consultee wrote it.")
    if sent.to and learning.name and sent.to != " ".join(learning.name.split()):
        notes.append(f"The comments are for {sent.to}, and here you are {learning.name}.")
    if moved:
        one = "1 comment is" if moved == 1 else f"{moved} comments are"
        notes.append(f"{one} about words that have changed since; each is at the nearest place.")
    return Opened(len(sent.comments), moved, sent.by, tuple(notes))


def _ask(draft: Draft, item: str) -> str:
    from desktop.core.evidence_map import asked_words

    found = next((each for each in draft.recommendations if each.id == item), None)
    return asked_words(found) if found else ""
