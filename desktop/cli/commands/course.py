"""`consultee course`: courses in writing submissions, and what learners handed in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.commands.course_handouts import add_handouts
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.session.course_collecting import Row
    from desktop.session.course_gathering import FileNote, Gathered
    from desktop.store.packs.problems import Problem

_DETAILS = """\
A course is one file: a practice consultation, a data pack, exercises and a rubric. Learners work
through it in the window, and hand in a file each."""
_LIST = "Courses that ship with the program come first, then those of the workspace."
_CHECK = """\
FILE is a course, or the id of one that `consultee course list` shows. What its exercises say is
checked with the program's own checks: each fault must be found, and gone in the solution. The exit
code is 1 if there are errors."""
_COLLECT = """\
PATH is a learner's file (.consultee-work), or a folder with such files; several may be named. All
are read and shown as a table; with --keep they are kept in the workspace too, to be read and
commented on in the window."""
_EXAMPLES = """\
  consultee course list
  consultee course check our-course.toml
  consultee course check big-society-inquiry
  consultee course handouts our-course.toml --out handouts
  consultee course collect handed-in --json
  consultee course collect bo.consultee-work nia.consultee-work"""


def add(commands: Commands) -> None:
    """Add the command and the commands under it."""
    about = "List, check and print courses, and collect what learners handed in."
    parser = commands.add("course", about, _DETAILS, _EXAMPLES, run_list)
    under = Commands(parser.add_subparsers(title="commands", required=True, dest="course_command"))
    listing = under.add("list", "List the courses there are.", _LIST, _EXAMPLES, run_list)
    check = under.add("check", "Say what is wrong in a course.", _CHECK, _EXAMPLES, run_check)
    check.add_argument("file", metavar="FILE", type=Path, help="the course, or its id")
    add_handouts(under)
    collect = under.add(
        "collect", "Read what learners handed in.", _COLLECT, _EXAMPLES, run_collect
    )
    collect.add_argument(
        "paths", metavar="PATH", nargs="+", type=Path, help="their files, or folders with them"
    )
    collect.add_argument(
        "--course", metavar="ID", default="", help="refuse files of any other course"
    )
    collect.add_argument("--keep", action="store_true", help="keep them in the workspace")
    for each in (listing, check, collect):
        takes_workspace(each)
        gives_json(each)


def run_list(options: argparse.Namespace, console: Console) -> int:
    """List every course."""
    from desktop.cli.opening import workspace

    with workspace(options.workspace, console) as session:
        cards = session.courses.list()
    if options.json:
        found = [
            {
                "id": card.id,
                "title": card.title,
                "minutes": card.minutes,
                "version": card.version,
                "own": card.own,
                "problems": len(card.problems),
            }
            for card in cards
        ]
        console.json({"courses": found})
        return 0
    width = max((len(card.id) for card in cards), default=0)
    for card in cards:
        ready = f"{card.minutes} minutes" if card.is_sound else "cannot be used yet"
        console.say(f"{card.id:<{width}}  {card.title} ({ready})")
    return 0


def run_check(options: argparse.Namespace, console: Console) -> int:
    """Say what is wrong in a course."""
    from desktop.cli.course_named import examined_course
    from desktop.cli.opening import workspace
    from desktop.store.packs.problems import Level

    with workspace(options.workspace, console) as session:
        examined = examined_course(session, options.file)
    errors = sum(each.level is Level.ERROR for each in examined.problems)
    if options.json:
        problems = [_problem(each) for each in examined.problems]
        console.json({"file": options.file, "errors": errors, "problems": problems})
    else:
        for each in examined.problems:
            console.say(str(each))
        what = "no mistakes" if not errors else "1 mistake" if errors == 1 else f"{errors} mistakes"
        console.say(f"{options.file}: {what}.")
    return 1 if errors else 0


def run_collect(options: argparse.Namespace, console: Console) -> int:
    """Show what learners handed in."""
    from desktop.cli.opening import workspace
    from desktop.errors import ContentError

    gone = next((path for path in options.paths if not path.exists()), None)
    if gone is not None:
        raise ContentError(
            "There is nothing to collect",
            f"There is no file or folder {gone}.",
            "Name learners' files, or a folder that holds them.",
        )
    with workspace(options.workspace, console) as session:
        if options.course:
            # One that is not there would be said of every file as if that were the wrong one.
            session.courses.read(options.course)
        teaching = session.courses.teaching
        gathered = teaching.collecting(options.paths, options.course)()
        courses = sorted({work.course for work in gathered.works})
        rows = {course: teaching.looking_at(course, gathered)() for course in courses}
        kept = teaching.keep(gathered) if options.keep else 0
    if options.json:
        console.json(_collected(gathered, rows, kept))
    else:
        _say_collected(gathered, rows, console)
    return 1 if gathered.refused else 0


def _collected(gathered: Gathered, rows: dict[str, tuple[Row, ...]], kept: int) -> dict[str, Any]:
    return {
        "learners": [_row(course, row) for course, found in rows.items() for row in found],
        "notes": [_note(each) for each in gathered.notes],
        "refused": [{**_note(each), "then": each.then} for each in gathered.refused],
        "kept": kept,
    }


def _row(course: str, row: Row) -> dict[str, Any]:
    return {
        "course": course,
        "name": row.name,
        "done": row.progress.done,
        "steps": row.progress.all,
        "words": row.words,
        "rubric": {column.value: dict(levels) for column, levels in row.levels.items()},
        "findings": dict(row.findings),
        "edited": row.edited,
    }


def _note(note: FileNote) -> dict[str, str]:
    return {"file": str(note.file), "says": note.says}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "line": problem.line,
        "place": problem.place,
        "level": problem.level.value,
        "message": problem.message,
        "allowed": problem.allowed,
    }


def _say_collected(gathered: Gathered, rows: dict[str, tuple[Row, ...]], console: Console) -> None:
    from desktop.core.listing import counted

    if not (rows or gathered.notes or gathered.refused):
        console.say("There is no learner's work in it.")
    for course, found in rows.items():
        console.say(f"{course}:")
        width = max(len(row.name) for row in found)
        for row in found:
            steps = f"{row.progress.done} of {row.progress.all} steps"
            words = counted(row.words, "word")
            findings = counted(sum(row.findings.values()), "finding")
            console.say(f"  {row.name:<{width}}  {steps}, {words}, {findings}")
    for title, notes in (("To know:", gathered.notes), ("Refused:", gathered.refused)):
        if notes:
            console.say(title)
        for note in notes:
            console.paragraph(f"{note.file.name}: {note.words}", "    ", "  ")
