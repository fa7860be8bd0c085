"""What of a submission is not translated, in a sentence: something else stands there when it is
printed in the other language.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.finding import TextField
from desktop.core.response import Draft
from desktop.core.translating import (
    LANGUAGE_NAMES,
    Language,
    Original,
    TextKey,
    TranslationState,
    originals,
)

_MOST_NAMED = 6
_NAMES = {
    TextField.ABOUT: "about us",
    TextField.SPEAKS_FOR: "whom we speak for",
    TextField.REACH: "whom we reach",
    TextField.REASON: "why we are submitting",
    TextField.SUMMARY: "the summary",
    TextField.ORAL_EVIDENCE: "oral evidence",
}


def not_translated(draft: Draft, language: Language) -> list[str]:
    """Return the parts in which something is not translated, in the order of the document."""
    if language is Language.ENGLISH:
        return []
    return _parts(draft, _of(originals(draft, language), TranslationState.MISSING))


def gap_words(draft: Draft, language: Language) -> str:
    """Return a sentence on what stands in the stead of translations ("" where all are there)."""
    if language is Language.ENGLISH:
        return ""
    texts, name = originals(draft, language), LANGUAGE_NAMES[language]
    missing = _of(texts, TranslationState.MISSING)
    changed = _of(texts, TranslationState.CHANGED)
    told: list[str] = []
    if texts and len(missing) == len(texts):
        told.append(f"nothing that you wrote is translated into {name}, so its English stands")
    elif missing:
        parts = _listed(_parts(draft, missing))
        told.append(f"not all is translated into {name}: English stands in {parts}")
    printed = {text.key.question for text in texts}
    questions = (one for one in draft.consultation.questions if one.number in printed)
    if any(not one.text_welsh for one in questions):
        told.append(f"the call gives no {name} wording of its questions, so the English one stands")
    if changed:
        parts = _listed(_parts(draft, changed))
        told.append(f"the {name} is of an older English in {parts}")
    said = "; ".join(told)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _of(texts: Iterable[Original], state: TranslationState) -> list[Original]:
    return [text for text in texts if text.state is state]


def _parts(draft: Draft, texts: Iterable[Original]) -> list[str]:
    return list(dict.fromkeys(_part(text.key, draft) for text in texts))


def _part(key: TextKey, draft: Draft) -> str:
    if key.question:
        return f"question {key.question}"
    if key.field in _NAMES:
        return _NAMES[key.field]
    ids = [item.id for item in draft.recommendations]
    return f"recommendation {ids.index(key.item) + 1}"


def _listed(parts: list[str]) -> str:
    """Return parts as a list to read: "about us, question 2 and question 3"."""
    if len(parts) > _MOST_NAMED:
        more = len(parts) - _MOST_NAMED + 1
        parts = [*parts[: _MOST_NAMED - 1], f"{more} more parts"]
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
