"""Papers of a Course in writing submissions: handouts, and a learner's script with comments."""

from __future__ import annotations

from desktop.export.course.handouts import (
    ALL,
    Handout,
    HandoutKind,
    Taker,
    handouts,
    write_handouts,
)
from desktop.export.course.practice import Practice
from desktop.export.course.script import Script, script_outline, write_script
from desktop.export.files import make_folder

__all__ = [
    "ALL",
    "Handout",
    "HandoutKind",
    "Practice",
    "Script",
    "Taker",
    "handouts",
    "make_folder",
    "script_outline",
    "write_handouts",
    "write_script",
]
