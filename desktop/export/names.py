"""A file name that every system takes."""

from __future__ import annotations

import re
import unicodedata

from desktop.core.response import Draft
from desktop.core.text import one_line

# Refused by Windows, or invisible; direction marks could make a name read as another.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
# File systems count bytes: 255 in all; sync programs and old paths like far fewer.
_LONGEST = 60
# So that the two files of one submission do not have one name.
_OTHER_TONGUES = {"cy-GB": " (Cymraeg)"}


def suggested_file_name(draft: Draft, extension: str = "docx") -> str:
    """Return a file name such as "Harbour Advice - Smaller Government Bigger Society.docx"."""
    names = (draft.organisation.name, draft.consultation.title)
    pieces = [piece for name in names if (piece := _tame(name))]
    stem = " - ".join(pieces) or "Written evidence"
    if _RESERVED.fullmatch(stem):
        stem = f"Evidence {stem}"
    return f"{stem}{_OTHER_TONGUES.get(draft.language, '')}.{extension}"


def deadline_file_name(draft: Draft) -> str:
    """Return a name for the calendar file of a deadline."""
    return f"Deadline - {_tame(draft.consultation.title) or 'Consultation'}.ics"


def report_file_name(draft: Draft, extension: str = "docx") -> str:
    """Return a name for the report that stands beside that of the submission."""
    stem = suggested_file_name(draft, extension).removesuffix(f".{extension}")
    return f"{stem} - report.{extension}"


def handout_file_name(course: str, place: int, title: str, extension: str = "docx") -> str:
    """Return a name for a handout of a course; the place keeps those of one course in order."""
    stem = " - ".join(filter(None, (_tame(course), f"{place} {_tame(title)}")))
    return f"Course {stem}.{extension}" if _RESERVED.fullmatch(stem) else f"{stem}.{extension}"


def script_file_name(course: str, learner: str, extension: str = "docx") -> str:
    """Return a name for a learner's script."""
    stem = " - ".join(filter(None, (_tame(course), _tame(learner)))) or "Work"
    return f"Work {stem}.{extension}" if _RESERVED.fullmatch(stem) else f"{stem}.{extension}"


def _tame(name: str) -> str:
    """Return a name without what a file name may not hold, cut at a word where it is long."""
    visible = "".join(
        char
        for char in one_line(name)
        if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co")
    )
    text = " ".join(_FORBIDDEN.sub(" ", visible).split())
    if len(text.encode()) > _LONGEST:
        cut = text.encode()[:_LONGEST].decode(errors="ignore")
        text = cut.rsplit(" ", 1)[0] if " " in cut else cut
    return text.strip(" .")
