"""`consultee content check`: for people who write content files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.adding import Commands, gives_json, needs_no_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.store.packs.problems import Problem

_DETAILS = """\
Content files hold evidence, prompts, consultations and rules. `content check` reads those of a
folder and says, for each mistake, the file, the line, what is wrong and what is allowed."""
_CHECK = """\
DIR is a folder of content files, or one file; without it the program's own content is checked. The
files may refer to the program's own consultations and rules. Advice is worth reading but keeps no
file from loading; the exit code is 1 if there are errors. Courses are left to `consultee course
check`."""
_EXAMPLES = """\
  consultee content check
  consultee content check my-packs
  consultee content check my-packs/lantern-survey.toml --json"""


def add(commands: Commands) -> None:
    """Add the command and the one command under it."""
    about = "Check files of evidence, prompts, consultations and rules."
    parser = commands.add("content", about, _DETAILS, _EXAMPLES, run)
    under = Commands(parser.add_subparsers(title="commands", required=True, dest="content_command"))
    check = under.add("check", "Say what is wrong in content files.", _CHECK, _EXAMPLES, run)
    check.add_argument("folder", metavar="DIR", type=Path, nargs="?", help="what to check")
    gives_json(check)
    needs_no_workspace(check, run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Show what is wrong in the files; 1 if anything keeps one of them from loading."""
    return report_on(options.folder, console, as_json=options.json)


def report_on(folder: Path | None, console: Console, *, as_json: bool) -> int:
    """Show what is wrong in the files of a folder, or in one file (None = the program's own).

    Return 1 if anything keeps one of them from loading.
    """
    from desktop.paths import Paths
    from desktop.store.packs import Level, check_folder, courses_in, read_content

    paths = Paths.discover()
    if folder is None:
        files, problems = check_folder(paths.content)
    else:
        files, problems = check_folder(folder, read_content(paths.snippets, paths.resources))
    courses = courses_in(folder) if folder is not None else []
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    advice = len(problems) - len(errors)
    if as_json:
        said = {"files": files, "errors": len(errors), "advice": advice, "courses": courses}
        console.json({**said, "problems": [_record(problem) for problem in problems]})
    else:
        for problem in problems:
            console.say(str(problem))
        if files or not courses:
            console.say(_summary(files, len(errors), advice))
        if courses:
            console.say(_of_courses(courses))
    if errors:
        console.complain(f"{len({problem.file for problem in errors})} of the files will not load.")
    return 1 if errors else 0


def _record(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "place": problem.place,
        "level": problem.level,
        "message": problem.message,
        "allowed": problem.allowed,
    }


def _of_courses(courses: Sequence[Path]) -> str:
    many = len(courses) > 1
    what = f"{len(courses)} files are courses" if many else f"{courses[0]} is a course"
    return f"{what}: `consultee course check` looks at {'them' if many else 'it'}."


def _summary(files: int, errors: int, advice: int) -> str:
    read = "1 file" if files == 1 else f"{files} files"
    wrong = {0: "nothing is wrong", 1: "1 error"}.get(errors, f"{errors} errors")
    also = {0: "", 1: ", 1 piece of advice"}.get(advice, f", {advice} pieces of advice")
    return f"{read} checked: {wrong}{also}."
