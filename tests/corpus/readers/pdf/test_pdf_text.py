from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop.core.document import Block, BlockKind
from desktop.corpus.limits import Limits
from desktop.corpus.readers.pdf import read
from tests.corpus.readers.pdf.paper import (
    BOLD,
    ITALIC,
    lines,
    paragraph,
    picture,
    rule,
    text,
    write,
)

SPRING = (
    "The small charities of the valley told us in spring that the grants they had been promised"
    " were late, that nobody answered their letters, and that two of them had closed meanwhile."
)
SUMMER = (
    "In summer the council of Sampleton paid what it owed and wrote to each of them, which the"
    " trustees welcome, although the letter did not say when the next round of grants will open."
)


def blocks_of(folder: Path, *pages: Sequence[str]) -> tuple[Block, ...]:
    return read(write(folder / "paper.pdf", pages), Limits()).blocks


def said(blocks: Sequence[Block], *kinds: BlockKind) -> list[str]:
    return [block.text for block in blocks if not kinds or block.kind in kinds]


def column(x: float, y: float, words: str) -> list[str]:
    return paragraph(x, y, words, 42, 10)[0]


def test_lines_are_put_back_into_paragraphs(tmp_path: Path) -> None:
    first, y = paragraph(72, 100, SPRING)
    second, _ = paragraph(72, y, SUMMER)
    blocks = blocks_of(tmp_path, first + second)
    assert said(blocks) == [SPRING, SUMMER]
    assert {block.kind for block in blocks} == {BlockKind.PARAGRAPH}


def test_paragraphs_told_by_their_indent_alone_are_told_apart(tmp_path: Path) -> None:
    marks = [text(90, 100, "Those who gave evidence came from all the villages around, and they")]
    marks += lines(
        72, 113.2, ["said much the same of late grants and of unanswered letters as before."]
    )
    marks += [
        text(90, 126.4, "Others had seen the papers of the council, and they say that all was")
    ]
    marks += lines(
        72, 139.6, ["paid on the very day that it was due, except where forms were missing."]
    )
    assert [one.split()[0] for one in said(blocks_of(tmp_path, marks))] == ["Those", "Others"]


def test_a_word_cut_at_the_end_of_a_line_is_made_whole(tmp_path: Path) -> None:
    marks = lines(
        72,
        100,
        [
            "The trustees of Example Trust thought that the commis-",
            "sioners had listened, and the long-term plan for face-to-",
            "face advice, which had been a long-term wish, was kept.",
        ],
    )
    assert said(blocks_of(tmp_path, marks)) == [
        "The trustees of Example Trust thought that the commissioners had listened, and the"
        " long-term plan for face-to-face advice, which had been a long-term wish, was kept."
    ]


def test_a_hyphen_that_belongs_to_the_word_stays(tmp_path: Path) -> None:
    marks = lines(
        72,
        100,
        [
            "We ask for decision-making close to people, since good decision-",
            "making needs people who know the place; self-",
            "help groups do, and help is what they give to everybody who asks.",
        ],
    )
    (only,) = said(blocks_of(tmp_path, marks))
    assert "good decision-making needs" in only
    assert "self-help groups" in only


def test_columns_are_read_one_after_the_other_below_what_stands_across(tmp_path: Path) -> None:
    marks = [text(72, 80, "Evidence on grants to charities in the valley of Sampleton", 16, BOLD)]
    marks += column(72, 120, SPRING) + column(310, 120, SUMMER)
    across, _ = paragraph(72, 220, SPRING.replace("spring", "winter"), 90, 10)
    assert said(blocks_of(tmp_path, [*marks, *across])) == [
        "Evidence on grants to charities in the valley of Sampleton",
        SPRING,
        SUMMER,
        SPRING.replace("spring", "winter"),
    ]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    words = f"{SPRING} {SUMMER}"
    parts = paragraph(72, 120, words, 42, 10)[0]
    left = parts[:4]
    right = [
        mark.replace(" 72 ", " 310 ") for mark in paragraph(72, 120 - 4 * 12, words, 42, 10)[0]
    ]
    blocks = blocks_of(tmp_path, left + right[4:7], [*paragraph(72, 36, words, 42, 10)[0][7:]])
    assert said(blocks) == [words]


def test_a_page_that_ends_with_a_paragraph_ends_with_a_break(tmp_path: Path) -> None:
    blocks = blocks_of(tmp_path, paragraph(72, 100, SPRING)[0], paragraph(72, 100, SUMMER)[0])
    assert [(block.kind, block.page) for block in blocks] == [
        (BlockKind.PARAGRAPH, 1),
        (BlockKind.BREAK, 1),
        (BlockKind.PARAGRAPH, 2),
    ]


def test_running_headers_footers_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    def page(number: int) -> list[str]:
        return [
            text(72, 40, "Example Trust: evidence to the inquiry", 9),
            *paragraph(72, 100, f"Paper {number}. {SPRING}")[0],
            text(72, 800, "Registered charity 0000000", 9),
            text(480, 800, f"Page {number} of 4", 9),
        ]

    blocks = blocks_of(tmp_path, *[page(number) for number in range(1, 5)])
    assert said(blocks, BlockKind.PARAGRAPH) == [f"Paper {i}. {SPRING}" for i in range(1, 5)]


