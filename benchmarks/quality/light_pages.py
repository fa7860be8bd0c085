"""The same response as different web sites and programs would have it, furniture and all."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from itertools import groupby

from benchmarks.quality.light_documents import Item

_PLACES = ("Home", "About", "News", "Get involved", "Publications", "Contact us")
_OLD_PLACES = ("Home page", "Index", "Search", "Previous", "Next")
_LINKS = "".join(f'<li><a href="/p{at}">{word}</a></li>' for at, word in enumerate(_PLACES))


def _body(items: Sequence[Item], heading: str = "h2", title: str = "h1") -> str:
    parts: list[str] = []
    for kind, run in groupby(items, key=lambda item: item.kind):
        group = list(run)
        if kind in ("item", "numbered"):
            tag = "ul" if kind == "item" else "ol"
            parts.append(f"<{tag}>{''.join(f'<li>{_e(one.text)}</li>' for one in group)}</{tag}>")
        else:
            parts.extend(_one(one, heading, title) for one in group)
    return "\n".join(parts)


def _e(text: str) -> str:
    return html.escape(text)


def _one(item: Item, heading: str, title: str) -> str:
    number = f"{item.number}. " if item.number else ""
    if item.kind == "title":
        return f"<{title}>{_e(item.text)}</{title}>"
    if item.kind == "heading":
        return f"<{heading}>{number}{_e(item.text)}</{heading}>"
    if item.kind == "quotation":
        return f"<blockquote><p>{_e(item.text)}</p></blockquote>"
    if item.kind == "table":
        return _table(item)
    return f"<p>{_e(item.text)}</p>"


def _table(item: Item) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{_e(cell)}</td>" for cell in row) + "</tr>" for row in item.cells
    )
    return f"<table>{rows}</table>"


def _page(title: str, inside: str) -> str:
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{_e(title)}</title><style>p{{margin:0}}</style></head><body>{inside}</body></html>"
    )


def government(items: Sequence[Item]) -> str:
    """A government site: banner about cookies, breadcrumbs, contents, feedback, footer."""
    return _page(
        f"{items[0].text} - Example Department",
        '<div id="global-cookie-message"><p>We use cookies to make this site simpler. '
        '<a href="/cookies">Find out more</a></p><button>Accept cookies</button></div>'
        '<a class="skip-link" href="#content">Skip to main content</a>'
        f'<header role="banner"><a href="/">EXAMPLE.GOV</a><nav><ul>{_LINKS}</ul></nav></header>'
        f'<div class="breadcrumbs"><ol>{_LINKS}</ol></div><main id="content" role="main">'
        f'<div class="govspeak">{_body(items)}</div>'
        f'<div class="related-content"><h2>Related content</h2><ul>{_LINKS}</ul></div></main>'
        '<div class="feedback"><h2>Is this page useful?</h2><form><button>Yes</button></form></div>'
        f'<footer role="contentinfo"><ul>{_LINKS}</ul><p>© Crown copyright</p></footer>',
    )


def web_log(items: Sequence[Item]) -> str:
    """A web log: sidebars of widgets, sharing buttons, comments and their form."""
    return _page(
        f"{items[0].text} | The Trust's log",
        '<div id="page"><div id="masthead" class="site-header"><h2 class="site-title">'
        f'<a href="/">The log</a></h2><div class="main-navigation"><ul>{_LINKS}</ul></div></div>'
        '<div id="content" class="hfeed"><div class="post"><h1 class="entry-title">'
        f'{_e(items[0].text)}</h1><div class="entry-meta">Posted on March 3, 2019 by '
        f'<a href="/ann">Ann Example</a></div><div class="entry-content">{_body(items[1:], "h3")}'
        '<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="/t">Twitter</a></li>'
        '<li><a href="/f">Facebook</a></li></ul></div>'
        '<div class="jp-relatedposts"><h3>Related</h3></div></div></div><div id="comments">'
        '<h3>2 thoughts on “this”</h3><ol class="commentlist"><li><p>I could not '
        "agree more with every word of what has been written here by the author.</p></li></ol>"
        '<div id="respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published.'
        "</p><textarea></textarea></form></div></div></div>"
        '<div id="secondary" class="widget-area"><h3>Recent Posts</h3><ul>'
        f"{_LINKS}</ul><h3>Archives</h3><ul>{_LINKS}</ul></div>"
        '<div id="footer">Blog at WordPress.com.</div></div>',
    )


def parliament(items: Sequence[Item]) -> str:
    """An old site laid out with tables, font tags and bold headings; tags in capitals."""
    links = " | ".join(f'<A HREF="/p{at}">{word}</A>' for at, word in enumerate(_OLD_PLACES))
    body = _body(items, "B", "H1").replace("<B>", "<P><B>").replace("</B>", "</B></P>")
    return _page(
        items[0].text,
        f'<TABLE WIDTH="90%" BORDER=0><TR><TD COLSPAN=2><FONT SIZE=-1>{links}</FONT></TD></TR><TR>'
        f'<TD WIDTH="120"><A HREF="/a">Advanced search</A><BR><A HREF="/b">Archives</A><BR>'
        '<A HREF="/c">Committees</A><BR><A HREF="/d">Bills</A></TD>'
        f"<TD>{body}</TD></TR><TR><TD COLSPAN=2>{links}<BR>"
        "<FONT SIZE=-1>© Parliamentary copyright 2011</FONT></TD></TR></TABLE>",
    )


def word_processor(items: Sequence[Item]) -> str:
    """What word processors save as a web page: styles of their own, no furniture."""
    body = _body(items, "h1", "p")
    body = body.replace("<p>", "<p class=MsoNormal><span style='font-size:11.0pt'>", -1)
    body = body.replace("</p>", "</span></p>").replace(
        "<p class=MsoNormal><span style='font-size:11.0pt'>",
        "<p class=MsoTitle><span style='font-size:28.0pt'>",
        1,
    )
    return _page("", f"<div class=WordSection1>{body}</div>")


def boxes(items: Sequence[Item]) -> str:
    """A site that says everything with boxes and breaks, and names nothing by what it is."""
    parts: list[str] = []
    for item in items:
        number = f"{item.number}. " if item.number else ""
        if item.kind in ("title", "heading"):
            parts.append(f"<div><b>{number}{_e(item.text)}</b></div>")
        elif item.kind == "table":
            parts.append(_table(item))
        elif item.kind == "item":
            parts.append(f"• {_e(item.text)}<br>")
        else:
            parts.append(f"{number}{_e(item.text)}<br><br>")
    side = "".join(
        f'<div><a href="/s{at}">See story {at} of this week</a></div>' for at in range(9)
    )
    return _page(items[0].text, f"<div><div>{side}</div><div>{''.join(parts)}</div></div>")


PAGES: dict[str, Callable[[Sequence[Item]], str]] = {
    "government": government,
    "web log": web_log,
    "parliament": parliament,
    "word processor": word_processor,
    "boxes": boxes,
}
