"""One person at a real workspace: whatever is done to it is done to the model as well."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from desktop.core import edits
from desktop.core.edits import Edit
from desktop.core.response import Organisation, SummaryPoint
from desktop.core.text import safe_characters
from desktop.errors import WorkspaceError
from desktop.paths import Paths
from desktop.session import Session
from desktop.store import backups
from tests.support.workspace import INQUIRY, REPOSITORY, SetClock
from tests.walks.model import Model, Values
from tests.walks.picture import (
    QUESTIONS,
    TICKED_AT,
    answer_fields,
    organisation_fields,
    picture,
    response_fields,
    snippet_fields,
)


class Person:
    """Works on two responses; the clock is turned by hand."""

    def __init__(self, template: Path) -> None:
        self.folder = Path(mkdtemp(dir=template.parent))
        self.path = self.folder / "work.consultee"
        shutil.copy(template, self.path)
        self.clock = SetClock()
        self.paths = Paths(content=REPOSITORY, data=self.folder, config=self.folder)
        self.model = Model()
        self.ever: set[tuple[str, str, str, str]] = set()
        self._said = 0
        self._backups: dict[str, Model] = {}
        self._open()
        self._begin()

    def _open(self) -> None:
        self.session = Session.open(self.path, self.paths, self.clock)

    def _begin(self) -> None:
        self.add_organisation("Fernbrook Community Trust")
        first = self.session.organisations()[0].id
        self.responses = [self.session.start_response(INQUIRY, first).id for _ in range(2)]
        for response in self.responses:
            draft = self.session.draft(response)
            self.model.fields |= response_fields(draft.response)
            for number in QUESTIONS:
                self.model.fields |= answer_fields(draft.answer(number))
        cards = self.session.prompts(self.session.draft(self.responses[0]), TICKED_AT)
        self.prompts = [card.prompt.id for card in cards[:2]]
        self.snippets = [snippet.id for snippet in self.session.snippets()[:2]]
        self.model.fields |= snippet_fields(self.session, self.snippets)

    def leave(self) -> None:
        """Close the workspace and throw it away."""
        self.session.close()
        shutil.rmtree(self.folder)

    # Doing a thing to both

    def words(self, words: str) -> str:
        """Return the words with one among them that nobody said before."""
        self._said += 1
        return f"{words} w{self._said:04}x"

    def do(self, edit: Edit, values: Values) -> None:
        """Apply an edit to the workspace, and what it means to the model."""
        clean = {key: _clean(value) for key, value in values.items()}
        now = self.clock.now
        changed = self.model.change(edit.scope, edit.name, edit.merge_key, now, clean)
        assert (self.session.apply(edit) is not None) == changed
        self.clock.pass_by(1)

    def do_to_answer(self, edit: Edit, **values: Any) -> None:
        """Change fields of the answer that an edit is about."""
        place = ("answer", *edit.place)
        self.do(edit, {(*place, name): value for name, value in values.items()})
        answer = self.model.of(*place)
        self.ever.add((*edit.place, answer["key_point"], answer["body"]))

    def add_organisation(self, words: str) -> None:
        """Add an organisation whose contact details must never be in a submission."""
        key = self.session.new_id()
        contact = f"contact-{key}"
        organisation = Organisation(
            key,
            self.words(words),
            contact_name=contact,
            contact_email=f"{contact}@charity.example",
            contact_phone=contact,
            contact_address=contact,
        )
        self.do(edits.AddOrganisation(organisation), organisation_fields(organisation))

    def step(self, kind: str, scope: str) -> None:
        """Undo or redo a step, or be told why that cannot be."""
        there = self.session.undo if kind == "undo" else self.session.redo
        after = self.model.copy()
        moved = after.undo(scope) if kind == "undo" else after.redo(scope)
        if after.without_organisation():
            with pytest.raises(WorkspaceError):
                there(scope)
            return
        self.model = after
        assert (there(scope) is not None) == moved

    # What happens to the file

    def reopen(self) -> None:
        """Close the workspace and open it again."""
        self.session.close()
        self._open()

    def die(self) -> None:
        """Go on from what a killed program would have left on the disk at this moment."""
        left = self.folder / "left"
        left.mkdir()
        for suffix in ("", "-wal"):
            file = self.path.with_name(self.path.name + suffix)
            if file.exists():
                shutil.copy(file, left)
        self.session.close()
        for file in left.iterdir():
            file.replace(self.path.with_name(file.name))
        left.rmdir()
        self._open()

    def back_up(self) -> None:
        """Back up, or be told that nothing has changed since the last time."""
        job = self.session.backing_up()
        if job is not None:
            self._backups[job().name] = self.model.copy()
        assert self.model.fields in [model.fields for model in self._backups.values()]

    def go_back_to_a_backup(self, place: int) -> None:
        """Lose the file and put one of its backups in its place."""
        kept = [path for _, path in backups.list_backups(self.paths.backups(self.path))]
        if not kept:
            return
        chosen = kept[place % len(kept)]
        self.session.close()
        aside = backups.go_back(self.path, chosen, self.clock.now)
        aside.unlink()
        self._open()
        self.model = self._backups[chosen.name].copy()

    def look(self) -> None:
        """Fail unless the workspace holds what the model does, and would undo what it would."""
        assert picture(self.session, self.responses, self.snippets) == self.model.of()
        for scope in self.scopes():
            assert self.session.undo_name(scope) == self.model.undo_name(scope)
            assert self.session.redo_name(scope) == self.model.redo_name(scope)

    def scopes(self) -> list[str]:
        """Return every undo stack there is."""
        return [edits.WORKSPACE_SCOPE, *map(edits.response_scope, self.responses)]


def _clean(value: Any) -> Any:
    """Return what can be kept of a value: no character that no Word file may hold."""
    if type(value) is str:
        return safe_characters(value)
    if isinstance(value, SummaryPoint):
        return replace(value, text=safe_characters(value.text))
    return tuple(map(_clean, value)) if isinstance(value, tuple) else value
