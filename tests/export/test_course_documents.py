"""Handouts and scripts as others see them: validator, checks of files, accessibility, pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table
from pypdf import PdfReader

from desktop.export.course import (
    HandoutKind,
    Script,
    handouts,
    script_outline,
    write_handouts,
    write_script,
)
from desktop.export.text import block_texts
from tests.export.samples import NOW, TEMPLATES
from tests.export.test_accessible_documents import of_file
from tests.support.accessibility import AccessibilityScan
from tests.support.courses import (
    COURSE,
    PRACTICE,
    course_comments,
    course_draft,
    course_learning,
)
from tests.support.office import OoxmlValidator, ToPdf

STYLE = TEMPLATES / "written-evidence/style.docx"
SCRIPT = Script(course_draft(), COURSE, PRACTICE, course_learning())


@dataclass(frozen=True)
class Pages:
    """The words of a document without any space, and whether its first page lies on its side."""

    packed: str
    wide: bool


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Give every handout, and a script with comments, as files."""
    folder = tmp_path_factory.mktemp("course")
    all_of_them = handouts(COURSE, PRACTICE, TEMPLATES, NOW.date())
    files = write_handouts(all_of_them, STYLE, folder, overwrite=False, now=NOW)
    script = replace(SCRIPT, comments=course_comments())
    path = folder / "script.docx"
    return *files, write_script(script, TEMPLATES, path, overwrite=False, now=NOW)


@pytest.fixture(scope="module")
def pages(made: tuple[Path, ...], to_pdf: ToPdf) -> dict[Path, Pages]:
    """Give the pages of every one of them, as LibreOffice lays them out."""
    found: dict[Path, Pages] = {}
    for path in made:
        with PdfReader(to_pdf(path)) as reader:
            box = reader.pages[0].mediabox
            text = "".join(page.extract_text() for page in reader.pages)
            found[path] = Pages("".join(text.split()), box.width > box.height)
    return found


def test_the_validator_finds_no_error_in_any_of_them(
    made: tuple[Path, ...], ooxml_validator: OoxmlValidator
) -> None:
    errors = {path.name: ooxml_validator.every_version(path) for path in made}
    assert errors == {path.name: {"Office2016": [], "Microsoft365": []} for path in made}


def test_an_independent_scan_finds_nothing_in_any_of_them(
    made: tuple[Path, ...], accessibility_scan: AccessibilityScan
) -> None:
    assert {path.name: accessibility_scan(path) for path in made} == {
        path.name: {} for path in made
    }


def test_our_own_checks_find_nothing_but_the_comments_of_a_script(made: tuple[Path, ...]) -> None:
    *sheets, script = made
    assert {path.name: of_file(path) for path in sheets} == {path.name: set() for path in sheets}
    assert of_file(script) == {"changes-and-comments"}


def test_libreoffice_shows_every_word_of_them(pages: dict[Path, Pages]) -> None:
    outlines = [item.outline for item in handouts(COURSE, PRACTICE, TEMPLATES, NOW.date())]
    outlines.append(script_outline(SCRIPT, TEMPLATES, NOW))
    for shown, outline in zip(pages.values(), outlines, strict=True):
        words = block_texts(outline.blocks, marks=False, cells=" ")
        said = re.sub(r"[•]|[-=]{3,}|\(https?://\S+\)", " ", " ".join(words)).split()
        # What is said of the comments differs where there are none.
        others = {"There", "are", "no", "comments", "on", "it."}
        assert [word for word in said if word not in shown.packed and word not in others] == []


def test_what_is_hung_up_or_written_in_lies_on_its_side(pages: dict[Path, Pages]) -> None:
    wide = [HandoutKind.RUBRIC, HandoutKind.CERTIFICATE]
    assert [one.wide for one in pages.values()] == [*(kind in wide for kind in HandoutKind), False]


def test_a_table_to_write_in_is_not_cut_by_the_end_of_a_page(made: tuple[Path, ...]) -> None:
    (rubric,) = (path for path in made if "Rubric" in path.name)
    levels, marks, peer = Document(str(rubric)).tables
    assert [keeps(table) for table in (marks, peer)] == [
        [True] * (len(table.rows) - 1) + [False] for table in (marks, peer)
    ]
    # A long table of what there is to read may go on overleaf, under its header.
    assert keeps(levels) == [True] + [False] * (len(levels.rows) - 1)


def keeps(table: Table) -> list[bool]:
    """Tell of each row whether it is kept on the page of the next."""
    cells = [row.cells[0].paragraphs[0] for row in table.rows]
    return [bool(cell.paragraph_format.keep_with_next) for cell in cells]


def test_footnotes_keep_their_own_texts_beside_comments(pages: dict[Path, Pages]) -> None:
    *_, shown = pages.values()
    notes = script_outline(SCRIPT, TEMPLATES, NOW).notes
    assert len(notes) == 3
    for note in notes:
        assert "".join(f"{note.number} {note.text}".split()) in shown.packed
