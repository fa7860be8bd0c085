"""Built-in content is kept up to date, and what a person made of it stays theirs."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.evidence import Origin
from desktop.core.response import Organisation
from desktop.errors import WorkspaceError
from desktop.paths import Paths
from desktop.session import Session
from tests.support.workspace import INQUIRY, SetClock

SCA, BLUME = "sca-contradiction-big-society", "blume-reconfigure-big-society"


@pytest.fixture
def content(tmp_path: Path, paths: Paths) -> Paths:
    """The shipped consultations, rules and prompts, and two of the packs of evidence."""
    moved = replace(paths, content=tmp_path / "content")
    shutil.copytree(paths.resources, moved.resources)
    moved.snippets.mkdir()
    for pack in (SCA, BLUME):
        shutil.copy(paths.snippets / f"{pack}.toml", moved.snippets)
    return moved


@contextmanager
def opened(content: Paths, clock: SetClock) -> Iterator[Session]:
    session = Session.open(content.data / "work.consultee", content, clock)
    try:
        yield session
    finally:
        session.close()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def noted_as_open(content: Paths) -> object:
    """Return what the workspace says of itself to whoever opens it next."""
    with closing(sqlite3.connect(content.data / "work.consultee")) as file:
        row = file.execute("SELECT value FROM settings WHERE key = 'workspace.open'").fetchone()
    return json.loads(row[0]) if row else None


def ids(session: Session, source: str, *, retired: bool = False) -> set[str]:
    return {item.id for item in session.snippets(retired=retired) if item.source == source}


def test_who_only_looks_writes_nothing_and_who_writes_is_noted_with_the_first_words(
    content: Paths, clock: SetClock
) -> None:
    with opened(content, clock):
        pass  # the packs are read into it
    before = (content.data / "work.consultee").read_bytes()
    with opened(content, clock) as session:
        session.organisations()
    assert (content.data / "work.consultee").read_bytes() == before
    with opened(content, clock) as session:
        assert noted_as_open(content) is False
        session.apply(edits.AddOrganisation(Organisation("o", "Fernbrook Community Trust")))
        assert noted_as_open(content) is True
    assert noted_as_open(content) is False


def test_a_change_that_is_refused_leaves_the_note_to_the_next(
    content: Paths, clock: SetClock
) -> None:
    with opened(content, clock):
        pass
    with opened(content, clock) as session:
        with pytest.raises(WorkspaceError):
            session.apply(edits.SetKeyPoint("no such response", "1", "A point."))
        assert noted_as_open(content) is False
        session.apply(edits.AddOrganisation(Organisation("o", "Fernbrook Community Trust")))
        assert noted_as_open(content) is True


def test_what_a_pack_brought_is_no_longer_offered_once_the_pack_is_gone(
    content: Paths, clock: SetClock
) -> None:
    pack = content.snippets / f"{SCA}.toml"
    with opened(content, clock) as session:
        there = ids(session, SCA)
        session.apply(edits.AddOrganisation(Organisation("o", "Fernbrook Community Trust")))
        response = session.start_response(INQUIRY, "o")
        before = {c.prompt.id for c in session.prompts(session.draft(response.id), "1")}
    taken_away = pack.rename(content.data / "away.toml")
    with opened(content, clock) as session:
        assert ids(session, SCA) == set()
        assert ids(session, SCA, retired=True) == there
        assert ids(session, BLUME)
        draft = session.draft(response.id)
        cards = session.prompts(draft, "1")
        assert not any(card.prompt.source == SCA for card in cards)
        assert {card.prompt.id for card in cards} < before
        assert not any(s.source.key == SCA for s in session.suggesting(draft, "1")())
        # An answer may cite it.
        assert SCA in session.sources()
    taken_away.rename(pack)
    with opened(content, clock) as session:
        assert ids(session, SCA) == there
        assert {c.prompt.id for c in session.prompts(session.draft(response.id), "1")} == before


def test_a_person_s_own_copy_outlives_its_pack(content: Paths, clock: SetClock) -> None:
    with opened(content, clock) as session:
        mine = next(item for item in session.snippets() if item.source == SCA)
        session.apply(edits.SaveSnippet(replace(mine, claim="In our words.")))
    (content.snippets / f"{SCA}.toml").unlink()
    with opened(content, clock) as session:
        assert ids(session, SCA) == {mine.id}
        assert [s.piece.claim for s in session.searching("in our words ")()][:1] == [
            "In our words."
        ]


def test_a_file_that_cannot_be_read_takes_nothing_away(content: Paths, clock: SetClock) -> None:
    with opened(content, clock) as session:
        there = ids(session, SCA) | ids(session, BLUME)
    (content.snippets / f"{SCA}.toml").write_text("[source", encoding="utf-8")
    with opened(content, clock) as session:
        assert len(session.problems) == 1
        assert ids(session, SCA) | ids(session, BLUME) == there


def test_a_snippet_that_left_its_pack_is_retired_and_comes_back_with_it(
    content: Paths, clock: SetClock
) -> None:
    pack = content.snippets / f"{SCA}.toml"
    text = pack.read_text(encoding="utf-8")
    first = text.index("[[snippet]]")
    second = text.index("[[snippet]]", first + 1)
    with opened(content, clock) as session:
        there = ids(session, SCA)
    pack.write_text(text[:first] + text[second:], encoding="utf-8")
    with opened(content, clock) as session:
        (gone,) = ids(session, SCA, retired=True)
        assert ids(session, SCA) == there - {gone}
    pack.write_text(text, encoding="utf-8")
    with opened(content, clock) as session:
        assert ids(session, SCA) == there


def test_a_source_of_one_s_own_stays_while_its_snippets_are_kept_up_to_date(
    content: Paths, clock: SetClock
) -> None:
    with opened(content, clock) as session:
        session.apply(edits.SaveSource(replace(session.sources()[SCA], title="Our title for it")))
    pack = content.snippets / f"{SCA}.toml"
    change(pack, 'claim = "', 'claim = "Newly: ')
    change(pack, 'title = "', 'title = "Newly: ')
    with opened(content, clock) as session:
        assert session.sources()[SCA].title == "Our title for it"
        assert any(item.claim.startswith("Newly: ") for item in session.snippets())
        session.undo(WORKSPACE_SCOPE)
        assert session.sources()[SCA].origin is Origin.BUILT_IN
    # Taking the change back makes it the pack's again, in the words it has by now.
    with opened(content, clock) as session:
        assert session.sources()[SCA].title.startswith("Newly: ")


def test_a_consultation_that_is_gone_stays_with_the_response_that_answers_it(
    content: Paths, clock: SetClock
) -> None:
    folder = content.resources / "consultations"
    shipped = folder / f"{INQUIRY}.toml"
    other = folder / "other.toml"
    other.write_text(
        shipped.read_text(encoding="utf-8").replace(f'id = "{INQUIRY}"', 'id = "other"', 1),
        encoding="utf-8",
    )
    with opened(content, clock) as session:
        assert {item.id for item in session.consultations()} == {INQUIRY, "other"}
        session.apply(edits.AddOrganisation(Organisation("o", "Fernbrook Community Trust")))
        answered = session.start_response("other", "o")
    other.unlink()
    with opened(content, clock) as session:
        assert session.draft(answered.id).consultation.id == "other"
        session.apply(edits.BinResponse(answered.id, clock()))
    with opened(content, clock) as session:
        assert {item.id for item in session.consultations()} == {INQUIRY, "other"}


def test_a_consultation_that_is_gone_and_nobody_answers_is_not_offered(
    content: Paths, clock: SetClock
) -> None:
    shipped = content.resources / "consultations" / f"{INQUIRY}.toml"
    other = shipped.with_name("other.toml")
    other.write_text(
        shipped.read_text(encoding="utf-8").replace(f'id = "{INQUIRY}"', 'id = "other"', 1),
        encoding="utf-8",
    )
    with opened(content, clock):
        other.unlink()
    with opened(content, clock) as session:
        assert [item.id for item in session.consultations()] == [INQUIRY]
