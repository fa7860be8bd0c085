"""Small office files with exactly the XML that a test is about."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from desktop.core.document import Block, BlockKind, Document
from desktop.corpus.limits import Limits

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ALL = (
    f'xmlns:w="{_W}" xmlns:r="{_DOC}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "settings")
_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("meta", "meta"),
        ("fo", "xsl-fo-compatible"),
    )
) + (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)


def write_docx(
    folder: Path, body: str, *, name: str = "file.docx", more: Mapping[str, str] = {}, **parts: str
) -> Path:
    """Write a Word document with this body; ``parts`` are what is inside styles, numbering, ...

    ``more`` holds whole parts by name, and the target of a relationship "rId:NAME" from the text.
    """
    relations = "".join(
        f'<Relationship Id="{part}" Type="{_DOC}/{part}" Target="{part}.xml"/>' for part in parts
    )
    for key, target in more.items():
        if key.startswith("rId:"):
            relations += f'<Relationship Id="{key[4:]}" Type="{_DOC}/other" {target}/>'
    main = f'<Relationship Id="d" Type="{_DOC}/officeDocument" Target="word/document.xml"/>'
    files = {
        "_rels/.rels": f'<Relationships xmlns="{_REL}">{main}</Relationships>',
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_REL}">{relations}</Relationships>'
        ),
        "word/document.xml": f"<w:document {_ALL}><w:body>{body}</w:body></w:document>",
    }
    for part, inside in parts.items():
        assert part in _PARTS
        files[f"word/{part}.xml"] = f"<w:{part} {_ALL}>{inside}</w:{part}>"
    files |= {key: value for key, value in more.items() if not key.startswith("rId:")}
    return _zipped(folder / name, files)


def write_odt(
    folder: Path, body: str, *, automatic: str = "", styles: str = "", meta: str = ""
) -> Path:
    """Write an OpenDocument text with this body and these styles."""
    return _zipped(
        folder / "file.odt",
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_ODF}>"
            f"<office:styles>{styles}</office:styles></office:document-styles>",
            "meta.xml": f"<office:document-meta {_ODF}>"
            f"<office:meta>{meta}</office:meta></office:document-meta>",
        },
    )


def flat_odt(folder: Path, body: str) -> Path:
    """Write an OpenDocument text as one XML file."""
    path = folder / "file.fodt"
    path.write_text(
        f"<office:document {_ODF}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>",
        encoding="utf-8",
    )
    return path


def write_rtf(folder: Path, body: str, head: str = "") -> Path:
    """Write rich text."""
    path = folder / "file.rtf"
    path.write_bytes(f"{{\\rtf1\\ansi\\ansicpg1252 {head}{body}}}".encode("latin-1"))
    return path


def p(text: str = "", *, style: str = "", list_id: str = "", depth: int = 0, more: str = "") -> str:
    """Return a paragraph of a Word document: text, or runs where it begins with "<"."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list_id:
        properties += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{text if text[:1] == '<' else run(text)}</w:p>"


def run(text: str, look: str = "") -> str:
    """Return a run of a Word document."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def style(name: str, inside: str = "", *, based_on: str = "", style_id: str = "") -> str:
    """Return a paragraph style of a Word document."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    style_id = style_id or name.replace(" ", "")
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"{based}{inside}</w:style>"
    )


def levels(*shapes: tuple[str, str], family: str = "0", more: str = "") -> str:
    """Return the definition of a list: form and text of each level."""
    inside = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(shapes)
    )
    return f'<w:abstractNum w:abstractNumId="{family}">{more}{inside}</w:abstractNum>'


def num(list_id: str, family: str = "0", more: str = "") -> str:
    """Return an instance of a list."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{family}"/>{more}</w:num>'


def blocks_of(reader: Any, path: Path) -> tuple[Block, ...]:
    """Return what a reader reads."""
    return read_with(reader, path).blocks


def read_with(reader: Any, path: Path) -> Document:
    """Return the document that a reader reads."""
    return reader.read(path, Limits())


def brief(blocks: tuple[Block, ...]) -> list[tuple[str, str, str]]:
    """Return kind, number and text of each block, breaks left out."""
    return [
        (block.kind.value, block.number, block.text)
        for block in blocks
        if block.kind is not BlockKind.BREAK
    ]


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """Return the text of each block, breaks left out."""
    return [block.text for block in blocks if block.kind is not BlockKind.BREAK]


def _zipped(path: Path, files: Mapping[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return path
