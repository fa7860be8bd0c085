"""Writing a file so that there is either the whole new one or the whole old one, never less."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from desktop.errors import ExportError

_SAFE = "Your answers are safe in the program."
_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
# No hard links on this file system (memory sticks, some network drives).
_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV)


class FileExists(ExportError):
    """There is a file of that name already, and nobody has said that it may be replaced."""


def write_atomic(path: Path, data: bytes, replace: bool) -> None:
    """Write a file whole: into a temporary file beside it first, then into its place.

    Args:
        path: where to; a link is followed, so that the file it points at is written.
        data: all of it.
        replace: whether a file that is there already may be replaced.

    Raises:
        FileExists: there is one and ``replace`` is False.
        ExportError: it cannot be written; the sentence says why. What was there before is whole,
            and nothing else is left behind.
    """
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        _look_first(target, replace=replace)
        temporary = target.with_name(f".consultee-{secrets.token_hex(6)}.tmp")
        _write(temporary, data)
        if replace:
            temporary.replace(target)
        else:
            _put_new(temporary, target)
        _sync_folder(target.parent)
    except FileExistsError as error:
        raise FileExists(
            "There is a file of that name already",
            f"{path.name} is already in {path.parent}.",
            "Replace it, or choose another name.",
        ) from error
    except (OSError, ValueError) as error:
        raise _explained(error, path) from error
    finally:
        if temporary is not None:
            _remove(temporary)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, unless it is there; raises ExportError if it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise ExportError(
            "The folder cannot be made",
            f"{folder} is a file.",
            "Choose another name for the folder.",
        ) from error
    except (OSError, ValueError) as error:
        raise _explained(error, folder) from error


def _look_first(target: Path, *, replace: bool) -> None:
    """Raise before any work is done where the answer is plain already."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():
        # A device or a pipe: putting a file in its place would take it away from everybody.
        raise ExportError(
            "The file cannot be written",
            f"{target} is not an ordinary file.",
            f"{_SAFE} Choose another name.",
        )
    if not replace and target.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _write(temporary: Path, data: bytes) -> None:
    """Write a new file and have it on the disk for certain before going on."""
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _put_new(temporary: Path, target: Path) -> None:
    """Put a file in its place unless one has come there in the meantime."""
    if os.name == "nt":
        temporary.rename(target)  # refuses an existing file by itself there
        return
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _look_first(target, replace=False)
        temporary.replace(target)


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk too, where the system lets a folder be synced."""
    if os.name == "nt":
        return
    # The file itself is written by now, and some file systems cannot sync a folder.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove(temporary: Path) -> None:
    # A folder that has vanished took the file along: there is nothing left to tidy.
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # not even this may be known of a closed folder
        return False


def _explained(error: OSError | ValueError, path: Path) -> ExportError:
    """Return what went wrong as a sentence for the person."""
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    folder, name = path.parent, path.name
    if isinstance(error, IsADirectoryError):
        message, hint = f"{path} is a folder.", "Choose a name for the file inside it."
    elif code in _FULL:
        message = f"There is no room left on the disk that holds {folder}."
        hint = "Make room or choose another disk."
    elif code in (errno.ENOENT, errno.ENOTDIR):
        message = f"The folder {folder} is not there (any more)."
        hint = (
            "If it is on a memory stick or a network drive, connect it; or choose another folder."
        )
    elif code in (errno.EACCES, errno.EPERM) and _is_there(path):
        message = f"{name} cannot be replaced: it is open in another program, or protected."
        hint = "Close it in Word, or choose another name."
    elif code in (errno.EACCES, errno.EPERM, errno.EROFS):
        message = f"The folder {folder} does not let you write in it."
        hint = "Choose another folder, such as your Documents."
    elif code == errno.ENAMETOOLONG:
        message, hint = f"The name {name[:40]}… is too long.", "Choose a shorter one."
    elif code in (errno.EINVAL, errno.EILSEQ):
        message = f"The system does not take {name!r} as a file name."
        hint = "Choose a name without special characters."
    else:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        message = f"{path} cannot be written: {reason}."
        hint = "Try another folder."
    return ExportError("The file cannot be written", message, f"{_SAFE} {hint}")
