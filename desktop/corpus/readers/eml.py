"""Emails saved as files: headers as metadata, the message as blocks, attachments as documents."""

from __future__ import annotations

import email
import email.policy
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from desktop.core.document import Block, Document, DocumentFormat, Metadata
from desktop.corpus import failures
from desktop.corpus.failures import ReadError
from desktop.corpus.limits import Limits, read_bytes
from desktop.corpus.readers.mail_words import header, text_of
from desktop.corpus.readers.quoted_mail import as_quotations

_MAILS_DEEP = 5
_MOST_FILES = 200
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST_NAME = 100
_ALTERNATIVES = ("text/plain", "text/html")
# Pictures in signatures, calendars, keys: they come with mails and are no documents.
_NO_DOCUMENT = re.compile(
    r"(?:image|audio|video|font)/|text/(?:calendar|x-vcard|vcard)|"
    r"application/(?:pgp|pkcs7|x-pkcs7|ics|ms-tnef)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that came with a mail."""

    name: str
    data: bytes
    at: int

    def put_down(self, folder: Path) -> Path:
        """Write it into ``folder``, under its own name in a folder of its own; return where."""
        place = folder / str(self.at)
        place.mkdir()
        name = _UNFIT.sub("_", self.name).strip(" .") or "attachment"
        stem, dot, ending = name.rpartition(".")
        if dot and len(name) > _LONGEST_NAME:
            name = f"{stem[: _LONGEST_NAME - len(ending)]}.{ending}"
        path = place / name[-_LONGEST_NAME:]
        path.write_bytes(self.data)
        return path


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail: its message, the files that came with it, and how deep those may nest."""

    document: Document
    files: tuple[AttachedFile, ...]
    limits_inside: Limits


def read(path: Path, limits: Limits) -> Document:
    """Return a mail with the attached files that can be read; a notice names the others.

    Raises:
        ReadError: it cannot be opened or is too large.
    """
    from desktop.corpus.reading import read_file

    mail = open_mail(path, limits)
    attached: list[tuple[str, Document]] = []
    notices = list(mail.document.notices)
    with tempfile.TemporaryDirectory(prefix="consultee-") as folder:
        for file in mail.files:
            try:
                attached.append(
                    (file.name, read_file(file.put_down(Path(folder)), mail.limits_inside))
                )
            except ReadError as error:
                notices.append(f"The attached file was not read. {error.message}")
    return replace(mail.document, attachments=tuple(attached), notices=tuple(notices))


def open_mail(path: Path, limits: Limits) -> Mail:
    """Return a mail with the bytes of its files.

    Raises:
        ReadError: it cannot be opened, is too large, or there is nothing in it.
    """
    data = read_bytes(path, limits)
    message = email.message_from_bytes(_from_mailbox(data), policy=email.policy.compat32)
    deep = min(limits.nesting, _MAILS_DEEP)
    bodies: list[Message] = []
    files: list[AttachedFile] = []
    for part in _leaves(message):
        if _is_body(part, bodies):
            bodies.append(part)
        elif deep and len(files) < _MOST_FILES:
            file = _file(part, len(files))
            if file is not None:
                files.append(file)
    notices = (
        [] if deep else ["The mails in it are nested too deeply; the inner ones were not read."]
    )
    blocks = [block for body in _chosen(bodies) for block in _blocks(body, path.name)]
    metadata = _metadata(message)
    if not blocks and not files and not metadata.title:
        raise failures.empty(path.name)
    document = Document(DocumentFormat.EML, tuple(blocks), metadata, tuple(notices))
    return Mail(document, tuple(files), replace(limits, nesting=max(0, deep - 1)))


def _from_mailbox(data: bytes) -> bytes:
    """Leave out the first line that mailboxes put before a mail."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return data.partition(b"\n")[2] if data.startswith(b"From ") else data


def _leaves(message: Message) -> Iterator[Message]:
    """Give the parts that hold something, not looking into attached mails."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting.extend(reversed([inner for inner in payload if isinstance(inner, Message)]))
        else:
            yield part


def _is_body(part: Message, bodies: list[Message]) -> bool:
    if (
        part.get_content_type() not in _ALTERNATIVES
        or part.get_content_disposition() == "attachment"
    ):
        return False
    return not part.get_filename() or not bodies


def _chosen(bodies: list[Message]) -> list[Message]:
    """Of a message in two forms take HTML, which keeps its structure; of several texts all."""
    html = [body for body in bodies if body.get_content_type() == "text/html"]
    plain = [body for body in bodies if body.get_content_type() == "text/plain"]
    if html and len(html) >= len(plain):
        return html
    if html and len(bodies) == 2:
        return html
    return plain or html


def _blocks(body: Message, name: str) -> list[Block]:
    from desktop.corpus.readers.html import read_fragment
    from desktop.corpus.readers.mail_text import read_message

    words = text_of(body)
    if body.get_content_type() == "text/html":
        return as_quotations(read_fragment(words, name).blocks)
    flowed = str(body.get_param("format", "")).lower() == "flowed"
    return as_quotations(read_message(words, flowed=flowed))


def _file(part: Message, at: int) -> AttachedFile | None:
    name = header(part.get_filename() or "")
    kind = part.get_content_type()
    if kind == "message/rfc822":
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        if not isinstance(inner, Message):
            return None
        title = name or f"{header(inner.get('Subject', '')) or 'message'}.eml"
        data = _bytes_of(inner)
        return AttachedFile(title, data, at) if data else None
    if _NO_DOCUMENT.match(kind):
        return None
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip() or (not name and kind.startswith("text/")):
        return None
    return AttachedFile(name or "attachment", data, at)


def _bytes_of(inner: Message) -> bytes:
    try:
        return inner.as_bytes(policy=email.policy.compat32)
    except (ValueError, LookupError, TypeError, AttributeError):
        return b""  # parts whose headers contradict what they hold


def _metadata(message: Message) -> Metadata:
    author, address = parseaddr(header(message.get("From", "")))
    return Metadata(
        title=header(message.get("Subject", "")),
        author=author or address,
        date=_day(str(message.get("Date", ""))),
        language=header(message.get("Content-Language", "")).split(",")[0].strip()[:35],
    )


def _day(words: str) -> str:
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""
