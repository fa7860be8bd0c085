"""Outline -> Word, plain text, preview, text for online forms, cover email; the file on disk."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from desktop.core.outline import Outline
from desktop.export.answer_copy import AnswerCopy, CopyOptions, answer_text
from desktop.export.email import Email, cover_email
from desktop.export.files import FileExists, write_atomic
from desktop.export.names import report_file_name, suggested_file_name
from desktop.export.options import ExportOptions, numbers_settled
from desktop.export.outline import build_outline
from desktop.export.plan import Plan, load_plan
from desktop.export.preview import question_anchor, to_preview
from desktop.export.submission import FileFormat
from desktop.export.text import outline_words, to_text

__all__ = [
    "AnswerCopy",
    "CopyOptions",
    "Email",
    "ExportOptions",
    "FileExists",
    "FileFormat",
    "Plan",
    "answer_text",
    "build_outline",
    "cover_email",
    "load_plan",
    "numbers_settled",
    "outline_words",
    "question_anchor",
    "report_file_name",
    "suggested_file_name",
    "to_docx",
    "to_preview",
    "to_text",
    "write_atomic",
]


def to_docx(
    outline: Outline, style: Path, options: ExportOptions, now: datetime | None = None
) -> bytes:
    """Return the submission as a Word document; see ``desktop.export.word.document.write_docx``.

    Raises:
        ContentError: the style file cannot be read or lacks a style.
    """
    # python-docx takes longer to import than all else here: only an export to Word pays for it.
    from desktop.export.word.document import write_docx

    return write_docx(outline, style, options, now)
