"""A Markdown parser's tokens to blocks: where each line of text belongs, and with what look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from desktop.core.text import (
    Block,
    Cite,
    Inline,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    is_link,
)
from desktop.markup import citations, tags

_CONTAINERS = {"bullet_list_open", "ordered_list_open", "blockquote_open"}
_CONTAINER_ENDS = {"bullet_list_close", "ordered_list_close", "blockquote_close"}


def assemble(tokens: Iterable[Token]) -> Iterator[Block]:
    """Yield blocks, one for each line of text or table; ``normalise`` joins items and quotations.

    Inside lists and quotations the outermost one decides; a table always stands alone.
    """
    around: list[str] = []
    heading = False
    stream = iter(tokens)
    for token in stream:
        kind = token.type
        if kind == "inline":
            yield _placed(_line(token.children or []), around, heading)
        elif kind in ("fence", "code_block"):
            yield _placed((Text(f"{token.info}\n{token.content}"),), around, heading=False)
        elif kind in _CONTAINERS:
            around.append(kind)
        elif kind in _CONTAINER_ENDS:
            around.pop()
        elif kind in ("heading_open", "heading_close"):
            heading = kind == "heading_open"
        elif kind == "table_open":
            yield _table(stream)


def _table(stream: Iterator[Token]) -> Table:
    """Take the tokens of one table from the stream, up to its end."""
    rows: list[list[Line]] = []
    for token in stream:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_line(token.children or []))
        elif token.type == "table_close":
            break
    return Table(tuple(rows[0]), tuple(map(tuple, rows[1:])))


def _placed(line: Line, around: list[str], heading: bool) -> Block:
    if around:
        if around[0] == "blockquote_open":
            return Quote((line,))
        return ListBlock(around[0] == "ordered_list_open", (line,))
    return Subheading(line) if heading else Paragraph(line)


@dataclass(slots=True)
class _Look:
    """What the markup around the present place in a line says."""

    bold: int = 0
    italic: int = 0
    links: list[Token] = field(default_factory=list[Token])

    def text(self, text: str) -> Text:
        href = next((_address(link) for link in self.links if is_link(_address(link))), "")
        return Text(text, self.bold > 0, self.italic > 0, href)


def _line(tokens: list[Token]) -> Line:
    tags.pair_tags(tokens)
    return tuple(_inlines(tokens, _Look()))


def _inlines(tokens: list[Token], look: _Look) -> Iterator[Inline]:
    for token in tokens:
        match token.type:
            case "text" | "code_inline":
                yield look.text(token.content)
            case "softbreak" | "hardbreak":
                yield look.text(" ")
            case "strong_open" | "strong_close":
                look.bold += token.type == "strong_open" or -1
            case "em_open" | "em_close":
                look.italic += token.type == "em_open" or -1
            case "link_open":
                look.links.append(token)
                yield from _unusable(token, look, opens=True)
            case "link_close":
                yield from _unusable(look.links[-1], look, opens=False)
                look.links.pop()
            case "image":
                tags.pair_tags(token.children or [])
                yield from _inlines(token.children or [], look)
            case citations.TOKEN:
                yield Cite(token.meta["key"], token.meta["locator"])
            case _:
                yield look.text(token.content)


def _unusable(link: Token, look: _Look, *, opens: bool) -> Iterator[Text]:
    """Give the markup of a link that cannot be one, so that its address is not lost."""
    if is_link(_address(link)):
        return
    if link.info == "auto":
        yield look.text("<" if opens else ">")
    else:
        yield look.text("[" if opens else f"]({_address(link)})")


def _address(link: Token) -> str:
    return str(link.attrs["href"])
