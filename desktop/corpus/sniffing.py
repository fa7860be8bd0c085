"""What sort of file this is, told by its content; its name only settles what content cannot."""

from __future__ import annotations

import codecs
import mmap
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from desktop.core.document import DocumentFormat
from desktop.corpus import failures
from desktop.corpus.failures import ReadError
from desktop.corpus.limits import Limits, check_size, open_package, read_member
from desktop.corpus.signatures import (
    OLD_OFFICE,
    OLE,
    SIGNATURES,
    Unreadable,
    markup_kind,
)

_HEAD = 64 * 1024
_PDF_WITHIN = 1024
_TOO_MANY_CONTROLS = 0.02  # in a hundred characters of a text, two may be stray
_WORDS = {
    DocumentFormat.DOCX: "a Word document",
    DocumentFormat.ODT: "an OpenDocument text",
    DocumentFormat.PDF: "a PDF",
    DocumentFormat.HTML: "a web page",
    DocumentFormat.RTF: "a rich text document (RTF)",
    DocumentFormat.PPTX: "a PowerPoint presentation",
    DocumentFormat.MARKDOWN: "Markdown",
    DocumentFormat.TEXT: "plain text",
    DocumentFormat.EML: "an email",
}
_BY_ENDING = {
    ".docx": DocumentFormat.DOCX,
    ".docm": DocumentFormat.DOCX,
    ".dotx": DocumentFormat.DOCX,
    ".odt": DocumentFormat.ODT,
    ".ott": DocumentFormat.ODT,
    ".pdf": DocumentFormat.PDF,
    ".html": DocumentFormat.HTML,
    ".htm": DocumentFormat.HTML,
    ".xhtml": DocumentFormat.HTML,
    ".mht": DocumentFormat.HTML,
    ".mhtml": DocumentFormat.HTML,
    ".rtf": DocumentFormat.RTF,
    ".pptx": DocumentFormat.PPTX,
    ".ppsx": DocumentFormat.PPTX,
    ".pptm": DocumentFormat.PPTX,
    ".md": DocumentFormat.MARKDOWN,
    ".markdown": DocumentFormat.MARKDOWN,
    ".txt": DocumentFormat.TEXT,
    ".text": DocumentFormat.TEXT,
    ".eml": DocumentFormat.EML,
}
_OLD_ENDINGS = (".doc", ".ppt", ".xls")
READ_ENDINGS = tuple(_BY_ENDING)
_MAIL_HEADER = re.compile(
    rb"^(from|to|cc|date|subject|received|message-id|mime-version|return-path|delivered-to|"
    rb"reply-to|content-type|x-[a-z-]+)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_ONLY_IN_MAIL = re.compile(
    rb"^(received|message-id|mime-version|return-path|delivered-to)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_ANY_HEADER = re.compile(rb"\A(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]+[ \t]*:|[ \t])")
