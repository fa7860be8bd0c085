"""Web archives of one file (MHTML): the page inside, as browsers save it."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import Message

_MAIL_LIKE = re.compile(rb"\A\s*(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+?\s*\n", re.DOTALL)
_RELATED = re.compile(rb"^content-type\s*:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEAD = 16 * 1024


def page_of(data: bytes) -> tuple[bytes, str]:
    """Return the bytes of the page and the encoding that a header of it gives ("" for none).

    Bytes that are no web archive are returned as they are.
    """
    head = data[:_HEAD].lstrip()
    if head.startswith(b"<") or not (_MAIL_LIKE.match(head) and _RELATED.search(head)):
        return data, ""
    archive = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in archive.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return _content(part), str(part.get_content_charset() or "")
    return data, ""


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
