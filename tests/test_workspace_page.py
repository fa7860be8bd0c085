"""docs/workspace-file.md is true: every table, every column, what may be NULL."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.session import Session

DOCS = Path(__file__).resolve().parents[1] / "docs"
# Tables that SQLite keeps for itself.
OF_SQLITE = re.compile(r"sqlite_.*|search_(?:text|asked)_.+")


def columns_on_the_page() -> dict[str, list[str]]:
    text = (DOCS / "workspace-file.md").read_text(encoding="utf-8")
    sections = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    return {
        section.split("\n", 1)[0].strip(): re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
        for section in sections
    }


def test_the_workspace_page_names_every_table_and_column_in_order(session: Session) -> None:
    with closing(sqlite3.connect(session.path)) as db:
        listed = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = [name for (name,) in listed if not OF_SQLITE.fullmatch(name)]
        columns = {
            name: [row[1] for row in db.execute(f"PRAGMA table_info([{name}])")] for name in tables
        }
    assert columns_on_the_page() == columns


def test_the_workspace_page_says_which_columns_may_be_null(session: Session) -> None:
    text = (DOCS / "workspace-file.md").read_text(encoding="utf-8")
    said = set(re.findall(r"^\| `(\w+)` \|.*\bNULL\b", text, re.MULTILINE))
    with closing(sqlite3.connect(session.path)) as db:
        strict = db.execute("SELECT name FROM pragma_table_list WHERE strict = 1").fetchall()
        optional = {
            row[1]
            for (name,) in strict
            for row in db.execute(f"PRAGMA table_info([{name}])")
            if not row[3] and not row[5]
        }
    assert said == optional


def test_the_workspace_page_has_the_numbers_in_the_file_s_head(session: Session) -> None:
    text = (DOCS / "workspace-file.md").read_text(encoding="utf-8")
    with closing(sqlite3.connect(session.path)) as db:
        application = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
    assert f"`application_id` is {application} " in text
    assert f"number of the newest migration, {version}." in text
