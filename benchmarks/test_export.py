"""How long a person waits for the Word document, the Outline included.

The targets: 3,000 words with 40 footnotes under 150 ms after the first time, 60 questions of 500
words under a second.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.core.response import Draft
from desktop.export import ExportOptions, build_outline, load_plan, to_docx, to_preview
from desktop.markup import parse
from tests.support.drafts import make_draft

PLAN = load_plan(Path(__file__).resolve().parents[1] / "templates")
OPTIONS = ExportOptions(list_of_sources=True)
TODAY = date(2026, 3, 14)
_WORDS = [
    "hall",
    "people",
    "winter",
    "council",
    "trustees",
    "**heating**",
    "money",
    "Fernbrook",
    "letting",
    "roof",
    "£4,150",
]


def paragraph(seed: int, words: int) -> str:
    return " ".join(_WORDS[(seed + place * 7) % len(_WORDS)] for place in range(words))


def draft_of(questions: int, words: int, notes: int) -> Draft:
    """Return a Draft with this many words and footnotes in each answer."""
    paragraphs = 5
    answers = {}
    for number in range(1, questions + 1):
        text = [paragraph(number + place, words // paragraphs) for place in range(paragraphs)]
        cited = [
            f"{said}.{f'[@larch-2024, page {place}]' if place < notes else ''}"
            for place, said in enumerate(text)
        ]
        answers[str(number)] = "\n\n".join(cited)
    return make_draft(answers, questions=questions)


def exported(draft: Draft, *, afresh: bool) -> bytes:
    if afresh:
        parse.cache_clear()
    return to_docx(build_outline(draft, PLAN, OPTIONS, TODAY), PLAN.style, OPTIONS)


@pytest.mark.parametrize("afresh", [True, False], ids=["texts-new", "texts-seen"])
@pytest.mark.parametrize(
    ("questions", "words", "notes", "target"),
    [(10, 300, 4, 0.150), (60, 500, 2, 1.0)],
    ids=["3000-words-40-notes", "60-questions-of-500-words"],
)
def test_export_to_word(benchmark, questions, words, notes, target, afresh):
    draft = draft_of(questions, words, notes)
    exported(draft, afresh=False)  # the first pays for the import of python-docx
    benchmark(exported, draft, afresh=afresh)
    if benchmark.stats is not None:
        assert benchmark.stats.stats.median < target


def test_preview_after_a_change_in_one_answer(benchmark):
    """What happens while a person types with the preview open: one answer new, the others seen."""
    draft = draft_of(10, 300, 4)
    changes = iter(range(10**9))

    def typed() -> str:
        answer = draft.answers["1"]
        answers = {**draft.answers, "1": replace(answer, body=f"{answer.body} {next(changes)}")}
        return to_preview(build_outline(replace(draft, answers=answers), PLAN, OPTIONS, TODAY))

    benchmark(typed)
