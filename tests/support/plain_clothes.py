"""Undresses the application after each test of the window: a theme left on changes the next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def plain_clothes(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give the next test the font, the colours and the style that this one found."""
    if "qapp" not in request.fixturenames:
        yield
        return
    app = request.getfixturevalue("qapp")
    font, palette, style = app.font(), app.palette(), app.style().objectName()
    yield
    # What a test itself put on the clipboard must not outlive Python.
    app.clipboard().clear()
    if app.styleSheet():
        app.setStyleSheet("")
    if app.style().objectName() != style:
        app.setStyle(style)
    if app.palette() != palette:
        app.setPalette(palette)
    if app.font() != font:
        app.setFont(font)
