"""Web addresses: which may become a real link, and where one stands in a reference."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from desktop.core.outline import Runs
from desktop.core.text import Text, safe_characters

_KINDS = ("http", "https", "mailto")
_KEEP = "!#$%&'()*+,/:;=?@[]~-._"
_HOST = re.compile(r"[A-Za-z0-9._~-]+|\[[0-9A-Fa-f:.]+\]")
_MAIL = re.compile(r"[^@\s]+@[A-Za-z0-9.-]+")
_IN_TEXT = re.compile(r"https?://[^\s<>“”]+")
_AFTER = ".,;:!?)]’"


def link_target(address: str) -> str | None:
    """Return the address as Word takes it, or None if it should stay plain words.

    Word refuses a whole file for one malformed address, so an address is a link only when it is
    plainly one of the web or of mail; letters outside ASCII are written as UTF-8 percent codes.
    """
    address = safe_characters(address).strip()
    try:
        parts = urlsplit(address)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in _KINDS:
        return None
    if parts.scheme == "mailto":
        return quote(address, safe=_KEEP) if _MAIL.fullmatch(parts.path) else None
    if not host or parts.username is not None or not _HOST.fullmatch(host):
        return None
    place = f"{host}:{port}" if port is not None else host
    rest = parts._replace(scheme="", netloc="").geturl()
    return f"{parts.scheme}://{place}{quote(rest, safe=_KEEP.replace('[', '').replace(']', ''))}"


def linked(text: str) -> Runs:
    """Return a reference with its web addresses as links."""
    runs: list[Text] = []
    place = 0
    for found in _IN_TEXT.finditer(text):
        # What closes the sentence is not part of the address.
        address = found[0].rstrip(_AFTER)
        runs += [Text(text[place : found.start()]), Text(address, href=address)]
        place = found.start() + len(address)
    runs.append(Text(text[place:]))
    return tuple(run for run in runs if run.text)
