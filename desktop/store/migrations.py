"""The schema of the workspace file, as migrations that are never edited once released.

``user_version`` holds the number of the newest migration, so that a workspace from a newer version
of the program is recognised before anything is read.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from desktop.store import search_index
from desktop.store.database import Database as Connected
from desktop.store.version import APPLICATION_ID as APPLICATION_ID
from desktop.store.version import SCHEMA_VERSION as SCHEMA_VERSION

workspace = Migrations("workspace")


@workspace(name="m001_first")
def m001_first(db: Database) -> None:
    """Lay out everything that the first version keeps."""
    _people_and_drafts(db)
    _library(db)
    _housekeeping(db)
    search_index.create(Connected(db.conn))


def _people_and_drafts(db: Database) -> None:
    _table(
        db,
        "organisations",
        "id name kind charity_number speaks_for reach about contact_name contact_role "
        "contact_email contact_phone contact_address",
    )
    _table(
        db,
        "responses",
        "id consultation organisation created edited title reason about? summary? oral_evidence "
        "dated? binned?",
        foreign_keys=[("organisation", "organisations", "id")],
    )
    in_response = [("response", "responses", "id")]
    _table(
        db,
        "answers",
        "response question key_point body mark skip_reason choice",
        pk=("response", "question"),
        foreign_keys=in_response,
    )
    _table(
        db,
        "recommendations",
        "id response question who what by_when position:int",
        foreign_keys=in_response,
    )
    _table(
        db,
        "prompt_ticks",
        "response question prompt",
        pk=("response", "question", "prompt"),
        foreign_keys=in_response,
    )
    _table(
        db,
        "answer_versions",
        "id:int response question key_point body saved",
        foreign_keys=in_response,
    )
    db.table("answer_versions").create_index(["response", "question"])
    db.table("recommendations").create_index(["response"])


def _library(db: Database) -> None:
    _table(
        db,
        "sources",
        "key title author body date date_note kind reference address licence short note origin "
        "pack",
        pk="key",
    )
    _table(
        db,
        "snippets",
        "id source claim text kind locator tags questions speaker owner review_by? origin pack "
        "retired:int",
        foreign_keys=[("source", "sources", "key")],
    )
    db.table("snippets").create_index(["source"])
    _table(
        db,
        "prompts",
        "id question starter purpose questions why source locator advice address pack",
    )
    _table(db, "consultations", "id title data pack")
    _table(db, "rules", "id title data pack")
    _table(db, "packs", "name digest", pk="name")


def _housekeeping(db: Database) -> None:
    _table(db, "settings", "key value", pk="key")
    _table(
        db,
        "journal",
        "id:int scope name merge_key started touched undone:int ops kinds response question",
    )
    db.table("journal").create_index(["scope", "undone", "id"])


def _table(
    db: Database,
    name: str,
    columns: str,
    *,
    pk: str | tuple[str, ...] = "id",
    foreign_keys: list[tuple[str, str, str]] | None = None,
) -> None:
    """Create a STRICT table from a line of column names: ``name:int`` is a whole number, ``name?``
    may be NULL.
    """
    types: dict[str, type] = {}
    required: set[str] = set()
    for column in columns.split():
        bare = column.removesuffix("?")
        bare, _, kind = bare.partition(":")
        types[bare] = int if kind == "int" else str
        if not column.endswith("?"):
            required.add(bare)
    db.table(name).create(
        types, pk=pk, not_null=required, foreign_keys=foreign_keys or [], strict=True
    )