_SAVED_PAGE = re.compile(
    rb"^content-type[ \t]*:[ \t]*multipart/related", re.IGNORECASE | re.MULTILINE
)
_SAVED_BY = re.compile(
    rb"^(from[ \t]*:[ \t]*\W*saved by|snapshot-content-location[ \t]*:)",
    re.IGNORECASE | re.MULTILINE,
)
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b\x08")


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is, and a sentence for the person where its name says something else."""

    format: DocumentFormat
    notice: str = ""


def sniff(path: Path, limits: Limits) -> Sniffed:
    """Return the format of the file at ``path``.

    Raises:
        ReadError: it is missing, empty, too large, has a password or is of no kind that is read.
    """
    check_size(path, limits)
    head = _beginning(path)
    ending = path.suffix.lower()
    try:
        found = _format(path, head, ending, limits)
    except _NotRead as refusal:
        raise _refuse(path, ending, refusal.kind) from None
    return Sniffed(found, _notice(found, ending))


class _NotRead(Exception):
    def __init__(self, kind: Unreadable) -> None:
        super().__init__(kind)
        self.kind = kind


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD)
    except OSError as error:
        raise failures.missing(path.name, failures.reason(error)) from error


def _format(path: Path, head: bytes, ending: str, limits: Limits) -> DocumentFormat:
    if head.startswith(OLE):
        raise _NotRead(_old_office(path))
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _in_package(path, limits)
    if head.startswith(b"%PDF-") or (ending == ".pdf" and b"%PDF-" in head[:_PDF_WITHIN]):
        return DocumentFormat.PDF
    for signature, kind in SIGNATURES:
        if signature.match(head):
            raise _NotRead(kind)
    return _of_text(head, ending)


def _of_text(head: bytes, ending: str) -> DocumentFormat:
    text = _plain(head)
    if text is None:
        raise _NotRead(Unreadable("in a format that Consultee does not know", known=False))
    start = text.lstrip()
    if start.startswith(b"{\\rtf"):
        return DocumentFormat.RTF
    mail = _mail(start, ending)
    if mail is not None:
        return mail
    markup = markup_kind(start)
    if isinstance(markup, Unreadable):
        raise _NotRead(markup)
    if markup or _BY_ENDING.get(ending) is DocumentFormat.HTML:
        return DocumentFormat.HTML
    if _BY_ENDING.get(ending) is DocumentFormat.MARKDOWN:
        return DocumentFormat.MARKDOWN
    return DocumentFormat.TEXT


def _plain(head: bytes) -> bytes | None:
    """Return the beginning of a text as bytes of ASCII where it is ASCII; None if it is no text."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            text = head[2:].decode(encoding, "replace")
            return None if _odd_share(text) > _TOO_MANY_CONTROLS else text.encode()
    for encoding, odd in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = head[odd::2].count(0)
        if zeros > len(head) * 0.3 and not head[1 - odd :: 2].count(0):
            return head[: len(head) // 2 * 2].decode(encoding, "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    controls = sum(head.count(control) for control in _CONTROLS)
    if controls > len(head) * _TOO_MANY_CONTROLS or not _has_words(head):
        return None
    return head


def _odd_share(text: str) -> float:
    odd = sum(character in "\0�" or "\ue000" <= character <= "\uf8ff" for character in text)
    return odd / max(1, len(text))


def _has_words(head: bytes) -> bool:
    """Tell text in any of the old encodings from random bytes: most of it is letters and blanks."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # which may end within a letter
    except UnicodeDecodeError:
        usual = sum(head.count(character) for character in b" \netaoinsr")
        return usual > len(head) * 0.15
    return True


def _mail(start: bytes, ending: str) -> DocumentFormat | None:
    if not _ANY_HEADER.match(start):
        return None
    headers = re.split(rb"\r?\n[ \t]*\r?\n", start, maxsplit=1)[0]
    if _SAVED_PAGE.search(headers) and (_SAVED_BY.search(headers) or ending in (".mht", ".mhtml")):
        return DocumentFormat.HTML
    names = {match.group(1).lower() for match in _MAIL_HEADER.finditer(headers)}
    if ending == ".eml" and names:
        return DocumentFormat.EML
    # A memo in plain text has "To:" and "From:" too; only a mail has what mail servers write.
    if len(names) >= 2 and _ONLY_IN_MAIL.search(headers):
        return DocumentFormat.EML
    return None


def _old_office(path: Path) -> Unreadable:
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for stream_name, kind in OLD_OFFICE:
            if data.find(stream_name.encode("utf-16-le")) >= 0:
                return kind
    return Unreadable("an old Office file of a kind that Consultee does not know")


def _in_package(path: Path, limits: Limits) -> DocumentFormat:
    with open_package(path, limits) as package:
        names = set(package.namelist())
        types = read_member(package, "[Content_Types].xml", path.name) or b""
        mimetype = (read_member(package, "mimetype", path.name) or b"")[:200].strip().lower()
        if not mimetype and "content.xml" in names:
            mimetype = _declared(package, path.name)
    for part, words, found in _OOXML:
        if part in names or words in types:
            if isinstance(found, Unreadable):
                raise _NotRead(found)
            return found
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return DocumentFormat.ODT
    for prefix, kind in _PACKAGES:
        if mimetype.startswith(prefix):
            raise _NotRead(kind)
    if any(name.endswith(".iwa") for name in names):
        raise _NotRead(Unreadable("an Apple Pages, Numbers or Keynote file", _SAVE_AS_DOCX, True))
    raise _NotRead(
        Unreadable("an archive of files (ZIP)", "Unpack it, and add the documents that are in it.")
    )


def _declared(package: zipfile.ZipFile, name: str) -> bytes:
    manifest = read_member(package, "META-INF/manifest.xml", name) or b""
    found = re.search(rb"application/vnd\.oasis\.opendocument\.[\w-]+", manifest)
    return found.group() if found else b""


_SAVE_AS_DOCX = "Open it in its own program, save or export it as .docx, and add that file."
_SPREADSHEET = Unreadable(
    "a spreadsheet", "Copy the table that you need into a document, and add that."
)
_SLIDES = Unreadable("an OpenDocument presentation", "Save it as .pptx, and add that file.", True)
_OOXML: tuple[tuple[str, bytes, DocumentFormat | Unreadable], ...] = (
    ("word/document.xml", b"wordprocessingml.document.main", DocumentFormat.DOCX),
    ("ppt/presentation.xml", b"presentationml.presentation.main", DocumentFormat.PPTX),
    ("xl/workbook.xml", b"spreadsheetml.sheet.main", _SPREADSHEET),
    ("xl/workbook.bin", b"ms-excel.sheet.binary", _SPREADSHEET),
    ("word/document.xml", b"ms-word.document.macroEnabled.main", DocumentFormat.DOCX),
    ("word/document.xml", b"wordprocessingml.template.main", DocumentFormat.DOCX),
    ("ppt/presentation.xml", b"presentationml.slideshow.main", DocumentFormat.PPTX),
    ("ppt/presentation.xml", b"presentationml.template.main", DocumentFormat.PPTX),
    ("ppt/presentation.xml", b"ms-powerpoint.presentation.macroEnabled", DocumentFormat.PPTX),
)
_PACKAGES = (
    (b"application/vnd.oasis.opendocument.spreadsheet", _SPREADSHEET),
    (b"application/vnd.oasis.opendocument.presentation", _SLIDES),
    (b"application/vnd.oasis.opendocument", Unreadable("an OpenDocument drawing or formula")),
    (b"application/epub", Unreadable("an electronic book (EPUB)", _SAVE_AS_DOCX, True)),
)


def _refuse(path: Path, ending: str, kind: Unreadable) -> ReadError:
    name = path.name
    if kind.password:
        return failures.password(name)
    promised = _BY_ENDING.get(ending)
    if promised is not None and not kind.known:
        return failures.wrong_name(name, f"not {_WORDS[promised]}, or it was damaged on its way")
    if promised is not None and not kind.can_be_saved:
        return failures.wrong_name(name, kind.what)
    return failures.unsupported(name, kind.what, kind.hint)


def _notice(found: DocumentFormat, ending: str) -> str:
    promised = _BY_ENDING.get(ending)
    texts = (DocumentFormat.TEXT, DocumentFormat.MARKDOWN)
    lies = promised is not None and promised is not found
    if (lies and not (promised in texts and found in texts)) or ending in _OLD_ENDINGS:
        return f"Its name ends in {ending}, but it is {_WORDS[found]} and was read as such."
    return ""
