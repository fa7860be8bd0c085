"""Running commands in this process, and a workspace with the example in it."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import pytest

from desktop.cli import main
from desktop.cli.demo import fill_demo, read_demo
from desktop.paths import Paths
from desktop.session import Session

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Consultee(Protocol):
    def __call__(self, *arguments: str | Path) -> Outcome: ...


@pytest.fixture
def consultee(capsys: pytest.CaptureFixture[str]) -> Consultee:
    """Give a function that runs `consultee ARGUMENTS` in this process."""

    def run(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def example_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example")
    paths = Paths(content=REPOSITORY, data=folder, config=folder)
    file = folder / "example.consultee"
    session = Session.open(file, paths, lambda: datetime(2026, 11, 23, 9, 0))  # noqa: DTZ001
    fill_demo(session, read_demo(paths))
    session.close()
    return file


@pytest.fixture
def example(example_once: Path, tmp_path: Path) -> Path:
    """Give a workspace that holds the example and nothing else, for this test alone."""
    copy = tmp_path / "trust.consultee"
    shutil.copy(example_once, copy)
    return copy
