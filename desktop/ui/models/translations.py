"""What the texts that want translating are called, and where each stands, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop.core.finding import TextField
from desktop.core.response import Draft
from desktop.core.translating import Original, TextKey, TranslationState
from desktop.ui.models.words import counted

SIGNS = {
    TranslationState.MISSING: ("○", "Not translated"),
    TranslationState.CHANGED: ("!", "The English has changed"),
    TranslationState.DONE: ("✓", "Translated"),
}
_NAMES = {
    TextField.ABOUT: "About us",
    TextField.SPEAKS_FOR: "Whom we speak for",
    TextField.REACH: "Whom we reach",
    TextField.REASON: "Why we are submitting",
    TextField.ORAL_EVIDENCE: "Oral evidence",
    TextField.KEY_POINT: "key point",
    TextField.BODY: "answer",
    TextField.SKIP_REASON: "why it is skipped",
    TextField.WHO: "who should act",
    TextField.WHAT: "what they should do",
    TextField.BY_WHEN: "by when",
}
# Texts of several paragraphs, in the editor's own form.
LONG = frozenset({TextField.ABOUT, TextField.REASON, TextField.ORAL_EVIDENCE, TextField.BODY})


def name_of(key: TextKey, draft: Draft) -> str:
    """Return what a text is called: "Question 2, answer"."""
    if key.field is TextField.SUMMARY:
        return f"Summary, bullet {int(key.item) + 1}"
    name = _NAMES[key.field]
    if key.question:
        return f"Question {key.question}, {name}"
    if key.item:
        ids = [item.id for item in draft.recommendations]
        return f"Recommendation {ids.index(key.item) + 1}, {name}"
    return name


def telling(items: Sequence[Original]) -> str:
    """Return how far the translation has come: "3 of 8 texts are translated"."""
    if not items:
        return "There is nothing to translate yet: write in English first."
    tally = Counter(item.state for item in items)
    said = f"{tally[TranslationState.DONE]} of {counted(len(items), 'text')} translated."
    changed = tally[TranslationState.CHANGED]
    if changed == 1:
        said += " Of one the English has changed since."
    elif changed:
        said += f" Of {changed} the English has changed since."
    return said
