"""How much of an element is text, and how much of that leads to other pages."""

from __future__ import annotations

from desktop.corpus.limits import XmlElement

_LINKS_ONLY = 0.75
_FEWEST_LINKS = 4
_SENTENCE = 50  # characters of text in one run from which it is no label and no name


def holds_main(element: XmlElement) -> bool:
    """Say whether the page's title or its main part stands inside."""
    for inner in element.iter("main", "article", "h1"):
        if inner.tag != "article" or length_of(inner) > 1000:
            return True
    return False


def length_of(element: XmlElement) -> int:
    """Count the characters of text, those of links included."""
    return sum(len(text.strip()) for text in element.itertext())


def links_inside(element: XmlElement) -> tuple[int, int]:
    """Count the links to other pages, and the characters of text in them."""
    count = length = 0
    for link in element.iter("a"):
        target = link.get("href") or ""
        if target and not target.startswith("#"):
            count += 1
            length += length_of(link)
    return count, length


def is_mostly_links(element: XmlElement) -> bool:
    """Say whether an element is a list of links to other pages."""
    count, length = links_inside(element)
    return count >= _FEWEST_LINKS and length > length_of(element) * _LINKS_ONLY


def prose_in(element: XmlElement) -> int:
    """Count the characters of sentences: runs of text that are no labels and stand in no link."""
    total = 0
    for inner in element.iter():
        if inner.tag == "a":
            continue
        runs = [inner.text, *(child.tail for child in inner)]
        total += sum(len(run) for run in runs if run and len(run.strip()) >= _SENTENCE)
    return total
