"""The evidence map: for each Question what is claimed, what it rests on, what is met that speaks
against it, and what is asked; with the gaps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.core.budget import suggested_share
from desktop.core.consultation import Question
from desktop.core.evidence import SnippetKind
from desktop.core.lacking import Need, passage_with
from desktop.core.recommending import ask, is_blank
from desktop.core.response import AnswerState, Draft, Recommendation
from desktop.core.sentences import sentence_at
from desktop.core.text import Cite, Line, Text, one_line, plain
from desktop.core.walk import states

_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?])")


class Gap(StrEnum):
    """What an argument has not got."""

    ANSWER = "answer"
    KEY_POINT = "key-point"
    EVIDENCE = "evidence"
    COUNTER_ARGUMENT = "counter-argument"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that an argument rests on: the sentence that says it, and where it is from.

    ``reference`` names the Sources with the places in them; it is "" for what the organisation has
    seen itself. ``kind`` is that of the Snippet it came from, None where it is not known.
    """

    says: str
    reference: str = ""
    kind: SnippetKind | None = None


@dataclass(frozen=True, slots=True)
class AnswerText:
    """What has to be read from the markup of an Answer: its lines, what it cites, and how long it
    is.
    """

    lines: tuple[str, ...] = ()
    cited: tuple[Evidence, ...] = ()
    words: int = 0
    unreviewed: int = 0


@dataclass(frozen=True, slots=True)
class Argument:
    """The argument of one Answer. ``share`` is how many words it may well have (None = no limit);
    ``counter`` is the sentence that meets what may be said against it, "" if none does.
    """

    question: Question
    state: AnswerState
    key_point: str = ""
    evidence: tuple[Evidence, ...] = ()
    counter: str = ""
    asks: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    skip_reason: str = ""
    words: int = 0
    share: int | None = None
    unreviewed: int = 0


def evidence_map(draft: Draft, texts: Mapping[str, AnswerText]) -> tuple[Argument, ...]:
    """Return the argument of every Question, in order; ``texts`` has those of the Answers, by
    Question number.
    """
    at = states(draft)
    questions = draft.consultation.questions
    return tuple(
        _argument(
            draft,
            question,
            texts.get(question.number, AnswerText()),
            suggested_share(draft.consultation.limit, questions, at, question.number),
        )
        for question in questions
    )


def _argument(draft: Draft, question: Question, text: AnswerText, share: int | None) -> Argument:
    answer = draft.answer(question.number)
    state = answer.state
    if state is AnswerState.SKIPPED:
        return Argument(question, state, skip_reason=answer.skip_reason.strip())
    evidence = (*text.cited, *_seen(text))
    asks = _asks(draft.recommendations_of(question.number), text.lines)
    argument = Argument(
        question=question,
        state=state,
        key_point=one_line(answer.key_point),
        evidence=evidence,
        counter=passage_with(Need.COUNTER_ARGUMENT, text.lines),
        asks=asks,
        words=text.words,
        share=share,
        unreviewed=text.unreviewed,
    )
    return _with_gaps(argument, begun=state is not AnswerState.NOT_STARTED)


def _with_gaps(argument: Argument, *, begun: bool) -> Argument:
    if not begun:
        return replace(argument, gaps=(Gap.ANSWER,))
    has = {
        Gap.KEY_POINT: bool(argument.key_point),
        Gap.EVIDENCE: bool(argument.evidence),
        Gap.COUNTER_ARGUMENT: bool(argument.counter),
        Gap.RECOMMENDATION: bool(argument.asks),
    }
    return replace(argument, gaps=tuple(gap for gap, there in has.items() if not there))


def _seen(text: AnswerText) -> tuple[Evidence, ...]:
    """Return what the organisation says that it has seen itself, unless it cites that."""
    said = as_said(passage_with(Need.FIRST_HAND, text.lines))
    known = {item.says for item in text.cited}
    return (Evidence(said),) if said and said not in known else ()


def _asks(listed: Sequence[Recommendation], lines: Sequence[str]) -> tuple[str, ...]:
    """Return the Recommendations as sentences; without any, the sentence of the text that makes
    one.
    """
    asked = tuple(asked_words(item) for item in listed if not is_blank(item))
    if asked:
        return asked
    said = passage_with(Need.RECOMMENDATION, lines)
    return (said,) if said else ()


def asked_words(item: Recommendation) -> str:
    """Return a Recommendation as a sentence, what is missing named in brackets."""
    words = ask(item)
    by = "by " if words.wants_by else ""
    when = f" {by}{words.when}" if words.when else ""
    return f"{words.who or '[Who]'} should {words.what or '[do what]'}{when}."


def cited_sentences(line: Line) -> list[tuple[str, Cite]]:
    """Return every citation of a line with the sentence that it stands behind or in."""
    words = plain(line)
    found: list[tuple[str, Cite]] = []
    at = 0
    for part in line:
        if isinstance(part, Text):
            at += len(part.text)
        else:
            found.append((as_said(sentence_at(words, at)), part))
    return found


def as_said(sentence: str) -> str:
    """Return a sentence of a line without its citations as it reads: where one stood before a
    stop, no space is left before that.
    """
    return _BEFORE_STOP.sub("", sentence)
