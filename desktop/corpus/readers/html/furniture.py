"""What belongs to a web site and not to the page's text: navigation, buttons, forms, banners."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.html.names import (
    BOXES,
    furniture_word,
    is_of_visitors,
    names_of,
    unfolds,
)
from desktop.corpus.readers.html.weighing import (
    holds_main,
    is_mostly_links,
    length_of,
    links_inside,
    prose_in,
)
from desktop.corpus.readers.text.page_words import STRONG

_NEVER_TEXT = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template svg math iframe object embed applet audio video canvas map "
        "select button input textarea option datalist head link meta dialog menu",
    )
)
_NEVER_SEEN = frozenset({"script", "style", "noscript", "head"})
_NO_BOX = frozenset(re.findall(r"\w+", "html body main article p li td tr tbody h1"))
_FURNITURE_TAGS = frozenset({"nav", "footer"})
_FURNITURE_ROLES = frozenset(
    re.findall(
        r"\w+",
        "navigation banner contentinfo search complementary dialog alertdialog menu menubar "
        "toolbar tablist alert form",
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOR_READERS = re.compile(r"\b(?:govuk-)?(?:visually-?hidden|sr-only|screen-reader-text)\b")
_LEADS_ELSEWHERE = re.compile(
    r"(?:related|read(?: more| next| also)?|see (?:more|also)|also(?: read| on .{0,30})?|"
    r"don.t miss|more (?:on this|from .{0,40})|watch|listen|sign up|subscribe)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|credit|image-credit|photo-credit)(?=$|[\s_-])", re.IGNORECASE
)
_OF_A_CHART = re.compile(r"\s*(?:figure|chart|table|map|box|graph|diagram)\b", re.IGNORECASE)
_MOST_OF_PAGE = 0.4
_MOST_OF_VISITORS = 0.95
_MOST_OF_PROSE = 0.5
_SAYS_SOMETHING = 600  # characters of sentences
_FOLDED = 120  # characters of sentences
_LONG_BUTTON = 1000  # characters of sentences that no button has


def clear(root: XmlElement) -> int:
    """Take furniture out of the tree; return how many parts were taken."""
    body = root.find("body")
    page = body if body is not None else root
    _drop_all(page, _is_no_text)
    whole = max(1, length_of(page))
    text = _words_of_text(page, whole)
    taken = _drop_all(page, partial(_is_furniture, whole=whole, text=text))
    taken += _drop_all(page, _is_links)
    taken += _drop_all(page, _is_caption)
    return taken + _drop_all(page, _says_buttons)


def _words_of_text(page: XmlElement, whole: int) -> frozenset[str]:
    """Return the names that say furniture elsewhere, but on this page stand for its text.

    Programs that build pages out of boxes call each of them a widget; some sites let readers skip
    from one part of the text to the next.
    """
    least = prose_in(page) * _MOST_OF_PROSE
    text: frozenset[str] = frozenset()
    while True:
        held: dict[str, int] = {}
        for element in _outermost(page, partial(_is_furniture, whole=whole, text=text)):
            word = _word_of(element, text)
            held[word] = held.get(word, 0) + prose_in(element)
        found = {word for word, prose in held.items() if word and prose > least}
        if not found:
            return text
        text |= found


def clear_unseen(root: XmlElement) -> None:
    """Take out only what nobody sees: scripts, styles, hidden parts."""
    _drop_all(root, _is_no_text)


def _drop_all(root: XmlElement, is_one: Callable[[XmlElement], bool]) -> int:
    """Take out all that ``is_one`` says, from the outside in; nothing inside them is looked at."""
    doomed = _outermost(root, is_one)
    for element in doomed:
        drop(element)
    return len(doomed)


def _outermost(root: XmlElement, is_one: Callable[[XmlElement], bool]) -> list[XmlElement]:
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    found: list[XmlElement] = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element is not root and is_one(element):
            found.append(element)
            walk.skip_subtree()
    return found


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
    if not isinstance(element.tag, str):
        return True
    if element.tag in _NEVER_TEXT:
        # A button that was never closed holds the rest of the page.
        return element.tag in _NEVER_SEEN or prose_in(element) < _LONG_BUTTON
    said = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    if not said and not _HIDDEN.search(element.get("style") or ""):
        return False
    return not _is_folded(element)


def _is_folded(element: XmlElement) -> bool:
    """Say whether what is hidden are sentences that a reader unfolds: an accordion, a tab."""
    names = names_of(element)
    folds = element.get("role") in ("tabpanel", "region") or unfolds(names)
    return folds and not furniture_word(names) and prose_in(element) >= _FOLDED


def _is_furniture(element: XmlElement, whole: int, text: frozenset[str]) -> bool:
    if element.tag in _NO_BOX:
        if element.tag in ("p", "li", "h1"):
            return bool(_FOR_READERS.search(element.get("class") or ""))
        return False
    if element.tag in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES:
        return length_of(element) < whole * _MOST_OF_PAGE or is_mostly_links(element)
    if element.tag in ("header", "aside") and _outside(element):
        if element.tag == "aside":
            return length_of(element) < whole * _MOST_OF_VISITORS
        return not _holds_title(element)
    if is_of_visitors(names_of(element)):
        return not holds_main(element) and length_of(element) < whole * _MOST_OF_VISITORS
    if not _word_of(element, text) or element.find(".//blockquote") is not None:
        return False
    return not holds_main(element) and length_of(element) < whole * _MOST_OF_PAGE


def _word_of(element: XmlElement, text: frozenset[str]) -> str:
    word = furniture_word(names_of(element))
    if word in text:
        return ""
    if word in BOXES and _in_main(element) and prose_in(element) >= _SAYS_SOMETHING:
        return ""
    return word


def _in_main(element: XmlElement) -> bool:
    return any(parent.tag in ("article", "main") for parent in element.iterancestors())


def _outside(element: XmlElement) -> bool:
    return element.tag == "aside" or not _in_main(element)


def _holds_title(element: XmlElement) -> bool:
    return element.find(".//h1") is not None


def _is_links(element: XmlElement) -> bool:
    """A list or box of nothing but links to other pages leads elsewhere and says nothing here."""
    if element.tag not in ("ul", "ol", "div", "table", "dl", "p", "section", "center"):
        return False
    if element.tag == "p" and _LEADS_ELSEWHERE.match("".join(element.itertext()).strip()):
        count, length = links_inside(element)
        return count > 0 and length > length_of(element) * 0.5
    return not holds_main(element) and is_mostly_links(element)


def _is_caption(element: XmlElement) -> bool:
    """What stands under a photograph, and whose it is; a caption of a chart is text."""
    names = names_of(element)
    if element.tag != "figcaption" and not (_CAPTION.search(names) and length_of(element) < 600):
        return False
    if element.tag in ("table", "caption", "figure") or element.find(".//table") is not None:
        return False
    return not _OF_A_CHART.match("".join(element.itertext()))


def _says_buttons(element: XmlElement) -> bool:
    """A short part with the words of a button or a form: "Share this", "Leave a Reply"."""
    if element.tag not in ("div", "p", "ul", "li", "h2", "h3", "h4", "h5", "section", "span", "a"):
        return False
    if len(element) > 3 or length_of(element) > 120:
        return False
    words = " ".join(" ".join(element.itertext()).split())
    return bool(words) and bool(STRONG.match(words))
