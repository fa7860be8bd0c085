"""What can be wrong with a file that is to be read: a cause, and a sentence for the person."""

from __future__ import annotations

from enum import StrEnum

from desktop.errors import DesktopError


class Cause(StrEnum):
    """Why a file was not read."""

    PASSWORD = "password"
    DAMAGED = "damaged"
    WRONG_NAME = "wrong-name"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"
    MISSING = "missing"


class ReadError(DesktopError):
    """A file cannot be read; ``cause`` says why. It crosses between processes whole."""

    def __init__(self, cause: Cause, title: str, message: str, hint: str = "") -> None:
        super().__init__(title, message, hint)
        self.cause = cause

    def __reduce__(self) -> tuple[type[ReadError], tuple[Cause, str, str, str]]:
        return ReadError, (self.cause, self.title, self.message, self.hint)


def password(name: str) -> ReadError:
    """Say that ``name`` is protected with a password."""
    return ReadError(
        Cause.PASSWORD,
        "The file needs a password",
        f"“{name}” is protected with a password.",
        "Open it in its own program, save a copy without a password, and add the copy.",
    )


def damaged(name: str, what: str = "") -> ReadError:
    """Say that ``name`` is damaged; ``what`` is a clause about it, without a full stop."""
    return ReadError(
        Cause.DAMAGED,
        "The file is damaged",
        f"“{name}” cannot be read" + (f": {what}." if what else ": it is damaged or incomplete."),
        "Ask for it again or copy it again. If another program opens it, save it anew from there.",
    )


def wrong_name(name: str, is_really: str) -> ReadError:
    """Say that ``name`` is no file of the kind its ending promises; ``is_really`` is what it is."""
    return ReadError(
        Cause.WRONG_NAME,
        "The file is not what its name says",
        f"“{name}” is really {is_really}.",
        "Look at where it came from, and get the document itself.",
    )


def too_large(name: str, what: str) -> ReadError:
    """Say that ``name`` is too large; ``what`` says in which way, without a full stop."""
    return ReadError(
        Cause.TOO_LARGE,
        "The file is too large",
        f"“{name}” is too large to read: {what}.",
        "Save the part that you need as a file of its own, and add that.",
    )


def too_slow(name: str, seconds: float) -> ReadError:
    """Say that reading ``name`` was stopped after so many seconds."""
    return ReadError(
        Cause.TOO_SLOW,
        "The file takes too long to read",
        f"Reading “{name}” was stopped after {seconds:g} seconds.",
        "Save the part that you need as a file of its own, and add that.",
    )


def empty(name: str) -> ReadError:
    """Say that there is nothing in ``name``."""
    return ReadError(
        Cause.EMPTY,
        "The file is empty",
        f"There is nothing in “{name}”.",
        "If it comes from a shared drive or a cloud folder, wait until it is there whole.",
    )


def unsupported(name: str, what: str, hint: str = "") -> ReadError:
    """Say that ``name`` is of a kind that is not read; ``what`` names the kind with its article."""
    return ReadError(
        Cause.UNSUPPORTED,
        "This kind of file is not read",
        f"“{name}” is {what}.",
        hint
        or "Add Word, OpenDocument, PDF, RTF, PowerPoint, web page, email, Markdown or text files.",
    )


def missing(name: str, why: str = "it is not there any more") -> ReadError:
    """Say that ``name`` cannot be opened at all; ``why`` is a clause without a full stop."""
    return ReadError(
        Cause.MISSING,
        "The file cannot be opened",
        f"“{name}” cannot be opened: {why}.",
        "See whether it was moved or renamed, and whether you may read it.",
    )


def reason(error: OSError) -> str:
    """Return why the system does not open a file, as a clause for ``missing``."""
    if isinstance(error, PermissionError):
        return "you may not read it"
    return (error.strerror or "the disk gave an error").rstrip(".").lower()


def out_of_memory(name: str) -> ReadError:
    """Say that reading ``name`` needs more memory than a reader may have."""
    return too_large(name, "reading it needs more memory than there is for one file")


def no_reader(name: str) -> ReadError:
    """Say that the installation lacks what reads ``name``."""
    return unsupported(
        name,
        "of a kind whose reader is missing from this installation",
        "Install Consultee again; your work is not affected.",
    )
