"""What an HTML element says about the text inside it, as far as answers can show it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.core.text import is_link
from desktop.ui.editor.formats import BlockKind

_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)")
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(normal|lighter|[1-4]00)")
_ITALIC = re.compile(r"font-style\s*:\s*(italic|oblique)")
_NOT_ITALIC = re.compile(r"font-style\s*:\s*normal")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden")
# Word writes list items as paragraphs; the bullet or number itself is marked to be ignored.
_WORD_ITEM = re.compile(r"mso-list\s*:\s*(?!ignore|none|skip)\S")
_WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore")
_WORD_QUOTE = re.compile(r"\bmso\w*quote\b")
_WORD_TITLE = re.compile(r"\bmso(sub)?title\b")

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
DROPPED = frozenset(
    {"head", "style", "script", "title", "template", "svg", "math", "object", "iframe", "noscript"}
    | {"audio", "video", "canvas", "map", "select", "datalist", "textarea", "applet"}
)
_BOLD_TAGS = frozenset({"b", "strong"})
_ITALIC_TAGS = frozenset({"i", "em", "cite", "dfn", "var"})


@dataclass(frozen=True, slots=True)
class HtmlContext:
    """What holds at a place in a page."""

    kind: BlockKind = BlockKind.PARAGRAPH
    bold: bool = False
    italic: bool = False
    href: str = ""
    dropped: bool = False
    marker: bool = False
    word_item: bool = False
    kept_lines: bool = False

    def inside(self, tag: str, attributes: Mapping[str, str]) -> HtmlContext:
        """Return what holds inside an element here."""
        told = (attributes.get(name, "") for name in ("style", "class", "href"))
        return _inside(self, tag, *told)


# Pages repeat the same few elements thousands of times.
@lru_cache(maxsize=512)
def _inside(context: HtmlContext, tag: str, style: str, css_class: str, href: str) -> HtmlContext:
    style = style.lower()
    now = replace(
        context,
        kind=_kind(context.kind, tag, css_class.lower()),
        bold=_says(style, _BOLD, _NOT_BOLD, context.bold or tag in _BOLD_TAGS),
        italic=_says(style, _ITALIC, _NOT_ITALIC, context.italic or tag in _ITALIC_TAGS),
        dropped=context.dropped or tag in DROPPED or bool(_HIDDEN.search(style)),
        marker=context.marker or bool(_WORD_MARKER.search(style)),
        kept_lines=context.kept_lines or tag == "pre",
    )
    if tag == "a":
        now = replace(now, href=_link(href))
    if tag == "p":
        now = replace(now, word_item=bool(_WORD_ITEM.search(style)))
    # Headings are bold by themselves.
    return replace(now, bold=False) if now.kind is BlockKind.SUBHEADING else now


def _says(style: str, yes: re.Pattern[str], no: re.Pattern[str], inherited: bool) -> bool:
    if not style:
        return inherited
    if yes.search(style):
        return True
    return inherited and not no.search(style)


def _kind(around: BlockKind, tag: str, css_class: str) -> BlockKind:
    """Tell what a block is: of lists the outermost decides, and a list comes before a quotation."""
    if around in (BlockKind.BULLETS, BlockKind.NUMBERS):
        return around
    if tag in ("ul", "dir", "menu"):
        return BlockKind.BULLETS
    if tag == "ol":
        return BlockKind.NUMBERS
    if tag == "blockquote" or _WORD_QUOTE.search(css_class):
        return BlockKind.QUOTE
    if around is BlockKind.QUOTE:
        return around
    if tag in HEADINGS or _WORD_TITLE.search(css_class):
        return BlockKind.SUBHEADING
    return around


def _link(address: str) -> str:
    address = "".join(address.split())
    return address if is_link(address) else ""
