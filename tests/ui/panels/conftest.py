"""A panel on a real session, as the pages have it."""

from __future__ import annotations

from tests.ui.pages.conftest import context, dialogs, visited

__all__ = ["context", "dialogs", "visited"]
