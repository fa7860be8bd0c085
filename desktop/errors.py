"""The expected errors: plain sentences for the person, shown by one function.

Everything that is not a ``DesktopError`` is a bug and is logged and reported as one.
"""

from __future__ import annotations


class DesktopError(Exception):
    """Something that can go wrong in ordinary use and that the person can do something about.

    Args:
        title: a few words for the heading of the message ("The file cannot be written").
        message: what is wrong, and where.
        hint: what it means for the person's work and what to do next.
    """

    def __init__(self, title: str, message: str, hint: str = "") -> None:
        super().__init__(title, message, hint)
        self.title = title
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Give the whole error as one line, for a terminal or a log."""
        return " ".join(part for part in (f"{self.title}.", self.message, self.hint) if part)


class WorkspaceError(DesktopError):
    """The workspace file cannot be opened, read or written."""


class ContentError(DesktopError):
    """A content pack (consultation, rules, snippets, prompts) is not as it should be."""


class ExportError(DesktopError):
    """A submission cannot be built or written."""
