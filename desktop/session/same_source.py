"""A document that the library has as a Source already, brought in as a file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.core.evidence import Source
from desktop.core.imports import ImportedDocument

_FEWEST_WORDS = 3  # of a title that says which document it is
_WORD = re.compile(r"\w+")


def same_source(document: ImportedDocument, sources: Iterable[Source]) -> Source | None:
    """Return the Source with the title of an import, if author and year do not speak against it.

    One title may go on where the other ends ("... (BS 69)"). Of several the first with the
    likeliest title.
    """
    title = _words(document.title)
    if len(title) < _FEWEST_WORDS:
        return None
    fitting = [source for source in sources if _fits(document, title, source)]
    return max(fitting, key=lambda source: _words(source.title) == title, default=None)


def _fits(document: ImportedDocument, title: list[str], source: Source) -> bool:
    other = _words(source.title)
    shorter, longer = sorted((title, other), key=len)
    if len(shorter) < _FEWEST_WORDS or longer[: len(shorter)] != shorter:
        return False
    years = {document.date[:4], source.date[:4]} - {""}
    authors = set(_words(document.author)), set(_words(source.author))
    return len(years) < 2 and (not all(authors) or bool(authors[0] & authors[1]))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
