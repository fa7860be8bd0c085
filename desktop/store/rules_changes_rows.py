"""What differs for a call from the rules of its body: one row for each thing that does, so that two
responses to one call do not take back each other's steps.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from desktop.core.characters import safe_characters
from desktop.core.rules import Rule
from desktop.core.rules_changes import CallChanges, Closing
from desktop.store import rules_rows
from desktop.store.consultation_rows import clock, day, plain_value
from desktop.store.database import Database

_FOLLOWS, _CLOSING, _DOCUMENT, _RULE = "follows", "closing", "document", "rule:"


def call_changes(db: Database, consultation: str) -> CallChanges:
    """Return what differs for a Consultation (nothing, for most)."""
    rows = stored_items(db, consultation)
    if not rows:
        return CallChanges()
    items = {item: json.loads(data) for item, data in rows.items()}
    closing = items.get(_CLOSING, {})
    document = items.get(_DOCUMENT)
    own = {item.removeprefix(_RULE): data for item, data in items.items() if item.startswith(_RULE)}
    return CallChanges(
        follows=items.get(_FOLLOWS, ""),
        closes=day(closing.get("day")),
        closes_time=clock(closing.get("time")),
        time_zone=closing.get("zone", ""),
        unknown=tuple(Closing(name) for name in closing.get("unknown", ())),
        document=rules_rows.document_rules(document) if document else None,
        changed=tuple(rules_rows.rule(data) for data in own.values() if data is not None),
        removed=tuple(key for key, data in own.items() if data is None),
    )


def stored_items(db: Database, consultation: str) -> dict[str, str]:
    """Return the JSON of everything that differs, by the name of its row."""
    sql = "SELECT item, data FROM call_changes WHERE consultation = ? ORDER BY rowid"
    return dict(db.execute(sql, [consultation]).fetchall())


def items_of(changes: CallChanges) -> dict[str, str]:
    """Return everything that differs, as JSON by the name of its row."""
    closing = {
        "day": changes.closes,
        "time": changes.closes_time,
        "zone": changes.time_zone,
        "unknown": changes.unknown,
    }
    items: dict[str, Any] = {
        _FOLLOWS: changes.follows or None,
        _CLOSING: closing if any(closing.values()) else None,
        _DOCUMENT: asdict(changes.document) if changes.document else None,
    }
    items = {item: value for item, value in items.items() if value is not None}
    items |= {_RULE + rule.id: asdict(_clean(rule)) for rule in changes.changed}
    items |= {_RULE + rule_id: None for rule_id in changes.removed}
    return {
        item: json.dumps(value, default=plain_value, ensure_ascii=False)
        for item, value in items.items()
    }


def _clean(rule: Rule) -> Rule:
    """Return a rule without what no Word file may hold: inside JSON that cannot be seen."""
    return replace(
        rule,
        says=safe_characters(rule.says),
        source=safe_characters(rule.source),
        text=safe_characters(rule.text),
    )
