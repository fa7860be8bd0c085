"""Structure that people who listen to a document, or skim it, find their way by: headings, tables,
pictures, links, language and title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from desktop.checks.known import Known
from desktop.checks.reading import Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, Group, Spot
from desktop.core.rules import Part
from desktop.core.text import Table, Text, plain
from desktop.core.word_file import FileHeading, WordFile

_DOCUMENTS = (
    "Government Digital Service: guidance on publishing accessible documents",
    "http://govwire.co.uk/news/government-digital-service/"
    "guidance-publishing-accessible-documents-98735",
)
_HEADINGS = (
    "Kirklees Council: creating accessible documents",
    "https://www.kirklees.gov.uk/beta/website-standards/creating-accessible-documents.aspx",
)
# What a link says that says nothing of where it leads, alone or with a little around it.
_SAYS_NOTHING = re.compile(
    r"\W*(?:(?:please )?(?:click|press|tap|see|look|read|go|follow)(?: on)? )?"
    r"(?:here|(?:read |find out |learn |see )?more|this|link|this link|the link|this page"
    r"|this website|this document|this report|details|more details|more information"
    r"|further information|website|page|click|download)"
    r"(?: for (?:more|details|more details|more information|further information))?\W*",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"(?:(?:image|picture|img|photo|figure|graphic|screenshot|chart|diagram)[\s_-]*\d*"
    r"|[\w() -]{1,80}\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp))",
    re.IGNORECASE,
)
# A page or two can be read without headings.
_LONG = 800


def headings_go_down_step_by_step(reading: Reading) -> Iterator[Finding]:
    """Headings of a file use Word's styles, say something, and leave out no level."""
    file = _word_file(reading)
    if file is None:
        return
    words = [heading for heading in file.headings if heading.text]
    if not words and file.words > _LONG:
        yield _heading(
            FindingLevel.WARNING,
            "The document has no headings that Word knows of.",
            "Give each heading one of Word’s heading styles: bold text alone is no heading.",
            file.first_line,
        )
    yield from _levels(words)
    if len(words) < len(file.headings):
        yield _heading(
            FindingLevel.WARNING,
            "An empty line has a heading style.",
            "Give it the style of ordinary text, or take it out.",
        )


def _levels(words: list[FileHeading]) -> Iterator[Finding]:
    if words and words[0].level > 2:
        yield _heading(
            FindingLevel.ERROR,
            f"The first heading is of level {words[0].level}.",
            "Begin with a heading of level 1 (the style “Heading 1”).",
            words[0].text,
        )
    for before, after in pairwise(words):
        if after.level > before.level + 1:
            yield _heading(
                FindingLevel.ERROR,
                f"The heading “{after.text}” is of level {after.level}, and the one before it of "
                f"level {before.level}.",
                f"Make it a heading of level {before.level + 1}.",
                after.text,
            )


def _heading(level: FindingLevel, sentence: str, remedy: str, excerpt: str = "") -> Finding:
    return _finding("heading-levels", level, sentence, remedy, excerpt, source=_HEADINGS)


def tables_of_a_file_have_headers(reading: Reading) -> Iterator[Finding]:
    """The first row of a table is marked as the one that says what the columns hold."""
    if reading.known.file is None:
        yield from _tables_of_answers(reading)
    for table in file.tables if (file := _word_file(reading)) else ():
        if not table.header:
            yield _finding(
                "table-header",
                FindingLevel.ERROR,
                f"The table that begins “{table.begins}” has no header row.",
                "In Word: put the cursor in its first row, and tick “Repeat header rows”.",
                table.begins,
            )


def _tables_of_answers(reading: Reading) -> Iterator[Finding]:
    for item in reading.answers:
        for block in item.blocks:
            if not isinstance(block, Table):
                continue
            empty = _nameless(block)
            if not empty:
                continue
            whole = len(empty) == len(block.header)
            cells = [plain(cell) for cell in (*block.header, *(c for r in block.rows for c in r))]
            begins = next((cell for cell in cells if cell.strip()), "")
            yield _finding(
                "table-header",
                FindingLevel.ERROR if whole else FindingLevel.WARNING,
                "The first row of this table is empty, so nothing says what its columns hold."
                if whole
                else "A column of this table has no heading.",
                "Say in the first row of each column what it holds.",
                begins,
                question=item.question.number,
                basis="\n".join(cells),
            )


def _nameless(table: Table) -> list[int]:
    """Return the columns without a heading; the corner above the names of rows may be empty."""
    names = [plain(cell).strip() for cell in table.header]
    if not any(names):
        return list(range(len(names)))
    return [place for place, name in enumerate(names) if not name and place]


