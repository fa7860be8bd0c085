"""The numbers that a browser prints before the items of a list."""

from __future__ import annotations

from desktop.corpus.limits import XmlElement

_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def item_number(item: XmlElement) -> str:
    """Return the number of an item as printed, without its full stop; "" where none is."""
    parent = item.getparent()
    style = f"{item.get('style') or ''} {'' if parent is None else parent.get('style') or ''}"
    if parent is None or parent.tag != "ol" or "none" in style.lower():
        return ""
    return _printed(_value(item, parent), item.get("type") or parent.get("type") or "1")


def _value(item: XmlElement, parent: XmlElement) -> int:
    steps = 0
    for sibling in [item, *item.itersiblings("li", preceding=True)]:
        told = sibling.get("value") or ""
        if told.lstrip("-").isdigit():
            return int(told) + steps
        steps += 1
    start = parent.get("start") or ""
    return (int(start) if start.lstrip("-").isdigit() else 1) + steps - 1


def _printed(value: int, kind: str) -> str:
    if kind in "aA" and 0 < value <= 26:
        letter = chr(ord("a") + value - 1)
        return letter.upper() if kind == "A" else letter
    if kind in "iI" and 0 < value < 90:
        words, rest = "", value
        for size, letters in _ROMAN:
            while rest >= size:
                words, rest = words + letters, rest - size
        return words.upper() if kind == "I" else words
    return str(value)
