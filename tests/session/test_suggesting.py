"""What the library is asked for a draft: what is used, put aside and known counts."""

from __future__ import annotations

from desktop.core import edits
from desktop.core.consultation import question_ref
from desktop.core.evidence import Passage, Standing, Suggestion
from desktop.core.learning_edits import NoteVerdict
from desktop.core.response import Response
from desktop.core.suggesting import Verdict
from desktop.session import Session
from tests.support.imported import HALLS, a_file, take_in
from tests.support.workspace import INQUIRY

REF = question_ref(INQUIRY, "2")


def offered(session: Session, response: Response, paragraph: str = "") -> list[Suggestion]:
    return session.suggesting(session.draft(response.id), "2", paragraph=paragraph)()


def standing(found: list[Suggestion]) -> dict[str, Standing]:
    return {item.piece.id: item.standing for item in found}


def note(session: Session, piece: str, verdict: Verdict | None, number: str = "2") -> None:
    wording = session.draft(session.responses()[0].response.id).consultation.question(number).text
    session.apply(NoteVerdict(piece, question_ref(INQUIRY, number), wording, verdict))


def test_what_an_answer_cites_is_not_offered_as_new_at_any_question(
    session: Session, response: Response
) -> None:
    first = offered(session, response)[0].piece
    session.apply(
        edits.SetBody(response.id, "1", f"{first.text} [@{first.source}, {first.locator}]")
    )
    found = offered(session, response)
    assert standing(found)[first.id] is Standing.USED
    (used,) = [item for item in found if item.piece.id == first.id]
    assert used.reasons[0].text == "Already in your answer to question 1"


def test_a_passage_that_is_cited_is_used_too(session: Session, response: Response) -> None:
    take_in(session, a_file())
    draft = session.draft(response.id)
    halls = [
        item.piece
        for item in session.suggesting(
            draft, "1", paragraph=HALLS, kinds=frozenset(), passages=True
        )()
        if item.piece.text == HALLS
    ]
    (passage,) = halls
    assert isinstance(passage, Passage)
    session.apply(
        edits.SetBody(response.id, "1", f"{HALLS} [@{passage.source}, {passage.locator}]")
    )
    found = session.suggesting(session.draft(response.id), "1", paragraph=HALLS)()
    assert standing(found)[passage.id] is Standing.USED


def test_what_is_put_aside_sinks_at_this_question_until_that_is_taken_back(
    session: Session, response: Response
) -> None:
    first = offered(session, response)[0].piece.id
    note(session, first, Verdict.NOT_HERE)
    found = offered(session, response)
    assert found[-1].piece.id == first
    assert found[-1].standing is Standing.PUT_ASIDE
    note(session, first, None)
    assert offered(session, response)[0].piece.id == first


def test_what_helped_here_is_known_to_have_helped(session: Session, response: Response) -> None:
    last = offered(session, response)[-1]
    assert not last.taught
    note(session, last.piece.id, Verdict.HELPED)
    found = offered(session, response)
    (taught,) = [item for item in found if item.piece.id == last.piece.id]
    assert taught.taught
    assert found.index(taught) < len(found) - 1


def test_suggestions_follow_the_paragraph_at_the_cursor(
    session: Session, response: Response
) -> None:
    paragraph = (
        "Health champions are volunteers whose own health gains from what they do for their "
        "neighbours, as the evaluation of the champions found."
    )
    found = offered(session, response, paragraph)
    assert "champions" in found[0].piece.text.lower()
    assert any(reason.text.startswith("On what you are writing") for reason in found[0].reasons)


def test_a_sentence_is_given_support_and_what_may_be_said_against_it(
    session: Session, response: Response
) -> None:
    draft = session.draft(response.id)
    sentence = "Spending cuts have closed small community groups and support networks."
    assert session.supporting(draft, "2", sentence)()
    against = session.countering(draft, "2", sentence)()
    assert against
    assert all("May argue the other way" in item.reasons[0].text for item in against)


def test_past_answers_are_found_by_what_they_say(session: Session, response: Response) -> None:
    take_in(session, a_file())
    found = session.finding_past_answers(session.draft(response.id), "1")()
    assert found
