"""What the checks are told besides the draft: one line for each room that reads its part."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from desktop.checks.known import Known
from desktop.core.response import Draft
from desktop.markup.cited import cited_sources
from desktop.session.choices import numbers_as_text
from desktop.session.deadlines import SETTING as HOLIDAYS
from desktop.session.deadlines import calendar_of
from desktop.session.naming import names_of
from desktop.session.wording import wording_of
from desktop.store import cited_rows, evidence_reading
from desktop.store.connection import Connection
from desktop.store.consent_rows import consents
from desktop.store.published_reading import published
from desktop.store.reading import setting


def known(db: Connection, draft: Draft, now: datetime, resources: Path) -> Known:
    """Return what the checks of a draft need to know of the workspace and of the ``resources`` that
    ship with the program.
    """
    asked, chosen = draft.consultation, str(setting(db, HOLIDAYS) or "")
    return Known(
        today=now.date(),
        # Only what comes from a cited Source can stand in the text: the rest of a big library is
        # not read while somebody types.
        snippets=tuple(evidence_reading.snippets_of(db, cited_sources(draft))),
        wording=wording_of(db, resources, draft.organisation.id),
        # To the minute: what was said of each line is worked out anew when this changes.
        now=now.astimezone().replace(second=0, microsecond=0) if asked.closes else None,
        calendar=calendar_of(asked, now, resources, chosen),
        cited=cited_rows.changed_since(db, draft.response.id),
        consents=consents(db),
        published=published(db, draft.response.id) if draft.rules.rule("originality") else (),
        names=names_of(resources),
        numbers_as_text=numbers_as_text(db),
    )
