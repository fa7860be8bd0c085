"""Finding what a person means by a name typed in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from desktop.core.consultation import Consultation, Question
from desktop.core.rules import Rules
from desktop.errors import DesktopError
from desktop.session import ResponseCard

_T = TypeVar("_T")
_MOST_NAMED = 8


class NoSuchThing(DesktopError):
    """A name on the command line fits nothing, or more than one thing."""


def card_title(card: ResponseCard) -> str:
    """Return what a Response is called: its own title, or that of its Consultation."""
    return card.response.title or card.consultation.title


def choose_response(cards: Sequence[ResponseCard], text: str) -> ResponseCard:
    """Return the Response with this id, or whose id, title or organisation begins so.

    Raises NoSuchThing with a sentence that lists what there is.
    """
    return _choose(
        cards,
        text,
        "response",
        lambda card: card.response.id,
        lambda card: (card_title(card), card.consultation.title, card.organisation.name),
        lambda card: f"{card.response.id} ({card_title(card)}, {card.organisation.name})",
    )


def choose_consultation(consultations: Sequence[Consultation], text: str) -> Consultation:
    """Return the Consultation with this id, or whose id or title begins so; raises NoSuchThing."""
    return _choose(
        consultations,
        text,
        "consultation",
        lambda item: item.id,
        lambda item: (item.title,),
        lambda item: f"{item.id} ({item.title})",
    )


def choose_rules(known: Sequence[Rules], text: str) -> Rules:
    """Return the rules with this id, or whose id, title or body begins so; raises NoSuchThing."""
    return _choose(
        known,
        text,
        "body",
        lambda item: item.id,
        lambda item: (item.title, item.body),
        lambda item: f"{item.id} ({item.title})",
    )


def choose_question(consultation: Consultation, number: str) -> Question:
    """Return the Question with this number; raises NoSuchThing with the numbers there are."""
    try:
        return consultation.question(number.strip())
    except KeyError:
        numbers = ", ".join(question.number for question in consultation.questions)
        raise NoSuchThing(
            "There is no such question",
            f"“{consultation.title}” has no question {number}.",
            f"Its questions are {numbers}.",
        ) from None


def _choose(
    items: Sequence[_T],
    text: str,
    word: str,
    key: Callable[[_T], str],
    titles: Callable[[_T], Iterable[str]],
    shown: Callable[[_T], str],
) -> _T:
    wanted = text.strip().casefold()
    exact = [item for item in items if key(item) == text.strip()]
    begins = [
        item
        for item in items
        if wanted and any(name.casefold().startswith(wanted) for name in (key(item), *titles(item)))
    ]
    found = exact or begins
    if len(found) == 1:
        return found[0]
    fitting = found or items
    listed = "; ".join(shown(item) for item in fitting[:_MOST_NAMED])
    if len(fitting) > _MOST_NAMED:
        listed += f"; and {len(fitting) - _MOST_NAMED} more"
    if found:
        message = f"“{text}” fits {len(found)} {word}s: {listed}."
        raise NoSuchThing(f"That fits more than one {word}", message, "Say more of the name.")
    raise NoSuchThing(
        f"There is no such {word}",
        f"No {word} is called “{text}”.",
        f"There are: {listed}." if items else f"There is no {word} at all yet.",
    )
