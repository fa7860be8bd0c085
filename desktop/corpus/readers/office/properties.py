"""What Word and PowerPoint files say about themselves."""

from __future__ import annotations

import re

from desktop.core.document import Metadata
from desktop.corpus.readers.office.package import Package
from desktop.corpus.readers.office.shaping import one_line

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PART = "docProps/core.xml"
# When the templates of python-docx and python-pptx were made: nothing about a file made with them.
_OF_A_TEMPLATE = ("2013-12-23T23:15:00", "2013-01-27T09:14:16", "2013-01-27T09:15:58")


def metadata(package: Package, language: str = "") -> Metadata:
    """Return title, author and date; ``language`` is what the text itself is marked with.

    The date is the later of created and modified: copies of old files keep the day of the first.
    """
    root = package.spare_root(package.related("", "core-properties") or _PART)
    said: dict[str, str] = {}
    for one in () if root is None else root:
        said[one.tag.rpartition("}")[2]] = one_line(one.text or "")
    days = [day(said.get(name, "")) for name in ("created", "modified")]
    return Metadata(
        title=said.get("title", ""),
        author=said.get("creator", ""),
        date=max(days),
        language=said.get("language", "") or language,
    )


def day(moment: str) -> str:
    """Return the day of a moment as ISO 8601 writes it, "" if there is none that tells anything."""
    found = None if moment.startswith(_OF_A_TEMPLATE) else _DAY.match(moment)
    return found[0] if found else ""
