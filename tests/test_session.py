from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.changes import Changes, Kind
from desktop.core.edits import WORKSPACE_SCOPE, response_scope
from desktop.core.evidence import Origin, Snippet, SnippetKind, Source
from desktop.core.response import (
    AnswerMark,
    AnswerState,
    Organisation,
    Recommendation,
    Response,
    SummaryPoint,
)
from desktop.errors import WorkspaceError
from desktop.paths import Paths
from desktop.session import Session
from tests.support.workspace import INQUIRY, SetClock


def test_a_view_hears_what_changed_where_and_who_asked(
    session: Session, response: Response
) -> None:
    heard: list[Changes] = []
    end = session.listen(heard.append)
    session.apply(edits.SetBody(response.id, "2", "Cuts."), origin="editor")
    session.undo(response_scope(response.id))
    end()
    session.redo(response_scope(response.id))
    assert [(change.question, change.origin) for change in heard] == [("2", "editor"), ("2", None)]
    assert heard[0].response == response.id
    assert heard[0].touches(Kind.ANSWER)
    assert not heard[0].touches(Kind.LIBRARY)


def test_the_start_page_lists_responses_with_progress_and_words(
    session: Session, response: Response, clock: SetClock
) -> None:
    session.apply(edits.SetBody(response.id, "1", "Five words of real text."))
    session.apply(edits.MarkAnswer(response.id, "1", AnswerMark.READY))
    session.apply(edits.MarkAnswer(response.id, "5", AnswerMark.SKIPPED, "Not our field."))
    clock.pass_by(60)
    newer = session.start_response(INQUIRY, response.organisation)
    first, second = session.responses()
    assert first.response.id == newer.id
    assert (second.progress.ready, second.progress.skipped, second.progress.total) == (1, 1, 9)
    assert second.words == 5 + len(["We", "run", "a", "village", "hall."])


def test_a_deleted_response_waits_in_the_bin_and_comes_back_whole(
    session: Session, response: Response, clock: SetClock
) -> None:
    session.apply(edits.SetBody(response.id, "1", "Keep me."))
    session.apply(edits.BinResponse(response.id, clock()))
    assert session.responses() == []
    assert [card.response.id for card in session.responses(binned=True)] == [response.id]
    session.undo(WORKSPACE_SCOPE)
    assert session.draft(response.id).answer("1").body == "Keep me."
    assert [card.response.id for card in session.responses()] == [response.id]


def test_an_organisation_in_use_is_not_removed(session: Session, response: Response) -> None:
    with pytest.raises(WorkspaceError, match="in use") as caught:
        session.apply(edits.RemoveOrganisation(response.organisation))
    assert "1 response is from this organisation" in caught.value.message
    assert len(session.organisations()) == 1


def test_an_organisation_not_in_use_is_removed_and_undone(session: Session) -> None:
    session.apply(edits.AddOrganisation(Organisation("x", "Member Body")))
    session.apply(edits.RemoveOrganisation("x"))
    assert session.organisations() == []
    session.undo(WORKSPACE_SCOPE)
    assert [item.name for item in session.organisations()] == ["Member Body"]


def test_an_edit_of_a_response_that_is_gone_gets_a_sentence(session: Session) -> None:
    with pytest.raises(WorkspaceError, match="is gone"):
        session.apply(edits.SetBody("nowhere", "1", "Text."))
    with pytest.raises(WorkspaceError, match="no such response"):
        session.draft("nowhere")


def test_skipping_gives_a_state_and_answering_after_all_takes_it_away(
    session: Session, response: Response
) -> None:
    session.apply(edits.MarkAnswer(response.id, "5", AnswerMark.SKIPPED, "Not our field."))
    answer = session.draft(response.id).answer("5")
    assert (answer.state, answer.skip_reason) == (AnswerState.SKIPPED, "Not our field.")
    session.apply(edits.MarkAnswer(response.id, "5", AnswerMark.NONE))
    answer = session.draft(response.id).answer("5")
    assert (answer.state, answer.skip_reason) == (AnswerState.NOT_STARTED, "")


def test_recommendations_keep_the_order_a_person_gives_them(
    session: Session, response: Response
) -> None:
    for name in "abc":
        position = session.next_recommendation_position(response.id)
        item = Recommendation(name, response.id, "1", "Who", f"do {name}", "soon", position)
        session.apply(edits.SaveRecommendation(response.id, item))
    session.apply(edits.OrderRecommendations(response.id, ("c", "a", "b")))
    assert [item.id for item in session.draft(response.id).recommendations] == ["c", "a", "b"]
    session.undo(response_scope(response.id))
    assert [item.id for item in session.draft(response.id).recommendations] == ["a", "b", "c"]
    session.apply(edits.RemoveRecommendation(response.id, "b"))
    assert [item.id for item in session.draft(response.id).recommendations] == ["a", "c"]


