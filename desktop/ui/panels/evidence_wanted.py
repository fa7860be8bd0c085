"""What is looked for in the evidence panel, and what is said of what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.evidence import Suggestion
from desktop.core.response import Draft
from desktop.session import Session
from desktop.ui.panels.evidence_groups import Groups
from desktop.ui.panels.evidence_words import chosen_kinds


class Purpose(StrEnum):
    """What evidence is looked for."""

    QUESTION = "question"  # for the question, and the paragraph at the cursor
    WORDS = "words"  # for words typed into the search box
    SUPPORT = "support"  # for a sentence
    COUNTER = "counter"  # against a sentence


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: ``text`` is the paragraph, the words or the sentence. ``kinds`` and
    ``sources`` are what was ticked in the filters, None = all.
    """

    purpose: Purpose
    text: str = ""
    kinds: frozenset[str] | None = None
    sources: frozenset[str] | None = None

    @property
    def narrowed(self) -> bool:
        """Whether a filter leaves anything out."""
        return bool(self.kinds or self.sources)

    @property
    def typed(self) -> bool:
        """Whether a person has typed the words."""
        return self.purpose is Purpose.WORDS

    @property
    def folds(self) -> bool:
        """Whether Passages are folded under their Source: not where one looks for such pieces."""
        return self.purpose is Purpose.QUESTION and not self.narrowed


@dataclass(frozen=True, slots=True)
class Said:
    """What stands above the cards: the state in a few words, and what to do about it."""

    title: str
    words: str = ""


EMPTY_LIBRARY = Said(
    "The library is empty.",
    "Bring in past responses and reports, or write down what you know, and the evidence that helps "
    "will be offered here, beside each question.",
)
TURNED_OFF = Said(
    "Your trainer has turned evidence off in this course.",
    "Look for it yourself: read the papers in the steps of the course, and cite their places.",
)


def job_for(
    session: Session, draft: Draft, number: str, wanted: Wanted
) -> Callable[[], list[Suggestion]]:
    """Return the work of another thread that finds what is wanted."""
    kinds, passages = chosen_kinds(wanted.kinds)
    sources = wanted.sources
    match wanted.purpose:
        case Purpose.WORDS:
            return session.searching(wanted.text, kinds=kinds, sources=sources, passages=passages)
        case Purpose.SUPPORT:
            return session.supporting(draft, number, wanted.text)
        case Purpose.COUNTER:
            return session.countering(draft, number, wanted.text)
        case _:
            return session.suggesting(
                draft,
                number,
                paragraph=wanted.text,
                kinds=kinds,
                sources=sources,
                passages=passages,
            )


def heading(wanted: Wanted) -> str:
    """Return what is said to have been looked for, of a sentence."""
    verb = "Support for" if wanted.purpose is Purpose.SUPPORT else "Arguments against"
    return f"{verb} “{wanted.text}”"


def said_of(found: Groups, wanted: Wanted, *, empty_library: bool = False) -> Said:
    """Return what stands above the cards that were found."""
    if empty_library and not len(found):
        return EMPTY_LIBRARY
    if found.good:
        return Said(_best_first(found, wanted))
    if wanted.narrowed and not len(found):
        return Said("Nothing of these kinds and sources.", "Show all of them, or choose others.")
    if wanted.typed:
        return Said(
            f"Nothing found for “{wanted.text.strip()}”.",
            "Try fewer words, or other words for the same thing.",
        )
    return Said(_NOTHING[wanted.purpose], _WHAT_TO_DO[wanted.purpose])


_NOTHING = {
    Purpose.QUESTION: "The library has nothing good for this question.",
    Purpose.SUPPORT: "Nothing in the library supports this well.",
    Purpose.COUNTER: "Nothing in the library argues against this.",
}
_WHAT_TO_DO = {
    Purpose.QUESTION: "Search all evidence in words of your own, or add evidence to the library.",
    Purpose.SUPPORT: "Search all evidence in other words, or say it from your own experience.",
    Purpose.COUNTER: "Think of who would disagree, and why: a committee will.",
}


def _best_first(found: Groups, wanted: Wanted) -> str:
    if wanted.typed:
        return f"{len(found)} found for “{wanted.text.strip()}”, best first."
    if wanted.purpose is not Purpose.QUESTION:
        return "Best first."
    if not found.fresh:
        return "Everything good for this question is in your response already."
    if wanted.text:
        return "For this question and the paragraph you are writing, best first."
    return "For this question, best first."
