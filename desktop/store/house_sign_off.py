"""Who approves what an Organisation sends, as the files of its house rules have it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from desktop.core.rules import Venue
from desktop.core.wording import HouseSignOff
from desktop.store.database import Database
from desktop.store.packs.problems import PackError
from desktop.store.packs.wording import wording_in

_FILES = (
    "SELECT name, text FROM house_rules WHERE organisation = ? AND text LIKE '%sign_off%' "
    "ORDER BY name COLLATE NOCASE, id"
)


def house_sign_off(db: Database, organisation: str, venue: Venue) -> HouseSignOff | None:
    """Return who approves what goes to such a body: what is said of some bodies comes before what
    is said of all, then the file that comes first by name. None where no house rule says it.
    """
    told = [_told(name, text) for name, text in db.execute(_FILES, [organisation])]
    fitting = [one for one in told if one and (not one.venues or venue in one.venues)]
    return min(fitting, key=lambda one: not one.venues, default=None)


@lru_cache(maxsize=16)
def _told(name: str, text: str) -> HouseSignOff | None:
    """Return what one file says of it; nothing if this version cannot read it."""
    try:
        pack = wording_in(name, text).pack
    except PackError:
        return None
    found = pack.sign_off if pack else None
    return replace(found, source=found.source or f"House rules: {name}") if found else None