def test_the_summary_about_us_and_date_are_kept(session: Session, response: Response) -> None:
    points = (SummaryPoint("First.", ("1", "2")), SummaryPoint("Second."))
    session.apply(edits.SetSummary(response.id, points))
    session.apply(edits.SetResponseText(response.id, "about", "Another about us."))
    session.apply(edits.SetDated(response.id, date(2026, 12, 1)))
    kept = session.draft(response.id).response
    assert (kept.summary, kept.about, kept.dated) == (
        points,
        "Another about us.",
        date(2026, 12, 1),
    )
    session.apply(edits.SetSummary(response.id, None))
    assert session.draft(response.id).response.summary is None


def test_an_unknown_field_is_a_bug_not_a_change(session: Session, response: Response) -> None:
    with pytest.raises(ValueError, match="created"):
        session.apply(edits.SetResponseText(response.id, "created", "yesterday"))


def test_earlier_versions_of_an_answer_are_kept_and_restored(
    session: Session, response: Response, clock: SetClock
) -> None:
    for text in ("First draft.", "Second draft.", "Third draft."):
        session.apply(edits.SetBody(response.id, "1", text))
        clock.pass_by(120)
    versions = session.versions(response.id, "1")
    assert [version.body for version in versions] == ["Second draft.", "First draft."]
    session.apply(edits.RestoreAnswer(response.id, "1", "", versions[1].body))
    assert session.draft(response.id).answer("1").body == "First draft."
    assert session.versions(response.id, "1")[0].body == "Third draft."
    session.undo(response_scope(response.id))
    assert session.draft(response.id).answer("1").body == "Third draft."


def test_prompts_come_with_their_starters_written_out(session: Session, response: Response) -> None:
    draft = session.draft(response.id)
    for question in draft.consultation.questions:
        cards = session.prompts(draft, question.number)
        own = [card for card in cards if "*" not in card.prompt.questions]
        assert len(own) >= 6
        assert cards[: len(own)] == own
        assert all("{" not in card.starter for card in cards)
        assert all(card.source for card in own)
    assert any("Fernbrook Community Trust" in card.starter for card in session.prompts(draft, "1"))


def test_a_ticked_prompt_stays_ticked(session: Session, response: Response) -> None:
    card = session.prompts(session.draft(response.id), "3")[0]
    session.apply(edits.TickPrompt(response.id, "3", card.prompt.id, True))
    ticked = [c.prompt.id for c in session.prompts(session.draft(response.id), "3") if c.ticked]
    assert ticked == [card.prompt.id]


def test_answers_to_other_inquiries_are_offered_as_past_answers(
    session: Session, response: Response
) -> None:
    other = session.start_response(INQUIRY, response.organisation)
    session.apply(edits.SetBody(other.id, "2", "What we said before."))
    (past,) = session.past_answers(response.id)
    assert (past.answer.question, past.answer.body) == ("2", "What we said before.")
    assert past.consultation_title == "Smaller Government: Bigger Society?"


def test_suggestions_and_search_run_without_the_window(
    session: Session, response: Response
) -> None:
    draft = session.draft(response.id)
    offered = session.suggesting(draft, "2")()
    assert offered
    assert all(item.reasons for item in offered[:5])
    kinds = frozenset({SnippetKind.QUOTATION})
    narrowed = [s.piece for s in session.suggesting(draft, "2", kinds=kinds)()]
    assert all(isinstance(piece, Snippet) and piece.kind in kinds for piece in narrowed)
    assert any("bank" in s.piece.claim.lower() for s in session.searching("big society bank")())
    assert session.searching("zyzzyva")() == []


def a_pack(folder: Path, claim: str) -> None:
    pack = folder / "snippets" / "sca-contradiction-big-society.toml"
    text = pack.read_text(encoding="utf-8")
    first = text.index("claim = ")
    pack.write_text(
        text[:first] + f'claim = "{claim}"' + text[text.index("\n", first) :], encoding="utf-8"
    )


def test_what_a_person_changed_is_never_overwritten_by_a_newer_pack(
    tmp_path: Path, paths: Paths, clock: SetClock
) -> None:
    content = tmp_path / "content"
    for name in ("snippets", "resources"):
        shutil.copytree(getattr(paths, name), content / name)
    moved = replace(paths, content=content)
    session = Session.open(tmp_path / "w.consultee", moved, clock)
    mine, theirs = [s for s in session.snippets() if s.source == "sca-contradiction-big-society"][
        :2
    ]
    session.apply(edits.SaveSnippet(replace(theirs, claim="My own wording.")))
    session.close()

    a_pack(content, "A newer wording of the pack.")
    session = Session.open(tmp_path / "w.consultee", moved, clock)
    assert session.problems == ()
    refreshed, kept = session.snippet(mine.id), session.snippet(theirs.id)
    assert refreshed is not None
    assert kept is not None
    assert refreshed.claim == "A newer wording of the pack."
    assert (kept.claim, kept.origin) == ("My own wording.", Origin.OWN)
    session.close()


