"""Strategies for answer text: every kind of block, with the characters that break conversions."""

from __future__ import annotations

from hypothesis import strategies as st

from desktop.core.text import (
    Block,
    Blocks,
    Cite,
    Inline,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
)

_MARKUP = [
    *"\\`*_[]<>&|!#+-=~.():;\"'{}/@^$%,?",
    *[
        "**",
        "***",
        "__",
        "``",
        "```",
        "~~~",
        "---",
        "===",
        "***bold***",
        "<b>",
        "</b>",
        "</i>",
        "<br>",
    ],
    *[
        "&amp;",
        "&#65;",
        "&nbsp;",
        "<div>",
        "<!-- x -->",
        "![a](b)",
        "[a](http://a.example)",
        "[x]: /y",
    ],
    *["[@x]", "[@key, para. 3]", "| a | b |", "| --- |", "1. ", "12) ", "- ", "+ ", "# ", "> "],
    *["    ", "\t", "\n", "\n\n", "\r\n", "  \n", "\\\n", "<http://a.example>", "http://a.example"],
]
_ODD = [
    *["\u00a0", "\u200b", "\u200d", "\ufeff", "\u2028", "\u2029", "\u0085", "\u3000", "\u00ad"],
    *[
        "\u202e",
        "שלום",
        "مرحبا",
        "👩‍👩‍👧",
        "🇬🇧",
        "e\u0301",
        "—",
        "“",
        "”",
        "’",
        "…",
        "£",
        "½",
        "\U000f0000",
    ],
    *[
        "\x00",
        "\x07",
        "\x0b",
        "\x0c",
        "\x1f",
        "\x7f",
        "\ufffc",
        "\ufffe",
        "\ufdd0",
        "\ud800",
        "\ufffd",
    ],
]
_WORDS = [
    "a",
    "word",
    "Two",
    "x1",
    "2011",
    " ",
    " ",
    "  ",
    "é",
    "AT&T",
    "snake_case",
    "don't",
    "1.",
    "B",
]

texts = st.lists(st.sampled_from(_MARKUP + _ODD + _WORDS * 3) | st.characters(), max_size=8).map(
    "".join
)
simple_texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map("".join)

hrefs = st.one_of(
    st.just(""),
    st.just(""),
    st.sampled_from(
        [
            "https://charity.example/a_(b)?c=d&e=f#g",
            "HTTP://charity.example/<odd>|\\[x]`*_",
            "mailto:someone@charity.example",
            "https://charity.example/é/%20/\u00a0&amp;",
            "javascript:alert(1)",
            "ftp://charity.example",
            "http://",
            "www.charity.example",
        ]
    ),
    texts.map(lambda tail: f"http://a{tail}"),
)

cites = st.builds(
    Cite,
    key=st.one_of(
        st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True), st.just("Not A Key"), texts
    ),
    locator=st.one_of(st.just(""), st.just("para. 3"), texts),
)
runs = st.builds(Text, st.one_of(simple_texts, texts), st.booleans(), st.booleans(), hrefs)
inlines: st.SearchStrategy[Inline] = st.one_of(runs, runs, runs, cites)
some_lines: st.SearchStrategy[Line] = st.lists(inlines, max_size=6).map(tuple)


def _many(lines: st.SearchStrategy[Line], most: int = 3) -> st.SearchStrategy[tuple[Line, ...]]:
    return st.lists(lines, max_size=most).map(tuple)


any_block: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, some_lines),
    st.builds(Paragraph, some_lines),
    st.builds(Subheading, some_lines),
    st.builds(ListBlock, st.booleans(), _many(some_lines)),
    st.builds(Quote, _many(some_lines)),
    st.builds(Table, _many(some_lines), st.lists(_many(some_lines), max_size=3).map(tuple)),
)
any_blocks: st.SearchStrategy[Blocks] = st.lists(any_block, max_size=5).map(tuple)

any_markdown = st.lists(
    st.sampled_from(
        [*_MARKUP, *_WORDS, *_ODD, "\n", "\n\n", "\n> ", "\n- ", "\n1. ", "\n  - ", "\n|"]
    )
    | st.characters(),
    max_size=40,
).map("".join)
