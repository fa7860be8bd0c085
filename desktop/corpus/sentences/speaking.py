"""Words in quotation marks, and who said them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = re.compile(
    r"[“\"](?P<double>[^“”\"]{12,})[”\"]|(?<!\w)‘(?P<curly>[^‘]{12,400}?)’(?!\w)"
    r"|(?:^|(?<=[ (]))'(?P<straight>[^'](?:[^']|(?<=\w)'(?=\w)){12,400})'(?!\w)"
)
_SIGNS = ("“", '"', "‘", " '", "('")
_FEWEST_WORDS = 4
_MOST_WORDS = 12
_SAYING = (
    r"(?:said|says|told|explained|explains|commented|comments|wrote|writes|argued|argues|added|adds"
    r"|put it|stated|states|warned|warns|reported|recalled|observed)"
)
_SAID_BEFORE = re.compile(rf"\b(?:has |have |had )?{_SAYING}(?: us| me| them| that| how| to us)*\Z")
_THEN_SAID = re.compile(rf"(?P<name>[^.;:!?“\"‘]{{2,80}}?),? {_SAYING}\b")
_SAID_THEN = re.compile(rf"{_SAYING} (?P<name>[^.,;:!?“\"]{{3,60}})")
_OPENING = re.compile(
    r"(?:in|when|as|last|at|for|after|during|while|since|on|by|and|but|then)\b", re.IGNORECASE
)
_SMALL = frozenset({"of", "the", "for", "and", "de", "van", "von", "in", "a", "at", "to"})
_DASHES = "–—-"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in a sentence: its place without the marks, and the speaker ("" unknown)."""

    start: int
    end: int
    speaker: str


def quoted(text: str, after: str = "") -> Quoted | None:
    """Return the first quotation of some length in a sentence.

    Args:
        text: the sentence.
        after: what follows it in its block, where a name in brackets or after a dash may stand.
    """
    if not any(sign in text for sign in _SIGNS):
        return None
    for match in _QUOTED.finditer(text):
        words = match["double"] or match["curly"] or match["straight"]
        if len(words.split()) >= _FEWEST_WORDS:
            start = match.start() + 1
            tail = (text[match.end() :] + after)[:160]
            speaker = _behind(tail) or _ahead(text[: match.start()])
            return Quoted(start, start + len(words), speaker)
    return None


def attributed(text: str) -> str:
    """Return who is named at the end of a displayed quotation ("" if nobody)."""
    if text.rstrip(" .").endswith((")", "]")):
        return _name(text.rstrip(" .)]").rpartition("(" if ")" in text[-3:] else "[")[2])
    for dash in ("–", "—", " - "):
        head, found, name = text.rpartition(dash)
        if found and head:
            return _name(name)
    return ""


def _behind(tail: str) -> str:
    """Return who is named after a quotation."""
    words = tail.lstrip(" .,")
    if words[:1] in {"[", "("}:
        inside = words[1:].partition("]" if words[0] == "[" else ")")[0]
        # Square brackets hold whom the writer names; round ones may hold anything.
        return _tidy(inside) if words[0] == "[" and len(inside) > 2 else _name(inside)
    if words[:1] and words[0] in _DASHES:
        return _name(re.split(r"[.;\n]", words.lstrip(_DASHES + " "))[0])
    if found := _SAID_THEN.match(words) or _THEN_SAID.match(words):
        return _tidy(found["name"]) if _is_short(found["name"]) else ""
    return ""


def _ahead(head: str) -> str:
    """Return who is said to speak before a quotation: "As one tenant told us, ..."."""
    plain = head.rstrip(" :,–—-")
    said = _SAID_BEFORE.search(plain)
    if said is None:
        return ""
    clause = re.split(r"[.;:!?]\s", plain[: said.start()])[-1].strip(" ,")
    parts = clause.split(", ")
    if len(parts) > 1 and _OPENING.match(parts[0]):
        clause = ", ".join(parts[1:])
    clause = re.sub(r"^(?:as|and|but)\s", "", clause, flags=re.IGNORECASE)
    return _tidy(clause) if _is_short(clause) else ""


def named(words: str) -> str:
    """Return a line that follows a displayed quotation if it names who said it ("" if not)."""
    return _name(words.lstrip(_DASHES + " ")) if len(words.split()) <= _MOST_WORDS else ""


def _name(words: str) -> str:
    """Return the words if they may be a name or an office: few, nearly all with capitals."""
    tidy = _tidy(words)
    parts = tidy.replace(",", "").split()
    named = [part for part in parts if part.lower() not in _SMALL]
    first = bool(parts) and parts[0][0].isupper()
    capitals = sum(part[0].isupper() for part in named)
    return tidy if first and len(parts) <= _MOST_WORDS and capitals * 2 >= len(named) else ""


def _is_short(words: str) -> bool:
    return 0 < len(words.split()) <= _MOST_WORDS


def _tidy(words: str) -> str:
    return " ".join(words.strip(" .,;:*_").split())
