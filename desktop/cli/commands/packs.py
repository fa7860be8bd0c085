"""`consultee pack`: snippets given to a colleague, and taken from one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.console import Console
from desktop.core.library import Standing

if TYPE_CHECKING:
    from desktop.core.library import PackPreview

_DETAILS = """\
A pack is one text file with chosen snippets and the sources they come from."""
_IMPORT = """\
What is new is taken. What has changed since you had it is taken with `--take changed`, and what you
have changed yourself is replaced only with `--take all`. Undo in the window takes it back."""
_EXAMPLES = """\
  consultee pack export bs69-train-councillors sca-two-roles --to for-ada.toml
  consultee pack import for-ada.toml --dry-run
  consultee pack import for-ada.toml --take changed"""
_TAKES = {
    "new": (Standing.NEW,),
    "changed": (Standing.NEW, Standing.CHANGED),
    "all": (Standing.NEW, Standing.CHANGED, Standing.CONFLICT),
}
_SAYS = {
    Standing.NEW: "new",
    Standing.SAME: "as you have it",
    Standing.CHANGED: "changed since",
    Standing.CONFLICT: "changed by you as well",
}


def add(commands: Commands) -> None:
    """Add the command and the commands under it."""
    about = "Exchange snippets with a colleague."
    parser = commands.add("pack", about, _DETAILS, _EXAMPLES, export)
    under = Commands(parser.add_subparsers(title="commands", required=True, dest="pack_command"))
    out = under.add("export", "Write snippets as a pack.", _DETAILS, _EXAMPLES, export)
    out.add_argument("ids", metavar="ID", nargs="+", help="a snippet's id (see `library list`)")
    out.add_argument("--to", type=Path, required=True, metavar="FILE", help="the file to write")
    out.add_argument("--replace", action="store_true", help="replace a file of that name")
    into = under.add("import", "Take a pack into the library.", _IMPORT, _EXAMPLES, take)
    into.add_argument("file", metavar="FILE", type=Path, help="the pack")
    into.add_argument("--take", choices=list(_TAKES), default="new", help="what to take")
    into.add_argument("--dry-run", action="store_true", help="only say what it would bring")
    for each in (out, into):
        takes_workspace(each)
        gives_json(each)


def export(options: argparse.Namespace, console: Console) -> int:
    """Write the pack."""
    from desktop.cli.choosing import NoSuchThing
    from desktop.cli.opening import workspace
    from desktop.session.exchange import save_pack

    with workspace(options.workspace, console) as session:
        packs = session.library.pack_of(options.ids)
        found = {snippet.id for pack in packs for snippet in pack.snippets}
        for key in options.ids:
            if key not in found:
                raise NoSuchThing(
                    "There is no such snippet",
                    f"The library has no snippet “{key}”.",
                    "`consultee library list` names them all.",
                )
        file = save_pack(packs, options.to.expanduser().absolute(), replace=options.replace)
    if options.json:
        console.json({"file": file, "snippets": len(found), "sources": len(packs)})
    else:
        console.say(f"{len(found)} snippets from {len(packs)} sources are in {file}")
    return 0


def take(options: argparse.Namespace, console: Console) -> int:
    """Say what the pack brings, and take it."""
    from desktop.cli.opening import workspace
    from desktop.session.exchange import open_pack

    packs = open_pack(options.file.expanduser())
    with workspace(options.workspace, console) as session:
        preview = session.library.preview_pack(packs)
        wanted = _TAKES[options.take]
        chosen = [item.incoming.id for item in preview.items if item.standing in wanted]
        if not options.dry_run:
            session.library.apply_pack(preview, chosen)
    if options.json:
        console.json(_record(preview, [] if options.dry_run else chosen))
        return 0
    for item in preview.items:
        console.paragraph(f"{_SAYS[item.standing]}: {item.incoming.claim}", "    ")
    console.say(f"Taken: {0 if options.dry_run else len(chosen)} of {len(preview.items)}.")
    return 0


def _record(preview: PackPreview, taken: list[str]) -> dict[str, object]:
    return {
        "taken": taken,
        "snippets": [
            {
                "snippet": item.incoming.id,
                "source": item.source.key,
                "claim": item.incoming.claim,
                "standing": item.standing.value,
            }
            for item in preview.items
        ],
        "new_sources": [source.key for source in preview.new_sources],
    }
