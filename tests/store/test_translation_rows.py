"""Texts in a second language are kept with the response, and undone like any other."""

from __future__ import annotations

from desktop.core.edits import response_scope
from desktop.core.finding import TextField
from desktop.core.response import Response
from desktop.core.translating import Language, TextKey, Translation
from desktop.core.translating_edits import SetTranslation
from desktop.session import Session

KEY = TextKey(Language.WELSH, TextField.BODY, "2")


def test_a_translation_is_kept_changed_and_taken_away(session: Session, response: Response) -> None:
    session.apply(SetTranslation(response.id, KEY, "Caeodd y neuadd.", "The hall closed."))
    kept = session.draft(response.id).translations
    assert kept == {KEY: Translation("Caeodd y neuadd.", "The hall closed.")}
    session.apply(SetTranslation(response.id, KEY, "", "The hall closed."))
    assert session.draft(response.id).translations == {}


def test_typing_a_translation_is_one_step_that_undo_takes_back(
    session: Session, response: Response
) -> None:
    for text in ("Caeodd", "Caeodd y neuadd."):
        session.apply(SetTranslation(response.id, KEY, text, "The hall closed."))
    scope = response_scope(response.id)
    assert session.undo_name(scope) == "change to the Welsh of answer 2"
    session.undo(scope)
    assert session.draft(response.id).translations == {}
