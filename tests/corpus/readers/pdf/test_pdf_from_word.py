"""PDFs as people make them: written in a word processor and saved by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality.pdf import score
from benchmarks.quality.pdf_documents import Layout, write
from desktop.core.document import BlockKind, Document
from desktop.corpus.limits import Limits
from desktop.corpus.readers.pdf import read
from tests.support.office import ToPdf

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

NOTES = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text>
<text:p>The grants were late<text:note text:note-class="footnote"><text:note-citation>1
</text:note-citation><text:note-body><text:p>Example Trust, survey of its members, page 12.</text:p>
</text:note-body></text:note> and the letters went unanswered<text:note
 text:note-class="footnote"><text:note-citation>2</text:note-citation><text:note-body>
<text:p>Letters of the council to the trustees, which were read out at the meeting of the members in
 the spring and put into its minutes by the secretary.</text:p></text:note-body></text:note>, as
 the members of Example Trust said when they were asked about the year that had passed.</text:p>
<text:p>They will be asked again, and the answers will be sent to all who took part, as they were in
 the year before, together with a summary of what was decided on their account by the trustees. What
 they say about the grants will be sent to the council too, if they agree to that.</text:p>
</office:text></office:body></office:document>
"""


def as_pdf(
    folder: Path, to_pdf: ToPdf, layout: Layout, parts: int
) -> tuple[Document, dict[str, float]]:
    truth = write(folder / "paper.docx", layout, seed=7, parts=parts)
    document = read(to_pdf(folder / "paper.docx"), Limits())
    return document, score(document.blocks, truth)


@pytest.mark.parametrize("asked", ["heading", "bold", "line"])
def test_every_one_of_57_questions_is_found_as_a_heading(
    tmp_path: Path, to_pdf: ToPdf, asked: str
) -> None:
    document, scores = as_pdf(tmp_path, to_pdf, Layout(questions=asked), 57)
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert len(headings) == 58  # and the title
    assert scores["headings"] == 1.0
    assert scores["tokens"] > 0.99


def test_57_questions_in_a_table_over_many_pages_keep_question_and_answer_together(
    tmp_path: Path, to_pdf: ToPdf
) -> None:
    document, scores = as_pdf(tmp_path, to_pdf, Layout(questions="table", running=False), 57)
    rows = [row for block in document.blocks for row in block.cells]
    asked = [row[0] for row in rows if row[0] != "Question"]
    assert [question.split(".")[0] for question in asked] == [str(i) for i in range(1, 58)]
    assert all(row[1] for row in rows)
    assert scores["tokens"] > 0.99


def test_two_justified_columns_with_words_cut_at_line_ends_are_read_as_written(
    tmp_path: Path, to_pdf: ToPdf
) -> None:
    layout = Layout(columns=2, size=10, justified=True, hyphens=True)
    _, scores = as_pdf(tmp_path, to_pdf, layout, 6)
    assert scores["in order"] > 0.99
    assert scores["headings"] == 1.0


def test_footnotes_are_told_from_the_text_they_stand_under(tmp_path: Path, to_pdf: ToPdf) -> None:
    (tmp_path / "notes.fodt").write_text(NOTES, "utf-8")
    blocks = read(to_pdf(tmp_path / "notes.fodt"), Limits()).blocks
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.FOOTNOTE,
        BlockKind.FOOTNOTE,
    ]
    assert blocks[0].text.startswith(
        "The grants were late and the letters went unanswered, as the members"
    )
    assert [block.number for block in blocks[2:]] == ["1", "2"]
    assert blocks[3].text.endswith("put into its minutes by the secretary.")
