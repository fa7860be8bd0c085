from __future__ import annotations

from collections import Counter
from dataclasses import replace

from desktop.core.consultation import Limit
from desktop.core.drafting import AnswerPlan, Missing, Untouched, without
from desktop.core.edits import (
    AddOrganisation,
    MarkAnswer,
    RetireSnippet,
    SaveSnippet,
    SaveSource,
    SetBody,
    SetKeyPoint,
    response_scope,
)
from desktop.core.evidence import Origin, Purpose, Snippet, SnippetKind, Source, SourceKind
from desktop.core.response import AnswerMark, AnswerState, Organisation, Response
from desktop.core.text import citations
from desktop.export import ExportOptions
from desktop.markup import parse
from desktop.markup.counting import document_words
from desktop.markup.unreviewed import unreviewed_questions
from desktop.session import Session
from desktop.session.assembling import FirstDraft, assemble, assembling
from tests.support.workspace import INQUIRY

EVERY = [str(number) for number in range(1, 10)]
OURS = Source(
    "ours-2019",
    "Halls and contracts",
    author="Fernbrook Community Trust",
    date="2019",
    kind=SourceKind.PAST_RESPONSE,
    origin=Origin.OWN,
)
OWN_CLAIM = "Commissioning by the voluntary sector pushes small halls out of public services."


def own_snippet(claim: str = OWN_CLAIM) -> Snippet:
    text = (
        f"{claim} In our area, increased commissioning of public service provision from the "
        "voluntary and community sector brought four contracts, and none went to a village hall."
    )
    refs = (f"{INQUIRY}#4",)
    kind = SnippetKind.ARGUMENT
    return Snippet("own-1", OURS.key, claim, text, kind, "page 3", questions=refs)


def planned(session: Session, response: Response, *numbers: str) -> FirstDraft:
    return assembling(session, session.draft(response.id), numbers or EVERY)()


def at(first: FirstDraft, number: str) -> AnswerPlan:
    return next(item for item in first.plans if item.question.number == number)


def test_every_answer_gets_cited_pieces_of_the_library_none_of_them_twice(
    session: Session, response: Response
) -> None:
    first = planned(session, response)
    assert [item.question.number for item in first.plans] == EVERY
    assert all(item.placed for item in first.plans)
    ids = Counter(p.candidate.id for item in first.plans for p in item.placed)
    assert set(ids.values()) == {1}
    assert all(p.why for item in first.plans for p in item.placed)
    assert assemble(session, first, first.plans)
    draft = session.draft(response.id)
    sources = session.sources()
    for item in first.plans:
        cites = list(citations(parse(draft.answer(item.question.number).body)))
        assert len(cites) == sum(1 for placed in item.placed if placed.blocks)
        assert all(cite.key in sources and cite.locator for cite in cites)
        assert item.length.words <= (item.room.words or 0)
    assert document_words(draft) <= 3000


def test_nothing_is_said_to_be_ready_and_everything_is_unreviewed(
    session: Session, response: Response
) -> None:
    first = planned(session, response)
    assemble(session, first, first.plans)
    draft = session.draft(response.id)
    assert {draft.answer(number).state for number in EVERY} == {AnswerState.DRAFTING}
    assert unreviewed_questions(draft) == {
        item.question.number: len(item.placed) for item in first.plans
    }


def test_one_undo_takes_all_of_it_back(session: Session, response: Response) -> None:
    before = session.draft(response.id)
    first = planned(session, response)
    assemble(session, first, first.plans)
    session.undo(response_scope(response.id))
    after = session.draft(response.id)
    assert (after.answers, after.unreviewed) == (before.answers, before.unreviewed)


def test_with_a_fresh_library_no_key_point_is_put_into_our_mouth(
    session: Session, response: Response
) -> None:
    first = planned(session, response)
    assert {item.missing[Purpose.CLAIM] for item in first.plans} == {Missing.NOT_FOUND}
    assert all(not item.key_point for item in first.plans)


def test_the_document_has_no_word_about_drafts_or_reviewing(
    session: Session, response: Response
) -> None:
    first = planned(session, response)
    assemble(session, first, first.plans)
    outline = session.outlining(session.draft(response.id), ExportOptions())()
    said = str(outline).casefold()
    for word in ("unreviewed", "first draft", "key point", "counter-argument"):
        assert word not in said


