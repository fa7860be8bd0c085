"""The same response as plain text, Markdown and mail."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from email.message import EmailMessage

from benchmarks.quality.light_documents import Item
from benchmarks.quality.light_pages import word_processor


def _whole(item: Item) -> str:
    return f"{item.number}. {item.text}" if item.number else item.text


def _text(items: Sequence[Item], heading: Callable[[str], str], wrap: Callable[[str], str]) -> str:
    parts: list[str] = []
    for item in items:
        if item.kind in ("title", "heading"):
            parts.append(heading(_whole(item)))
        elif item.kind == "table":
            parts.append("\n".join("\t".join(row) for row in item.cells))
        elif item.kind == "item":
            parts.append(wrap(f"- {item.text}"))
        elif item.kind == "quotation":
            parts.append(wrap(f"“{item.text}”"))
        else:
            parts.append(wrap(_whole(item)))
    return "\n\n".join(parts) + "\n"


def broken(items: Sequence[Item]) -> str:
    """Text with hard breaks at 72 characters, headings standing alone."""
    return _text(items, lambda words: words, lambda words: textwrap.fill(words, 72))


def underlined(items: Sequence[Item]) -> str:
    """Text whose headings are underlined with strokes."""
    return _text(
        items, lambda words: f"{words}\n{'=' * len(words)}", lambda words: textwrap.fill(words, 65)
    )


def capitals(items: Sequence[Item]) -> str:
    """Text of long lines whose headings stand in capitals."""
    return _text(items, str.upper, lambda words: words)


def footers(items: Sequence[Item]) -> str:
    """Text copied from pages, with a footer and a number at the end of each."""
    parts = broken(items).split("\n\n")
    pages = [parts[at : at + 5] for at in range(0, len(parts), 5)]
    return "".join(
        "\n\n".join(page).rstrip("\n") + f"\n\n\n\nFernbrook Trust response\n{number}\n\n"
        for number, page in enumerate(pages, 1)
    )


def marked(items: Sequence[Item]) -> str:
    """Markdown."""
    parts: list[str] = []
    for item in items:
        if item.kind in ("title", "heading"):
            parts.append(("# " if item.kind == "title" else "## ") + _whole(item))
        elif item.kind == "table":
            rows = ["| " + " | ".join(row) + " |" for row in item.cells]
            parts.append("\n".join([rows[0], "|---" * len(item.cells[0]) + "|", *rows[1:]]))
        elif item.kind in ("item", "numbered"):
            parts.append(("- " if item.kind == "item" else f"{item.number}. ") + item.text)
        else:
            parts.append(("> " if item.kind == "quotation" else "") + item.text)
    return "\n\n".join(parts)


def mail(items: Sequence[Item], *, as_page: bool) -> bytes:
    """A mail whose message is the response, as text or as HTML."""
    message = EmailMessage()
    message["From"] = "Ann Example <ann@example.org>"
    message["To"] = "committee@example.org"
    message["Subject"] = items[0].text
    message["Message-ID"] = "<1@example.org>"
    if as_page:
        message.set_content(word_processor(items), subtype="html")
    else:
        message.set_content(broken(items))
    return message.as_bytes()
