"""The parts of a submission around the answers: title, about us, summary, recommendations, date."""

from __future__ import annotations

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
from desktop.core.recommending import ask, capital
from desktop.core.response import Draft, Recommendation
from desktop.core.rules import Part, SummaryForm
from desktop.core.summary import summary_points
from desktop.core.text import one_line, phrase
from desktop.export.blocks import Writing, plain_runs, plain_words
from desktop.export.filling import Values
from desktop.export.numbers import Numbers
from desktop.export.plan import Plan
from desktop.export.sentences import closed, opened
from desktop.markup import parse


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
        facts = self.plan.say(
            "facts",
            self.base,
            speaks_for=phrase(organisation.speaks_for),
            reach=phrase(organisation.reach),
            charity_number=one_line(organisation.charity_number),
        )
        reason = parse(response.reason)
        blocks = list(writing.blocks(parse(self.draft.about)))
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
        pairs = [
            _pointed(closed(one_line(point.text)), self.pointer(point.questions, numbers))
            for point in points
        ]
        if form is SummaryForm.BULLETS:
            items, refs = zip(*pairs, strict=True)
            yield BulletsBlock(tuple(map(plain_runs, items)), Part.SUMMARY, refs=refs)
            return
        sentences = (" ".join(filter(None, pair)) for pair in pairs)
        yield ParagraphBlock(plain_runs(" ".join(sentences)), Part.SUMMARY)

    def recommendations(self, numbers: Numbers) -> Iterator[OutlineBlock]:
        """Yield who should do what by when, each pointing at the answer that argues for it."""
        complete = [item for item in self.draft.recommendations if phrase(item.what)]
        if not complete:
            return
        yield _heading(Part.RECOMMENDATIONS, self.plan.say("recommendations", self.base))
        items, refs = zip(
            *(
                _pointed(self._recommendation(item), self.pointer((item.question,), numbers))
                for item in complete
            ),
            strict=True,
        )
        yield BulletsBlock(
            tuple(map(plain_runs, items)), Part.RECOMMENDATIONS, ordered=True, refs=refs
        )

    def recommendation(self, item: Recommendation) -> Runs:
        """Return a Recommendation as one sentence."""
        return plain_runs(self._recommendation(item))

    def _recommendation(self, item: Recommendation) -> str:
        words = ask(item)
        what = words.what if words.who else capital(words.what)
        when = self.plan.say("by", self.base, date=words.when) if words.wants_by else words.when
        said = self.plan.say(
            "recommendation",
            self.base,
            who=words.who,
            who_inside=phrase(item.who),
            what=what,
            when=when,
        )
        return self._about_a_bill(item, said)

    def _about_a_bill(self, item: Recommendation, said: str) -> str:
        """Return a Recommendation with the clause it is about before it, and the words proposed for
        that clause after it.
        """
        clause, amendment = phrase(item.clause), phrase(item.amendment)
        if clause:
            said = self.plan.say("clause", self.base, clause=clause, sentence=said)
        if amendment:
            said = f"{said} {self.plan.say('amendment', self.base, amendment=amendment)}"
        return said

    def sentences(self, question: str) -> Iterator[str]:
        """Yield the Recommendations that the Answer to one Question argues for, in words."""
        for item in self.draft.recommendations_of(question):
            if phrase(item.what):
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


def _pointed(sentence: str, pointer: str) -> tuple[str, str]:
    """Return a sentence and its pointer, which takes over the closing stop."""
    if not pointer:
        return sentence, ""
    words, stop = opened(sentence)
    return words, f"{pointer}{stop}"
