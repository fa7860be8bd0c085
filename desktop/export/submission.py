"""A Draft in, a file or a text out: what the window and the command line ask for as a whole."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from desktop.core.consultation import Consultation
from desktop.core.outline import Outline
from desktop.core.report import SubmissionReport
from desktop.core.response import Draft
from desktop.export.answer_copy import AnswerCopy, CopyOptions, answer_text
from desktop.export.email import Email, cover_email
from desktop.export.files import write_atomic
from desktop.export.options import ExportOptions, settled
from desktop.export.outline import build_outline
from desktop.export.plan import load_plan
from desktop.export.report import report_outline
from desktop.export.report_words import report_words
from desktop.export.text import to_text


class FileFormat(StrEnum):
    """What kind of file a submission is written as; the value is the file's extension."""

    WORD = "docx"
    TEXT = "txt"


def outline(draft: Draft, templates: Path, options: ExportOptions, today: date) -> Outline:
    """Return what the submission says; raises ContentError or ExportError."""
    return build_outline(draft, load_plan(templates, draft.language), options, today)


def write(
    draft: Draft,
    templates: Path,
    path: Path,
    options: ExportOptions,
    kind: FileFormat,
    replace: bool,
    now: datetime,
) -> Path:
    """Write the submission to ``path`` and return it.

    Raises:
        FileExists: there is such a file and ``replace`` is False.
        ExportError: the file cannot be written, or the document not be built.
        ContentError: the templates cannot be used.
    """
    plan = load_plan(templates, draft.language)
    said = build_outline(draft, plan, options, now.date())
    if kind is FileFormat.WORD:
        from desktop import export

        data = export.to_docx(said, plan.style, settled(options, draft.rules), now)
    else:
        data = to_text(said).encode()
    write_atomic(path, data, replace)
    return path


def email(
    draft: Draft, templates: Path, file_name: str, options: ExportOptions, today: date
) -> Email:
    """Return the email to send the file with; raises ContentError or ExportError."""
    return cover_email(draft, load_plan(templates, draft.language), file_name, today, options)


def answers(draft: Draft, templates: Path, options: CopyOptions) -> dict[str, AnswerCopy]:
    """Return every Answer by Question number as text for an online form."""
    plan = load_plan(templates, draft.language)
    return {
        question.number: answer_text(draft, question.number, plan, options)
        for question in draft.consultation.questions
    }


def write_report(
    report: SubmissionReport,
    consultation: Consultation,
    templates: Path,
    path: Path,
    kind: FileFormat,
    replace: bool,
) -> Path:
    """Write the report on a submission to ``path`` and return it; raises as ``write`` does."""
    words = report_words(templates, report.organisation, consultation)
    said = report_outline(report, words)
    if kind is FileFormat.WORD:
        from desktop import export

        data = export.to_docx(said, words.style, ExportOptions(), report.made)
    else:
        data = to_text(said).encode()
    write_atomic(path, data, replace)
    return path


def report_text(report: SubmissionReport, consultation: Consultation, templates: Path) -> str:
    """Return the report as plain text; raises ContentError or ExportError."""
    words = report_words(templates, report.organisation, consultation)
    return to_text(report_outline(report, words))