def test_a_question_at_the_top_of_each_page_is_no_running_header(tmp_path: Path) -> None:
    def page(number: int) -> list[str]:
        return [text(72, 72, f"Question {number}", 11, BOLD), *paragraph(72, 100, SPRING)[0]]

    blocks = blocks_of(tmp_path, *[page(number) for number in range(1, 5)])
    assert said(blocks, BlockKind.HEADING) == [f"Question {i}" for i in range(1, 5)]


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {}", "[{}]", "{} / 3"])
def test_page_numbers_are_known_however_they_are_written(tmp_path: Path, number: str) -> None:
    pages = [[*paragraph(72, 100, SPRING)[0], text(290, 800, number.format(i))] for i in (1, 2, 3)]
    assert said(blocks_of(tmp_path, *pages), BlockKind.PARAGRAPH) == [SPRING] * 3


def test_headings_are_told_by_size_and_weight_and_get_levels(tmp_path: Path) -> None:
    marks = [
        text(72, 80, "Grants in the valley", 20, BOLD),
        text(72, 120, "What went wrong", 14, BOLD),
        *lines(72, 145, [SPRING[:88], SPRING[88:]]),
        text(72, 190, "The letters", 11, BOLD),
        *lines(72, 210, [SUMMER[:88], SUMMER[88:]]),
        text(72, 255, "WHAT WE ASK FOR"),
        *lines(72, 280, [SUMMER[:88], SUMMER[88:]]),
    ]
    headings = [b for b in blocks_of(tmp_path, marks) if b.kind is BlockKind.HEADING]
    assert [(b.level, b.text) for b in headings] == [
        (1, "Grants in the valley"),
        (2, "What went wrong"),
        (3, "The letters"),
        (4, "WHAT WE ASK FOR"),
    ]


def test_a_numbered_heading_keeps_its_number_apart(tmp_path: Path) -> None:
    marks = [text(72, 80, "3.2 The letters", 14, BOLD), *paragraph(72, 110, SPRING)[0]]
    heading = blocks_of(tmp_path, marks)[0]
    assert (heading.kind, heading.number, heading.text) == (
        BlockKind.HEADING,
        "3.2",
        "The letters",
    )


def test_bold_words_in_a_sentence_are_no_heading(tmp_path: Path) -> None:
    marks = [
        text(72, 100, "Late grants.", 11, BOLD),
        text(142, 100, "The small charities of the valley told us in spring that the grants"),
        text(
            72, 113.2, "they had been promised were late, and that nobody answered their letters."
        ),
    ]
    (only,) = blocks_of(tmp_path, marks)
    assert only.kind is BlockKind.PARAGRAPH


def test_questions_are_headings_in_bold_or_plain_letters(tmp_path: Path) -> None:
    y, marks = 80.0, list[str]()
    asked = [
        ("Question 1: What evidence do you have that grants were late?", BOLD),
        ("Question 2: Do you agree that letters should be answered within ten days?", "F1"),
        ("Q3. Please share your views on the next round of grants.", "F1"),
        ("Do you agree with the timetable that the council of Sampleton has set out?", BOLD),
    ]
    for question, font in asked:
        marks.append(text(72, y, question, 11, font))
        answer, y = paragraph(72, y + 24, SPRING)
        marks += answer
    blocks = blocks_of(tmp_path, marks)
    assert said(blocks, BlockKind.HEADING) == [question for question, _ in asked]


def test_numbered_paragraphs_and_lists_give_their_numbers(tmp_path: Path) -> None:
    marks = [
        text(72, 100, "1."),
        *lines(108, 100, [SPRING[:85], SPRING[85:]]),
        text(72, 145, "2."),
        *lines(108, 145, [SUMMER[:85], SUMMER[85:]]),
        text(72, 190, "We ask the council for three things, and for an answer to each of them:"),
        text(90, 210, "•"),
        text(108, 210, "to pay on time"),
        text(90, 230, "(b) to answer letters"),
        text(126, 250, "iv. within ten days"),
    ]
    blocks = blocks_of(tmp_path, marks)
    assert [(b.kind, b.number, b.level) for b in blocks] == [
        (BlockKind.NUMBERED, "1", 0),
        (BlockKind.NUMBERED, "2", 0),
        (BlockKind.PARAGRAPH, "", 0),
        (BlockKind.LIST_ITEM, "", 1),
        (BlockKind.LIST_ITEM, "b", 1),
        (BlockKind.LIST_ITEM, "iv", 2),
    ]
    assert said(blocks)[3:] == ["to pay on time", "to answer letters", "within ten days"]


def test_a_figure_at_the_beginning_of_a_line_is_no_number_of_a_paragraph(tmp_path: Path) -> None:
    marks = lines(
        72,
        100,
        [
            "The council of Sampleton spent more on grants each year, and had said so in spring of",
            "2014. Meanwhile the charities of the valley, of which there are many, had got about",
            "12.5 per cent less than the year before, as all of them told us.",
        ],
    )
    (only,) = blocks_of(tmp_path, marks)
    assert (only.kind, only.number) == (BlockKind.PARAGRAPH, "")