def test_what_we_argued_ourselves_may_be_the_key_point(
    session: Session, response: Response
) -> None:
    session.apply(SaveSource(OURS))
    session.apply(SaveSnippet(own_snippet()))
    found = at(planned(session, response, "4"), "4")
    assert found.key_point == OWN_CLAIM
    assert [p.candidate.id for p in found.placed].count("own-1") == 1


def test_our_earlier_answer_to_the_same_question_gives_its_key_point(
    session: Session, response: Response
) -> None:
    earlier = session.start_response(INQUIRY, response.organisation)
    session.apply(SetKeyPoint(earlier.id, "4", "Contracts go to those who bid most."))
    session.apply(SetBody(earlier.id, "4", "We lost three contracts."))
    found = at(planned(session, response, "4"), "4")
    assert found.key_point == "Contracts go to those who bid most."
    assert found.placed[0].candidate.reference.startswith("Your answer 4 to Smaller Government")


def test_what_another_organisation_answered_is_not_our_key_point(
    session: Session, response: Response
) -> None:
    session.apply(AddOrganisation(Organisation("other", "Larch House")))
    earlier = session.start_response(INQUIRY, "other")
    session.apply(SetKeyPoint(earlier.id, "4", "Contracts go to those who bid most."))
    session.apply(SetBody(earlier.id, "4", "We lost three contracts."))
    assert not at(planned(session, response, "4"), "4").key_point


def test_a_key_point_that_stands_in_the_response_is_not_repeated(
    session: Session, response: Response
) -> None:
    earlier = session.start_response(INQUIRY, response.organisation)
    point = "Contracts go to those who bid the most often and not to those who know the place."
    session.apply(SetKeyPoint(earlier.id, "4", point))
    session.apply(SetBody(earlier.id, "4", "We lost three contracts."))
    session.apply(SetKeyPoint(response.id, "3", point))
    assert not at(planned(session, response, "4"), "4").key_point


def test_what_is_used_in_one_answer_is_not_put_into_another(
    session: Session, response: Response
) -> None:
    first = planned(session, response, "4")
    assemble(session, first, first.plans)
    used = {p.candidate.id for p in at(first, "4").placed}
    again = planned(session, response)
    assert at(again, "4").untouched is Untouched.WRITTEN
    assert used.isdisjoint(p.candidate.id for item in again.plans for p in item.placed)


def test_what_is_written_or_skipped_stays_as_it_is(session: Session, response: Response) -> None:
    session.apply(SetBody(response.id, "1", "Ours."))
    session.apply(MarkAnswer(response.id, "5", AnswerMark.SKIPPED, "Not for us."))
    first = planned(session, response)
    assert (at(first, "1").untouched, at(first, "5").untouched) == (
        Untouched.WRITTEN,
        Untouched.SKIPPED,
    )
    assemble(session, first, first.plans)
    draft = session.draft(response.id)
    assert draft.answer("1").body == "Ours."
    assert draft.answer("5").body == ""
    assert draft.answer("5").state is AnswerState.SKIPPED


def test_what_somebody_leaves_out_stays_out(session: Session, response: Response) -> None:
    first = planned(session, response, "4")
    ids = [p.candidate.id for p in at(first, "4").placed]
    assert assemble(session, first, without(first.plans, {("4", id_) for id_ in ids})) is None
    assemble(session, first, without(first.plans, {("4", ids[0])}))
    assert len(session.draft(response.id).unreviewed["4"]) == len(ids) - 1


def test_an_empty_library_fills_nothing_and_says_so(session: Session, response: Response) -> None:
    for snippet in session.snippets():
        session.apply(RetireSnippet(snippet.id, retired=True))
    first = planned(session, response)
    assert first.filled == ()
    assert all(set(item.missing.values()) == {Missing.NOT_FOUND} for item in first.plans)
    assert assemble(session, first, first.plans) is None


def test_the_words_that_are_left_in_the_submission_are_not_passed(
    session: Session, response: Response
) -> None:
    draft = session.draft(response.id)
    short = replace(draft.consultation, limit=Limit(700))
    first = assembling(session, replace(draft, consultation=short), EVERY)()
    total = sum(item.length.words for item in first.plans)
    assert 0 < total <= 700 - document_words(draft)
