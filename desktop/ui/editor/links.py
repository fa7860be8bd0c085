"""Links in the editor: make, change and take away, and where typing leaves one."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat

from desktop.core.text import Text, is_link
from desktop.ui.editor.formats import look_of, text_format


def as_address(typed: str) -> str:
    """Return the address that a person means: "charity.example" is of the web, "a@b.c" is mail.

    Returns "" for what cannot be a link.
    """
    address = "".join(typed.split())
    if not address or is_link(address):
        return address
    if ":" in address.split("/")[0] or address.startswith(("/", "#", "?")):
        return ""
    if "@" in address and "/" not in address:
        return f"mailto:{address}"
    return f"https://{address}" if "." in address else ""


def select_link(cursor: QTextCursor) -> None:
    """Select the whole link that the cursor is in, if it is in one."""
    if cursor.hasSelection() or not cursor.charFormat().isAnchor():
        return
    href = cursor.charFormat().anchorHref()
    block = cursor.block()
    start, end = cursor.position(), cursor.position()
    while start > block.position() and _href_at(cursor, start) == href:
        start -= 1
    while end < block.position() + block.length() - 1 and _href_at(cursor, end + 1) == href:
        end += 1
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def set_link(cursor: QTextCursor, href: str) -> None:
    """Make what is selected a link, or no link if ``href`` is ""; with nothing selected the
    address itself is inserted as one. One undo step.
    """
    select_link(cursor)
    if not cursor.hasSelection():
        if href:
            shown = href.removeprefix("mailto:")
            cursor.insertText(shown, text_format(Text(shown, href=href)))
        return
    made = QTextCharFormat()
    made.setAnchor(bool(href))
    made.setAnchorHref(href)
    cursor.mergeCharFormat(made)


def typing_format(cursor: QTextCursor) -> QTextCharFormat:
    """Return the format that text typed at the cursor should have.

    It is that of the text before, but a link is not typed on at its end, nor a citation.
    """
    made = cursor.charFormat()
    look = look_of("", made)
    if made.objectType() != QTextFormat.ObjectTypes.NoObject.value:
        return QTextCharFormat()
    if look.href and (
        cursor.atBlockStart() or _href_at(cursor, cursor.position() + 1) != look.href
    ):
        return text_format(Text("", look.bold, look.italic))
    return made


def _href_at(cursor: QTextCursor, position: int) -> str:
    """Return the address of the link that the character before a position is in."""
    there = QTextCursor(cursor.document())
    if position >= cursor.document().characterCount():
        return ""
    there.setPosition(position)
    if there.atBlockStart():
        return ""
    made = there.charFormat()
    return made.anchorHref() if made.isAnchor() else ""
