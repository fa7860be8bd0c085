"""Where in the program the person is: what the window shows, and what it comes back to after a
restart.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class PageId(StrEnum):
    """The pages of the window."""

    START = "start"
    ORGANISATIONS = "organisations"
    QUESTION = "question"
    ABOUT = "about"
    SUMMARY = "summary"
    RECOMMENDATIONS = "recommendations"
    WELSH = "welsh"
    REVIEW = "review"
    PREVIEW = "preview"
    EXPORT = "export"
    LIBRARY = "library"
    IMPORT = "import"
    IMPORT_REVIEW = "import-review"
    SETTINGS = "settings"
    COURSES = "courses"
    COURSE = "course"
    COMMENTS = "course-comments"
    COLLECTED = "collected"
    AUTHOR = "author"


RESPONSE_PAGES = frozenset(
    {
        PageId.QUESTION,
        PageId.ABOUT,
        PageId.SUMMARY,
        PageId.RECOMMENDATIONS,
        PageId.WELSH,
        PageId.REVIEW,
        PageId.PREVIEW,
        PageId.EXPORT,
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """A page, the Response it is about ("" for none), and the Question number or item in it ("" for
    none).
    """

    page: PageId
    response: str = ""
    item: str = ""

    def stored(self) -> dict[str, str]:
        """Return the place as JSON can hold it."""
        return asdict(self)

    @classmethod
    def restored(cls, value: Any) -> Place:
        """Return the place that ``stored`` gave; the start page for anything else."""
        try:
            return cls(PageId(value["page"]), str(value["response"]), str(value["item"]))
        except (TypeError, KeyError, ValueError):
            return cls(PageId.START)
