"""A file that the library has as a source already joins it, if the person says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.evidence import Origin, Source
from desktop.core.intake_edits import SetImportField, import_scope
from desktop.errors import WorkspaceError
from desktop.session import Session
from desktop.session.same_source import same_source
from tests.support.imported import a_file, bring_in, understood

REPORT = Source("halls", "What became of the halls", "Fernbrook Trust", date="2019-03")


def a_document(session: Session, title: str, author: str = "", date: str = ""):
    (key,) = bring_in(session, a_file(understood(title=title, date=date)))
    return replace(session.intake.document(key), author=author)


@pytest.mark.parametrize(
    ("title", "author", "date", "same"),
    [
        ("What became of the halls", "", "", True),
        ("What Became of the Halls (FH 12)", "The Trust of Fernbrook", "2019-03-07", True),
        ("“What became of the halls”", "Thornley Council", "", False),
        ("What became of the halls", "", "2021-05-01", False),
        ("What became of the pools", "", "", False),
        ("The halls", "", "", False),
    ],
)
def test_title_author_and_year_tell_whether_it_is_the_same_document(
    session: Session, title: str, author: str, date: str, same: bool
) -> None:
    document = a_document(session, title, author, date)
    assert same_source(document, [REPORT]) == (REPORT if same else None)


def test_of_two_with_like_titles_the_very_same_title_is_taken(session: Session) -> None:
    longer = replace(REPORT, key="longer", title="What became of the halls in winter")
    document = a_document(session, "What became of the halls in winter")
    assert same_source(document, [REPORT, longer]) == longer


def test_the_passages_join_the_source_that_came_with_the_program(session: Session) -> None:
    built_in = next(s for s in session.sources().values() if s.origin is Origin.BUILT_IN)
    found = understood(title=built_in.title, date=built_in.date[:4])
    (key,) = bring_in(session, a_file(replace(found, author="")))
    assert session.intake.same_source(session.intake.document(key)) == built_in
    session.apply(SetImportField(key, "source", built_in.key))
    assert session.intake.same_source(session.intake.document(key)) is None
    before = set(session.sources())
    session.intake.accepting([key])()
    assert set(session.sources()) == before
    assert session.sources()[built_in.key] == built_in
    passages = session.intake.passages_of(key)
    assert passages
    assert {passage.source for passage in passages} == {built_in.key}


def test_undo_makes_it_a_document_of_its_own_again(session: Session) -> None:
    built_in = next(iter(session.sources().values()))
    (key,) = bring_in(session, a_file())
    own = session.intake.document(key).source
    session.apply(SetImportField(key, "source", built_in.key))
    session.undo(import_scope(key))
    assert session.intake.document(key).source == own


def test_a_source_that_is_not_there_is_refused(session: Session) -> None:
    (key,) = bring_in(session, a_file())
    with pytest.raises(WorkspaceError, match="source is gone"):
        session.apply(SetImportField(key, "source", "nowhere"))
