"""What a document that came from outside looks like: facts about the file, not its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileHeading:
    """A heading: its level (1 to 9) and its words ("" = it is empty)."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class FileTable:
    """A table of figures or words: whether its first row is marked as a header, and how it
    begins, so that a person finds it. A table that only places things on the page is none.
    """

    header: bool
    begins: str
    rows: int = 2
    columns: int = 2


@dataclass(frozen=True, slots=True)
class FilePicture:
    """A picture: its text for people who do not see it, whether it is marked as decoration, and
    the paragraph that it stands in or after.
    """

    alt: str = ""
    decorative: bool = False
    near: str = ""


@dataclass(frozen=True, slots=True)
class FileLink:
    """A link: the words that are clicked, and the paragraph it stands in."""

    text: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class WordFile:
    """Facts about a file, most of them about a DOCX.

    Attributes:
        name: of the file.
        word: whether it is a DOCX: of others only name, size, first line and numbers are known.
        size: in bytes.
        title: the one among its properties, which screen readers say first.
        first_line: what it begins with, as a reader sees it.
        language: of its text, such as "en-GB"; "" where the file does not say.
        headings, tables, pictures, links: in the order of the document.
        words: of its text.
        numbered, unnumbered: how many paragraphs have a number of their own and how many have none,
            headings, lists, quotations and notes apart.
        page_numbers: whether its pages are numbered.
        dated: whether a day is printed at its beginning or its end.
        coloured: how many words are neither black, grey nor the colour of a link or a heading.
        macros: whether it holds programs.
        embedded: how many other files it holds.
        tracked, comments: whether changes and comments of colleagues are still in it.
    """

    name: str
    word: bool = True
    size: int = 0
    title: str = ""
    first_line: str = ""
    language: str = ""
    headings: tuple[FileHeading, ...] = ()
    tables: tuple[FileTable, ...] = ()
    pictures: tuple[FilePicture, ...] = ()
    links: tuple[FileLink, ...] = ()
    words: int = 0
    numbered: int = 0
    unnumbered: int = 0
    page_numbers: bool = False
    dated: bool = True
    coloured: int = 0
    macros: bool = False
    embedded: int = 0
    tracked: bool = False
    comments: bool = False
