"""A mock hearing: what a member of the committee would ask about a draft, and why just that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from desktop.core.evidence_map import AnswerText, Argument, Gap, asked_words, evidence_map
from desktop.core.figure_finding import figures
from desktop.core.figure_values import Figure, FigureKind, tells
from desktop.core.recommending import is_blank
from desktop.core.response import AnswerState, Draft, Recommendation
from desktop.core.sentences import sentence_spans

_MOST = 14
_MOST_FIGURES = 2  # in one answer
_MOST_GAPS = 3
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
    draft: Draft, texts: Mapping[str, AnswerText], others: Sequence[str] = ()
) -> tuple[Likely, ...]:
    """Return likely questions, made from what a draft says and leaves open, then ``others`` that
    the Course brings; none of them twice.
    """
    arguments = evidence_map(draft, texts)
    made = (
        *_strongest(arguments),
        *(each for argument in arguments for each in _about(draft, argument, texts)),
        *_about_asks(draft, texts),
        *_gaps(arguments),
    )
    course = (Likely(asks, "It is one that this course brings.") for asks in others)
    return tuple(_once([*_once(made)[:_MOST], *course]))


def _once(found: Iterable[Likely]) -> list[Likely]:
    return list({each.asks: each for each in reversed(list(found))}.values())[::-1]


def _strongest(arguments: Sequence[Argument]) -> Iterator[Likely]:
    """Ask about the claim that has most behind it: that is where a hearing begins."""
    claims = [each for each in arguments if each.key_point]
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


def _about(draft: Draft, argument: Argument, texts: Mapping[str, AnswerText]) -> Iterator[Likely]:
    number = argument.question.number
    text = texts.get(number, AnswerText())
    if argument.state in (AnswerState.SKIPPED, AnswerState.NOT_STARTED):
        return
    said = _short(argument.key_point)
    if said and Gap.EVIDENCE in argument.gaps:
        yield Likely(
            f"You say: “{said}” What do you base that on?",
            "Your answer cites nothing, and tells nothing that you have seen yourselves.",
            number,
            argument.key_point,
        )
    yield from _about_figures(number, text)
    if said and Gap.COUNTER_ARGUMENT in argument.gaps:
        yield Likely(
            f"Others will tell us the opposite of “{said}” What do you say to them?",
            "Your answer meets no argument against it.",
            number,
            argument.key_point,
        )
    if Gap.RECOMMENDATION in argument.gaps:
        yield Likely(
            f"On “{draft.consultation.question(number).heading}” you describe the problem. What "
            "would you have us recommend?",
            "Your answer asks for nothing.",
            number,
        )


def _about_figures(number: str, text: AnswerText) -> Iterator[Likely]:
    cited = {each.says for each in text.cited}
    asked = 0
    for sentence in _sentences(text.lines):
        figure = next(filter(tells, figures(sentence)), None)
        if figure is None or asked == _MOST_FIGURES:
            continue
        if found := _about_figure(number, sentence, figure, is_cited=sentence in cited):
            asked += 1
            yield found


def _about_figure(number: str, sentence: str, figure: Figure, *, is_cited: bool) -> Likely | None:
    if figure.kind is FigureKind.SHARE and not _OF_HOW_MANY.search(sentence):
        return Likely(
            f"You give us a figure, {figure.text}. Of how many, and how were they chosen?",
            "It is a share, and the sentence does not say of how many.",
            number,
            sentence,
        )
    if not is_cited:
        return Likely(
            f"Where does your figure of {figure.text} come from, and who counted?",
            "The sentence cites no source.",
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
            f"You ask for this: “{item.what.strip()}” Whose job would that be?",
            "The recommendation does not say who should do it.",
            number,
            said,
        )
    if item.what.strip() and not _COST.search(f"{said} {' '.join(text.lines)}"):
        yield Likely(
            f"“{said}” What would that cost, and who would pay for it?",
            "Neither the recommendation nor its answer says what it costs.",
            number,
            said,
        )
    elif item.who.strip() and not item.by_when.strip():
        yield Likely(
            f"“{said}” When would you need it, and what happens until then?",
            "The recommendation does not say by when.",
            number,
            said,
        )


def _gaps(arguments: Sequence[Argument]) -> Iterator[Likely]:
    open_ = (AnswerState.SKIPPED, AnswerState.NOT_STARTED)
    for each in [each for each in arguments if each.state in open_][:_MOST_GAPS]:
        if each.state is AnswerState.SKIPPED:
            why = f"You skipped it: {_short(each.skip_reason)}" if each.skip_reason else ""
            yield Likely(
                f"You say nothing on “{each.question.heading}”. May we take it that you have no "
                "view?",
                why or "You skipped it.",
                each.question.number,
            )
        else:
            yield Likely(
                f"What would you have told us about “{each.question.heading}”?",
                "You have not answered this question.",
                each.question.number,
            )


def _sentences(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for start, end in sentence_spans(line):
            yield line[start:end].strip()


def _short(text: str) -> str:
    """Return a text short enough to be said in a question, with a stop at its end."""
    flat = " ".join(text.split())
    if len(flat) > 200:
        flat = flat[:200].rsplit(" ", 1)[0] + "…"
    return flat if not flat or flat[-1] in ".!?…" else f"{flat}."
