"""From scores to the kind of a sentence, and which sort of evidence it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.core.document import BlockKind
from desktop.core.figure_finding import figures
from desktop.core.figure_values import Figure, tells
from desktop.core.understanding import SentenceKind
from desktop.corpus.sentences.scoring import SentenceScores
from desktop.corpus.sentences.speaking import attributed, named, quoted

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
_SIGNS = ("://", "www.", "ibid", "Ibid", "op. cit", "vailable ", ")", "ee ", "cited in")
_UNREAL = re.compile(r"\b(?:would|should|must|if|aim|hope|target|propose|plan)\b", re.IGNORECASE)
# "We recommend that", "Recommendation 3: ", "Fernbrook Carers calls on": asking in so many words.
_ASKS = re.compile(
    r"(?:recommendation\s\d+[:.]\s"
    r"|(?:we|i|the (?!report|paper|review|study|inquiry)(?:[\w’'-]+ ){0,3}?[\w’'-]+"
    r"|(?:[A-Z][\w’'-]+ ){1,4})\s?"
    r"(?:\w+ly |also |therefore |would |further |again )*"
    r"(?:recommends?|urges?|calls? (?:up)?on|calls? for|asks? (?:that|the|for)|proposes? that"
    r"|press(?:es)? for|(?:like|want)s? to see)\b)"
)
# "The paper says that councils should": somebody else's advice, told of.
_REPORTED = re.compile(
    r"\b(?:says?|said|argues?|claims?|suggests?|states?|themes?|premise|principle|rationale|assumes?)\b"
    r"[^.;]{0,60}?\bthat\b",
    re.IGNORECASE,
)
_OWN_VOICE = re.compile(r"\b(?:we|i|our|my)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall"
    r"|needs?|makes?|made|gives?|gave|takes?|took|says?|said|shows?|found|told|knows?|goes|went|comes?|came"
    r"|means?|wants?|seems?|remains?|\w+n[’']t|\w{3,}ed)\b",
    re.IGNORECASE,
)
# Postcodes, addresses of mail, telephone numbers: how to reach somebody is nothing to argue with.
_CONTACT = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b|\S@\S|\b0\d{2,4}\s\d{3}")
_SURE_FIGURE = 0.2
_ASKED = 0.9
_HEARSAY = 0.65


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence is taken for, how surely, by which words, and who speaks in it."""

    kind: SentenceKind
    confidence: float
    cues: tuple[str, ...] = ()
    speaker: str = ""


def told(text: str, block: BlockKind, scores: SentenceScores, after: str = "") -> Told | None:
    """Return what a sentence is worth marking as, or None."""
    if _CONTACT.search(text):
        return None
    if block is BlockKind.FOOTNOTE or (scores.policy < 0.5 and _may_refer(text)):
        return _reference(text, scores)
    quotation = _quotation(text, block, after)
    if quotation:
        return quotation
    if text.endswith(("?", ":")):
        return None
    if _ASKS.match(_begun(text)):
        return Told(SentenceKind.RECOMMENDATION, max(_ASKED, scores.policy))
    if scores.best == "policy":
        return _advice(text, scores)
    return _argument(text, scores) if _VERB.search(text) else None


def _begun(text: str) -> str:
    """Return a sentence without what leads up to it: "Therefore, we recommend"."""
    head, comma, rest = text.partition(", ")
    lead = rest if comma and len(head.split()) <= 3 else text
    return (
        lead[:1].lower() + lead[1:] if lead.startswith(("We ", "The ", "Recommendation ")) else lead
    )


def _advice(text: str, scores: SentenceScores) -> Told:
    hearsay = _REPORTED.search(text) and not _OWN_VOICE.search(text)
    sure = scores.policy * _HEARSAY if hearsay else scores.policy
    return Told(SentenceKind.RECOMMENDATION, sure)


def _argument(text: str, scores: SentenceScores) -> Told:
    """Return which sort of claim or evidence a sentence is that recommends nothing."""
    evidence = scores.fact + scores.testimony + scores.reference
    example = _EXAMPLE.search(text)
    if example and evidence > scores.value:
        return Told(SentenceKind.CASE, evidence, (example.group(), *scores.cues[:2]))
    measured = [figure for figure in figures(text) if tells(figure)]
    if measured and evidence >= _SURE_FIGURE and not _UNREAL.search(text):
        return _figure(measured, evidence)
    if scores.value >= evidence:
        return Told(SentenceKind.CLAIM, scores.value)
    # What happened to somebody and what is so lie close together; that it is one of them is surer.
    kind = SentenceKind.TESTIMONY if scores.testimony > scores.fact else SentenceKind.FACT
    return Told(kind, evidence)


def _figure(measured: list[Figure], evidence: float) -> Told:
    # That it holds a figure is sure; how sure it is evidence, the rest of the sentence tells.
    return Told(
        SentenceKind.FIGURE,
        0.5 + evidence / 2,
        tuple(figure.text for figure in measured),
    )


def _may_refer(text: str) -> bool:
    return any(sign in text for sign in _SIGNS) and _REFERENCE.search(text) is not None


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
        speaker = attributed(text) or named(after)
        return Told(SentenceKind.QUOTATION, 0.8, speaker=speaker)
    return None
