"""The search index: built from entries, brought up to date, saved and loaded."""

from desktop.matching.index.cache import Saved, load, save
from desktop.matching.index.fields import CONTENT, FIELDS, Field
from desktop.matching.index.index import Index, build
from desktop.matching.index.postings import Postings, Sequences

__all__ = [
    "CONTENT",
    "FIELDS",
    "Field",
    "Index",
    "Postings",
    "Saved",
    "Sequences",
    "build",
    "load",
    "save",
]
