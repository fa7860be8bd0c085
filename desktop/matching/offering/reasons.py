"""Why a piece is offered, in plain words for its card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.core.evidence import Passage, Reason, Snippet, SourceKind
from desktop.core.listing import listed
from desktop.core.moments import printed_day
from desktop.core.search import Found
from desktop.matching.offering.candidates import Candidate, Words
from desktop.matching.offering.learning import Taught
from desktop.matching.offering.weighing import Signs

_PHRASES_SHOWN = 3
_NEW_YEARS = 2
# From this share of a score on it was found by the words of the best pieces, not by those asked.
_BY_COMPANY = 0.5


def reasons(
    candidate: Candidate, known: Signs, *, sure: bool, told: bool = False
) -> Iterator[Reason]:
    """Yield why a piece is offered, what weighs most first. There is always one, unless other
    reasons have ``told`` already which words it shares.
    """
    piece = candidate.piece
    if isinstance(piece, Passage):
        yield Reason(where_it_was_said(candidate.found, piece))
    yield from _of_the_question(known)
    if known.taught is Taught.HERE:
        yield Reason("You used this for this question before")
    elif known.taught is Taught.AT_ONE_LIKE_IT:
        yield Reason("You used this for a question like this one")
    if candidate.argued and (argued := shown_words(candidate.argued, piece)):
        yield Reason(f"On what you are writing: {listed(argued)}")
    if not told:
        yield from _of_the_words(candidate.words, piece, sure=sure)
    if known.own and isinstance(piece, Snippet):
        yield Reason("From your own library")
    if known.age is not None and known.age < _NEW_YEARS:
        yield Reason(f"Recent: {candidate.source.date[:4]}")
    if known.due and piece.review_by is not None:
        yield Reason(f"Was due for review by {printed_day(piece.review_by.isoformat())}")


def where_used(numbers: Sequence[str], here: str) -> Reason:
    """Say where in this Response a piece is used already, seen from the Question ``here``."""
    if here in numbers:
        return Reason("Already in this answer")
    named = listed(numbers)
    return Reason(f"Already in your answer to question{'s' if len(numbers) > 1 else ''} {named}")


PUT_ASIDE = Reason("You put this aside for this question")


def where_it_was_said(found: Found, passage: Passage) -> str:
    """Return "From your response to the inquiry, 2019, question 3" or the like."""
    source = found.source
    ours = source.kind is SourceKind.PAST_RESPONSE
    if ours and found.answered:
        told = f"From your response to {found.answered}"
    elif ours:
        told = f"From your response “{source.title}”"
    else:
        told = f"From “{source.title}”"
    year = f", {source.date[:4]}" if source.date else ""
    question = f", question {passage.number}" if passage.number else ""
    return told + year + question


def shown_words(words: Words, piece: Snippet | Passage) -> list[str]:
    """Return the most telling words that a piece shares, in the order asked; those together that
    stand together in it.
    """
    if words.match is None:
        return []
    text = text_of(piece)
    runs = [run for run in words.match.phrases if _said(words, run, text) in text.lower()]
    together = {place for run in runs for place in run}
    alone = [(place,) for place in words.telling if place not in together]
    known = set(words.telling)
    found = [run for run in (*runs, *alone) if known.intersection(run)]
    rarest = sorted(found, key=lambda run: -_weight(words, run))[:_PHRASES_SHOWN]
    shown = (
        " ".join(as_found(words.asked[place].written, text) for place in run)
        for run in sorted(rarest)
    )
    return list(dict.fromkeys(shown))


def as_found(written: str, text: str) -> str:
    """Return a word with its capital only where the text has it too: "NHS", but "cuts"."""
    return written if written in text else written.lower()


def text_of(piece: Snippet | Passage) -> str:
    """Return all the words of a piece."""
    if isinstance(piece, Passage):
        return piece.text
    return "\n".join((piece.claim, piece.text, *piece.tags))


def _of_the_question(known: Signs) -> Iterator[Reason]:
    if known.answered:
        yield Reason("Answered this question")
    elif known.answered_like:
        yield Reason("Answered a question like this one")
    elif known.tagged:
        yield Reason("Tagged for this question")
    elif known.suits_any:
        yield Reason("Suits any question")


def _of_the_words(words: Words, piece: Snippet | Passage, *, sure: bool) -> Iterator[Reason]:
    if words.match is not None and words.match.learned >= _BY_COMPANY and words.match.score > 0:
        yield Reason("Uses the words of the best matches")
    said = listed(shown_words(words, piece))
    if said:
        yield Reason(f"Mentions {said}" if sure else f"Shares no more than {said}")


def _said(words: Words, run: Sequence[int], text: str) -> str:
    return " ".join(as_found(words.asked[place].written, text) for place in run).lower()


def _weight(words: Words, run: Sequence[int]) -> float:
    return max(words.asked[place].weight for place in run)
