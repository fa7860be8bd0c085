"""The parts of a submission around the answers: title, about us, summary, recommendations, date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.core.outline import (
    BulletsBlock,
    HeadingBlock,
    Level,
    OutlineBlock,
    ParagraphBlock,
    Runs,
)
from desktop.core.response import Draft, Recommendation
from desktop.core.rules import Part, SummaryForm
from desktop.core.summary import summary_points
from desktop.export.blocks import Writing, plain_runs, plain_words
from desktop.export.filling import Values, one_line
from desktop.export.numbers import Numbers
from desktop.export.plan import Plan
from desktop.markup import parse

# When a recommendation's date already says how it is meant, no "by" goes before it.
_SAYS_WHEN = re.compile(
    r"(?:by|before|within|in|on|at|from|until|after|during|as|now|immediately|straight|over"
    r"|no|not|every|each|when|while|once|without|annually|this|next|through|throughout)\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"\A(?:should|must|to)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """Writes the parts of one Draft, apart from the answers.

    ``printed`` holds the numbers of the Questions whose answers are in the document.
    """

    draft: Draft
    plan: Plan
    base: Values
    printed: frozenset[str]

    def title(self, title: str) -> Iterator[OutlineBlock]:
        """Yield the title line and, under it, the inquiry."""
        yield HeadingBlock(Level.TITLE, title, Part.TITLE)
        subtitle = plain_runs(self.plan.say("subtitle", self.base))
        if subtitle:
            yield ParagraphBlock(subtitle, Part.TITLE)

    def about(self, writing: Writing) -> Iterator[OutlineBlock]:
        """Yield who we are, for whom we speak and why we are submitting."""
        organisation, response = self.draft.organisation, self.draft.response
        about = organisation.about if response.about is None else response.about
        facts = self.plan.say(
            "facts",
            self.base,
            speaks_for=_phrase(organisation.speaks_for),
            reach=_phrase(organisation.reach),
            charity_number=one_line(organisation.charity_number),
        )
        reason = parse(response.reason)
        blocks = list(writing.blocks(parse(about)))
        if facts:
            blocks.append(writing.sentence(facts))
        blocks.extend(writing.blocks(reason))
        if blocks:
            yield _heading(Part.ABOUT, self.plan.say("about", self.base, has_reason=bool(reason)))
            yield from blocks

    def oral_evidence(self, writing: Writing) -> Iterator[OutlineBlock]:
        """Yield what we would like to say in person."""
        blocks = list(writing.blocks(parse(self.draft.response.oral_evidence)))
        if blocks:
            yield _heading(Part.ORAL_EVIDENCE, self.plan.say("oral_evidence", self.base))
            yield from blocks

    def summary(self, numbers: Numbers) -> Iterator[OutlineBlock]:
        """Yield the summary; each point says which paragraphs it sums up."""
        form = self.draft.rules.document.summary
        points = [point for point in summary_points(self.draft) if point.text.strip()]
        if form is SummaryForm.NONE or not points:
            return
        yield _heading(Part.SUMMARY, self.plan.say("summary", self.base))
        refs = [self.pointer(point.questions, numbers) for point in points]
        if form is SummaryForm.BULLETS:
            items = tuple(plain_runs(point.text) for point in points)
            yield BulletsBlock(items, Part.SUMMARY, refs=tuple(refs))
            return
        sentences = [
            _with_pointer(point.text, ref) for point, ref in zip(points, refs, strict=True)
        ]
        yield ParagraphBlock(plain_runs(" ".join(sentences)), Part.SUMMARY)

    def recommendations(self, numbers: Numbers) -> Iterator[OutlineBlock]:
        """Yield who should do what by when, each pointing at the answer that argues for it."""
        complete = [item for item in self.draft.recommendations if item.what.strip()]
        if not complete:
            return
        yield _heading(Part.RECOMMENDATIONS, self.plan.say("recommendations", self.base))
        yield BulletsBlock(
            tuple(self.recommendation(item) for item in complete),
            Part.RECOMMENDATIONS,
            ordered=True,
            refs=tuple(self.pointer((item.question,), numbers) for item in complete),
        )

    def recommendation(self, item: Recommendation) -> Runs:
        """Return a Recommendation as one sentence."""
        who, what, when = map(_phrase, (item.who, item.what, item.by_when))
        if who:
            who, what = _capital(who), _lower_first(_SHOULD.sub("", what, count=1))
        else:
            what = _capital(what)
        if when and not _SAYS_WHEN.match(when):
            when = self.plan.say("by", self.base, date=when)
        elif when:
            when = _lower_first(when)
        return plain_runs(self.plan.say("recommendation", self.base, who=who, what=what, when=when))

    def sentences(self, question: str) -> Iterator[str]:
        """Yield the Recommendations that the Answer to one Question argues for, in words."""
        for item in self.draft.recommendations_of(question):
            if item.what.strip():
                yield plain_words(self.recommendation(item))

    def pointer(self, questions: Iterable[str], numbers: Numbers) -> str:
        """Return "(paragraphs 3 to 5 and 9)" for the answers to these Questions, "" for none.

        Where an answer's paragraphs have no numbers the Questions are named instead.
        """
        answers = self.printed.intersection(questions)
        ranges = numbers.ranges(answers)
        if ranges:
            one = len(ranges) == 1 and ranges[0][0] == ranges[0][1]
            word = "paragraph_one" if one else "paragraph_many"
            return self.plan.say(word, self.base, places=self._list(map(self._range, ranges)))
        named = [q.number for q in self.draft.consultation.questions if q.number in answers]
        if not named:
            return ""
        word = "question_one" if len(named) == 1 else "question_many"
        return self.plan.say(word, self.base, places=self._list(named))

    def date(self, day: str) -> Iterator[OutlineBlock]:
        """Yield the date."""
        yield ParagraphBlock(plain_runs(self.plan.say("date", self.base, date=day)), Part.DATE)

    def _range(self, ends: tuple[str, str]) -> str:
        first, last = ends
        return first if first == last else self.plan.say("range", self.base, first=first, last=last)

    def _list(self, places: Iterable[str]) -> str:
        *most, last = places
        joint = self.plan.say("and", self.base)
        return f"{', '.join(most)} {joint} {last}" if most else last


def _heading(part: Part, text: str) -> HeadingBlock:
    return HeadingBlock(Level.SECTION, text, part)


def _phrase(text: str) -> str:
    """Return words a person typed as part of a sentence: one line, no closing stop."""
    return one_line(text).rstrip(" .;,")


def _with_pointer(text: str, pointer: str) -> str:
    """Return a sentence of a prose summary; its pointer goes before the closing stop."""
    words = _phrase(text)
    return f"{words} {pointer}." if pointer else f"{words}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower_first(text: str) -> str:
    """Return the text with a small first letter, unless its first word is an acronym or a name."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:].islower() or len(first) == 1 else text
