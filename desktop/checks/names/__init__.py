"""Telling people, places and organisations in a line of text, by rules that can be read.

``recognise`` would rather miss a name than take something else for one (decision 0037).
"""

from __future__ import annotations

from functools import lru_cache

from desktop.checks.names.bodies import bodies
from desktop.checks.names.named import Named as Named
from desktop.checks.names.named import NameKind as NameKind
from desktop.checks.names.people import people
from desktop.checks.names.places import places
from desktop.checks.names.tokens import tokens
from desktop.core.names import NameWords


# Several checks ask of the same line, one after the other.
@lru_cache(maxsize=1024)
def recognise(text: str, words: NameWords) -> tuple[Named, ...]:
    """Return the people, places and organisations named in one line of text, in reading order; no
    two overlap.
    """
    if not any(letter.isupper() for letter in text):
        return ()
    known = tokens(text, words)
    found = [*bodies(text, known, words)]
    found += [named for named in people(text, known, words) if _is_free(named, found)]
    found += [named for named in places(text, known, words) if _is_free(named, found)]
    return tuple(sorted(found, key=lambda named: named.start))


def _is_free(named: Named, taken: list[Named]) -> bool:
    return all(named.end <= other.start or other.end <= named.start for other in taken)
