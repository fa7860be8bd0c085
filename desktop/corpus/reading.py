"""Reading one file, whatever it is: a Document, or a ReadError that says why not."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from desktop.core.document import Document, DocumentFormat
from desktop.corpus import failures
from desktop.corpus.failures import ReadError
from desktop.corpus.limits import USUAL, Limits
from desktop.corpus.sniffing import Sniffed, sniff

log = logging.getLogger(__name__)

# Each is imported when a file of its kind is met, with the libraries that it needs.
_READERS = {
    DocumentFormat.DOCX: "docx",
    DocumentFormat.ODT: "odt",
    DocumentFormat.PDF: "pdf",
    DocumentFormat.HTML: "html",
    DocumentFormat.RTF: "rtf",
    DocumentFormat.PPTX: "pptx",
    DocumentFormat.MARKDOWN: "markdown",
    DocumentFormat.TEXT: "text",
    DocumentFormat.EML: "eml",
}


Read = TypeVar("Read")


def read_file(path: Path, limits: Limits = USUAL) -> Document:
    """Return what the file at ``path`` says; what sort it is is told by its content.

    A notice says so where the name promises something else.

    Raises:
        ReadError: it cannot be read; nothing else is raised.
    """
    return read_as(sniff(path, limits), path, limits)


def read_as(found: Sniffed, path: Path, limits: Limits) -> Document:
    """Read a file whose format is known.

    Raises:
        ReadError: it cannot be read.
    """
    try:
        reader = importlib.import_module(f"desktop.corpus.readers.{_READERS[found.format]}")
    except ImportError as error:
        log.info("No reader for %s", found.format, exc_info=True)
        raise failures.no_reader(path.name) from error
    return noticed(guarded(reader.read, path, limits), found)


def noticed(document: Document, found: Sniffed) -> Document:
    """Add to a document what its name has wrong."""
    if not found.notice:
        return document
    return replace(document, notices=(found.notice, *document.notices))


def guarded(read: Callable[[Path, Limits], Read], path: Path, limits: Limits) -> Read:
    """Call a reader; whatever a library raises on a broken file becomes a ReadError.

    Raises:
        ReadError: the file cannot be read.
    """
    try:
        return read(path, limits)
    except ReadError:
        raise
    except MemoryError as error:
        raise failures.out_of_memory(path.name) from error
    except RecursionError as error:
        raise failures.damaged(path.name, "its parts are nested too deeply") from error
    except OSError as error:
        raise failures.missing(path.name, failures.reason(error)) from error
    except Exception as error:  # libraries raise anything at all on files that are broken
        log.info("The reader failed on %s", path.name, exc_info=True)
        raise failures.damaged(path.name) from error
