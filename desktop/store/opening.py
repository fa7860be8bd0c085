"""The steps of opening a workspace: examine, back up before migrating, open, check, fill."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.errors import WorkspaceError
from desktop.store import backups, pack_digests, reading
from desktop.store.connection import (
    Connection,
    check_integrity,
    check_work,
    open_workspace,
    was_left_open,
)
from desktop.store.packs.digests import pack_digests as digests_of

if TYPE_CHECKING:
    from desktop.store.packs.problems import Problem

_OPEN_SETTING = "workspace.open"


class Opened(NamedTuple):
    """An open workspace and the problems of content packs that could not be read."""

    db: Connection
    problems: tuple[Problem, ...] = ()


def open_filled(
    path: Path, backup_folder: Path, snippets: Path, resources: Path, now: datetime
) -> Opened:
    """Open the workspace at ``path`` with the built-in content up to date.

    Raises the errors of ``open_workspace``. An older schema is backed up before it is migrated.
    After a crash, or when a backup has met with damage, the whole file is read once, so that damage
    is found before anyone writes on; at any other time what a person has written. That the
    workspace is open is noted with the first thing written: who only looks leaves no trace.
    """
    left_open = was_left_open(path)
    db = open_workspace(path, lambda: backups.back_up(path, backup_folder, now))
    try:
        suspect = reading.setting(db, backups.SUSPECT_SETTING)
        noted = reading.setting(db, _OPEN_SETTING)
        if left_open or suspect or noted:
            check_integrity(db, path)
        else:
            check_work(db, path)
        if not noted:
            db.before_first_write = _note_open
        if suspect:
            reading.set_setting(db, backups.SUSPECT_SETTING, False)
        problems = refresh_packs(db, snippets, resources)
    except BaseException:
        db.close()
        raise
    return Opened(db, problems)


def close(db: Connection) -> None:
    """Close the workspace and note that it was closed in order.

    Where that cannot be noted (the disk is full or gone) it is closed all the same: the next
    opening then reads the whole file, as after a crash.
    """
    try:
        with suppress(WorkspaceError):
            if db.before_first_write is None:
                reading.set_setting(db, _OPEN_SETTING, False)
    finally:
        db.close()


def _note_open(db: Connection) -> None:
    reading.set_setting(db, _OPEN_SETTING, True)


def refresh_packs(db: Connection, snippets: Path, resources: Path) -> tuple[Problem, ...]:
    """Read the packs into the workspace if any file changed since last time; return what was wrong
    with them.

    What a pack no longer has, or whose pack is no longer there, is no longer offered. A file that
    cannot be read takes nothing away.
    """
    present = digests_of(snippets, resources)
    if present == pack_digests.digests(db):
        return ()
    # Reading packs needs more than comparing them; a start that finds nothing new pays for none.
    from desktop.store import packs_table
    from desktop.store.packs.folder import read_content

    content = read_content(snippets, resources)
    with db.atomic():
        for evidence in content.evidence:
            packs_table.put_evidence(
                db, evidence.source.key, evidence.source, evidence.snippets, evidence.prompts
            )
        for prompts in content.prompts:
            packs_table.put_prompts(db, prompts.name, prompts.prompts)
        for consultation in content.consultations:
            packs_table.put_consultation(db, consultation.id, consultation)
        for rules in content.rules:
            packs_table.put_rules(db, rules.id, rules)
        pack_digests.forget_digests(db)
        if not content.problems:
            packs_table.withdraw_others(
                db,
                {pack.source.key for pack in content.evidence},
                {pack.name for pack in content.prompts},
                {consultation.id for consultation in content.consultations},
            )
            for name, digest in present.items():
                pack_digests.put_digest(db, name, digest)
    return content.problems
