"""Which class shows which page. Each is imported at the first visit, so that starting costs only
one page.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.place import PageId

_PAGES = {
    PageId.START: ("start", "StartPage"),
    PageId.ORGANISATIONS: ("organisations", "OrganisationsPage"),
    PageId.QUESTION: ("question", "QuestionPage"),
    PageId.ABOUT: ("about", "AboutPage"),
    PageId.SUMMARY: ("summary", "SummaryPage"),
    PageId.RECOMMENDATIONS: ("recommendations", "RecommendationsPage"),
    PageId.WELSH: ("welsh", "WelshPage"),
    PageId.REVIEW: ("review", "ReviewPage"),
    PageId.PREVIEW: ("preview", "PreviewPage"),
    PageId.EXPORT: ("export", "ExportPage"),
    PageId.LIBRARY: ("library", "LibraryPage"),
    PageId.IMPORT: ("import_page", "ImportPage"),
    PageId.IMPORT_REVIEW: ("import_review", "ImportReviewPage"),
    PageId.SETTINGS: ("settings", "SettingsPage"),
    PageId.COURSES: ("courses", "CoursesPage"),
    PageId.COURSE: ("course", "CoursePage"),
    PageId.COMMENTS: ("course_comments", "CommentsPage"),
    PageId.COLLECTED: ("collected", "CollectedPage"),
    PageId.AUTHOR: ("author", "AuthorPage"),
}

PAGE_TITLES = {
    PageId.START: "Responses",
    PageId.ORGANISATIONS: "Organisations",
    PageId.QUESTION: "Questions",
    PageId.ABOUT: "About us",
    PageId.SUMMARY: "Summary",
    PageId.RECOMMENDATIONS: "Recommendations",
    PageId.WELSH: "Welsh version",
    PageId.REVIEW: "Review",
    PageId.PREVIEW: "Preview",
    PageId.EXPORT: "Export",
    PageId.LIBRARY: "Library",
    PageId.IMPORT: "Import",
    PageId.IMPORT_REVIEW: "Look at an import",
    PageId.SETTINGS: "Settings",
    PageId.COURSES: "Courses",
    PageId.COURSE: "Course",
    PageId.COMMENTS: "Comments on your work",
    PageId.COLLECTED: "Learners’ work",
    PageId.AUTHOR: "Make a course",
}


def make_page(page: PageId, context: Context, parent: QWidget | None = None) -> Page:
    """Import and build a page, inside what will show it."""
    module, name = _PAGES[page]
    made = getattr(import_module(f"desktop.ui.pages.{module}"), name)
    return cast("Page", made(context, parent))
