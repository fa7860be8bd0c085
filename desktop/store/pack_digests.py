"""Which content packs the workspace was last filled from."""

from __future__ import annotations

from desktop.store.database import Database


def digests(db: Database) -> dict[str, str]:
    """Return the digest of each pack as it was when it was last read into the workspace."""
    return {row["name"]: row["digest"] for row in db.query("SELECT name, digest FROM packs")}


def put_digest(db: Database, name: str, digest: str) -> None:
    """Remember that a pack has been read."""
    db.execute(
        "INSERT INTO packs (name, digest) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET digest = excluded.digest",
        [name, digest],
    )


def forget_digests(db: Database) -> None:
    """Have every pack read again at the next opening."""
    db.execute("DELETE FROM packs")
