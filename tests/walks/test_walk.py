"""Wander through a real workspace at random and hold it against a model in plain dictionaries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from desktop.core import edits
from desktop.core.evidence import Origin
from desktop.core.response import AnswerMark, Recommendation, SummaryPoint
from desktop.errors import WorkspaceError
from desktop.export import ExportOptions, FileFormat
from desktop.paths import Paths
from desktop.session import Session
from tests.walks.exported import check_words, word_words
from tests.walks.person import Person
from tests.walks.picture import QUESTIONS, TICKED_AT, recommendation_fields
from tests.walks.texts import phrases, shapes, written

which = st.sampled_from([0, 0, 0, 1])
numbers = st.sampled_from(QUESTIONS)
places = st.integers(0, 5)


class Walk(RuleBasedStateMachine):
    """Everything that a person can do to a workspace, in any order."""

    template: Path  # a workspace with the shipped content in it and nothing else

    @initialize()
    def sit_down(self) -> None:
        self.person = Person(self.template)
        self.responses = self.person.responses

    def teardown(self) -> None:
        if hasattr(self, "person"):
            self.person.leave()

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        self.person.look()

    # Answers

    @rule(r=which, number=numbers, words=phrases, shapes=shapes, cited=st.booleans())
    def write(self, r: int, number: str, words: str, shapes: list[str], cited: bool) -> None:
        text = written(self.person.words(words), shapes, cited=cited)
        self.person.do_to_answer(edits.SetBody(self.responses[r], number, text), body=text)

    @rule(r=which, number=numbers)
    def empty(self, r: int, number: str) -> None:
        self.person.do_to_answer(edits.SetBody(self.responses[r], number, ""), body="")

    @rule(r=which, number=numbers, words=phrases)
    def make_a_point(self, r: int, number: str, words: str) -> None:
        text = self.person.words(words)
        edit = edits.SetKeyPoint(self.responses[r], number, text)
        self.person.do_to_answer(edit, key_point=text)

    @rule(r=which, number=numbers, mark=st.sampled_from(AnswerMark), reason=phrases)
    def mark(self, r: int, number: str, mark: AnswerMark, reason: str) -> None:
        edit = edits.MarkAnswer(self.responses[r], number, mark, reason)
        kept = reason if mark is AnswerMark.SKIPPED else ""
        self.person.do_to_answer(edit, mark=mark, skip_reason=kept)

    @rule(r=which, number=numbers, words=st.lists(phrases, max_size=2))
    def choose(self, r: int, number: str, words: list[str]) -> None:
        choice = tuple(map(self.person.words, words))
        edit = edits.SetChoice(self.responses[r], number, choice)
        self.person.do_to_answer(edit, choice=choice)

    @rule(r=which, number=numbers, place=places)
    def restore(self, r: int, number: str, place: int) -> None:
        response = self.responses[r]
        versions = self.person.session.versions(response, number)
        for version in versions:
            assert (response, number, version.key_point, version.body) in self.person.ever
        if versions:
            chosen = versions[place % len(versions)]
            edit = edits.RestoreAnswer(response, number, chosen.key_point, chosen.body)
            self.person.do_to_answer(edit, key_point=chosen.key_point, body=chosen.body)

    @rule(r=which, place=places, ticked=st.booleans())
    def tick(self, r: int, place: int, ticked: bool) -> None:
        prompt = self.person.prompts[place % len(self.person.prompts)]
        edit = edits.TickPrompt(self.responses[r], TICKED_AT, prompt, ticked)
        self.person.do(edit, {("tick", edit.response, prompt): ticked or None})

    # Recommendations

    def recommendations(self, r: int) -> tuple[Recommendation, ...]:
        return self.person.session.draft(self.responses[r]).recommendations

    @rule(r=which, number=numbers, words=phrases)
    def recommend(self, r: int, number: str, words: str) -> None:
        response, session = self.responses[r], self.person.session
        item = Recommendation(
            session.new_id(),
            response,
            number,
            who="The Cabinet Office",
            what=self.person.words(f"pay for {words}"),
            position=session.next_recommendation_position(response),
        )
        self.person.do(edits.SaveRecommendation(response, item), recommendation_fields(item))

    @rule(r=which, place=places, words=phrases)
    def set_a_day(self, r: int, place: int, words: str) -> None:
        if items := self.recommendations(r):
            item = replace(items[place % len(items)], by_when=self.person.words(words))
            edit = edits.SaveRecommendation(item.response, item)
            self.person.do(edit, recommendation_fields(item))

    @rule(r=which, place=places)
    def drop_a_recommendation(self, r: int, place: int) -> None:
        if items := self.recommendations(r):
            item = items[place % len(items)]
            edit = edits.RemoveRecommendation(item.response, item.id)
            self.person.do(edit, dict.fromkeys(recommendation_fields(item)))

    @rule(r=which, data=st.data())
    def reorder(self, r: int, data: st.DataObject) -> None:
        response, ids = self.responses[r], [item.id for item in self.recommendations(r)]
        order = tuple(ids[place] for place in data.draw(st.permutations(range(len(ids)))))
        self.person.do(
            edits.OrderRecommendations(response, order),
            {("recommendation", response, i, "position"): n for n, i in enumerate(order)},
        )

    # The frame of the submission

    @rule(r=which, words=st.none() | st.lists(phrases, max_size=2))
    def summarise(self, r: int, words: list[str] | None) -> None:
        response, points = self.responses[r], None
        if words is not None:
            points = tuple(SummaryPoint(self.person.words(text), ("1",)) for text in words)
        edit = edits.SetSummary(response, points)
        self.person.do(edit, {("response", response, "summary"): points})

    @rule(
        r=which,
        name=st.sampled_from(["title", "reason", "about", "oral_evidence"]),
        words=st.none() | phrases,
    )
    def say(self, r: int, name: str, words: str | None) -> None:
        nothing = None if name == "about" else ""
        text = nothing if words is None else written(self.person.words(words), ["paragraph"])
        edit = edits.SetResponseText(self.responses[r], name, text)
        self.person.do(edit, {("response", edit.response, name): text})

    @rule(r=which, day=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)))
    def date(self, r: int, day: date | None) -> None:
        edit = edits.SetDated(self.responses[r], day)
        self.person.do(edit, {("response", edit.response, "dated"): day})

    # Organisations, the bin, the library

    def organisation(self, place: int) -> str:
        known = self.person.session.organisations()
        return known[place % len(known)].id

    @rule(words=phrases)
    def meet(self, words: str) -> None:
        self.person.add_organisation(words)

    @rule(
        place=places,
        name=st.sampled_from(["name", "about", "speaks_for", "charity_number"]),
        words=phrases,
    )
    def describe(self, place: int, name: str, words: str) -> None:
        edit = edits.SetOrganisationField(self.organisation(place), name, self.person.words(words))
        self.person.do(edit, {("org", edit.organisation, name): edit.value})

    @rule(place=places)
    def part(self, place: int) -> None:
        edit = edits.RemoveOrganisation(self.organisation(place))
        fields = self.person.model.of("org", edit.organisation)
        gone = {("org", edit.organisation, name): None for name in fields}
        asked = [self.person.model.of("response", r)["organisation"] for r in self.responses]
        if edit.organisation in asked:
            with pytest.raises(WorkspaceError, match="in use"):
                self.person.session.apply(edit)
        else:
            self.person.do(edit, gone)

    @rule(r=which, place=places)
    def answer_for(self, r: int, place: int) -> None:
        edit = edits.SetOrganisation(self.responses[r], self.organisation(place))
        self.person.do(edit, {("response", edit.response, "organisation"): edit.organisation})

    @rule(r=which, binned=st.booleans())
    def bin(self, r: int, binned: bool) -> None:
        when = self.person.clock.now if binned else None
        edit = edits.BinResponse(self.responses[r], when)
        self.person.do(edit, {("response", edit.response, "binned"): when})

    @rule(place=places, retired=st.booleans())
    def retire(self, place: int, retired: bool) -> None:
        key = self.person.snippets[place % len(self.person.snippets)]
        self.person.do(
            edits.RetireSnippet(key, retired),
            {("snippet", key, "retired"): retired, ("snippet", key, "origin"): Origin.OWN},
        )

    # Time, undo, the file

    @rule(seconds=st.sampled_from([30, 58, 59, 60, 61, 90, 86400, -3600, -1]))
    def wait(self, seconds: int) -> None:
        self.person.clock.pass_by(seconds)

    @rule(r=which, times=st.integers(1, 4))
    def undo(self, r: int, times: int) -> None:
        for _ in range(times):
            self.person.step("undo", edits.response_scope(self.responses[r]))

    @rule(r=which, times=st.integers(1, 4))
    def redo(self, r: int, times: int) -> None:
        for _ in range(times):
            self.person.step("redo", edits.response_scope(self.responses[r]))

    @rule(kind=st.sampled_from(["undo", "undo", "redo"]))
    def step_of_the_workspace(self, kind: str) -> None:
        self.person.step(kind, edits.WORKSPACE_SCOPE)

    @rule()
    def close_and_open(self) -> None:
        self.person.reopen()

    @rule()
    def be_killed(self) -> None:
        self.person.die()

    @rule()
    def back_up(self) -> None:
        self.person.back_up()

    @rule(place=places)
    def lose_the_file(self, place: int) -> None:
        self.person.go_back_to_a_backup(place)

    # Exports

    def exported(self, r: int, kind: FileFormat, options: ExportOptions) -> Path:
        session = self.person.session
        path = self.person.folder / f"evidence.{kind.value}"
        draft = session.draft(self.responses[r])
        return session.export_job(draft, path, options, kind, replace=True)()

    @rule(r=which, numbers_as_text=st.booleans(), list_of_sources=st.booleans())
    def export_word(self, r: int, numbers_as_text: bool, list_of_sources: bool) -> None:
        options = ExportOptions(numbers_as_text=numbers_as_text, list_of_sources=list_of_sources)
        words = word_words(self.exported(r, FileFormat.WORD, options))
        check_words(words, self.person.model, self.responses[r])

    @rule(r=which)
    def export_text(self, r: int) -> None:
        words = self.exported(r, FileFormat.TEXT, ExportOptions()).read_text(encoding="utf-8")
        check_words(words, self.person.model, self.responses[r])


# It needs a fraction of this, unless it fails and looks for the shortest way to fail.
@pytest.mark.timeout(300)
def test_whatever_a_person_does_the_workspace_keeps_and_the_submission_says(
    workspace: Path, paths: Paths
) -> None:
    Session.open(workspace, paths).close()
    Walk.template = workspace
    examples = max(settings().max_examples // 2, 1)
    run_state_machine_as_test(
        Walk, settings=settings(max_examples=examples, stateful_step_count=15)
    )
