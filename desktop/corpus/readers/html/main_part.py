"""Which part of a web page holds its text."""

from __future__ import annotations

from desktop.corpus.limits import XmlElement

_PLACES = (
    ".//*[@itemprop='articleBody']",
    ".//article",
    ".//main",
    ".//*[@role='main']",
    ".//*[@id='content' or @id='main' or @id='main-content' or @id='article' or @id='story']",
    ".//*[contains(concat(' ', @class, ' '), ' entry-content ')]",
    ".//*[contains(concat(' ', @class, ' '), ' post-content ')]",
    ".//*[contains(concat(' ', @class, ' '), ' article-body ')]",
)
_ENOUGH = 250  # characters of text that a main part has at least
_SHARE = 0.5  # and its share of all paragraphs of the page
_SHARE_ALONE = 0.25  # if it is the only one of its kind, or by far the longest


def main_part(root: XmlElement) -> XmlElement:
    """Return the element that holds the text; the whole body where none stands out."""
    body = root.find("body")
    page = body if body is not None else root
    whole = _text_in(page)
    for place in _PLACES:
        found = [(element, _text_in(element)) for element in page.xpath(place)]
        if not found:
            continue
        (best, length), *others = sorted(found, key=lambda one: -one[1])
        alone = not others or length > 2 * others[0][1]
        if length >= _ENOUGH and length >= whole * (_SHARE_ALONE if alone else _SHARE):
            return best
    return _densest(page, whole)


def _text_in(element: XmlElement) -> int:
    """Count the characters that are not links."""
    total = sum(len(text.strip()) for text in element.itertext())
    return total - sum(len(text.strip()) for link in element.iter("a") for text in link.itertext())


def _densest(page: XmlElement, whole: int) -> XmlElement:
    """Go down from the page as long as one child holds nearly all of the text."""
    current = page
    while True:
        children = [child for child in current if isinstance(child.tag, str)]
        if not children:
            return current
        child, length = max(((one, _text_in(one)) for one in children), key=lambda one: one[1])
        if child.tag not in ("div", "section", "center", "form", "table", "tbody", "tr", "td"):
            return current
        if not whole or length < whole * 0.9:
            return current
        current = child


def title_outside(root: XmlElement, part: XmlElement) -> str:
    """Return the page's heading if it stands outside its main part, and "" otherwise."""
    if part.find(".//h1") is not None or part.tag == "h1":
        return ""
    headings = root.findall(".//h1")
    words = [" ".join("".join(heading.itertext()).split()) for heading in headings]
    words = [word for word in words if word]
    return words[-1] if len(words) == 1 else _like_title(root, words)


def _like_title(root: XmlElement, headings: list[str]) -> str:
    title = " ".join((root.findtext(".//title") or "").split()).lower()
    return next((heading for heading in headings if heading.lower() in title), "")
