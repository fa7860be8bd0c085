"""Pictures of every page, taken from the real window: `python -m tests.screenshots [--out DIR]`.

`--looks DIR` adds pictures for our own looking: dark, high contrast, small window, large text.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.app import application
from desktop.cli.demo import fill_demo, read_demo
from desktop.core.edits import MarkAnswer, SetBody
from desktop.core.finding import TextField
from desktop.core.response import AnswerMark
from desktop.core.translating import Language, TextKey
from desktop.core.translating_edits import SetTranslation
from desktop.paths import DATA_FOLDER_VARIABLE, Paths
from desktop.session import Session
from desktop.ui.pages.review import ReviewPage
from desktop.ui.pages.welsh import WelshPage
from desktop.ui.place import PageId, Place
from desktop.ui.program import Program
from desktop.ui.window import Window
from tests.screenshots_of_courses import take_courses
from tests.support.example_imports import bring_examples
from tests.support.pictures import USUAL, Go, Shot, at, take, take_looks, use_font

DOCS = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
FAULTY = (
    "Most small groups always lose when contracts grow. In one case 40% of the cost of a bid was "
    "the form alone, and the SLA took eleven weeks. Write to ada@fernbrook.example for the papers."
    "\n\nThe “forum” utilise two rooms of the council, and it is felt that they could be better "
    "used "
    "if the key was kept nearby, as several groups have said to us over the last two years when we "
    "asked them about what keeps them from meeting more often than they do."
)
WELSH = "Pobl leol yn penderfynu gyda'i gilydd yw'r Gymdeithas Fawr."
NOON = datetime.fromisoformat("2011-03-02T12:00")
MORNING = datetime.fromisoformat("2011-03-02T11:40")


def at_import(name: str) -> Go:
    """Return how to go to the review of the import whose name begins so."""

    def go(window: Window, _response: str) -> None:
        documents = window.session.intake.documents()
        found = next(document for document in documents if document.name.startswith(name))
        window.go(Place(PageId.IMPORT_REVIEW, item=found.id))

    return go


def in_palette(window: Window, response: str) -> None:
    """Search for something in the palette."""
    at(PageId.QUESTION, "2")(window, response)
    window.search()
    assert window.finder is not None
    window.finder.field.setText("volunteers")


def with_support(window: Window, response: str) -> None:
    """Look for what supports the last sentence of an answer."""
    at(PageId.QUESTION, "2")(window, response)
    window.show_tab(0)
    window.run("evidence.support")


def with_prompts(window: Window, response: str) -> None:
    """Show the prompts of an answer."""
    at(PageId.QUESTION, "2")(window, response)
    window.show_tab(1)


def with_map(window: Window, response: str) -> None:
    """Show the evidence map of the review."""
    at(PageId.REVIEW)(window, response)
    page = window.navigation.page
    assert isinstance(page, ReviewPage)
    page.tabs.choose(2)


def with_checks(window: Window, response: str) -> None:
    """Show what the checks say of an answer with some faults."""
    session = window.context.session
    session.apply(SetBody(response, "4", FAULTY))
    at(PageId.QUESTION, "4")(window, response)
    window.show_tab(2)


def with_rules(window: Window, response: str) -> None:
    """Show the rules of the review."""
    at(PageId.REVIEW)(window, response)
    page = window.navigation.page
    assert isinstance(page, ReviewPage)
    page.tabs.choose(4)


def with_welsh(window: Window, response: str) -> None:
    """Show the Welsh of an answer beside its English."""
    session = window.context.session
    english = session.draft(response).answer("1").key_point
    key = TextKey(Language.WELSH, TextField.KEY_POINT, "1")
    session.apply(SetTranslation(response, key, WELSH, english))
    at(PageId.WELSH)(window, response)
    page = window.navigation.page
    assert isinstance(page, WelshPage)
    keys = [item.key for item in page.items]
    page.list.setCurrentRow(keys.index(TextKey(Language.WELSH, TextField.BODY, "1")))


SHOTS = (
    Shot("start", at(PageId.START)),
    Shot("question", at(PageId.QUESTION, "2")),
    Shot("about", at(PageId.ABOUT)),
    Shot("summary", at(PageId.SUMMARY)),
    Shot("recommendations", at(PageId.RECOMMENDATIONS)),
    Shot("review", at(PageId.REVIEW)),
    Shot("evidence-map", with_map),
    Shot("rules", with_rules),
    Shot("preview", at(PageId.PREVIEW)),
    Shot("export", at(PageId.EXPORT)),
    Shot("organisations", at(PageId.ORGANISATIONS)),
    Shot("library", at(PageId.LIBRARY)),
    Shot("import", at(PageId.IMPORT)),
    Shot("import-review", at_import("Response")),
    Shot("import-call", at_import("Call")),
    Shot("settings", at(PageId.SETTINGS)),
    Shot("palette", in_palette),
    Shot("support", with_support),
    Shot("prompts", with_prompts),
    # These change the response, so they come last.
    Shot("checks", with_checks),
    Shot("welsh", with_welsh),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Take the pictures; return the exit code."""
    parser = argparse.ArgumentParser(description="Take pictures of every page.")
    parser.add_argument("--out", type=Path, default=DOCS)
    parser.add_argument("--looks", type=Path, help="a folder for pictures in other looks")
    parser.add_argument("--only", nargs="*", help="names of the pictures to take")
    options = parser.parse_args(argv)
    shots = [shot for shot in SHOTS if not options.only or shot.name in options.only]
    # Always the same name, since the start page shows where the work is kept.
    folder = Path(tempfile.gettempdir()) / "consultee-example"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        os.environ[DATA_FOLDER_VARIABLE] = str(folder)
        app = application()
        use_font(app)
        take_first_run(options.out, options.only)
        if shots:
            take_shots(app, shots, options.out, options.looks)
        take_courses(app, Paths.discover(), options.out, options.only, options.looks)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def take_first_run(out: Path, only: Sequence[str] | None) -> None:
    """Take the start page as a new person sees it."""
    if only and "first-run" not in only:
        return
    paths = Paths.discover()
    program = Program(application(), paths, clock=lambda: NOON)
    program.open(paths.data / "first-run.consultee")
    assert program.window is not None
    take(program.window, "", [Shot("first-run", at(PageId.START))], out, USUAL)
    program.close()


def take_shots(app: QApplication, shots: Sequence[Shot], out: Path, looks: Path | None) -> None:
    """Take the pictures of the example."""
    program, response = open_example(app)
    assert program.window is not None
    take(program.window, response, shots, out, USUAL)
    if looks:
        take_looks(program, response, shots, looks)
    program.close()


def open_example(app: QApplication) -> tuple[Program, str]:
    """Open a window on a workspace with the example in it, some way from done."""
    paths = Paths.discover()
    session = Session.open(paths.default_workspace, paths, lambda: MORNING)
    response = fill_demo(session, read_demo(paths)).id
    for number in ("4", "6", "7", "8", "9"):
        session.apply(MarkAnswer(response, number, AnswerMark.NONE))
    reason = "We have no experience of public service co-operatives."
    session.apply(MarkAnswer(response, "5", AnswerMark.SKIPPED, reason))
    bring_examples(session, paths.data / "past work")
    session.close()
    program = Program(app, paths, clock=lambda: NOON)
    program.open(paths.default_workspace)
    return program, response


if __name__ == "__main__":
    sys.exit(main())
