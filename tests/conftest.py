"""What every test gets: its own data folder, no network, no screen, and no loose ends."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# Before Qt is imported: no screen is needed, and no window of a developer's own opens.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "tests.support.isolation",
    "tests.support.logs",
    "tests.support.loose_ends",
    "tests.support.patience",
    "tests.support.traced_workers",
    "tests.support.golden",
    "tests.support.office",
    "tests.support.accessibility",
    "tests.support.plain_clothes",
    "tests.support.workspace",
]

# A busy machine is slow now and then, which says nothing about the code: no deadline per example.
settings.register_profile(
    "here",
    max_examples=40,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("ci", parent=settings.get_profile("here"), max_examples=100)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew from what the program makes today",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if "golden" in names:
            item.add_marker("golden")
        if names & {"soffice", "ooxml_validator"}:
            # Another program is started: it may take its time on a busy machine.
            item.add_marker("slow")
            item.add_marker(pytest.mark.timeout(300))
