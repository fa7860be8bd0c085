"""What we need of the toolkit itself."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

_CALLS = 500


def test_calls_into_the_toolkit_do_not_wear_the_interpreter_out() -> None:
    """PySide6 6.12.0 lost a reference to None with each call and ended the program in the end."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        thing.setObjectName("name")
    assert before - sys.getrefcount(None) < _CALLS / 2
