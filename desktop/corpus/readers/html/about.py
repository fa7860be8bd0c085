"""What a web page says about itself: title, author, date, language."""

from __future__ import annotations

import re

from desktop.core.document import Metadata
from desktop.corpus.limits import XmlElement

_AUTHORS = (
    "author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "citation_author",
    "parsely-author",
)
_DATES = (
    "article:published_time",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "citation_publication_date",
    "date",
    "pubdate",
    "govuk:first-published-at",
    "changedate",
    "creation_date",
    "created",
)
_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title")
_DAY = re.compile(r"\b((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_PARTS = re.compile(r"\s+[|·»–—-]\s+|\s*::\s*")


def about(root: XmlElement) -> Metadata:
    """Return what the page says about itself."""
    said = {}
    for meta in root.iter("meta"):
        key = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        said.setdefault(key, " ".join((meta.get("content") or "").split()))
    author = next((said[key] for key in _AUTHORS if said.get(key)), "")
    return Metadata(
        title=_title(root, said),
        author="" if author.startswith("http") else author,
        date=_date(root, said),
        language=(root.get("lang") or root.get("xml:lang") or "").strip()[:35],
    )


def _title(root: XmlElement, said: dict[str, str]) -> str:
    for key in _TITLES:
        if said.get(key):
            return said[key]
    title = " ".join((root.findtext(".//title") or "").split())
    headings = (" ".join("".join(heading.itertext()).split()) for heading in root.iter("h1"))
    for heading in headings:
        # "The page's own title | The site" is what many sites write.
        if heading and heading in _PARTS.split(title):
            return heading
    return title


def _date(root: XmlElement, said: dict[str, str]) -> str:
    told = [said[key] for key in _DATES if said.get(key)]
    told += [
        time.get("datetime") or "" for time in root.iter("time") if time.get("pubdate") is not None
    ]
    for words in told:
        found = _DAY.search(words)
        if found:
            return "-".join(found.groups())
    return ""
