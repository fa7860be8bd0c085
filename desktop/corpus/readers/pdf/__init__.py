"""PDF in: the letters of each page put back into lines, columns, paragraphs and typed blocks."""

from __future__ import annotations

from pathlib import Path

from desktop.core.document import Document
from desktop.corpus.limits import Limits


def read(path: Path, limits: Limits) -> Document:
    """Return the PDF at ``path`` as typed blocks, each with its page.

    Running headers, footers and page numbers are left out. A scan without text comes back with
    ``scanned`` set and a notice that says what to do.

    Raises:
        ReadError: missing, empty, too large, no PDF, damaged, or with a password.
    """
    from desktop.corpus.readers.pdf.reading import read_document

    return read_document(path, limits)
