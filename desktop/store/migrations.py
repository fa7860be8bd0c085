"""The schema of the workspace file, as migrations that are never edited once released, except to
leave out what a later one would only take away again.

``user_version`` holds the number of the newest migration, so that a workspace from a newer version
of the program is recognised before anything is read.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from desktop.store import search_schema
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


@workspace(name="m002_imports")
def m002_imports(db: Database) -> None:
    """Make room for what is brought in from files, and for the earlier versions of Snippets."""
    _imports(db)
    _taken_into_the_library(db)
    _table(db, "snippet_versions", "id:int snippet saved data")
    db.table("snippet_versions").create_index(["snippet"])
    db.execute("ALTER TABLE sources ADD COLUMN retired INTEGER NOT NULL DEFAULT 0")
    search_schema.create_asked(Connected(db.conn))


@workspace(name="m003_index_in_memory")
def m003_index_in_memory(db: Database) -> None:
    """Keep no full text of the library any more, but when each piece of it changed; make room for
    what a person says of pieces, and for what a first draft put in.
    """
    search_schema.create_pieces(Connected(db.conn))
    _table(db, "verdicts", "piece ref wording verdict", pk=("piece", "ref"))
    _table(
        db,
        "unreviewed",
        "response question text piece",
        pk=("response", "question", "text"),
        foreign_keys=[("response", "responses", "id")],
    )


@workspace(name="m004_checks")
def m004_checks(db: Database) -> None:
    """Make room for what checking needs: what was dismissed, who agreed, who signed off, what was
    sent where, and what differs from a body's rules.
    """
    _said_of_responses(db)
    _table(db, "consents", "snippet who covers until? note recorded", pk="snippet")
    _table(db, "call_changes", "consultation item data", pk=("consultation", "item"))
    _table(db, "house_rules", "id organisation name text added")
    _table(db, "own_words", "word language", pk=("word", "language"))
    for column in ("clause", "amendment"):
        db.execute(f"ALTER TABLE recommendations ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE responses ADD COLUMN message TEXT NOT NULL DEFAULT ''")
    for column in ("sign_off", "interests", "languages"):
        db.execute(f"ALTER TABLE organisations ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


@workspace(name="m005_courses")
def m005_courses(db: Database) -> None:
    """Make room for courses: what there is, what a learner did, what a trainer collected."""
    _table(db, "courses", "id text added origin")
    _table(db, "learning", "kind item data changed", pk=("kind", "item"))
    _table(db, "collected", "id course name digest data collected")
    db.table("collected").create_index(["course"])
    _table(db, "comments", "id collected part quote start:int before after text author written")
    db.table("comments").create_index(["collected"])
    _table(db, "comment_bank", "id text used:int")


def _said_of_responses(db: Database) -> None:
    in_response = [("response", "responses", "id")]
    _table(
        db,
        "dismissals",
        "response finding part question basis excerpt sentence reason noted",
        pk=("response", "finding", "part", "question", "basis", "excerpt"),
        foreign_keys=in_response,
    )
    _table(
        db,
        "sign_offs",
        "response who role approved? digest",
        pk="response",
        foreign_keys=in_response,
    )
    _table(
        db,
        "sendings",
        "id response sent place reference address quoted file note document",
        foreign_keys=in_response,
    )
    _table(
        db,
        "exports",
        "id response exported file reason errors",
        foreign_keys=in_response,
    )
    _table(
        db,
        "translations",
        "response language field question item text original",
        pk=("response", "language", "field", "question", "item"),
        foreign_keys=in_response,
    )
    # What a cited place said when it was cited: to tell when that has changed since.
    _table(
        db,
        "cited_places",
        "response question source locator digest noted",
        pk=("response", "question", "source", "locator"),
        foreign_keys=in_response,
    )


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


def _imports(db: Database) -> None:
    _table(
        db,
        "documents",
        "id name path digest format kind confidence:real state source title author date imported "
        "notices scanned:int doubts:int pieces:int updates consultation organisation sent call?",
    )
    for column in ("digest", "name", "path", "state", "source"):
        db.table("documents").create_index([column])
    in_document = [("document", "documents", "id")]
    _table(
        db,
        "blocks",
        "document id position:int kind text level:int number cells page:int slide:int place",
        pk=("document", "id"),
        foreign_keys=in_document,
    )
    _table(
        db,
        "parts",
        "document id role first body number question ref confidence:real",
        pk=("document", "id"),
        foreign_keys=in_document,
    )
    _table(
        db,
        "marks",
        "document id block start:int end:int text kind confidence:real cues speaker state snippet "
        "passage",
        pk=("document", "id"),
        foreign_keys=in_document,
    )
    db.table("marks").create_index(["passage"])


def _taken_into_the_library(db: Database) -> None:
    _table(
        db,
        "passages",
        "id document source position:int text locator number question ref first last likeness",
        foreign_keys=[("document", "documents", "id"), ("source", "sources", "key")],
    )
    for column in ("document", "source", "ref", "likeness"):
        db.table("passages").create_index([column])
    _table(
        db,
        "past_answers",
        "id:int document number question ref text locator",
        foreign_keys=[("document", "documents", "id")],
    )
    for column in ("document", "ref"):
        db.table("past_answers").create_index([column])
    _table(db, "likenesses", "key:int passage", pk=("key", "passage"))
    db.table("likenesses").create_index(["passage"])


def _table(
    db: Database,
    name: str,
    columns: str,
    *,
    pk: str | tuple[str, ...] = "id",
    foreign_keys: list[tuple[str, str, str]] | None = None,
) -> None:
    """Create a STRICT table from a line of column names: ``name:int`` is a whole number,
    ``name:real`` any number, ``name?`` may be NULL.
    """
    types: dict[str, type] = {}
    required: set[str] = set()
    for column in columns.split():
        bare = column.removesuffix("?")
        bare, _, kind = bare.partition(":")
        types[bare] = {"int": int, "real": float}.get(kind, str)
        if not column.endswith("?"):
            required.add(bare)
    db.table(name).create(
        types, pk=pk, not_null=required, foreign_keys=foreign_keys or [], strict=True
    )
