"""Saved web pages: the text with its structure, without what belongs to the web site around it."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.corpus import failures
from desktop.corpus.limits import Limits, XmlElement, read_bytes
from desktop.corpus.readers.html import furniture
from desktop.corpus.readers.html.about import about
from desktop.corpus.readers.html.levels import settled
from desktop.corpus.readers.html.main_part import main_part, title_outside
from desktop.corpus.readers.html.notes import take_notes
from desktop.corpus.readers.html.parsing import tree, tree_of_text
from desktop.corpus.readers.html.saved_page import page_of
from desktop.corpus.readers.html.trimming import trimmed
from desktop.corpus.readers.html.walking import Said, Walker

_LEFT_OUT = "Menus, buttons, forms and the like of the web site were left out."


def read(path: Path, limits: Limits) -> Document:
    """Return the text of a saved page (HTML, or a web archive of one file).

    Raises:
        ReadError: it cannot be opened, is too large, or there is no text in it.
    """
    data = read_bytes(path, limits)
    if len(data) > limits.xml:
        raise failures.too_large(path.name, f"it has {len(data):,} bytes")
    data, declared = page_of(data)
    document = _document(tree(data, declared, path.name), furniture_out=True)
    if not document.blocks:
        raise failures.empty(path.name)
    if len(document.blocks) > limits.blocks:
        raise failures.too_large(path.name, f"it has {len(document.blocks):,} paragraphs")
    return document


def read_fragment(text: str, name: str) -> Document:
    """Return the text of HTML that is no web page: the body of a mail, or pasted text.

    Raises:
        ReadError: it is nested without end.
    """
    return _document(tree_of_text(f"<html><body>{text}</body></html>", name), furniture_out=False)


def _document(root: XmlElement, *, furniture_out: bool) -> Document:
    metadata = about(root)
    notes = take_notes(root)
    before = ""
    taken = 0
    if furniture_out:
        taken = furniture.clear(root)
        part = main_part(root)
        before = title_outside(root, part)
    else:
        furniture.clear_unseen(root)
        part = root
    walker = Walker(notes)
    walker.walk(part)
    said = walker.said
    if before:
        said.insert(0, Said(Block(BlockKind.HEADING, before, level=1)))
    if furniture_out:
        left = trimmed(said, metadata)
        blocks, metadata, taken = left.blocks, left.metadata, taken + left.taken
    else:
        blocks = [one.block for one in said]
    notices = (_LEFT_OUT,) if taken else ()
    found = settled(
        block for block in [*blocks, *walker.left_notes] if re.search(r"\w", block.text)
    )
    return Document(DocumentFormat.HTML, tuple(found), metadata, notices)
