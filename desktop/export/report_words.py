"""The fixed words of the submission report, read from the templates folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.core.consultation import Consultation
from desktop.core.evidence import SnippetKind
from desktop.core.finding import FindingLevel
from desktop.core.report_lines import Readiness, Topic
from desktop.core.response import AnswerState
from desktop.core.rules import Part
from desktop.core.text import one_line
from desktop.errors import ExportError
from desktop.export.filling import FillingError, Values, fill_line
from desktop.export.plan import load_words, style_file

KIND = "submission-report"

_PLAIN = (
    *("title", "subtitle", "header", "page", "ready_heading", "column_part", "column_stands"),
    *("column_says", "approval_heading", "not_needed", "column_name", "column_role"),
    *("column_day", "column_signature", "map_heading", "map_about", "column_question"),
    *("column_state", "column_words", "column_argument", "key_point", "evidence", "counter"),
    *("recommendation", "answer", "missing", "complete", "mend_heading", "mend_none"),
    *("dismissed_heading", "column_where", "column_said", "column_reason", "sent_heading"),
    *("column_file", "column_place", "column_reference", "column_published", "column_quoted"),
    "none",
    *(item.value for item in Readiness),
)


def word_of(prefix: str, item: Topic | AnswerState | SnippetKind | Part) -> str:
    """Return the key of what a kind of thing is called: "topic_sign_off"."""
    return f"{prefix}_{item.value.replace('-', '_')}"


_WORDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_PLAIN, ()),
    **{word_of("topic", item): () for item in Topic},
    **{word_of("state", item): () for item in AnswerState},
    **{word_of("kind", item): () for item in SnippetKind},
    **{word_of("part", item): () for item in Part},
    **{f"level_{item.value}": ("count",) for item in FindingLevel},
    "made": ("date", "time", "closes"),
    "message": ("message",),
    "policy": ("policy",),
    "approved": ("who", "role", "date"),
    "outdated": ("who", "role", "date"),
    "awaited": ("who", "role"),
    "question": ("number", "heading"),
    "words": ("words", "share"),
    "missing_some": ("gaps",),
    "skipped": ("reason",),
    "cited": ("says", "source", "kind"),
    "seen": ("says",),
    "finding": ("where", "sentence", "remedy", "authority"),
    "where_question": ("number",),
    "exported_anyway": ("file", "date", "errors", "reason"),
    "exported": ("file", "date"),
    "note": ("date", "reason"),
}


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The fixed words, with what all of them may use of one submission."""

    words: Mapping[str, str]
    style: Path
    base: Values

    def say(self, word: str, **values: object) -> str:
        """Return a fixed word with its values as one line; raises ExportError if it cannot be
        filled.
        """
        try:
            return fill_line(self.words[word], {**self.base, **values})
        except FillingError as error:
            raise ExportError(
                "The report cannot be built",
                f"The fixed words “{word}” of its template cannot be filled: {error}.",
                "Your answers are safe. Put the original plan.toml back, or correct that line.",
            ) from error


def report_words(templates: Path, organisation: str, consultation: Consultation) -> ReportWords:
    """Read the words of the report on a submission; raises ContentError as ``load_words`` does."""
    _, words = load_words(templates / KIND / "plan.toml", _WORDS)
    base = {
        "organisation": one_line(organisation),
        "inquiry": one_line(consultation.title),
        "body": one_line(consultation.body),
        "body_short": one_line(consultation.body_short or consultation.body),
        "reference": one_line(consultation.reference),
    }
    return ReportWords(words, style_file(templates), base)
