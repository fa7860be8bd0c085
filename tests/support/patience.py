"""Gives what a test waits for more time than pytest-qt does: a busy machine may pause for seconds.

A wait ends with the fact that is waited for, so that only a test that fails takes longer. Where a
test names a time of its own, that holds.
"""

from __future__ import annotations

from pytestqt.qtbot import QtBot

LONGEST = 20_000  # milliseconds

_WAITS = (
    QtBot.waitUntil,
    QtBot.waitSignal,
    QtBot.waitSignals,
    QtBot.waitExposed,
    QtBot.waitActive,
)

for wait in _WAITS:
    defaults = wait.__kwdefaults__
    assert defaults
    assert "timeout" in defaults
    defaults["timeout"] = LONGEST
