"""Footnotes of a web page: marks in the text that lead to notes at its end, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.html.furniture import drop

FIRST_MARK = 0xE000  # private characters stand in the text where a note was referred to
_MOST = 6000
_NOTE_NAME = re.compile(
    r"(?:^|[_\W])_?(?:fn|ftn|edn|foot|end|cite|note|ref|sd)(?:note)?", re.IGNORECASE
)
_PRINTED = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]+)\s*[\])]?\Z", re.IGNORECASE)
_BACK = re.compile(
    r"[\s↩↑⏎^︎]*(?:(?:back|return|jump)(?: (?:up|to (?:text|content|top)))?)?[\s↩↑⏎^︎]*\Z",
    re.IGNORECASE,
)
_BLOCKS = ("li", "p", "div", "dd", "tr", "aside")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark as printed, and its words."""

    number: str
    text: str


def take_notes(root: XmlElement) -> list[Note]:
    """Take the notes out of the tree and mark the places that refer to them.

    The mark of note ``n`` is the character ``FIRST_MARK + n``.
    """
    targets = _targets(root)
    notes: list[Note] = []
    known: dict[int, int] = {}
    taken: list[XmlElement] = []
    links = list(root.iter("a"))  # held, so that each element keeps its identity
    inside: set[int] = set()
    for link in links:
        note = _note_of(link, targets)
        if note is None or id(link) in inside:
            continue
        printed = _PRINTED.match(" ".join("".join(link.itertext()).split()))
        if printed is None or len(notes) >= _MOST:
            continue
        if id(note) not in known:
            text = _words(note, printed[1])
            if not text:
                continue
            known[id(note)] = len(notes)
            notes.append(Note(printed[1], text))
            taken.append(note)
            inside.update(id(inner) for inner in note.iter("a"))
        _mark(link, known[id(note)])
    for note in taken:
        drop(note)
    return notes


def _targets(root: XmlElement) -> dict[str, XmlElement]:
    found: dict[str, XmlElement] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name")):
            if name:
                found.setdefault(name, element)
    return found


def _note_of(link: XmlElement, targets: dict[str, XmlElement]) -> XmlElement | None:
    """Return the note that a link refers to: something further down that leads back."""
    href = link.get("href") or ""
    _, hash_sign, name = href.partition("#")
    target = targets.get(name) if hash_sign and name else None
    if target is None or not _NOTE_NAME.search(name):
        return None
    block = target
    while block is not None and block.tag not in _BLOCKS:
        block = block.getparent()
    if block is None or any(inner is link for inner in block.iter("a")):
        return None
    own = {link.get("id"), link.get("name")} | {
        parent.get("id") for parent in _near(link) if parent.get("id")
    }
    backs = {(inner.get("href") or "").partition("#")[2] for inner in block.iter("a")} - {""}
    named = re.search(
        r"note|_?(?:fn|ftn|edn)\W?\d", f"{name} {block.get('class') or ''}", re.IGNORECASE
    )
    return block if backs & (own - {None}) or named else None


def _near(link: XmlElement) -> list[XmlElement]:
    parents = []
    for parent in link.iterancestors():
        if parent.tag not in ("sup", "span", "cite"):
            break
        parents.append(parent)
    return parents


def _words(note: XmlElement, printed: str) -> str:
    parts: list[str] = []
    for element in note.iter():
        back = element.tag == "a" and (
            _BACK.match("".join(element.itertext()))
            or _PRINTED.match("".join(element.itertext()).strip())
        )
        if not back and not any(
            parent.tag == "a" and _BACK.match("".join(parent.itertext()))
            for parent in _up_to(element, note)
        ):
            parts.append(element.text or "")
        if element is not note:
            parts.append(element.tail or "")
    text = " ".join(" ".join(parts).split())
    text = re.sub(rf"\A[\[(]?{re.escape(printed)}[\])]?[.:]?\s+", "", text)
    return re.sub(r"[\s↩↑⏎^︎]+\Z", "", text)


def _up_to(element: XmlElement, top: XmlElement) -> list[XmlElement]:
    parents = []
    for parent in element.iterancestors():
        if parent is top:
            break
        parents.append(parent)
    return parents


def _mark(link: XmlElement, number: int) -> None:
    for inner in list(link):
        link.remove(inner)
    link.text = chr(FIRST_MARK + number)
