"""The library page's door: versions, uses, the review list, retiring, merging, packs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core import edits
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.evidence import Origin, Passage, Snippet, SnippetKind, Source
from desktop.core.library import LibraryRow, Pack, Standing
from desktop.core.library_edits import MergeSnippets, RestoreSnippet, RetireSource
from desktop.core.response import AnswerMark, Response
from desktop.errors import WorkspaceError
from desktop.session import Session
from tests.support.imported import HALLS, a_file, take_in
from tests.support.workspace import INQUIRY, SetClock

SURVEY = Source("survey", "Our survey of halls", date="2020-05", origin=Origin.OWN)
HOURS = Snippet(
    "hours",
    SURVEY.key,
    "Halls open two days less.",
    "Our own survey of trampolines found that halls open two days a week less than before.",
    SnippetKind.STATISTIC,
    "table 2",
    tags=("halls",),
    questions=(f"{INQUIRY}#2",),
    review_by=date(2026, 11, 1),
    origin=Origin.OWN,
)
LIKE = replace(HOURS, id="like", claim="Halls open less.", tags=("opening",), review_by=None)


@pytest.fixture(autouse=True)
def own(session: Session) -> None:
    session.apply(edits.SaveSource(SURVEY))
    session.apply(edits.SaveSnippet(HOURS))
    session.apply(edits.SaveSnippet(LIKE))


def row(session: Session, key: str) -> LibraryRow:
    rows = session.library.rows()()
    return next(r for r in rows if (r.snippet.id if r.snippet else r.source.key) == key)


def found(session: Session, words: str) -> set[str]:
    return {hit.piece.id for hit in session.searching(words)()}


def test_the_table_knows_kind_tag_owner_consultation_year_and_review_date(session: Session) -> None:
    (key,) = take_in(session, a_file())
    session.library.set_owner(["hours"], " Ada Finch ")
    hours = row(session, "hours")
    assert (hours.owner, hours.tags, hours.year) == ("Ada Finch", ("halls",), "2020")
    assert hours.consultation == "Smaller Government: Bigger Society?"
    assert hours.review_by == date(2026, 11, 1)
    document = session.intake.document(key)
    imported = row(session, document.source)
    assert (imported.passages, imported.document) == (3, key)
    assert imported.consultation == "Smaller Government: Bigger Society?"
    assert session.library.owners() == ["Ada Finch"]
    assert {"halls", "opening"} <= set(session.library.tags())


def test_a_changed_snippet_keeps_its_earlier_versions(session: Session, clock: SetClock) -> None:
    clock.pass_by(60)
    session.apply(edits.SaveSnippet(replace(HOURS, claim="Halls open three days less.")))
    # Who looks after it is not what it says.
    session.apply(edits.SaveSnippet(replace(HOURS, claim="Halls open three days less.", owner="A")))
    (version,) = session.library.snippet_versions("hours")
    assert (version.snippet, version.saved) == (HOURS, clock())
    session.library.restore_version(version)
    assert session.snippet("hours") == HOURS
    assert [v.snippet.claim for v in session.library.snippet_versions("hours")] == [
        "Halls open three days less.",
        "Halls open two days less.",
    ]
    session.undo(WORKSPACE_SCOPE)
    kept = session.snippet("hours")
    assert kept is not None
    assert kept.claim == "Halls open three days less."


def test_where_a_snippet_was_used_is_known(session: Session, response: Response) -> None:
    body = f"{HOURS.text}[@survey, table 2]"
    session.apply(edits.SetBody(response.id, "2", body))
    session.apply(edits.SetBody(response.id, "3", "Other halls[@survey, page 9]."))
    session.apply(edits.SetBody(response.id, "4", body))
    session.apply(edits.MarkAnswer(response.id, "4", AnswerMark.SKIPPED, "No."))
    session.apply(edits.SetDated(response.id, date(2011, 3, 7)))
    (use,) = session.library.uses(HOURS)()
    assert (use.response, use.question, use.sent) == (response.id, "2", date(2011, 3, 7))
    assert use.organisation == "Fernbrook Community Trust"
    assert session.library.uses(replace(HOURS, locator="page 1"))() == []
    assert session.library.uses(replace(HOURS, source="other"))() == []


def test_where_a_passage_was_cited_is_known(session: Session, response: Response) -> None:
    (key,) = take_in(session, a_file())
    first, second, _ = session.intake.passages_of(key)
    session.apply(edits.SetBody(response.id, "1", f"So[@{first.source}, {first.locator}]."))
    assert [use.question for use in session.library.passage_uses(first)()] == ["1"]
    assert session.library.passage_uses(second)() == []


def test_the_review_list_is_worked_through(session: Session) -> None:
    today = date(2026, 11, 23)
    assert session.library.due(date(2026, 10, 1)) == []
    assert session.library.due(date(2026, 10, 25), within_days=7) == [HOURS]
    assert session.library.due(today) == [HOURS]
    session.library.still_true("hours", date(2027, 11, 23))
    assert session.library.due(today) == []
    session.undo(WORKSPACE_SCOPE)
    assert session.library.due(today) == [HOURS]
    session.library.set_review_by(["hours", "like"], None)
    assert session.library.due(date(2099, 1, 1)) == []


def test_snippets_are_retired_and_brought_back_together(session: Session) -> None:
    session.library.retire(["hours", "like"])
    assert found(session, "trampolines") == set()
    assert row(session, "like").retired
    session.library.bring_back(["like"])
    assert found(session, "trampolines") == {"like"}
    session.undo(WORKSPACE_SCOPE)
    session.undo(WORKSPACE_SCOPE)
    assert len(found(session, "trampolines")) == 1  # of two that say the same, one is shown


def test_a_retired_source_is_not_offered_and_still_cited(
    session: Session, response: Response
) -> None:
    (key,) = take_in(session, a_file())
    source = session.intake.document(key).source
    session.apply(edits.SetBody(response.id, "1", f"Halls close[@{source}, page 1]."))
    there = found(session, "trampolines volunteers cleaning")
    assert f"{key}:0" in there
    assert there & {"hours", "like"}
    session.library.retire_source("survey")
    session.library.retire_source(source)
    left = found(session, "trampolines volunteers cleaning")
    assert not left & {"hours", "like", f"{key}:0"}
    assert row(session, "survey").retired
    assert source in session.draft(response.id).sources
    assert session.library.due(date(2099, 1, 1)) == []
    assert session.past_answers(response.id) == []
    session.library.bring_back_source(source)
    assert f"{key}:0" in found(session, "volunteers cleaning")
    with pytest.raises(WorkspaceError, match="source is gone"):
        session.apply(RetireSource("nothing", True))


def test_tags_are_added_and_taken_away_in_bulk(session: Session) -> None:
    session.library.tag(["hours", "like"], add=[" money ", "halls", ""], remove=["opening"])
    assert row(session, "hours").tags == ("halls", "money")
    assert row(session, "like").tags == ("money", "halls")
    assert "like" in found(session, "money")
    session.undo(WORKSPACE_SCOPE)
    assert row(session, "like").tags == ("opening",)


def test_a_built_in_snippet_that_is_changed_in_bulk_becomes_ones_own(session: Session) -> None:
    built_in = next(item for item in session.snippets() if item.origin is Origin.BUILT_IN)
    session.library.set_owner([built_in.id], "Ada Finch")
    changed = session.snippet(built_in.id)
    assert changed == replace(built_in, owner="Ada Finch", origin=Origin.OWN)


def test_two_snippets_that_say_the_same_become_one(session: Session) -> None:
    groups = session.library.near_duplicates()()
    assert any({item.id for item in group} == {"hours", "like"} for group in groups)
    kept = replace(HOURS, claim="Halls open far less.")
    session.library.merge(kept, ["like", "hours"])
    merged = session.snippet("hours")
    assert merged == replace(kept, tags=("halls", "opening"))
    assert row(session, "like").retired
    assert not row(session, "hours").retired
    assert [v.snippet for v in session.library.snippet_versions("hours")] == [HOURS]
    session.undo(WORKSPACE_SCOPE)
    assert session.snippet("hours") == HOURS
    assert not row(session, "like").retired


def test_two_figures_for_the_same_thing_are_put_side_by_side(session: Session) -> None:
    text = "In Fernbrook {} of village halls have closed for good since the last survey."
    for key, share in (("few", "12%"), ("many", "40%")):
        other = replace(HOURS, id=key, claim="", text=text.format(share))
        session.apply(edits.SaveSnippet(other))
    (conflict,) = [c for c in session.library.conflicting_figures()() if c.one.source == "survey"]
    assert {conflict.one.id, conflict.other.id} == {"few", "many"}
    assert "halls" in conflict.about


def test_what_is_no_longer_there_cannot_be_changed(session: Session) -> None:
    for edit in (MergeSnippets(HOURS, ("gone",)), RestoreSnippet(replace(HOURS, id="gone"))):
        with pytest.raises(WorkspaceError, match="snippet is gone"):
            session.apply(edit)
    with pytest.raises(WorkspaceError, match="snippet is gone"):
        session.library.tag(["gone"], add=["x"])
    with pytest.raises(WorkspaceError, match="snippet is gone"):
        session.library.set_owner(["gone"], "x")


def test_chosen_snippets_are_packed_with_their_sources(session: Session) -> None:
    (pack,) = session.library.pack_of(["like", "hours"])
    assert pack == Pack(SURVEY, (HOURS, LIKE))
    session.library.retire(["like"])
    assert session.library.pack_of(["like"])[0].snippets[0].id == "like"
    assert session.library.pack_of(["nothing"]) == ()


def test_a_colleagues_pack_is_looked_at_before_it_is_taken_in(session: Session) -> None:
    built_in = next(item for item in session.snippets() if item.origin is Origin.BUILT_IN)
    source = session.sources()[built_in.source]
    other = Source("thornley", "Thornley on buses")
    new = Snippet(
        "buses", "thornley", "Buses matter.", "No bus, no club.", SnippetKind.ARGUMENT, "p. 1"
    )
    packs = [
        Pack(SURVEY, (replace(HOURS, text="Theirs is another text."), LIKE)),
        Pack(source, (replace(built_in, claim="Theirs."),)),
        Pack(other, (new,)),
    ]
    preview = session.library.preview_pack(packs)
    standings = {item.incoming.id: item.standing for item in preview.items}
    assert standings == {
        "hours": Standing.CONFLICT,
        "like": Standing.SAME,
        built_in.id: Standing.CHANGED,
        "buses": Standing.NEW,
    }
    assert preview.new_sources == (other,)
    assert preview.count(Standing.NEW) == 1
    conflict = preview.items[0]
    assert conflict.present == HOURS
    session.library.apply_pack(preview, ["buses", "hours", "like"])
    assert session.snippet("buses") == replace(new, origin=Origin.OWN)
    assert session.sources()["thornley"].origin is Origin.OWN
    assert session.sources()["survey"] == SURVEY
    assert session.snippet(built_in.id) == built_in
    assert [v.snippet for v in session.library.snippet_versions("hours")] == [HOURS]
    session.undo(WORKSPACE_SCOPE)
    assert session.snippet("buses") is None
    assert session.snippet("hours") == HOURS
    assert session.library.apply_pack(preview, ["like"]) is None


def test_a_passage_shows_what_a_card_shows_of_a_snippet(session: Session) -> None:
    (key,) = take_in(session, a_file())
    passage = session.intake.passages_of(key)[0]
    assert isinstance(passage, Passage)
    assert passage.claim == HALLS[:160].rsplit(" ", 1)[0] + "…"
    assert (passage.questions, passage.tags) == ((f"{INQUIRY}#1",), ())
    assert (passage.speaker, passage.owner, passage.review_by) == ("", "", None)
    assert passage.origin is Origin.OWN
    assert replace(passage, ref="").questions == ()
