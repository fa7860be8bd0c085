"""Prompts at a question: what the answer still lacks is asked for first."""

from __future__ import annotations

from dataclasses import replace

from desktop.core import edits
from desktop.core.evidence import Purpose, SnippetKind
from desktop.core.response import Recommendation, Response
from desktop.core.understanding import Mark, SentenceKind
from desktop.session import Session
from desktop.session.prompting import PromptCard
from tests.support.imported import ASK, a_file, take_in, understood

PLAIN = (
    "Small groups in the valley depend on a hall, on a caretaker and on a bus that comes in the "
    "evening, and none of the three can be taken for granted nowadays."
)


def asked(session: Session, response: Response, paragraph: str = "") -> list[PromptCard]:
    return session.prompts(session.draft(response.id), "2", paragraph)


def reasons(cards: list[PromptCard]) -> set[str]:
    return {reason.text for card in cards for reason in card.reasons}


def missing(cards: list[PromptCard]) -> set[str]:
    return {text for text in reasons(cards) if text.startswith("Your answer")}


def test_nothing_is_missed_before_anything_is_written(session: Session, response: Response) -> None:
    cards = asked(session, response)
    assert missing(cards) == set()
    assert not any(card.lacking for card in cards)
    assert all(card.reasons for card in cards)


def test_what_is_written_lacks_comes_first_with_the_reason(
    session: Session, response: Response
) -> None:
    session.apply(edits.SetBody(response.id, "2", PLAIN))
    cards = asked(session, response)
    assert "Your answer gives no figure yet" in missing(cards)
    assert "Your answer recommends nothing yet" in missing(cards)
    lacking = [card.lacking for card in cards]
    assert lacking == sorted(lacking, reverse=True)
    assert len({card.prompt.purpose for card in cards[:5]}) >= 3


def test_what_has_been_written_since_is_no_longer_asked_for_first(
    session: Session, response: Response
) -> None:
    session.apply(edits.SetBody(response.id, "2", PLAIN))
    before = missing(asked(session, response))
    session.apply(edits.SetBody(response.id, "2", f"{PLAIN} Of 40 halls 31 have closed a room."))
    row = Recommendation("r", response.id, "2", "The council", "keep the bus", "next year")
    session.apply(edits.SaveRecommendation(response.id, row))
    session.apply(edits.SetKeyPoint(response.id, "2", "Halls need a bus."))
    after = missing(asked(session, response))
    assert before - after == {
        "Your answer gives no figure yet",
        "Your answer recommends nothing yet",
        "Your answer has no key point yet",
    }


def test_a_figure_that_is_cited_is_a_figure(session: Session, response: Response) -> None:
    figure = next(item for item in session.snippets() if item.kind is SnippetKind.STATISTIC)
    session.apply(
        edits.SetBody(
            response.id, "2", f"{PLAIN} {figure.text} [@{figure.source}, {figure.locator}]"
        )
    )
    said = missing(asked(session, response))
    assert "Your answer gives no figure yet" not in said
    assert "Your answer cites nothing yet" not in said


def test_a_ticked_prompt_comes_last_even_if_it_is_still_lacking(
    session: Session, response: Response
) -> None:
    session.apply(edits.SetBody(response.id, "2", PLAIN))
    first = asked(session, response)[0]
    session.apply(edits.TickPrompt(response.id, "2", first.prompt.id, True))
    assert asked(session, response)[-1].prompt.id == first.prompt.id


def test_prompts_are_narrowed_to_a_purpose(session: Session, response: Response) -> None:
    purposes = frozenset({Purpose.COUNTER_ARGUMENT})
    draft = session.draft(response.id)
    cards = session.prompts(draft, "2", "Cuts save money.", purposes=purposes)
    assert cards
    assert {card.prompt.purpose for card in cards} == purposes


def test_prompts_follow_the_paragraph_at_the_cursor(session: Session, response: Response) -> None:
    paragraph = "Payment by results leaves us waiting for money that our reserves cannot carry."
    words = {text for text in reasons(asked(session, response, paragraph)) if "writing" in text}
    assert words


def test_all_that_was_told_before_is_asked_about_what_was_recommended_first(
    session: Session, response: Response
) -> None:
    told = f"{ASK} One hall in Thornley closed. We argue that halls are cheap."
    known = understood(ask=told)
    place = len(known.document.blocks) - 1
    text = known.document.blocks[place].text
    marks = [replace(known.marks[0], end=len(ASK), text=ASK)]
    for kind, said in (
        (SentenceKind.CASE, "One hall in Thornley closed."),
        (SentenceKind.CLAIM, "We argue that halls are cheap."),
    ):
        at = text.index(said)
        marks.append(Mark(place, at, at + len(said), said, kind, 0.9))
    take_in(session, a_file(replace(known, marks=tuple(marks))))
    cards = [card for card in asked(session, response) if card.prompt.id.startswith("said:")]
    questions = {card.prompt.purpose: card.prompt.question for card in cards}
    assert questions.keys() == {Purpose.RECOMMENDATION, Purpose.EXAMPLE, Purpose.CLAIM}
    assert questions[Purpose.CLAIM].startswith("In 2019 you argued: ")
    assert questions[Purpose.EXAMPLE].endswith("What has happened since?")
    first = asked(session, response)[: len(cards)]
    assert {card.prompt.id for card in first} == {card.prompt.id for card in cards}
    assert all(card.source for card in cards)
