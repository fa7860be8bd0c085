"""What past responses said, at the question they answered and at questions like it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop.core import edits
from desktop.core.consultation import QuestionKind
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.evidence import SourceKind
from desktop.core.imports import ImportState, MarkState
from desktop.core.intake_edits import SetImportField, SetImportKind, SetMark
from desktop.core.response import Organisation, Response
from desktop.core.understanding import Call, CalledQuestion, Mark, SentenceKind
from desktop.errors import WorkspaceError
from desktop.session import Session
from desktop.session.prompting import PromptCard
from tests.support.imported import (
    ASK,
    BUSES,
    HALLS,
    SECOND,
    a_call,
    a_file,
    bring_in,
    take_in,
    understood,
)
from tests.support.workspace import INQUIRY


def said(session: Session, response: Response, number: str) -> list[PromptCard]:
    cards = session.prompts(session.draft(response.id), number)
    return [card for card in cards if card.prompt.id.startswith("said:")]


def test_past_answers_come_whole_with_where_and_when(session: Session, response: Response) -> None:
    (key,) = take_in(session, a_file())
    first, second = session.past_answers(response.id)
    assert first.answer.body == f"{HALLS}\n\n{BUSES}"
    assert (first.answer.response, first.answer.question) == ("", "1")
    assert (first.consultation, first.consultation_title) == (
        INQUIRY,
        "Smaller Government: Bigger Society?",
    )
    assert (first.sent, first.edited) == ("2019-03-07", datetime(2019, 3, 7))  # noqa: DTZ001
    assert (first.organisation, first.document) == ("Fernbrook Trust", key)
    assert first.locator == "page 1, paragraph 1"
    assert second.answer.body == ASK
    session.intake.bin([key])
    assert session.past_answers(response.id) == []


def test_the_day_it_was_sent_and_by_whom_can_be_said_later(
    session: Session, response: Response
) -> None:
    (key,) = take_in(session, a_file(understood(date="")))
    (first, _) = session.past_answers(response.id)
    assert (first.sent, first.edited) == ("", session.clock())
    session.apply(SetImportField(key, "sent", "2018"))
    session.apply(SetImportField(key, "organisation", "Thornley Youth"))
    (first, _) = session.past_answers(response.id)
    assert (first.sent, first.edited.year, first.organisation) == ("2018", 2018, "Thornley Youth")
    session.apply(SetImportField(key, "sent", "in spring"))
    assert session.past_answers(response.id)[0].edited == session.clock()


def test_answers_to_the_same_question_come_first_then_those_to_one_like_it(
    session: Session, response: Response
) -> None:
    question = session.draft(response.id).consultation.question("2").text
    like = understood(ask="Halls are paid for by raffles.", second=question, title="Like")
    unmatched = tuple(replace(part, ref="") for part in like.parts)
    take_in(session, a_file(replace(like, parts=unmatched), name="like.docx"))
    take_in(session, a_file(name="same.docx"))
    found = session.finding_past_answers(session.draft(response.id), "2")()
    assert [item.answer.body for item in found[:2]] == [ASK, "Halls are paid for by raffles."]
    assert found[1].asked == question


def test_answers_about_the_same_thing_are_found_whatever_was_asked(
    session: Session, response: Response
) -> None:
    heading = session.draft(response.id).consultation.question("2").text
    known = understood(f"We looked at this before. {heading} We thought about it for long.")
    parts = tuple(replace(part, ref="", question="Anything else?") for part in known.parts)
    take_in(session, a_file(replace(known, parts=parts)))
    found = session.finding_past_answers(session.draft(response.id), "2")()
    assert found[0].answer.body.startswith("We looked at this before.")


def test_ones_own_answers_are_among_them(session: Session, response: Response) -> None:
    session.apply(edits.SetBody(response.id, "1", "Our own words."))
    session.apply(edits.AddOrganisation(Organisation("other", "Thornley Youth")))
    next_one = session.start_response(INQUIRY, "other")
    (mine,) = session.finding_past_answers(session.draft(next_one.id), "1")()
    assert (mine.answer.body, mine.document) == ("Our own words.", "")
    assert session.has_past_responses is False


def test_a_recommendation_of_a_past_response_is_asked_about(
    session: Session, response: Response
) -> None:
    (key,) = take_in(session, a_file())
    (card,) = said(session, response, "2")
    assert card.prompt.question.startswith("In 2019 you recommended this: “We recommend that the")
    assert card.starter.startswith("In 2019 we recommended this: “We recommend that the")
    assert card.source is not None
    assert card.source.key == session.intake.document(key).source
    assert card.prompt.locator.startswith("page 2")
    assert said(session, response, "1") == []
    session.apply(edits.TickPrompt(response.id, "2", card.prompt.id, True))
    (ticked,) = said(session, response, "2")
    assert ticked.ticked
    session.apply(SetMark(key, "m0", SentenceKind.RECOMMENDATION, MarkState.DISMISSED))
    assert said(session, response, "2") == []


def test_a_figure_of_a_past_response_is_asked_about_after_what_was_recommended(
    session: Session, response: Response
) -> None:
    known = understood(ask=f"{ASK} In all 312 halls took part.")
    place = len(known.document.blocks) - 1
    text = known.document.blocks[place].text
    at = text.index("In all")
    figure = Mark(place, at, len(text), text[at:], SentenceKind.FIGURE, 0.9)
    ask = replace(known.marks[0], end=len(ASK), text=ASK)
    take_in(session, a_file(replace(known, marks=(figure, ask))))
    first, second = said(session, response, "2")
    assert "recommended" in first.prompt.question
    assert second.prompt.question == (
        "You gave a figure for 2019: “In all 312 halls took part.” Is there a newer one?"
    )


def test_what_was_repeated_is_asked_about_once(session: Session, response: Response) -> None:
    take_in(
        session,
        a_file(name="old.docx"),
        a_file(understood(title="Later", date="2021"), name="new.docx"),
    )
    (card,) = said(session, response, "2")
    assert card.prompt.question.startswith("In 2021 you recommended")


def test_a_question_asked_in_nearly_the_same_words_is_the_same_question(
    session: Session, response: Response
) -> None:
    question = session.draft(response.id).consultation.question("2")
    known = understood(second=question.text)
    parts = tuple(replace(part, ref="") for part in known.parts)
    take_in(session, a_file(replace(known, parts=parts)))
    assert len(said(session, response, "2")) == 1
    other = understood(second=SECOND)
    unmatched = tuple(replace(part, ref="") for part in other.parts)
    take_in(session, a_file(replace(other, parts=unmatched), name="b.docx"))
    assert len(said(session, response, "2")) == 1


def test_a_recommendation_of_no_date_is_asked_about_too(
    session: Session, response: Response
) -> None:
    take_in(session, a_file(understood(date="")))
    (card,) = said(session, response, "2")
    assert card.prompt.question.startswith("In an earlier response you recommended")
    assert card.starter.startswith("In an earlier response we recommended")


def test_only_past_responses_are_what_we_said(session: Session, response: Response) -> None:
    (key,) = bring_in(session, a_file())
    session.apply(SetImportKind(key, SourceKind.REPORT))
    session.intake.accepting([key])()
    assert session.past_answers(response.id) == []
    assert said(session, response, "2") == []


CALL = Call(
    title="Halls in villages",
    body="Thornley Council",
    closes=date(2027, 1, 4),
    questions=(
        CalledQuestion("1", "What do halls need?"),
        CalledQuestion("2", "Are you a trustee?", kind=QuestionKind.SINGLE, options=("Yes", "No")),
    ),
)


def test_a_call_for_evidence_becomes_a_consultation_that_stays(
    session: Session, organisation: Organisation
) -> None:
    (key,) = bring_in(session, a_call(CALL))
    made = session.intake.start_consultation(key)
    consultation = next(item for item in session.consultations() if item.id == made)
    assert (consultation.title, consultation.body) == ("Halls in villages", "Thornley Council")
    assert [question.text for question in consultation.questions] == [
        "What do halls need?",
        "Are you a trustee?",
    ]
    assert session.intake.document(key).consultation == made
    assert session.intake.document(key).state is ImportState.ACCEPTED
    assert session.undo_name(WORKSPACE_SCOPE) == "adding an organisation"
    # Saved again it is the same one; another of that title is not.
    assert session.intake.start_consultation(key) == made
    (other,) = bring_in(session, replace(a_call(CALL), digest="other"))
    assert session.intake.consultation_of(other).id == f"{made}-2"
    response = session.start_response(made, organisation.id)
    path, paths, clock = session.path, session.paths, session.clock
    session._db.execute("DELETE FROM packs")  # a newer version of the program: all packs are read
    again = Session.open(path, paths, clock)
    try:
        draft = again.draft(response.id)
        assert draft.consultation == consultation
        assert draft.rules.title
    finally:
        again.close()


def test_a_call_offers_no_passages_of_its_own(session: Session) -> None:
    (key,) = take_in(session, a_call(CALL))
    assert session.intake.passages_of(key) == []
    assert session.intake.document(key).source in session.sources()


def test_what_is_no_call_is_no_consultation(session: Session) -> None:
    (key,) = bring_in(session, a_file())
    with pytest.raises(WorkspaceError, match="not understood as a call"):
        session.intake.consultation_of(key)
