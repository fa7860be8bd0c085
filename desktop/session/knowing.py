"""What the checks are told besides the draft: one line for each room that reads its part."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.checks.known import Known
from desktop.core.response import Draft
from desktop.markup.cited import cited_sources
from desktop.session.wording import wording_of
from desktop.store import evidence_reading
from desktop.store.connection import Connection


def known(db: Connection, draft: Draft, today: date, resources: Path) -> Known:
    """Return what the checks of a draft need to know of the workspace and of the ``resources`` that
    ship with the program.
    """
    return Known(
        today=today,
        # Only what comes from a cited Source can stand in the text: the rest of a big library is
        # not read while somebody types.
        snippets=tuple(evidence_reading.snippets_of(db, cited_sources(draft))),
        wording=wording_of(db, resources, draft.organisation.id),
    )
