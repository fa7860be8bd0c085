"""What a cited place said when it was cited is kept, and compared with what it says now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.citing import CitedPlace, ConfirmCitation, Since
from desktop.core.dismissing import Checked
from desktop.core.edits import SaveSnippet, SaveSource, SetBody, response_scope
from desktop.core.evidence import Origin
from desktop.core.library_edits import RetireSnippets, RetireSource
from desktop.core.response import Response
from desktop.session import Session
from desktop.store import cited_rows
from tests.support.drafts import SNIPPET, SOURCE
from tests.support.imported import BUSES, HALLS, a_file, take_in, understood

MINE = replace(SNIPPET, origin=Origin.OWN)
OTHER = replace(MINE, id="larch-2", text="The Larchfield Institute counted the halls that closed.")
CITED = "Trustees are leaving our halls. [@larch-2024, page 4]"
CHANGED = "The Larchfield Institute now says that halls close for want of money."


@pytest.fixture
def cited(session: Session, response: Response) -> str:
    """An answer that cites a snippet of one's own."""
    session.apply(SaveSource(SOURCE))
    session.apply(SaveSnippet(MINE))
    session.apply(SetBody(response.id, "1", CITED))
    return response.id


def since(session: Session, response: str) -> tuple[CitedPlace, ...]:
    return session.reading_job(lambda db: cited_rows.changed_since(db, response))()


def said(session: Session, response: str) -> list[str]:
    checked: Checked = session.reviewing(session.draft(response))()
    return [one.check for one in checked.open if one.check.startswith("citation-")]


def test_evidence_that_is_as_it_was_is_no_news(session: Session, cited: str) -> None:
    assert since(session, cited) == ()
    assert said(session, cited) == []


def test_evidence_that_was_changed_since_is_told_with_what_it_says_now(
    session: Session, cited: str
) -> None:
    session.apply(SaveSnippet(replace(MINE, text=CHANGED)))
    (place,) = since(session, cited)
    assert (place.question, place.source, place.locator) == ("1", "larch-2024", "page 4")
    assert (place.since, place.now) == (Since.CHANGED, CHANGED)
    assert place.noted == session.clock().date()
    assert said(session, cited) == ["citation-changed"]


def test_other_marks_spaces_and_capitals_are_no_change(session: Session, cited: str) -> None:
    session.apply(SaveSnippet(replace(MINE, text=MINE.text.upper().replace(",", " – "))))
    assert since(session, cited) == ()


@pytest.mark.parametrize("edit", [RetireSnippets((MINE.id,), True), RetireSource(SOURCE.key, True)])
def test_evidence_that_was_retired_since_is_told(
    session: Session, cited: str, edit: RetireSnippets | RetireSource
) -> None:
    session.apply(edit)
    (place,) = since(session, cited)
    assert (place.since, place.now) == (Since.RETIRED, "")
    assert said(session, cited) == ["citation-retired"]
    session.apply(replace(edit, retired=False))
    assert since(session, cited) == ()


def test_a_piece_that_replaces_a_retired_one_is_what_the_place_says_now(
    session: Session, cited: str
) -> None:
    session.apply(SaveSnippet(OTHER))
    session.apply(RetireSnippets((MINE.id,), True))
    (place,) = since(session, cited)
    assert (place.since, place.now) == (Since.CHANGED, OTHER.text)


def test_the_same_words_elsewhere_in_the_source_are_as_good(session: Session, cited: str) -> None:
    session.apply(SaveSnippet(replace(MINE, id="larch-3", locator="page 5")))
    session.apply(RetireSnippets((MINE.id,), True))
    assert since(session, cited) == ()


def test_another_snippet_from_the_same_place_may_change(
    session: Session, response: Response
) -> None:
    session.apply(SaveSource(SOURCE))
    session.apply(SaveSnippet(MINE))
    session.apply(SaveSnippet(OTHER))
    session.apply(SetBody(response.id, "1", f"{MINE.text} [@larch-2024, page 4]"))
    session.apply(SaveSnippet(replace(OTHER, text=CHANGED)))
    assert since(session, response.id) == ()


def test_evidence_read_again_is_news_no_more_and_undo_brings_it_back(
    session: Session, cited: str
) -> None:
    session.apply(SaveSnippet(replace(MINE, text=CHANGED)))
    draft = session.draft(cited)
    (finding,) = [one for one in session.reviewing(draft)().open if one.check == "citation-changed"]
    (fix,) = finding.fixes
    assert session.mend(draft, finding, fix) == ConfirmCitation(cited, "1", "larch-2024", "page 4")
    session.apply(ConfirmCitation(cited, "1", "larch-2024", "page 4"))
    assert since(session, cited) == ()
    assert session.undo_name(response_scope(cited)) == "confirming a citation of answer 1"
    session.undo(response_scope(cited))
    assert len(since(session, cited)) == 1


def test_retired_evidence_may_be_confirmed_too(session: Session, cited: str) -> None:
    session.apply(RetireSnippets((MINE.id,), True))
    session.apply(ConfirmCitation(cited, "1", "larch-2024", "page 4"))
    assert since(session, cited) == ()


@pytest.mark.parametrize(("question", "locator"), [("1", "page 9"), ("3", "page 4")])
def test_what_is_not_cited_cannot_be_confirmed(
    session: Session, cited: str, question: str, locator: str
) -> None:
    assert session.apply(ConfirmCitation(cited, question, "larch-2024", locator)) is None


def test_a_citation_taken_out_and_put_in_again_is_of_what_is_said_now(
    session: Session, cited: str
) -> None:
    session.apply(SaveSnippet(replace(MINE, text=CHANGED)))
    session.apply(SetBody(cited, "1", "Trustees are leaving our halls."))
    assert since(session, cited) == ()
    session.apply(SetBody(cited, "1", CITED))
    assert since(session, cited) == ()


def test_a_passage_that_reads_otherwise_in_a_newer_copy_is_told(
    session: Session, response: Response
) -> None:
    take_in(session, a_file())
    (hit,) = [one for one in session.searching(HALLS)() if one.piece.text == HALLS]
    session.apply(SetBody(response.id, "1", f"{HALLS} [@{hit.source.key}, {hit.piece.locator}]"))
    assert since(session, response.id) == ()
    take_in(session, a_file(understood(HALLS.replace("312", "298"), BUSES)))
    (place,) = since(session, response.id)
    assert place.since is Since.CHANGED
    assert "298 volunteers" in place.now


def test_a_passage_of_an_import_in_the_bin_is_retired(session: Session, response: Response) -> None:
    (document,) = take_in(session, a_file())
    (hit,) = [one for one in session.searching(HALLS)() if one.piece.text == HALLS]
    session.apply(SetBody(response.id, "1", f"{HALLS} [@{hit.source.key}, {hit.piece.locator}]"))
    session.intake.bin([document])
    assert [place.since for place in since(session, response.id)] == [Since.RETIRED]


def test_an_answer_that_cites_what_nobody_keeps_is_left_alone(
    session: Session, response: Response
) -> None:
    session.apply(SaveSource(SOURCE))
    session.apply(SetBody(response.id, "1", CITED))
    session.apply(SaveSnippet(MINE))
    assert since(session, response.id) == ()
