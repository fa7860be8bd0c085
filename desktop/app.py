"""Where the window starts: which workspace, is it open already, then the program itself."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import DesktopError
from desktop.paths import Paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


_SWITCH_SECONDS = 0.0001
_GC_THRESHOLDS = (10_000, 20, 20)
_NO_DISPLAY = (
    "consultee: there is no display to open the window on. "
    "The command demo shows what Consultee makes without one.\n"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window on a workspace and stay until it is closed; return the exit code.

    ``argv`` may hold ``--workspace FILE``. A second start on a workspace that has a window raises
    that window and returns 0; a window that does not answer and a workspace that cannot
    be opened are explained and give 1, as is the lack of a display.
    """
    # Nothing made while starting is rubbish: looking for some costs a fifth of the time.
    gc.disable()
    arguments = list(sys.argv[1:] if argv is None else argv)
    paths = Paths.discover()
    workspace = _workspace(arguments) or paths.default_workspace
    if not _has_display():
        sys.stderr.write(_NO_DISPLAY)
        return 1
    _bring_in_toolkit()
    from desktop.ui.single_instance import Claim

    claim = Claim(workspace)
    busy: DesktopError | None = None
    try:
        if not claim.take():
            claim.ring()
            return 0
    except DesktopError as error:
        busy = error
    app = application()
    from desktop.ui.crash import Log
    from desktop.ui.program import Program

    log = Log(paths.log)
    program = Program(app, paths)
    try:
        if busy is not None:
            program.explain(busy)
            return 1
        if not program.open(workspace, claim):
            return 1
        gc.freeze()
        gc.enable()
        return app.exec()
    finally:
        gc.enable()
        program.close()
        log.close()


def _bring_in_toolkit() -> None:
    """Import Qt, and let imports be as they were.

    PySide would read the text of each module that is imported after it, and look at the caller of
    each import, to see who calls Qt's methods by other names (its ``__feature__``). Nobody does
    here, and it takes a tenth of the start.
    """
    plain = builtins.__import__
    import_module("PySide6.QtCore")
    builtins.__import__ = plain


def application() -> QApplication:
    """Return the application object, named and in the style that themes build on."""
    from PySide6.QtWidgets import QApplication

    _tune_interpreter()
    present = QApplication.instance()
    if isinstance(present, QApplication):
        app = present
        app.setStyle("Fusion")
    else:
        # As an argument, for that spares the start the Python side of Qt's styles.
        app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("Consultee")
    app.setApplicationDisplayName("Consultee")
    app.setDesktopFileName("consultee")
    return app


def _tune_interpreter() -> None:
    """Let the window wait less for the interpreter.

    A worker that is asked for it gives it up within a tenth of a millisecond, not five: the window
    asks several times for each letter typed. And rubbish is looked for once in many letters, not
    twice for each.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.set_threshold(*_GC_THRESHOLDS)


def _has_display() -> bool:
    """Ask before Qt does: it would end the program with words of its own."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _workspace(arguments: list[str]) -> Path | None:
    """Return the workspace that was named, or None; exits with 2 on any other argument."""
    if not arguments:
        return None
    import argparse

    parser = argparse.ArgumentParser(prog="consultee", description="Open the Consultee window.")
    parser.add_argument(
        "--workspace", type=Path, metavar="FILE", help="the workspace to open or to start"
    )
    named: Path | None = parser.parse_args(arguments).workspace
    return None if named is None else named.expanduser().absolute()
