"""From scores to the kind of a sentence, and which sort of evidence it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.core.document import BlockKind
from desktop.core.figure_finding import figures
from desktop.core.figure_values import Figure, tells
from desktop.core.understanding import SentenceKind
from desktop.corpus.sentences.scoring import SentenceScores
from desktop.corpus.sentences.speaking import attributed, quoted

_EXAMPLE = re.compile(
    r"\b(?:for example|for instance|case study|in one (?:case|area|instance)|an example (?:of|is)"
    r"|one (?:of our )?(?:member|group|client|volunteer|project|family|tenant"
    r"|parent|young person|woman|man)s?\b)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:https?://|www\.)\S+|\b(?:ibid|op\. cit)\b|\bavailable (?:at|from|online):"
    r"|\(\d{4}\)[,.:]|\b(?:see|cited in) (?:also )?(?:[A-Z]|www|https?)",
)
_UNREAL = re.compile(
    r"\b(?:would|could|should|might|may|must|if|aim|hope|target|propose|plan)\b", re.IGNORECASE
)
_SURE_FIGURE = 0.35


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence is taken for, how surely, by which words, and who speaks in it."""

    kind: SentenceKind
    confidence: float
    cues: tuple[str, ...] = ()
    speaker: str = ""


def told(text: str, block: BlockKind, scores: SentenceScores, after: str = "") -> Told | None:
    """Return what a sentence is worth marking as, or None."""
    if block is BlockKind.FOOTNOTE or (_REFERENCE.search(text) and scores.policy < 0.5):
        return _reference(text, scores)
    quotation = _quotation(text, block, after)
    if quotation:
        return quotation
    if text.endswith(("?", ":")):
        return None
    evidence = scores.fact + scores.testimony + scores.reference
    if scores.best == "policy":
        return Told(SentenceKind.RECOMMENDATION, scores.policy)
    measured = [figure for figure in figures(text) if tells(figure)]
    if measured and evidence >= _SURE_FIGURE and not _UNREAL.search(text):
        return _figure(measured, evidence)
    if scores.best == "value":
        return Told(SentenceKind.CLAIM, scores.value)
    if example := _EXAMPLE.search(text):
        return Told(SentenceKind.CASE, evidence, (example.group(), *scores.cues[:2]))
    kind = SentenceKind.TESTIMONY if scores.best == "testimony" else SentenceKind.FACT
    return Told(kind, scores.of(scores.best))


def _figure(measured: list[Figure], evidence: float) -> Told:
    # That it holds a figure is sure; how sure it is evidence, the rest of the sentence tells.
    return Told(
        SentenceKind.FIGURE,
        0.5 + evidence / 2,
        tuple(figure.text for figure in measured),
    )


def _reference(text: str, scores: SentenceScores) -> Told | None:
    match = _REFERENCE.search(text)
    if match is None:
        return None
    return Told(SentenceKind.REFERENCE, max(0.8, scores.reference), (match.group(),))


def _quotation(text: str, block: BlockKind, after: str) -> Told | None:
    found = quoted(text, after)
    if found and found.speaker:
        return Told(SentenceKind.QUOTATION, 0.9, (found.speaker,), found.speaker)
    if block is BlockKind.QUOTATION:
        speaker = attributed(text)
        return Told(SentenceKind.QUOTATION, 0.8, speaker=speaker)
    return None
