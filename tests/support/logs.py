"""Fails a test that logs a warning or an error which it did not announce."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Compare what was logged with the test's `expected_logs` marker, in both directions."""
    records = _Records()
    root = logging.getLogger()
    root.addHandler(records)
    try:
        yield
    finally:
        root.removeHandler(records)
    marker = request.node.get_closest_marker("expected_logs")
    patterns: tuple[str, ...] = marker.args if marker else ()
    unexpected = [m for m in records.messages if not any(re.search(p, m) for p in patterns)]
    unseen = [p for p in patterns if not any(re.search(p, m) for m in records.messages)]
    if unexpected:
        pytest.fail("logged without being announced by expected_logs:\n" + "\n".join(unexpected))
    if unseen:
        pytest.fail("announced by expected_logs, but never logged:\n" + "\n".join(unseen))
