"""How evidence is spoken of on screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.core.evidence import Passage, Reason, Snippet, SnippetKind, Source
from desktop.core.references import card_reference, full_reference, with_locator

PASSAGE = "passage"
# How the reasons begin that tell of earlier use.
_TAUGHT = "You used this for "
_KINDS = {
    SnippetKind.STATISTIC: "Statistic",
    SnippetKind.CASE_STUDY: "Case study",
    SnippetKind.QUOTATION: "Quotation",
    SnippetKind.ARGUMENT: "Argument",
    SnippetKind.RECOMMENDATION: "Recommendation",
    SnippetKind.ABOUT_US: "About us",
}


def kind_word(kind: SnippetKind) -> str:
    """Return what a kind of Snippet is called on screen."""
    return _KINDS[kind]


def as_kind(kind: SnippetKind) -> str:
    """Return what a Snippet is, for a sentence: "a statistic", "an argument"."""
    if kind is SnippetKind.ABOUT_US:
        return "words about us"
    word = kind_word(kind).lower()
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def piece_word(piece: Snippet | Passage) -> str:
    """Return what sort of evidence it is, as a card says it."""
    return "Passage" if isinstance(piece, Passage) else kind_word(piece.kind)


def kind_options() -> list[tuple[str, str]]:
    """Return the kinds of evidence to choose from, as (value, words)."""
    return [*((kind.value, words) for kind, words in _KINDS.items()), (PASSAGE, "Passage")]


def chosen_kinds(ticked: frozenset[str] | None) -> tuple[frozenset[SnippetKind] | None, bool]:
    """Return what was chosen of them as the session takes it: kinds of Snippets (None = all), and
    whether Passages are wanted.
    """
    if ticked is None:
        return None, True
    kinds = frozenset(SnippetKind(value) for value in ticked - {PASSAGE})
    return kinds, PASSAGE in ticked


def where_from(snippet: Snippet | Passage, source: Source) -> str:
    """Return who says it, when, and where in the document, for a card."""
    reference = with_locator(card_reference(source), snippet.locator)
    return f"{snippet.speaker}, quoted in {reference}" if snippet.speaker else reference


def why_offered(reasons: Iterable[Reason]) -> str:
    """Return the reasons as one line: "Tagged for this question. Mentions cuts and networks."

    What is said of earlier use is left out: it stands on a line of its own (``taught_by``).
    """
    return _sentences(reason for reason in reasons if not reason.text.startswith(_TAUGHT))


def taught_by(reasons: Iterable[Reason]) -> str:
    """Return what is said of earlier use, such as "You used this for a question like this one."."""
    return _sentences(reason for reason in reasons if reason.text.startswith(_TAUGHT))


def _sentences(reasons: Iterable[Reason]) -> str:
    return " ".join(f"{reason.text.rstrip('.')}." for reason in reasons)


def likes_words(count: int) -> str:
    """Return what a card says of near-identical passages that it stands for."""
    return f"And {count} more like it" if count else ""


def under_words(count: int) -> str:
    """Return what opens the passages that are folded under one from the same Source."""
    return f"And {count} more from this source"


def used_words(numbers: tuple[str, ...], here: str) -> str:
    """Return where a Snippet is used, seen from the Question ``here``."""
    elsewhere = [number for number in numbers if number != here]
    if here in numbers:
        return "Used above"
    if not elsewhere:
        return "Not used yet"
    if len(elsewhere) == 1:
        return f"Used in question {elsewhere[0]}"
    return f"Used in questions {', '.join(elsewhere[:-1])} and {elsewhere[-1]}"


def is_due(snippet: Snippet | Passage, today: date) -> bool:
    """Tell whether the date by which someone should have checked a Snippet has passed."""
    return snippet.review_by is not None and snippet.review_by < today


def source_details(snippet: Snippet | Passage, source: Source) -> list[tuple[str, str]]:
    """Return what there is to know of where a Snippet comes from, as (label, text)."""
    due = snippet.review_by
    rows = [
        ("Full reference", full_reference(source)),
        ("Where in it", snippet.locator),
        ("Quoted speaker", snippet.speaker),
        ("About the source", source.note),
        ("Licence", source.licence),
        ("Check by", f"{due.day} {due:%B %Y}" if due else ""),
        ("Looked after by", snippet.owner),
    ]
    return [(label, text) for label, text in rows if text]
