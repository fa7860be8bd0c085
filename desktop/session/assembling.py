"""A first draft: finding the pieces, planning who gets what, and writing it as one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.core.changes import Changes
from desktop.core.consultation import LimitUnit, question_ref
from desktop.core.drafting import AnswerPlan, Candidate, openings
from desktop.core.drafting_edits import AssembleDraft, Fill
from desktop.core.drafting_pieces import Leads, Ourselves, candidate, earlier_key_point
from desktop.core.drafting_plan import plan
from desktop.core.drafting_text import body, inserted
from desktop.core.evidence import Purpose, SnippetKind, Standing, Suggestion
from desktop.core.likeness import shared_words, telling_words
from desktop.core.response import Draft
from desktop.core.runs import WordRuns, share_found, word_runs
from desktop.core.text import plain_text
from desktop.markup import parse, write
from desktop.markup.counting import document_words

if TYPE_CHECKING:
    from desktop.session.jobs import Job
    from desktop.session.session import Session
    from desktop.store.past_answers import PastAnswer

# Kinds that are few beside arguments: they are asked for by themselves, so that they are found.
_FEW = frozenset({SnippetKind.STATISTIC, SnippetKind.CASE_STUDY, SnippetKind.RECOMMENDATION})
# Of a kind that is few, the best for a question may still be far from it. See decision 0033.
_NEAR_THE_BEST = 0.5
# A piece stands in the response already if as much of it does, word for word.
_STANDS = 0.5
# A question is asked again if it shares as many of its telling words with the earlier one.
_SAME_QUESTION = 0.6
_HEADINGS = {
    Purpose.EVIDENCE: "draft_evidence",
    Purpose.EXAMPLE: "draft_example",
    Purpose.RECOMMENDATION: "draft_recommendation",
}


@dataclass(frozen=True, slots=True)
class FirstDraft:
    """A first draft before it is written: a plan for each Question that was asked for, the words of
    the whole submission as it stands, and the sub-headings that long answers get.
    """

    response: str
    plans: tuple[AnswerPlan, ...]
    words: int
    headings: Mapping[Purpose, str]

    @property
    def filled(self) -> tuple[AnswerPlan, ...]:
        """The answers that get something."""
        return tuple(item for item in self.plans if item.placed)


def assembling(session: Session, draft: Draft, numbers: Collection[str]) -> Job[FirstDraft]:
    """Return a Job that plans a first draft of these Questions; nothing is written.

    It raises ContentError if the templates cannot be read. ``draft`` must be what is stored now.
    """
    opened = openings(draft, numbers)
    open_numbers = [item.question.number for item in opened if item.untouched is None]
    finding = {number: _Finding.of(session, draft, number) for number in open_numbers}
    us = Ourselves(
        draft.organisation.name,
        frozenset(
            item.name for item in session.organisations() if item.id != draft.organisation.id
        ),
    )
    templates = session.paths.templates

    def work() -> FirstDraft:
        from desktop.export.outline import base_values
        from desktop.export.plan import load_plan

        words, base = load_plan(templates), base_values(draft)
        leads = Leads(
            said=lambda who, when: words.say("draft_said", base, who=who, when=when),
            opposed=words.say("draft_opposed", base),
        )
        offered = {number: each.candidates(us, leads) for number, each in finding.items()}
        written = document_words(draft)
        limit = draft.consultation.limit
        left = limit.value - written if limit and limit.unit is LimitUnit.WORDS else None
        return FirstDraft(
            draft.response.id,
            plan(opened, offered, left),
            written,
            {part: words.say(word, base) for part, word in _HEADINGS.items()},
        )

    return work


def assemble(
    session: Session, first: FirstDraft, plans: Iterable[AnswerPlan], origin: object = None
) -> Changes | None:
    """Write planned answers as one undo step; None if there was nothing to write.

    What has been written meanwhile is not overwritten. Raises WorkspaceError if it cannot be saved.
    """
    fills = tuple(fill(item, first.headings) for item in plans if item.placed)
    return session.apply(AssembleDraft(first.response, fills), origin) if fills else None


def fill(item: AnswerPlan, headings: Mapping[Purpose, str]) -> Fill:
    """Return what a plan writes."""
    text = write(body(item, headings))
    return Fill(item.question.number, item.key_point, text, inserted(item))


@dataclass(frozen=True, slots=True)
class _Finding:
    """What looks for the pieces of one answer."""

    draft: Draft
    number: str
    suggesting: tuple[Job[list[Suggestion]], ...]
    countering: Job[list[Suggestion]]
    past: Job[list[PastAnswer]]
    written: WordRuns

    @classmethod
    def of(cls, session: Session, draft: Draft, number: str) -> _Finding:
        """Return what looks for the pieces of an answer to this Question."""
        return cls(
            draft,
            number,
            (
                session.suggesting(draft, number),
                session.suggesting(draft, number, kinds=_FEW),
            ),
            # A question claims nothing: "was not" and "although" say nothing against it.
            session.countering(draft, number, draft.consultation.question(number).text, clear=True),
            session.finding_past_answers(draft, number),
            _written(draft),
        )

    def candidates(self, us: Ourselves, leads: Leads) -> list[Candidate]:
        """Return what may go into the answer, best first."""
        offered = [item for job in self.suggesting for item in job()]
        least = _NEAR_THE_BEST * max((item.score for item in offered), default=0)
        good = [item for item in self._good(offered) if item.score >= least]
        found = [candidate(item, us, leads) for item in good]
        known = {item.piece.id for item in good}
        # Words hardly tell what argues the other way; it has to suit the question at any rate.
        against = [
            candidate(item, us, leads, counters=True)
            for item in self._good(self.countering())
            if item.piece.id in known
        ]
        every = [*self._earlier(us), *against, *found]
        return list(_together(item for item in every if item is not None))

    def _good(self, found: Iterable[Suggestion]) -> Iterator[Suggestion]:
        """Yield what is good enough to be put in, and is not there yet."""
        for item in found:
            fresh = item.standing is Standing.OFFERED
            if item.confident and fresh and not self._stands(item.piece.text):
                yield item

    def _stands(self, text: str) -> bool:
        return share_found(text, self.written) >= _STANDS

    def _earlier(self, us: Ourselves) -> Iterator[Candidate]:
        """Yield the key points of our own earlier answers to this Question."""
        for item in self.past():
            if item.organisation != us.name or item.document or not self._asked_again(item):
                continue
            found = earlier_key_point(
                f"answer:{item.answer.response}:{item.answer.question}",
                item.answer.key_point,
                f"Your answer {item.answer.question} to {item.consultation_title}",
            )
            if found is not None and not self._stands(found.text):
                yield found

    def _asked_again(self, item: PastAnswer) -> bool:
        ref = item.ref or question_ref(item.consultation, item.answer.question)
        if ref == question_ref(self.draft.consultation.id, self.number):
            return True
        words = telling_words(item.asked)
        shared = len(shared_words(item.asked, self.draft.consultation.question(self.number).text))
        return bool(words) and shared >= _SAME_QUESTION * len(words)


def _together(found: Iterable[Candidate]) -> Iterable[Candidate]:
    """Return each piece once, with all the parts that it serves."""
    known: dict[str, Candidate] = {}
    for item in found:
        before = known.get(item.id, item)
        known[item.id] = replace(
            item,
            parts=item.parts | before.parts,
            against=before.against or item.against,
            why=item.why or before.why,
        )
    return known.values()


def _written(draft: Draft) -> WordRuns:
    runs: set[tuple[str, ...]] = set()
    for answer in draft.answers.values():
        runs |= word_runs(f"{answer.key_point}\n{plain_text(parse(answer.body))}")
    return frozenset(runs)
