"""Which place a window shows first: that where the person was, or the course that is practised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.ui.courses.practice import is_practice
from desktop.ui.place import RESPONSE_PAGES, PageId, Place

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.ui.window import Window


def come_back(window: Window, place: Any, caret: Any) -> None:
    """Show the place where the person was, with the cursor where it was."""
    first = first_place(window.session, Place.restored(place))
    window.go(first)
    if first.page in RESPONSE_PAGES and window.place == first:
        from desktop.ui.caret import put_caret

        put_caret(window.navigation, caret)


def first_place(session: Session, place: Place) -> Place:
    """Return a place if it is there still; the start, or a course's own page, if it is not."""
    if place.page in RESPONSE_PAGES:
        known = {card.response.id for card in session.responses()}
        place = place if place.response in known else Place(PageId.START)
    if place.page is PageId.START and is_practice(session):
        return Place(PageId.COURSE)
    return place
