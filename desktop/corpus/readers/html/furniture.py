"""What belongs to a web site and not to the page's text: navigation, buttons, forms, banners."""

from __future__ import annotations

import re

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.text.page_words import STRONG

_NEVER_TEXT = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template svg math iframe object embed applet audio video canvas map "
        "select button input textarea option datalist head link meta dialog menu",
    )
)
_FURNITURE_TAGS = frozenset({"nav", "footer"})
_FURNITURE_ROLES = frozenset(
    re.findall(
        r"\w+",
        "navigation banner contentinfo search complementary dialog alertdialog menu menubar "
        "toolbar tablist alert form",
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:"
    r"nav|navbar|navigation|menu|submenu|breadcrumbs?|crumbs?|sidebar|side-bar|rail|footer|"
    r"foot-links|masthead|site-header|global-header|top-bar|topbar|skip(?:-?(?:link|to|nav)\w*)?|"
    r"share|sharing|sharedaddy|sharethis|addthis|addtoany|a2a|social|socials|follow-us|"
    r"jp-relatedposts|related(?:-\w+)?|recommended|recirc|more-from|read-next|also-like|trending|"
    r"most-read|most-popular|popular-posts|"
    r"comments?|comment-?(?:list|form|area|respond|section)|respond|disqus|replies|"
    r"cookies?|cookie-?\w+|consent|gdpr|ccpa|onetrust|"
    r"subscribe|subscription|newsletter|signup|sign-up|mailing-list|mailchimp|"
    r"pagination|pager|page-numbers|paging|post-navigation|prev-next|"
    r"ads?|advert|adverts|advertisement|advertising|adsbygoogle|sponsored|sponsor|promo|promoted|"
    r"outbrain|taboola|dfp|"
    r"popup|pop-up|modal|overlay|lightbox|tooltip|login|log-in|paywall|search-?(?:form|box|bar)?|"
    r"toolbar|tools|widget|widgets|print-?(?:link|button|page)|"
    r"entry-meta|post-meta|article-meta|byline|post-info|meta-info|tags|tag-?list|post-tags|"
    r"feedback|rate-this|helpful|author-?(?:box|bio|info)|about-author|"
    r"sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader|offscreen|noprint|"
    r"no-print|d-print-none|hidden-print"
    r")(?=$|[\s_-])",
    re.IGNORECASE,
)
# However long they are: what visitors wrote is not what the page says.
_VISITORS = re.compile(
    r"(?:^|\s)(?:comments|comment-?list|comments-?area|comment-?section|comment-?thread|disqus_thread|"
    r"respond|commentlist|cookie-?(?:banner|notice|consent)|global-cookie-message)(?=$|\s)",
    re.IGNORECASE,
)
_FOR_READERS = re.compile(r"\b(?:govuk-)?(?:visually-?hidden|sr-only|screen-reader-text)\b")
_TEXT_NAMES = re.compile(
    r"(?:^|[\s_-])(?:article-?body|entry-?content|post-?content|main-?content|story-?body|body)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_LEADS_ELSEWHERE = re.compile(
    r"(?:related|read(?: more| next| also)?|see (?:more|also)|also(?: read| on .{0,30})?|"
    r"don.t miss|more (?:on this|from .{0,40})|watch|listen|sign up|subscribe)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|credit|image-credit|photo-credit)(?=$|[\s_-])", re.IGNORECASE
)
_OF_A_CHART = re.compile(r"\s*(?:figure|chart|table|map|box|graph|diagram)\b", re.IGNORECASE)
_LINKS_ONLY = 0.75
_FEWEST_LINKS = 4
_MOST_OF_PAGE = 0.4
_MOST_OF_VISITORS = 0.95


def clear(root: XmlElement) -> int:
    """Take furniture out of the tree; return how many parts were taken."""
    body = root.find("body")
    page = body if body is not None else root
    _drop_all(page, _is_no_text)
    whole = max(1, _length(page))
    taken = _drop_all(page, lambda element: _is_furniture(element, whole))
    taken += _drop_all(page, _is_links)
    taken += _drop_all(page, _is_caption)
    return taken + _drop_all(page, _says_buttons)


def clear_unseen(root: XmlElement) -> None:
    """Take out only what nobody sees: scripts, styles, hidden parts."""
    _drop_all(root, _is_no_text)


def _drop_all(root: XmlElement, is_one) -> int:
    """Take out all that ``is_one`` says, from the outside in; nothing inside them is looked at."""
    doomed: list[XmlElement] = []
    within: XmlElement | None = None
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            within = None if within is element else within
        elif within is None and element is not root and is_one(element):
            doomed.append(element)
            within = element
    for element in doomed:
        drop(element)
    return len(doomed)


def drop(element: XmlElement) -> None:
    """Take an element out of its tree, and leave the text that stands after it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = f"{before.tail or ''} {tail}"
    else:
        parent.text = f"{parent.text or ''} {tail}"
    parent.remove(element)


def _is_no_text(element: XmlElement) -> bool:
    if element.tag in _NEVER_TEXT or not isinstance(element.tag, str):
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return _length(element) < 2000
    return bool(_HIDDEN.search(element.get("style") or ""))


def _is_furniture(element: XmlElement, whole: int) -> bool:
    if element.tag in ("html", "body", "main", "article", "p", "li", "td", "tr", "tbody", "h1"):
        if element.tag in ("p", "li", "h1"):
            return bool(_FOR_READERS.search(element.get("class") or ""))
        return False
    if element.tag in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES:
        return _length(element) < whole * _MOST_OF_PAGE or _is_mostly_links(element)
    if element.tag in ("header", "aside") and _outside(element):
        return not (element.tag == "header" and _holds_title(element))
    names = _CAMEL.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}")
    if _VISITORS.search(names):
        return not _holds_main(element) and _length(element) < whole * _MOST_OF_VISITORS
    if not _NAMES.search(names) or _TEXT_NAMES.search(names):
        return False
    return not _holds_main(element) and _length(element) < whole * _MOST_OF_PAGE


def _outside(element: XmlElement) -> bool:
    inside = any(parent.tag in ("article", "main") for parent in element.iterancestors())
    return element.tag == "aside" or not inside


def _holds_title(element: XmlElement) -> bool:
    return element.find(".//h1") is not None


def _holds_main(element: XmlElement) -> bool:
    for inner in element.iter("main", "article", "h1"):
        if inner.tag != "article" or _length(inner) > 1000:
            return True
    return False


def _length(element: XmlElement) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _links_inside(element: XmlElement) -> tuple[int, int]:
    count = length = 0
    for link in element.iter("a"):
        target = link.get("href") or ""
        if target and not target.startswith("#"):
            count += 1
            length += _length(link)
    return count, length


def _is_mostly_links(element: XmlElement) -> bool:
    count, length = _links_inside(element)
    return count >= _FEWEST_LINKS and length > _length(element) * _LINKS_ONLY


def _is_links(element: XmlElement) -> bool:
    """A list or box of nothing but links to other pages leads elsewhere and says nothing here."""
    if element.tag not in ("ul", "ol", "div", "table", "dl", "p", "section", "center"):
        return False
    if element.tag == "p" and _LEADS_ELSEWHERE.match("".join(element.itertext()).strip()):
        count, length = _links_inside(element)
        return count > 0 and length > _length(element) * 0.5
    return not _holds_main(element) and _is_mostly_links(element)


def _is_caption(element: XmlElement) -> bool:
    """What stands under a photograph, and whose it is; a caption of a chart is text."""
    names = _CAMEL.sub("-", element.get("class") or "")
    if element.tag != "figcaption" and not (_CAPTION.search(names) and _length(element) < 600):
        return False
    if element.tag in ("table", "caption", "figure") or element.find(".//table") is not None:
        return False
    return not _OF_A_CHART.match("".join(element.itertext()))


def _says_buttons(element: XmlElement) -> bool:
    """A short part with the words of a button or a form: "Share this", "Leave a Reply"."""
    if element.tag not in ("div", "p", "ul", "li", "h2", "h3", "h4", "h5", "section", "span", "a"):
        return False
    if len(element) > 3 or _length(element) > 120:
        return False
    words = " ".join(" ".join(element.itertext()).split())
    return bool(words) and bool(STRONG.match(words))
