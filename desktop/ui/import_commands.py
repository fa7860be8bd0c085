"""What a person can do on the import page and at the review of an import, for the menus."""

from __future__ import annotations

from desktop.ui.command import Command, at_page, on_page
from desktop.ui.place import PageId, Place

_IMPORT, _REVIEW = "Library/Import", "Library/Look at an import"

GO_IMPORT = Command(
    "go.import",
    "Import documents…",
    "File",
    lambda w: w.go(Place(PageId.IMPORT)),
    "Ctrl+Shift+D",
    group=1,
)

IMPORT_COMMANDS = (
    at_page(PageId.IMPORT, "import.files", "Add files…", _IMPORT, "Ctrl+Shift+F"),
    at_page(PageId.IMPORT, "import.folder", "Add a folder…", _IMPORT, "Ctrl+Shift+G"),
    at_page(PageId.IMPORT, "import.paste", "Paste text…", _IMPORT, "Ctrl+Shift+V"),
    on_page("import.sure", "Accept all sure", _IMPORT, "Ctrl+Shift+Y"),
    on_page("review.next_place", "Next place to look at", _REVIEW, "Ctrl+J"),
    on_page("review.previous_place", "Previous place to look at", _REVIEW, "Ctrl+Shift+J"),
    on_page("review.right", "This is right", _REVIEW, "Ctrl+T"),
    on_page("review.begin", "An answer begins here", _REVIEW, "Ctrl+G", group=1),
    on_page("review.split", "Split the paragraph here", _REVIEW, "Ctrl+D", group=1),
    on_page("review.join", "Join to the paragraph above", _REVIEW, "Ctrl+M", group=1),
    on_page("review.join_part", "Join this part to the one before", _REVIEW, "Ctrl+L", group=1),
    on_page("review.up", "Move up", _REVIEW, "Alt+Shift+Up", group=1),
    on_page("review.down", "Move down", _REVIEW, "Alt+Shift+Down", group=1),
    on_page("review.snippet", "Make a snippet", _REVIEW, "Ctrl+U", group=2),
    on_page("review.dismiss", "Dismiss this sentence", _REVIEW, "Ctrl+Shift+U", group=2),
    on_page("review.accept", "Accept", _REVIEW, "Ctrl+Shift+Return", group=3),
    on_page("review.accept_next", "Accept and next", _REVIEW, "Ctrl+Alt+Return", group=3),
    on_page("review.aside", "Put aside", _REVIEW, "Ctrl+Shift+X", group=3),
    on_page("review.consultation", "Make this a consultation", _REVIEW, "Ctrl+Shift+Q", group=3),
)
