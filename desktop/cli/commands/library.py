"""`consultee library`: what is in the library, and what of it is due to be looked at again."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from desktop.cli.adding import Commands, gives_json, takes_limit, takes_workspace
from desktop.cli.console import Console
from desktop.core.evidence import SnippetKind, Suggestion
from desktop.core.references import card_reference, with_locator

if TYPE_CHECKING:
    from desktop.core.library import LibraryRow

_DETAILS = """\
The library holds sources (documents), snippets (pieces of evidence drawn from them) and the
passages of what was imported."""
_EXAMPLES = """\
  consultee library list --tag transport
  consultee library search "night buses"
  consultee library review --within 60 --json"""


def add(commands: Commands) -> None:
    """Add the command and the commands under it."""
    about = "List, search and review the library."
    parser = commands.add("library", about, _DETAILS, _EXAMPLES, list_rows)
    under = Commands(parser.add_subparsers(title="commands", required=True, dest="library_command"))
    listing = under.add("list", "List sources and snippets.", "", _EXAMPLES, list_rows)
    listing.add_argument("--kind", choices=["source", *(kind.value for kind in SnippetKind)])
    listing.add_argument("--tag", help="only what has this tag")
    listing.add_argument("--owner", help="only what this person looks after")
    listing.add_argument("--retired", action="store_true", help="what is retired as well")
    search = under.add(
        "search", "Search snippets and imported passages.", "", _EXAMPLES, search_pieces
    )
    search.add_argument("text", metavar="TEXT", nargs="+", help="the words to look for")
    takes_limit(search)
    review = under.add(
        "review",
        "List the snippets that are due to be looked at again.",
        "Longest due first. They are worked through on the library page of the window.",
        _EXAMPLES,
        review_due,
    )
    review.add_argument(
        "--within", type=int, default=0, metavar="DAYS", help="also those due within so many days"
    )
    for each in (listing, search, review):
        takes_workspace(each)
        gives_json(each)


def list_rows(options: argparse.Namespace, console: Console) -> int:
    """Show the rows of the library's table."""
    from desktop.cli.opening import workspace

    with workspace(options.workspace, console) as session:
        rows = [row for row in session.library.rows()() if _wanted(row, options)]
    if options.json:
        console.json({"library": [_record(row) for row in rows]})
        return 0
    for row in rows:
        name = row.snippet.claim if row.snippet else row.source.title
        console.paragraph(name, "     ", first="   - " if row.snippet else "")
        console.paragraph(_about(row), "     ")
    if not rows:
        console.say("Nothing in the library is like that.")
    return 0


def search_pieces(options: argparse.Namespace, console: Console) -> int:
    """Show what is found, best first, with the words that were found marked."""
    from desktop.cli import suggestions
    from desktop.cli.opening import workspace

    text = " ".join(options.text)
    with workspace(options.workspace, console) as session:
        found: list[Suggestion] = session.searching(text)()[: options.limit]
    if options.json:
        console.json({"text": text, "found": suggestions.as_records(found)})
    else:
        suggestions.show(found, console, f"Nothing in the library has to do with “{text}”.")
    return 0


def review_due(options: argparse.Namespace, console: Console) -> int:
    """Show what is due."""
    from desktop.cli.opening import workspace

    with workspace(options.workspace, console) as session:
        due = session.library.due(session.clock().date(), options.within)
        sources = session.sources()
    if options.json:
        console.json({"due": due})
        return 0
    for snippet in due:
        source = sources.get(snippet.source)
        where = card_reference(source) if source else snippet.source
        console.paragraph(f"{snippet.review_by}  {snippet.claim}", "            ")
        console.paragraph(
            f"{snippet.id}; {with_locator(where, snippet.locator)}",
            "            ",
            first="            ",
        )
    if not due:
        console.say("Nothing is due.")
    return 0


def _wanted(row: LibraryRow, options: argparse.Namespace) -> bool:
    kind = row.snippet.kind.value if row.snippet else "source"
    return (
        (options.retired or not row.retired)
        and options.kind in (None, kind)
        and (options.tag is None or options.tag in row.tags)
        and (options.owner is None or options.owner == row.owner)
    )


def _about(row: LibraryRow) -> str:
    if row.snippet is None:
        passages = f"{row.passages} passages" if row.passages else ""
        parts = [row.source.key, row.source.kind.value.replace("-", " "), row.year, passages]
    else:
        kind = row.snippet.kind.value.replace("-", " ")
        parts = [row.snippet.id, kind, row.snippet.locator, "retired" if row.retired else ""]
    return "; ".join(part for part in parts if part)


def _record(row: LibraryRow) -> dict[str, Any]:
    return {
        "source": row.source.key,
        "snippet": row.snippet.id if row.snippet else None,
        "title": row.snippet.claim if row.snippet else row.source.title,
        "kind": row.snippet.kind.value if row.snippet else row.source.kind.value,
        "retired": row.retired,
        "consultation": row.consultation,
        "year": row.year,
        "tags": row.tags,
        "owner": row.owner,
        "review_by": row.review_by,
        "passages": row.passages,
        "import": row.document,
    }
