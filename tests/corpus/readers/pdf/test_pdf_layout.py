"""Layouts that people meet less often than lines in one column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.core.document import Block, BlockKind
from desktop.corpus.limits import Limits
from desktop.corpus.readers.pdf import read
from tests.corpus.readers.pdf.paper import BOLD, lines, paragraph, rule, text, write

SPRING = (
    "The small charities of the valley told us in spring that the grants they had been promised"
    " were late, that nobody answered their letters, and that two of them had closed meanwhile."
)


def blocks_of(folder: Path, *pages: Sequence[str]) -> tuple[Block, ...]:
    return read(write(folder / "paper.pdf", pages), Limits()).blocks


def grid(y: float, rows: int, high: float = 40) -> list[str]:
    levels = [y + high * index for index in range(rows + 1)]
    marks = [rule(72, level, 500, level) for level in levels]
    return marks + [rule(x, y, x, levels[-1]) for x in (72, 286, 500)]


def test_a_table_over_two_pages_is_one_and_its_cut_row_made_whole(tmp_path: Path) -> None:
    one = [*grid(650, 2), text(80, 670, "Question", 10, BOLD), text(294, 670, "Answer", 10, BOLD)]
    one += [text(80, 710, "Were the grants late?", 10), text(294, 710, "They were late by", 10)]
    two = [*grid(60, 3), text(80, 80, "Question", 10, BOLD), text(294, 80, "Answer", 10, BOLD)]
    two += [text(294, 120, "several weeks.", 10)]
    two += [text(80, 160, "And the letters?", 10), text(294, 160, "Too.", 10)]
    blocks = blocks_of(tmp_path, [*paragraph(72, 100, SPRING)[0], *one], two)
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH, BlockKind.TABLE]
    assert blocks[1].cells == (
        ("Question", "Answer"),
        ("Were the grants late?", "They were late by several weeks."),
        ("And the letters?", "Too."),
    )


def test_tables_of_other_shape_on_the_next_page_stay_apart(tmp_path: Path) -> None:
    one = [*grid(650, 2), text(80, 670, "Question", 10), text(294, 670, "Answer", 10)]
    narrow = [rule(72, y, 300, y) for y in (60, 90)] + [rule(x, 60, x, 90) for x in (72, 200, 300)]
    two = [*narrow, text(80, 80, "Year", 10), text(210, 80, "2014", 10)]
    kinds = [block.kind for block in blocks_of(tmp_path, one, two)]
    assert kinds == [BlockKind.TABLE, BlockKind.BREAK, BlockKind.TABLE]


def test_boxes_drawn_as_rectangles_are_cells_too(tmp_path: Path) -> None:
    boxes = [f"{x} 700 100 30 re S" for x in (72, 172, 272)]
    boxes += [f"{x} 670 100 30 re S" for x in (72, 172, 272)]
    words = [("Year", "2014", "2015"), ("Cost", "4,500", "9,100")]
    marks = [
        text(80 + 100 * i, 842 - 710 + 30 * j, word, 10)
        for j, row in enumerate(words)
        for i, word in enumerate(row)
    ]
    assert blocks_of(tmp_path, [*boxes, *marks])[0].cells == tuple(words)


def test_a_frame_around_a_paragraph_is_no_table(tmp_path: Path) -> None:
    frame = ["60 600 480 180 re S"]
    (only,) = blocks_of(tmp_path, [*frame, *paragraph(72, 100, SPRING)[0]])
    assert (only.kind, only.text) == (BlockKind.PARAGRAPH, SPRING)


def test_a_cell_of_several_lines_in_a_table_without_rules_is_kept_whole(tmp_path: Path) -> None:
    marks = [text(72, 100, "Body", 10), text(220, 100, "What it said", 10)]
    marks += [text(72, 114, "Trust", 10), text(220, 114, "that grants were late", 10)]
    marks += [text(220, 126, "and letters too", 10)]
    marks += [text(72, 140, "Council", 10), text(220, 140, "that all was paid", 10)]
    marks += paragraph(72, 220, SPRING)[0]
    table = blocks_of(tmp_path, marks)[0]
    assert table.kind is BlockKind.TABLE
    assert [row[0] for row in table.cells if row[0]] == ["Body", "Trust", "Council"]
    assert "that grants were late" in table.text
    assert "and letters too" in table.text


def test_a_title_of_two_centred_lines_is_one_heading(tmp_path: Path) -> None:
    marks = [text(165, 80, "Late grants to the charities", 20, BOLD)]
    marks += [text(210, 104, "of the long valley", 20, BOLD), *paragraph(72, 150, SPRING)[0]]
    first = blocks_of(tmp_path, marks)[0]
    assert first.text == "Late grants to the charities of the long valley"


def test_large_sentences_are_no_heading(tmp_path: Path) -> None:
    marks, y = paragraph(72, 80, SPRING, 55, 15)
    blocks = blocks_of(tmp_path, [*marks, *paragraph(72, y + 20, SPRING * 3)[0]])
    assert blocks[0].kind is BlockKind.PARAGRAPH


def test_a_list_that_begins_within_lines_is_told_from_a_sentence(tmp_path: Path) -> None:
    marks = lines(72, 100, ["We ask the council for these two things, and for nothing more:"])
    marks += lines(72, 113.2, ["(a) to pay what was promised;", "(b) to answer letters."])
    blocks = blocks_of(tmp_path, marks)
    assert [(block.kind, block.number) for block in blocks] == [
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.LIST_ITEM, "a"),
        (BlockKind.LIST_ITEM, "b"),
    ]


def test_chapter_heads_with_roman_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        [text(72, 40, f"PREFACE {numeral}", 9), *paragraph(72, 100, f"In {numeral}: {SPRING}")[0]]
        for numeral in ("vi", "vii", "viii")
    ]
    assert "PREFACE" not in " ".join(block.text for block in blocks_of(tmp_path, *pages))


def test_a_list_of_references_in_small_print_is_no_footnote(tmp_path: Path) -> None:
    body, y = paragraph(72, 100, SPRING * 4)
    references = [
        mark
        for index, number in enumerate((12, 45, 80))
        for mark in lines(72, y + 400 + 14 * index, [f"{number}. Example Trust, a paper"], 8)
    ]
    kinds = {block.kind for block in blocks_of(tmp_path, [*body, *references])}
    assert BlockKind.FOOTNOTE not in kinds


def test_a_footnote_may_go_on_at_the_foot_of_the_next_page(tmp_path: Path) -> None:
    body, _ = paragraph(72, 100, SPRING * 3)
    one = [
        *body,
        *lines(72, 760, ["1 Example Trust, a survey of its members which was made in the"], 8),
    ]
    two = [*body, *lines(72, 760, ["year of the flood.", "2 The same, page 4."], 8)]
    notes = [b for b in blocks_of(tmp_path, one, two) if b.kind is BlockKind.FOOTNOTE]
    assert [(note.number, note.page) for note in notes] == [("1", 1), ("2", 2)]
    assert notes[0].text.endswith("made in the year of the flood.")


def test_a_heading_below_columns_stays_with_the_text_it_is_above(tmp_path: Path) -> None:
    marks = paragraph(72, 100, SPRING * 2, 42, 10)[0]
    marks += [mark.replace(" 72 ", " 310 ") for mark in paragraph(72, 100, SPRING, 42, 10)[0]]
    marks += [text(72, 320, "What we ask", 14, BOLD), *paragraph(72, 345, SPRING, 92, 10)[0]]
    texts = [block.text for block in blocks_of(tmp_path, marks)]
    assert texts[-2:] == ["What we ask", SPRING]


def test_what_is_drawn_inside_a_form_is_seen_where_the_form_stands(tmp_path: Path) -> None:
    drawn = "0.7 w 0 0 m 428 0 l S 0 40 m 428 40 l S " + " ".join(
        f"{x} 0 m {x} 40 l S" for x in (0, 214, 428)
    )
    form = (
        f"<< /Type /XObject /Subtype /Form /BBox [-2 -2 430 42] /Matrix [1 0 0 1 72 700]"
        f" /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
    )
    marks = ["/X Do", text(80, 120, "Were they late?", 10), text(294, 120, "They were.", 10)]
    path = write(tmp_path / "form.pdf", [marks], more=[form], resources="/XObject << /X 9 0 R >>")
    assert read(path, Limits()).blocks[0].cells == (("Were they late?", "They were."),)


def test_text_of_both_directions_on_a_page_is_kept(tmp_path: Path) -> None:
    side = "BT /F1 9 Tf 0 1 -1 0 30 300 Tm (Paper of the third of March) Tj ET"
    texts = [block.text for block in blocks_of(tmp_path, [side, *paragraph(72, 100, SPRING)[0]])]
    assert texts == [SPRING, "Paper of the third of March"]


def test_raised_and_lowered_letters_that_belong_to_the_words_stay(tmp_path: Path) -> None:
    marks = [
        text(72, 100, "The hall of 40 m"),
        text(151.5, 96, "2", 7),
        text(160, 100, "gave off CO"),
    ]
    marks += [text(219, 102, "2", 7), text(226, 100, "all winter, and so did the school beside.")]
    (only,) = blocks_of(tmp_path, marks)
    assert only.text.startswith("The hall of 40 m2 gave off CO2 all winter")


def test_the_mark_of_a_note_may_be_drawn_digit_by_digit(tmp_path: Path) -> None:
    body, _ = paragraph(72, 100, SPRING * 3)
    notes: list[str] = []
    for number in range(1, 13):
        y = 620 + 14 * number
        notes += [text(72 + 2.78 * at, y - 3, d, 5) for at, d in enumerate(str(number))]
        notes += [text(80, y, f"Example Trust, paper {chr(64 + number)}.", 8)]
    found = [b for b in blocks_of(tmp_path, [*body, *notes]) if b.kind is BlockKind.FOOTNOTE]
    assert [note.number for note in found] == [str(number) for number in range(1, 13)]
    assert [note.text[-2:] for note in found] == [f"{chr(64 + n)}." for n in range(1, 13)]