def test_a_broken_pack_is_reported_and_the_others_still_load(
    tmp_path: Path, paths: Paths, clock: SetClock
) -> None:
    content = tmp_path / "content"
    for name in ("snippets", "resources"):
        shutil.copytree(getattr(paths, name), content / name)
    (content / "snippets" / "broken.toml").write_text("format = 1\n[source\n", encoding="utf-8")
    session = Session.open(tmp_path / "w.consultee", replace(paths, content=content), clock)
    assert len(session.problems) == 1
    assert "broken.toml:2" in str(session.problems[0])
    assert session.snippet_count() >= 90
    session.close()


def test_a_retired_snippet_is_no_longer_offered_and_can_come_back(
    session: Session, response: Response
) -> None:
    draft = session.draft(response.id)
    first = session.suggesting(draft, "1")()[0].piece
    session.apply(edits.RetireSnippet(first.id, True))
    assert first.id not in {s.piece.id for s in session.suggesting(draft, "1")()}
    assert first.id in {snippet.id for snippet in session.snippets(retired=True)}
    session.undo(WORKSPACE_SCOPE)
    assert first.id in {s.piece.id for s in session.suggesting(draft, "1")()}


def test_a_snippet_of_ones_own_is_found_at_once(session: Session, response: Response) -> None:
    session.apply(edits.SaveSource(Source("our-survey", "Our members' survey", date="2026")))
    snippet = Snippet(
        "mine",
        "our-survey",
        "Trampoline clubs report empty halls.",
        "Our survey of trampoline clubs found that halls stood empty.",
        SnippetKind.STATISTIC,
        "table 2",
    )
    session.apply(edits.SaveSnippet(snippet))
    (found,) = session.searching("trampoline")()
    assert found.piece.origin is Origin.OWN
    session.undo(WORKSPACE_SCOPE)
    assert session.searching("trampoline")() == []


def test_settings_are_kept(session: Session) -> None:
    assert session.setting("text-size", 100) == 100
    session.set_setting("text-size", 150)
    assert session.setting("text-size", 100) == 150


def test_the_places_of_the_evidence_are_those_of_the_snippets_in_use(session: Session) -> None:
    places = session.listing_places()()
    assert sorted(places) == sorted((item.source, item.locator) for item in session.snippets())
    gone = session.snippets()[0]
    session.apply(edits.RetireSnippet(gone.id, True))
    assert len(session.listing_places()()) == len(places) - 1


def test_where_a_source_is_cited_is_found_in_every_response(
    session: Session, response: Response, clock: SetClock
) -> None:
    other = session.start_response(INQUIRY, response.organisation)
    cited = "So they say.[@apse-big-society-big-myth, page 2]"
    session.apply(edits.SetBody(response.id, "2", cited))
    session.apply(edits.SetBody(response.id, "3", cited))
    session.apply(edits.MarkAnswer(response.id, "3", AnswerMark.SKIPPED, "Not our field."))
    session.apply(edits.SetBody(response.id, "4", "Not [@apse-big-society-big-myths] but like it."))
    session.apply(edits.SetBody(response.id, "5", r"Only \[@apse-big-society-big-myth] in words."))
    clock.pass_by(60)
    session.apply(edits.SetBody(other.id, "1", cited))
    binned = session.start_response(INQUIRY, response.organisation)
    session.apply(edits.SetBody(binned.id, "1", cited))
    session.apply(edits.BinResponse(binned.id, clock()))
    uses = session.finding_uses("apse-big-society-big-myth")()
    assert [(use.response, use.question) for use in uses] == [(other.id, "1"), (response.id, "2")]
    assert uses[0].organisation == "Fernbrook Community Trust"
    assert uses[0].consultation == "Smaller Government: Bigger Society?"
    assert uses[0].heading
    assert session.finding_uses("nobody-cites-this")() == []


def test_what_is_checked_on_another_thread_sees_the_library_as_it_is(
    session: Session, response: Response
) -> None:
    snippet = session.snippets()[0]
    text = f"{snippet.text} [@{snippet.source}, {snippet.locator}]"
    session.apply(edits.SetBody(response.id, "1", text))
    draft = session.draft(response.id)
    assert "own-words" in {finding.check for finding in session.checking(draft)()}
    session.apply(edits.SaveSnippet(snippet))  # one's own copy may be used as it is
    assert "own-words" not in {finding.check for finding in session.checking(draft)()}


def test_a_response_can_be_given_to_another_organisation_and_back(
    session: Session, response: Response
) -> None:
    session.apply(edits.AddOrganisation(Organisation("member", "Larchfield Members")))
    session.apply(edits.SetOrganisation(response.id, "member"))
    assert session.draft(response.id).organisation.name == "Larchfield Members"
    session.undo(response_scope(response.id))
    assert session.draft(response.id).organisation.id == response.organisation
    with pytest.raises(WorkspaceError, match="organisation is gone"):
        session.apply(edits.SetOrganisation(response.id, "nobody"))
    with pytest.raises(WorkspaceError, match="organisation is gone"):
        session.start_response(INQUIRY, "nobody")


def test_an_edit_that_the_store_does_not_know_is_a_mistake_of_ours(session: Session) -> None:
    class Unheard(edits.Edit):
        @property
        def name(self) -> str:
            return "something new"

    with pytest.raises(TypeError, match="Unheard"):
        session.apply(Unheard())
