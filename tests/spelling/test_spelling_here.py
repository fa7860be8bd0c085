"""Spelling in a workspace: names of the library and one's own words are right."""

from __future__ import annotations

from desktop.core.edits import WORKSPACE_SCOPE, SaveSource
from desktop.core.evidence import Source
from desktop.core.response import Response
from desktop.session import Session

TEXT = "The brannik wrote, and befrendr answred."


def wrong(session: Session, response: str, text: str = TEXT) -> list[str]:
    (found,) = session.spelling.checking([text], response)()
    return [word.text for word in found]


def test_names_in_the_library_are_spelled_as_it_spells_them(
    session: Session, response: Response
) -> None:
    assert wrong(session, response.id) == ["brannik", "befrendr", "answred"]
    session.apply(SaveSource(Source("b", "Halls", author="Ada Brannik")))
    assert wrong(session, response.id) == ["befrendr", "answred"]


def test_a_word_of_ones_own_is_right_in_every_response_and_undo_takes_it_back(
    session: Session, response: Response
) -> None:
    session.apply(session.spelling.adding("befrendr’s"))
    assert session.spelling.own_words() == ["befrendr"]
    assert wrong(session, response.id) == ["brannik", "answred"]
    assert session.undo_name(WORKSPACE_SCOPE) == "adding “befrendr” to your words"
    session.undo(WORKSPACE_SCOPE)
    assert wrong(session, response.id) == ["brannik", "befrendr", "answred"]
    session.redo(WORKSPACE_SCOPE)
    session.apply(session.spelling.removing("befrendr"))
    assert session.spelling.own_words() == []


def test_a_word_ignored_in_one_response_is_wrong_in_another(
    session: Session, response: Response
) -> None:
    session.spelling.ignore(response.id, "befrendr")
    session.spelling.ignore(response.id, "answred")
    assert wrong(session, response.id) == ["brannik"]
    assert wrong(session, "another") == ["brannik", "befrendr", "answred"]


def test_spelling_can_be_switched_off_and_says_so(session: Session) -> None:
    assert session.spelling.on
    session.spelling.switch(False)
    assert not session.spelling.on


def test_what_was_meant_is_offered(session: Session) -> None:
    assert session.spelling.suggestions("answred")[0] == "answered"
