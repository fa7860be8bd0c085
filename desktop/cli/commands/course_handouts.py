"""`consultee course handouts`: what a trainer prints for a session."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.core.course import Course
    from desktop.export.course import Taker
    from desktop.session import Session

# Said again here, so that `consultee --help` need not read how documents are written; a test holds
# the two together.
KINDS = ("questions", "prompts", "data", "checklist", "rubric", "key", "certificate")

_DETAILS = """\
FILE is the file of a course, or the id of one that `consultee course list` shows. The question
sheet, prompt sheet, data pack, checklist, rubric, trainer's key and certificate of taking part are
written to the folder DIR as Word documents; --only writes some of them. If one is there already,
nothing is written unless --replace is given."""
_EXAMPLES = """\
  consultee course handouts our-course.toml --out handouts
  consultee course handouts first-written-evidence --out handouts
  consultee course handouts our-course.toml --out handouts --only questions data
  consultee course handouts our-course.toml --out . --only certificate --name "Nia Fell"
  consultee course handouts our-course.toml --out . --only certificate --names"""


def add_handouts(under: Commands) -> None:
    """Add the command to those of `consultee course`."""
    about = "Write the handouts of a course as Word documents."
    parser = under.add("handouts", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("file", metavar="FILE", type=Path, help="the course, or its id")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", required=True, help="the folder to write them to"
    )
    parser.add_argument(
        "--only",
        nargs="+",
        choices=KINDS,
        metavar="KIND",
        help=f"which of them: {', '.join(KINDS)}",
    )
    who = parser.add_mutually_exclusive_group()
    who.add_argument(
        "--name", metavar="NAME", default="", help="who took part, for the certificate"
    )
    who.add_argument(
        "--names",
        action="store_true",
        help="a certificate for everybody whose work was collected, a page each",
    )
    parser.add_argument(
        "--replace", action="store_true", help="replace files that are there already"
    )
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the files and say where they are."""
    from desktop.cli.course_named import named_course
    from desktop.cli.opening import workspace
    from desktop.errors import ExportError
    from desktop.export import FileExists
    from desktop.export.course import HandoutKind
    from desktop.session.course_papers import writing_handouts

    kinds = [HandoutKind(kind) for kind in options.only] if options.only else None
    with workspace(options.workspace, console) as session:
        course = named_course(session, options.file)
        writing = writing_handouts(
            session,
            course,
            options.out.absolute(),
            kinds,
            options.name,
            takers=_takers(session, course) if options.names else (),
            overwrite=options.replace,
        )
        try:
            files = writing()
            session.courses.editions.note_given(course)
        except FileExists as error:
            raise ExportError(
                error.title, error.message, "Add --replace to replace them, or choose another DIR."
            ) from error
    if options.json:
        console.json({"course": course.id, "files": list(files)})
    else:
        for path in files:
            console.say(f"Written: {options.out / path.name}")
    return 0


def _takers(session: Session, course: Course) -> tuple[Taker, ...]:
    from desktop.errors import ContentError
    from desktop.session.course_papers import takers_of

    found = takers_of(session, course)
    if not found:
        raise ContentError(
            "There is nobody to name",
            f"No learner’s work of “{course.title}” is in the workspace.",
            "Collect it first: consultee course collect PATH --keep.",
        )
    return found
