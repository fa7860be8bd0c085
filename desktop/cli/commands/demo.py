"""`consultee demo`: an example submission, from an empty workspace to the finished files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.adding import Commands, gives_json, needs_no_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.core.response import Draft
    from desktop.session import Session

_DETAILS = """\
A fictional charity answers all nine questions of the built-in inquiry with evidence from the
library. The folder DIR then holds the submission as a Word document and as plain text, the email to
send it with, and a workspace to open in the window. Documents of an earlier demo are replaced; a
workspace that is there already is left as it is, since you may have written in it."""
_EXAMPLES = """\
  consultee demo
  consultee demo --out ~/training
  consultee --workspace consultee-demo/example.consultee     open the example in the window"""
WORKSPACE, EMAIL = "example.consultee", "Cover email.txt"


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Write an example submission, with a workspace to open."
    parser = commands.add("demo", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        default=Path("consultee-demo"),
        help="where to put the files (the folder consultee-demo here unless you say otherwise)",
    )
    gives_json(parser)
    needs_no_workspace(parser, run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Make the files and say where they are."""
    folder: Path = options.out.expanduser().absolute()
    kept = (folder / WORKSPACE).exists()
    with _making(folder) as making:
        files = _write(making / WORKSPACE, folder)
        if not kept:
            (making / WORKSPACE).replace(folder / WORKSPACE)
    files["workspace"] = folder / WORKSPACE
    if options.json:
        console.json({**files, "workspace_kept": kept})
        return 0
    console.say("The example submission of a fictional charity is ready:")
    for name, label in _LABELS.items():
        console.say(f"  {label:<16}{files[name]}")
    if kept:
        console.say("The workspace was there already and has been left as it is.")
    start = "python main.py" if Path(sys.argv[0]).name == "main.py" else "consultee"
    console.say(f'Open it in the window: {start} --workspace "{files["workspace"]}"')
    return 0


_LABELS = {
    "word": "Word document",
    "text": "Plain text",
    "email": "Cover email",
    "workspace": "Workspace",
}


@contextmanager
def _making(folder: Path) -> Iterator[Path]:
    """Make ``folder`` and give a folder inside it that is gone afterwards; raises ExportError."""
    import tempfile

    from desktop.errors import ExportError

    try:
        folder.mkdir(parents=True, exist_ok=True)
        inside = tempfile.TemporaryDirectory(dir=folder, prefix=".making-")
    except OSError as error:
        raise ExportError(
            "The folder cannot be used",
            f"“{folder}” cannot be made or written in: {error.strerror or error}.",
            "Choose another folder with --out.",
        ) from error
    with inside as making:
        yield Path(making)


def _write(workspace: Path, folder: Path) -> dict[str, Path]:
    """Fill a new workspace and write the documents; return where these are."""
    from desktop.cli.demo import fill_demo, read_demo
    from desktop.paths import Paths
    from desktop.session import Session

    paths = Paths.discover()
    demo = read_demo(paths)
    session = Session.open(workspace, paths)
    try:
        response = fill_demo(session, demo)
        return _export(session, session.draft(response.id), folder)
    finally:
        session.close()


def _export(session: Session, draft: Draft, folder: Path) -> dict[str, Path]:
    from desktop.export import ExportOptions, FileFormat, suggested_file_name, write_atomic

    options = ExportOptions()
    files: dict[str, Path] = {}
    for name, kind in (("word", FileFormat.WORD), ("text", FileFormat.TEXT)):
        path = folder / suggested_file_name(draft, kind.value)
        files[name] = session.export_job(draft, path, options, kind, replace=True)()
    email = session.emailing(draft, files["word"].name, options)()
    files["email"] = folder / EMAIL
    text = f"Subject: {email.subject}\n\n{email.body}"
    write_atomic(files["email"], text.encode(), replace=True)
    return files
