"""What keeps the library in order and leads from an answer into it, for the menus."""

from __future__ import annotations

from desktop.ui.command import at_page, on_page
from desktop.ui.place import PageId

_TIDY, _SHARE = "Library/Tidy up", "Library/Share"

LIBRARY_COMMANDS = (
    on_page("library.read", "Read the chosen in its place", "Library", "Shift+F12"),
    on_page("citation.open", "Show the place that is cited", "Library", "F12"),
    at_page(PageId.LIBRARY, "library.review", "Review list…", _TIDY, "Ctrl+F2"),
    at_page(PageId.LIBRARY, "library.alike", "Snippets that say the same…", _TIDY, "Ctrl+F3"),
    at_page(PageId.LIBRARY, "library.figures", "Figures that differ…", _TIDY, "Ctrl+Shift+F3"),
    at_page(PageId.LIBRARY, "library.bin", "Bin", _TIDY, "Ctrl+F5"),
    at_page(PageId.LIBRARY, "library.pack", "Import a pack…", _SHARE, "Ctrl+F6"),
    on_page("library.save_pack", "Save the chosen as a pack…", _SHARE, "Ctrl+F7"),
    at_page(PageId.LIBRARY, "library.save", "Save the table…", _SHARE, "Ctrl+Shift+F7"),
)
