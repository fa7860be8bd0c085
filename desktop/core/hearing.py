"""A mock hearing: what a member of the committee would ask about a draft, and why just that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from desktop.core.consultation import Question
from desktop.core.evidence_map import AnswerText, Argument, Gap, as_said, asked_words, evidence_map
from desktop.core.figure_finding import figures
from desktop.core.figure_values import FigureKind, tells
from desktop.core.recommending import is_blank
from desktop.core.response import AnswerState, Draft, Recommendation
from desktop.core.sentences import sentence_spans
from desktop.core.shortening import shortened

_MOST = 14
_BEFORE = "You made notes on it. Your draft has changed since, and it does not follow any more."
_MOST_FIGURES = 2  # in one answer
_MOST_ALIKE = 3  # for the same reason: they are asked in much the same words
_LONGEST = 200  # characters that are quoted
_FEWEST_WORDS = 4  # of a sentence: a cell of a table says nothing alone
_OF_HOW_MANY = re.compile(
    r"\b(?:of|out of|among|from) (?:the |our |all )?[\w,]*\d|\bn\s*=", re.IGNORECASE
)
_COST = re.compile(
    r"£|\b(?:cost|costs|costing|fund|funds|funding|pay|pays|save|saves|budget)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Likely:
    """A question that a member may well ask. ``why`` says what it came from, ``question`` is the
    number of the answer ("" = the whole), ``excerpt`` the words of the draft that it is about.
    """

    asks: str
    why: str
    question: str = ""
    excerpt: str = ""

    @property
    def key(self) -> str:
        """What notes on it are kept under: it stays while the question does."""
        return sha256(self.asks.encode()).hexdigest()[:12]


def likely_questions(
    draft: Draft,
    texts: Mapping[str, AnswerText],
    others: Sequence[str] = (),
    noted: Sequence[str] = (),
) -> tuple[Likely, ...]:
    """Return likely questions, made from what a draft says and leaves open, then ``others`` that
    the Course brings, and those ``noted`` that no member would ask any more; none of them twice.
    """
    arguments = evidence_map(draft, texts)
    made = (
        *_strongest(arguments),
        *(each for argument in arguments for each in _about(argument, texts)),
        *_opposed(arguments),
        *_about_asks(draft, texts),
    )
    course = (Likely(asks, "It is one that this course brings.") for asks in others)
    own = [*_in_turn(_once(made)), *_in_turn(_gaps(arguments))][:_MOST]
    before = (Likely(asks, _BEFORE) for asks in noted)
    return tuple(_once([*own, *course, *before]))


def _once(found: Iterable[Likely]) -> list[Likely]:
    return list({each.asks: each for each in reversed(list(found))}.values())[::-1]


def _in_turn(found: Iterable[Likely]) -> list[Likely]:
    """Return a few for each reason, one of each first: a hearing is short, and who gets to three
    questions should have met three kinds.
    """
    asked: Counter[str] = Counter()
    kept: list[tuple[int, Likely]] = []
    for each in found:
        reason = each.why.partition(":")[0]
        if asked[reason] < _MOST_ALIKE:
            kept.append((asked[reason], each))
        asked[reason] += 1
    return [each for _, each in sorted(kept, key=lambda turn: turn[0])]


def _strongest(arguments: Sequence[Argument]) -> Iterator[Likely]:
    """Ask about the claim that has most behind it: that is where a hearing begins."""
    claims = [each for each in arguments if each.key_point and each.evidence]
    if not claims:
        return
    best = max(claims, key=lambda each: len(each.evidence))
    said = _short(best.key_point)
    yield Likely(
        f"You tell us: “{said}” If we take away one thing from you today, is it that, and what "
        "should we do about it?",
        "It is your strongest claim: it has the most evidence behind it.",
        best.question.number,
        best.key_point,
    )


def _about(argument: Argument, texts: Mapping[str, AnswerText]) -> Iterator[Likely]:
    number = argument.question.number
    text = texts.get(number, AnswerText())
    if argument.state in (AnswerState.SKIPPED, AnswerState.NOT_STARTED):
        return
    yield from _about_claim(argument)
    yield from _about_figures(number, text)
    if Gap.RECOMMENDATION in argument.gaps:
        yield Likely(
            f"On “{_topic(argument.question)}” you tell us how things are. What would you have us "
            "recommend?",
            "We find nothing that your answer asks for.",
            number,
        )


def _about_claim(argument: Argument) -> Iterator[Likely]:
    number, claim = argument.question.number, argument.key_point
    if not claim:
        yield Likely(
            f"You have written to us about “{_topic(argument.question)}”. What is the one thing "
            "that we should take from it?",
            "Your answer has no key point.",
            number,
        )
    elif _is_question(claim):
        yield Likely(
            f"You ask: “{_short(claim)}” What is your own answer to that?",
            "Your key point is a question.",
            number,
            claim,
        )
    elif Gap.EVIDENCE in argument.gaps:
        yield Likely(
            f"You say: “{_short(claim)}” What do you base that on?",
            "Your answer cites nothing, and we find nothing in it that you have seen yourselves.",
            number,
            claim,
        )


def _opposed(arguments: Iterable[Argument]) -> Iterator[Likely]:
    for each in arguments:
        claim = each.key_point
        # What rests on nothing is asked about that first.
        if not claim or _is_question(claim) or Gap.EVIDENCE in each.gaps:
            continue
        if Gap.COUNTER_ARGUMENT in each.gaps:
            yield Likely(
                f"You say: “{_short(claim)}” Others will tell us the opposite. What do you say to "
                "them?",
                "We find no sentence in your answer that meets an argument against it.",
                each.question.number,
                claim,
            )


def _about_figures(number: str, text: AnswerText) -> Iterator[Likely]:
    cited = {each.says for each in text.cited}
    found: list[Likely] = []
    for line in text.lines:
        sentences = tuple(_sentences(line))
        for at, sentence in enumerate(sentences):
            # What is cited at the end of a paragraph stands for what leads up to it.
            is_cited = not cited.isdisjoint(sentences[at:])
            if asks := _about_figure(number, sentence, is_cited=is_cited):
                found.append(asks)
    yield from found[:_MOST_FIGURES]


def _about_figure(number: str, sentence: str, *, is_cited: bool) -> Likely | None:
    figure = next(filter(tells, figures(sentence)), None)
    if figure is None or len(sentence.split()) < _FEWEST_WORDS or _is_question(sentence):
        return None
    if figure.kind is FigureKind.SHARE and not _OF_HOW_MANY.search(sentence):
        return Likely(
            f"You give us a figure, {figure.text}. Of how many, and how were they chosen?",
            "It is a share, and the sentence does not say of how many.",
            number,
            sentence,
        )
    if not is_cited:
        return Likely(
            f"You write: “{_short(sentence)}” Where does that come from, and could you show us?",
            "It gives a figure and cites no source for it.",
            number,
            sentence,
        )
    return None


def _about_asks(draft: Draft, texts: Mapping[str, AnswerText]) -> Iterator[Likely]:
    for item in draft.recommendations:
        if is_blank(item):
            continue
        yield from _about_ask(item, texts.get(item.question, AnswerText()))


def _about_ask(item: Recommendation, text: AnswerText) -> Iterator[Likely]:
    said, number = asked_words(item), item.question
    if not item.who.strip():
        yield Likely(
            f"You ask for this: “{_short(item.what)}” Whose job would that be?",
            "The recommendation does not say who should do it.",
            number,
            said,
        )
    if item.what.strip() and not _COST.search(f"{said} {' '.join(text.lines)}"):
        yield Likely(
            f"You recommend: “{_short(said)}” What would that cost, and who would pay for it?",
            "Neither the recommendation nor its answer says what it costs.",
            number,
            said,
        )
    elif item.who.strip() and not item.by_when.strip():
        yield Likely(
            f"You recommend: “{_short(said)}” When would you need it, and what happens until then?",
            "The recommendation does not say by when.",
            number,
            said,
        )


def _gaps(arguments: Sequence[Argument]) -> Iterator[Likely]:
    open_ = (AnswerState.SKIPPED, AnswerState.NOT_STARTED)
    for each in [each for each in arguments if each.state in open_]:
        if each.state is AnswerState.SKIPPED:
            why = f"You skipped it: {_short(each.skip_reason)}" if each.skip_reason else ""
            yield Likely(
                f"You say nothing on “{_topic(each.question)}”. May we take it that you have no "
                "view?",
                why or "You skipped it.",
                each.question.number,
            )
        else:
            yield Likely(
                f"What would you have told us about “{_topic(each.question)}”?",
                "You have not answered this question.",
                each.question.number,
            )


def _sentences(line: str) -> Iterator[str]:
    for start, end in sentence_spans(line):
        yield as_said(line[start:end].strip())


def _topic(question: Question) -> str:
    return question.heading or question.text


def _is_question(text: str) -> bool:
    return text.rstrip(" ”’\"'").endswith("?")


def _short(text: str) -> str:
    """Return a text short enough to be quoted in a question, with a stop at its end."""
    flat = shortened(text.replace("“", "‘").replace("”", "’"), _LONGEST)
    return flat if not flat or flat.rstrip("’\"'")[-1:] in {*".!?…"} else f"{flat}."
