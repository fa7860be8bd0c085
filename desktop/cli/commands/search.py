"""`consultee search`: the whole library, searched for words."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desktop.cli.adding import Commands, gives_json, takes_limit, takes_workspace
from desktop.cli.console import Console
from desktop.core.evidence import SnippetKind

if TYPE_CHECKING:
    from desktop.session import Session

_DETAILS = """\
Any of the words may be missing from what is found; what has more of them comes first. Endings do
not matter ("volunteer" finds "volunteers"), and the last word may be unfinished."""
_EXAMPLES = """\
  consultee search "payment by results"
  consultee search councillors --kind recommendation --kind quotation
  consultee search inequality --source blume-reconfigure-big-society --limit 3 --json"""


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Search the evidence in the library."
    parser = commands.add("search", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("text", metavar="TEXT", nargs="+", help="the words to look for")
    parser.add_argument(
        "--kind",
        action="append",
        choices=[kind.value for kind in SnippetKind],
        help="only evidence of this kind (may be given more than once)",
    )
    parser.add_argument(
        "--source",
        action="append",
        metavar="KEY",
        help="only evidence from this source (may be given more than once)",
    )
    takes_limit(parser)
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Show what is found, best first."""
    from desktop.cli import suggestions
    from desktop.cli.opening import workspace

    text = " ".join(options.text)
    kinds = frozenset(map(SnippetKind, options.kind)) if options.kind else None
    with workspace(options.workspace, console) as session:
        sources = _known_sources(session, options.source) if options.source else None
        found = session.searching(text, kinds=kinds, sources=sources)()[: options.limit]
    if options.json:
        console.json({"text": text, "found": suggestions.as_records(found)})
    else:
        suggestions.show(found, console, f"Nothing in the library has to do with “{text}”.")
    return 0


def _known_sources(session: Session, keys: list[str]) -> frozenset[str]:
    from desktop.cli.choosing import NoSuchThing

    known = session.sources()
    for key in keys:
        if key not in known:
            raise NoSuchThing(
                "There is no such source",
                f"The library has no source “{key}”.",
                f"Its sources are: {', '.join(sorted(known))}.",
            )
    return frozenset(keys)
