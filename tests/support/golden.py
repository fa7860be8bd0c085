"""Golden files: what the program made when somebody last looked at it and said yes."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


class Golden(Protocol):
    def __call__(self, name: str, made: str) -> None: ...


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Give a function that compares text with `tests/golden/NAME`; `make golden` rewrites it."""

    def compare(name: str, made: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made, encoding="utf-8", newline="\n")
            return
        if not file.exists():
            pytest.fail(f"there is no {file.name} in tests/golden yet: make golden, look, commit")
        assert made == file.read_text(encoding="utf-8")

    return compare
