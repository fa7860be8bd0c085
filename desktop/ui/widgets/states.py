"""How the state of an Answer is shown: a sign and a word, never a colour alone."""

from __future__ import annotations

from desktop.core.response import Answer, AnswerState
from desktop.core.walk import Progress

_SIGNS = {
    AnswerState.READY: "✓",
    AnswerState.DRAFTING: "●",
    AnswerState.NOT_STARTED: "○",
    AnswerState.SKIPPED: "–",
}
_WORDS = {
    AnswerState.READY: "Ready",
    AnswerState.DRAFTING: "Drafting",
    AnswerState.NOT_STARTED: "Not started",
    AnswerState.SKIPPED: "Skipped",
}


def state_sign(state: AnswerState) -> str:
    """Return the sign of a state, one character."""
    return _SIGNS[state]


def state_word(state: AnswerState) -> str:
    """Return the state in words."""
    return _WORDS[state]


def state_sentence(answer: Answer) -> str:
    """Return the state with, for a skipped question, the reason."""
    word = state_word(answer.state)
    reason = answer.skip_reason.strip()
    return f"{word}: {reason}" if answer.state is AnswerState.SKIPPED and reason else word


def progress_words(so_far: Progress) -> str:
    """Return how far a walk has come: "2 of 9 ready, 1 skipped"."""
    words = f"{so_far.ready} of {so_far.total} ready"
    return f"{words}, {so_far.skipped} skipped" if so_far.skipped else words
