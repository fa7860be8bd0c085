"""The test of one sentence: whoever can say it all in one knows what they are asking for."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, Group, Spot, TextField
from desktop.core.rules import Part
from desktop.core.sentences import sentence_spans
from desktop.core.words import count_words

_MOST_WORDS = 40
_LEAST_WORDS = 5


def it_can_be_said_in_one_sentence(reading: Reading) -> Iterator[Finding]:
    """Somebody has written the whole response in one sentence."""
    message = reading.draft.response.message.strip()
    if not any(True for _ in reading.started()):
        return
    wrong = _what_is_wrong(message)
    if not wrong:
        return
    sentence, remedy = wrong
    yield Finding(
        "one-sentence",
        FindingLevel.NUDGE,
        Part.SUMMARY,
        sentence,
        remedy,
        excerpt=message,
        spot=Spot(TextField.MESSAGE, end=len(message)) if message else None,
        basis=message,
    )


def _what_is_wrong(message: str) -> tuple[str, str] | None:
    """Return what is to be said of a message, and what to do."""
    if not message:
        return (
            "The response has not been put into one sentence yet.",
            "Write on the summary page, in one sentence, what you want and why.",
        )
    sentences = len(sentence_spans(message))
    if sentences > 1:
        return (
            f"The response is put into {sentences} sentences instead of one.",
            "Keep the one that a reader should remember if they remember nothing else.",
        )
    words = count_words(message)
    if words > _MOST_WORDS:
        return (
            f"The sentence that sums the response up has {words} words.",
            f"Say it in up to {_MOST_WORDS}: what you want, and why.",
        )
    if words < _LEAST_WORDS:
        return (
            "The sentence that sums the response up hardly says anything yet.",
            "Say what you want and why.",
        )
    return None


CHECKS = (
    Check(
        "one-sentence",
        Group.LANGUAGE,
        "The response can be said in one sentence",
        it_can_be_said_in_one_sentence,
        authority="Visionary, top tips for responding to a consultation",
        address="https://visionary.org.uk/knowledge/top-tips-for-responding-to-a-consultation/",
    ),
)