def pictures_say_what_they_show(reading: Reading) -> Iterator[Finding]:
    """Pictures of a file have words for people who do not see them."""
    for picture in file.pictures if (file := _word_file(reading)) else ():
        where = f"after “{picture.near}”" if picture.near else "in the document"
        if not picture.alt and not picture.decorative:
            yield _finding(
                "alt-text",
                FindingLevel.ERROR,
                f"A picture {where} says nothing to people who do not see it.",
                "In Word: right-click it, choose “View alt text”, and say in a sentence what it "
                "shows; or mark it as decorative.",
                picture.near,
            )
        elif _FILE_NAME.fullmatch(picture.alt):
            yield _finding(
                "alt-text",
                FindingLevel.WARNING,
                f"The text of a picture {where} is only “{picture.alt}”.",
                "Say in a sentence what the picture shows.",
                picture.alt,
            )


def links_of_a_file_say_where_they_lead(reading: Reading) -> Iterator[Finding]:
    """The words of a link in a file say where it leads."""
    for link in file.links if (file := _word_file(reading)) else ():
        if _SAYS_NOTHING.fullmatch(link.text):
            yield _finding("link-text", FindingLevel.ERROR, *_of_link(link.text), link.text)


def links_of_a_line_say_where_they_lead(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """The words of a link in an answer say where it leads."""
    if known.file is not None:
        return  # said of the file itself
    place = 0
    for part in line.line:
        if not isinstance(part, Text):
            continue
        start, place = place, place + len(part.text)
        if part.href and _SAYS_NOTHING.fullmatch(part.text):
            yield Finding(
                "link-text",
                FindingLevel.ERROR,
                line.part,
                *_of_link(part.text),
                question=line.question,
                excerpt=part.text,
                spot=Spot(line.field, line.item, 0, start, place),
                authority=_DOCUMENTS[0],
                address=_DOCUMENTS[1],
                basis=line.text,
            )


def _of_link(text: str) -> tuple[str, str]:
    return (
        f"The link “{text.strip()}” does not say where it leads.",
        "Make the words of the link name what is behind it: screen readers read links on their "
        "own, and on paper nothing else is left.",
    )


def the_file_names_its_language(reading: Reading) -> Iterator[Finding]:
    """A file says what language it is in, so that screen readers pronounce it."""
    file = _word_file(reading)
    if file is not None and not file.language:
        yield _finding(
            "document-language",
            FindingLevel.WARNING,
            "The file does not say what language it is in.",
            "In Word: select all, then Review, Language, Set proofing language.",
        )


def the_file_has_a_title(reading: Reading) -> Iterator[Finding]:
    """A file has a title of its own: it is the first that a screen reader says."""
    file = _word_file(reading)
    if file is not None and _no_title(file):
        yield _finding(
            "document-title",
            FindingLevel.WARNING,
            f"The title among the properties of the file is only “{file.title}”."
            if file.title
            else "The file has no title among its properties.",
            "In Word: File, Info, Title. Give it the words at the top of the first page.",
            file.title,
        )


def _word_file(reading: Reading) -> WordFile | None:
    """Return the facts about a Word document; None for a response or another kind of file."""
    file = reading.known.file
    return file if file is not None and file.word else None


def _no_title(file: WordFile) -> bool:
    title = file.title.strip().casefold()
    standing = {"", "document", "untitled", "word document", "microsoft word", "title"}
    return title in standing or bool(re.fullmatch(r"document ?\d+|.*\.docx?", title))


def _finding(
    check: str,
    level: FindingLevel,
    sentence: str,
    remedy: str,
    excerpt: str = "",
    *,
    source: tuple[str, str] = _DOCUMENTS,
    question: str = "",
    basis: str = "",
) -> Finding:
    return Finding(
        check,
        level,
        Part.ANSWERS,
        sentence,
        remedy,
        question=question,
        excerpt=excerpt,
        authority=source[0],
        address=source[1],
        basis=basis or sentence,
    )


CHECKS = (
    Check(
        "heading-levels",
        Group.LANGUAGE,
        "Headings in order",
        whole=headings_go_down_step_by_step,
    ),
    Check(
        "table-header", Group.LANGUAGE, "Tables have headers", whole=tables_of_a_file_have_headers
    ),
    Check("alt-text", Group.LANGUAGE, "Pictures in words", whole=pictures_say_what_they_show),
    Check(
        "link-text",
        Group.LANGUAGE,
        "Links say where they lead",
        whole=links_of_a_file_say_where_they_lead,
        line=links_of_a_line_say_where_they_lead,
    ),
    Check(
        "document-language",
        Group.LANGUAGE,
        "The file names its language",
        whole=the_file_names_its_language,
    ),
    Check("document-title", Group.LANGUAGE, "The file has a title", whole=the_file_has_a_title),
)
