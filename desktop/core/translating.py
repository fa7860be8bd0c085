"""A submission in two languages: the texts beside those that it was written in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.finding import TextField


class Language(StrEnum):
    """A language that a submission may be in (BCP 47)."""

    ENGLISH = "en-GB"
    WELSH = "cy-GB"


@dataclass(frozen=True, slots=True)
class TextKey:
    """Which text a translation is of: its ``field``, with the Question number and the ``item`` (see
    ``desktop.core.finding.Spot``) where it has them.
    """

    language: Language
    field: TextField
    question: str = ""
    item: str = ""