def test_a_ruled_table_keeps_its_cells(tmp_path: Path) -> None:
    marks = [rule(72, y, 500, y) for y in (100, 130, 160)]
    marks += [rule(x, 100, x, 160) for x in (72, 286, 500)]
    marks += [text(80, 118, "Question", 10, BOLD), text(294, 118, "Our answer", 10, BOLD)]
    marks += [*lines(80, 142, ["Were the", "grants late?"], 10), text(294, 142, "They were.", 10)]
    table = blocks_of(tmp_path, [*paragraph(72, 60, SPRING)[0][:2], *marks])[-1]
    assert table.kind is BlockKind.TABLE
    assert table.cells == (("Question", "Our answer"), ("Were the grants late?", "They were."))
    assert table.text == "Question\tOur answer\nWere the grants late?\tThey were."


def test_cells_that_were_merged_hold_their_text_once(tmp_path: Path) -> None:
    marks = [rule(72, y, 500, y) for y in (100, 130, 160)]
    marks += [rule(72, 100, 72, 160), rule(500, 100, 500, 160), rule(286, 130, 286, 160)]
    marks += [text(80, 118, "Grants by year, in pounds, all of the valley together", 10)]
    marks += [text(80, 148, "2014", 10), text(294, 148, "12,500", 10)]
    (table,) = blocks_of(tmp_path, marks)
    assert table.cells == (
        ("Grants by year, in pounds, all of the valley together", ""),
        ("2014", "12,500"),
    )


def test_figures_in_line_without_rules_are_a_table(tmp_path: Path) -> None:
    rows = [("Year", "Groups", "Cost"), ("2014", "31", "4,500"), ("2015", "28", "9,100")]
    marks = [
        text(x, 100 + 16 * index, word, 10)
        for index, row in enumerate(rows)
        for x, word in zip((72, 200, 330), row, strict=True)
    ]
    blocks = blocks_of(tmp_path, [*marks, *paragraph(72, 200, SPRING)[0]])
    assert blocks[0].cells == tuple(rows)
    assert blocks[1].text == SPRING


def test_footnotes_follow_the_page_and_their_marks_leave_the_text(tmp_path: Path) -> None:
    marks = [
        text(72, 100, "The grants were late"),
        text(172, 96, "1", 7),
        text(178, 100, "and the 19"),
        text(232, 96, "th", 7),
        text(242, 100, "letter went unanswered, as 1,204 people told us in"),
        *lines(
            72, 113.2, ["spring when they were asked about it by the trustees of Example Trust."]
        ),
        rule(72, 720, 200, 720),
        text(72, 735, "1", 6),
        *lines(
            78, 737, ["Example Trust, survey of members, page 12, which all of them were sent,"], 9
        ),
        *lines(72, 748, ["and which most of them returned."], 9),
    ]
    blocks = blocks_of(tmp_path, marks)
    assert blocks[0].text.startswith("The grants were late and the 19th letter went unanswered")
    assert blocks[-1] == Block(
        BlockKind.FOOTNOTE,
        "Example Trust, survey of members, page 12, which all of them were sent, and which most"
        " of them returned.",
        number="1",
        page=1,
    )


def test_an_indented_quotation_is_one(tmp_path: Path) -> None:
    before, y = paragraph(72, 100, SPRING)
    quoted = lines(
        108,
        y,
        [
            "“Nobody answered, and in the end we had to close the",
            "kitchen that fed forty people each day.”",
        ],
        11,
        ITALIC,
    )
    blocks = blocks_of(tmp_path, [*before, *quoted, *paragraph(72, y + 50, SUMMER)[0]])
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
        BlockKind.PARAGRAPH,
    ]


def test_a_page_lying_on_its_side_is_read_as_it_is_seen(tmp_path: Path) -> None:
    turned = [
        f"BT /F1 11 Tf 0 1 -1 0 {100 + 13.2 * index} 72 Tm ({line}) Tj ET"
        for index, line in enumerate(["The grants were late in spring, and the", "letters too."])
    ]
    path = write(tmp_path / "turned.pdf", [turned], page="/Rotate 90")
    assert said(read(path, Limits()).blocks) == [
        "The grants were late in spring, and the letters too."
    ]


def test_a_mark_across_every_page_is_left_out(tmp_path: Path) -> None:
    stamp = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET"
    pages = [[stamp, *paragraph(72, 100, words)[0]] for words in (SPRING, SUMMER)]
    assert said(blocks_of(tmp_path, *pages), BlockKind.PARAGRAPH) == [SPRING, SUMMER]


def test_pictures_beside_text_do_no_harm(tmp_path: Path) -> None:
    marks = [picture(72, 300, 300, 200), *paragraph(72, 100, SPRING)[0]]
    document = read(write(tmp_path / "paper.pdf", [marks]), Limits())
    assert said(document.blocks) == [SPRING]
    assert document.notices == ()
