"""What the editor gives to the clipboard and takes from it, and what can be dropped on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData

from desktop.core.text import (
    Blocks,
    Cite,
    Inline,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    lines,
)
from desktop.markup import parse, write
from desktop.ui.editor.paste import blocks_from_html, blocks_from_text

SNIPPET_MIME = "application/x-consultee-snippet"
ANSWER_MIME = "application/x-consultee-answer"

Reference = Callable[[Cite], str]


@dataclass(frozen=True, slots=True)
class DroppedSnippet:
    """A piece of evidence on its way into an answer, with its id; without text it is a citation
    only.
    """

    text: str
    cite: Cite
    piece: str = ""


def snippet_mime(text: str, cite: Cite, piece: str = "") -> QMimeData:
    """Return what a card of evidence puts into a drag; ``piece`` is its id."""
    data = QMimeData()
    told = {"text": text, "key": cite.key, "locator": cite.locator, "piece": piece}
    data.setData(SNIPPET_MIME, json.dumps(told).encode())
    data.setText(text)
    return data


def fill_with_answer(data: QMimeData, blocks: Blocks, reference: Reference) -> None:
    """Put a piece of an answer into ``data``: with citations for us, readable for others."""
    data.setData(ANSWER_MIME, write(blocks).encode())
    data.setText("\n".join(_plain(line, reference) for line in lines(blocks)))
    data.setHtml("".join(_html(blocks, reference)))


def can_take(data: QMimeData) -> bool:
    """Tell whether there is anything here for an answer."""
    ours = data.hasFormat(SNIPPET_MIME) or data.hasFormat(ANSWER_MIME)
    return ours or data.hasHtml() or data.hasText()


def taken(data: QMimeData) -> DroppedSnippet | Blocks:
    """Return what was pasted or dropped, in the best form it comes in."""
    if data.hasFormat(SNIPPET_MIME) and (snippet := _snippet(_utf8(data, SNIPPET_MIME))):
        return snippet
    if data.hasFormat(ANSWER_MIME):
        return parse(_utf8(data, ANSWER_MIME))
    if data.hasHtml() and (blocks := blocks_from_html(data.html())):
        return blocks
    return blocks_from_text(data.text())


def _utf8(data: QMimeData, mime: str) -> str:
    return bytes(data.data(mime).data()).decode("utf-8", "replace")


def _snippet(told: str) -> DroppedSnippet | None:
    try:
        found = json.loads(told)
        cite = Cite(str(found["key"]), str(found["locator"]))
        return DroppedSnippet(str(found["text"]), cite, str(found.get("piece", "")))
    except (ValueError, KeyError, TypeError):
        return None


def _plain(line: Line, reference: Reference) -> str:
    return "".join(
        f" [{reference(part)}]" if isinstance(part, Cite) else part.text for part in line
    )


def _html(blocks: Blocks, reference: Reference) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(line):
                yield f"<p>{_html_line(line, reference)}</p>"
            case Subheading(line):
                yield f"<h3>{_html_line(line, reference)}</h3>"
            case ListBlock(ordered, items):
                tag = "ol" if ordered else "ul"
                yield f"<{tag}>{_wrapped('li', items, reference)}</{tag}>"
            case Quote(paragraphs):
                yield f"<blockquote>{_wrapped('p', paragraphs, reference)}</blockquote>"
            case Table(header, rows):
                yield f"<table border='1'><tr>{_wrapped('th', header, reference)}</tr>"
                for row in rows:
                    yield f"<tr>{_wrapped('td', row, reference)}</tr>"
                yield "</table>"


def _wrapped(tag: str, some: Iterable[Line], reference: Reference) -> str:
    return "".join(f"<{tag}>{_html_line(line, reference)}</{tag}>" for line in some)


def _html_line(line: Line, reference: Reference) -> str:
    return "".join(_html_part(part, reference) for part in line)


def _html_part(part: Inline, reference: Reference) -> str:
    if isinstance(part, Cite):
        return f" [{escape(reference(part))}]"
    text = escape(part.text)
    if part.italic:
        text = f"<i>{text}</i>"
    if part.bold:
        text = f"<b>{text}</b>"
    return f'<a href="{escape(part.href)}">{text}</a>' if part.href else text
