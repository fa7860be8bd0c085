"""Tables, notes, tracked changes and what was left out of a Word document."""

from __future__ import annotations

from pathlib import Path

from desktop.core.document import BlockKind
from desktop.corpus.readers import docx
from tests.corpus.readers.office_files import (
    blocks_of,
    brief,
    levels,
    num,
    p,
    read_with,
    run,
    style,
    texts,
    write_docx,
)


def cell(text: str, more: str = "") -> str:
    inside = text if text[:1] == "<" else p(text)
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, more: str = "") -> str:
    return f"<w:tr><w:trPr>{more}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def test_cells_that_were_merged_hold_their_text_once(tmp_path: Path) -> None:
    body = table(
        row(cell("Wide", '<w:gridSpan w:val="2"/>'), cell("C")),
        row(cell("Tall", '<w:vMerge w:val="restart"/>'), cell("B2"), cell("C2")),
        row(cell("", "<w:vMerge/>"), cell("B3"), cell("C3")),
        row(cell("Last"), more='<w:gridBefore w:val="2"/>'),
        row(cell(""), cell(""), cell("")),
    )
    (block,) = blocks_of(docx, write_docx(tmp_path, body))
    assert block.kind is BlockKind.TABLE
    assert block.cells == (
        ("Wide", "", "C"),
        ("Tall", "B2", "C2"),
        ("", "B3", "C3"),
        ("", "", "Last"),
    )
    assert block.text == "Wide\t\tC\nTall\tB2\tC2\n\tB3\tC3\n\t\tLast"


def test_paragraphs_lists_and_tables_in_a_cell_are_lines_of_it(tmp_path: Path) -> None:
    inner = table(row(cell("x"), cell("y")), row(cell("z"), cell("")))
    numbering = levels(("decimal", "%1."), ("lowerLetter", "(%2)")) + num("1")
    numbering += levels(("bullet", "-"), family="2") + num("2", "2")
    inside = (
        p("One")
        + p("")
        + p("first", list_id="1")
        + p("sub", list_id="1", depth=1)
        + p("point", list_id="2")
        + inner
    )
    body = table(row(cell(inside), cell("B")))
    (block,) = blocks_of(docx, write_docx(tmp_path, body, numbering=numbering))
    assert block.cells == (("One\n1. first\n(a) sub\n• point\nx y\nz", "B"),)
    assert block.text == "One 1. first (a) sub • point x y z\tB"


def test_a_table_that_only_frames_text_is_opened(tmp_path: Path) -> None:
    framed = table(row(cell(p("Heading", style="heading1") + p("In a frame"))))
    layout = table(row(cell(framed)), row(cell("Below")))
    lone = table(row(cell("Alone"), cell("")))
    path = write_docx(tmp_path, layout + lone + table(), styles=style("heading 1"))
    assert brief(blocks_of(docx, path)) == [
        ("heading", "", "Heading"),
        ("paragraph", "", "In a frame"),
        ("paragraph", "", "Below"),
        ("paragraph", "", "Alone"),
    ]


def test_rows_and_cells_in_content_controls_are_read(tmp_path: Path) -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    body = table(control(row(control(cell("A")), cell("B"))), row(cell("C"), cell("D")))
    (block,) = blocks_of(docx, write_docx(tmp_path, body))
    assert block.cells == (("A", "B"), ("C", "D"))


def note(note_id: str, text: str, kind: str = "footnote") -> str:
    return (
        f'<w:{kind} w:id="{note_id}"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + text)}</w:p>'
        f"{p('and more')}</w:{kind}>"
    )


def reference(note_id: str, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference {more} w:id="{note_id}"/></w:r>'


def test_notes_follow_the_paragraph_that_refers_to_them(tmp_path: Path) -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="9"/><w:t>*</w:t></w:r>'
    body = (
        p(run("One") + reference("5") + run(", two") + reference("2") + run("."))
        + p(run("End") + reference("1", "endnote"))
        + p(run("Starred") + own + run(" text") + reference("77"))
        + table(row(cell(p(run("In a cell") + reference("3"))), cell("B")))
    )
    path = write_docx(
        tmp_path,
        body,
        footnotes=note("2", "Second") + note("5", "First") + note("9", "* Own") + note("3", "Last"),
        endnotes=note("1", "Of the end", "endnote"),
    )
    assert brief(blocks_of(docx, path)) == [
        ("paragraph", "", "One, two."),
        ("footnote", "1", "First and more"),
        ("footnote", "2", "Second and more"),
        ("paragraph", "", "End"),
        ("footnote", "i", "Of the end and more"),
        ("paragraph", "", "Starred text"),
        ("footnote", "*", "Own and more"),
        ("table", "", "In a cell\tB"),
        ("footnote", "4", "Last and more"),
    ]


def test_marks_of_notes_follow_the_settings(tmp_path: Path) -> None:
    settings = (
        '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="2"/>'
        '<w:numRestart w:val="eachSect"/></w:footnotePr>'
    )
    section = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    one = run("x") + reference("1")
    body = p(one) + p(one, more=section) + p(one) + section
    path = write_docx(tmp_path, body, footnotes=note("1", "N"), settings=settings)
    marks = [block.number for block in blocks_of(docx, path) if block.kind is BlockKind.FOOTNOTE]
    assert marks == ["b", "c", "b"]


def test_tracked_changes_are_read_as_accepted_and_said_so(tmp_path: Path) -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2">{run("new")}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{run("moved")}</w:moveFrom>'
    arrived = f'<w:moveTo w:id="4">{run("moved")}</w:moveTo>'
    end_gone = '<w:rPr><w:del w:id="5"/></w:rPr>'
    body = (
        p(run("A ") + gone + new + run(" word"))
        + p(moved, more='<w:rPr><w:moveFrom w:id="6"/></w:rPr>')
        + p(arrived)
        + p("Joined ", more=end_gone)
        + p("together")
        + p(gone, more=end_gone)
        + p("Unlabelled", more='<w:rPr><w:ins w:id="7"/></w:rPr>')
        + f"<w:ins>{p('Whole')}</w:ins><w:del>{p('Lost')}</w:del>"
        + table(
            row(cell("kept"), cell("B")),
            row(cell("row"), more='<w:del w:id="8"/>'),
            row(cell("gone", '<w:cellDel w:id="9"/>'), cell("C"), cell("D")),
        )
        + p("Last, joined to nothing", more=end_gone)
    )
    document = read_with(docx, write_docx(tmp_path, body))
    assert texts(document.blocks) == [
        "A new word",
        "moved",
        "Joined together",
        "Unlabelled",
        "Whole",
        "kept\tB\nC\tD",
        "Last, joined to nothing",
    ]
    assert document.notices == ("Tracked changes were read as if all of them had been accepted.",)


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    styles = style("Secret", "<w:rPr><w:vanish/></w:rPr>") + (
        '<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    body = (
        p(
            run("Seen")
            + run(" not seen", "<w:vanish/>")
            + run(" nor this", '<w:rStyle w:val="Hid"/>')
        )
        + p("All hidden", style="Secret")
        + p(run("shown", '<w:vanish w:val="0"/>'), style="Secret")
        + p(run("Noted") + '<w:r><w:commentReference w:id="1"/></w:r>')
        + '<w:altChunk r:id="x"/>'
    )
    document = read_with(docx, write_docx(tmp_path, body, styles=styles))
    assert texts(document.blocks) == ["Seen", "shown", "Noted"]
    assert document.notices == (
        "Comments in the margin were left out.",
        "Hidden text was left out.",
        "A part that was put in from another file was left out.",
    )


def test_headers_and_footers_are_no_part_of_the_text(tmp_path: Path) -> None:
    path = write_docx(
        tmp_path,
        p("Text") + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>',
        more={"rId:h": 'Target="header1.xml"', "word/header1.xml": "<x/>"},
    )
    assert texts(blocks_of(docx, path)) == ["Text"]


def test_nothing_outside_the_file_is_followed(tmp_path: Path) -> None:
    trap = tmp_path / "outside.xml"
    trap.write_text("<w:x/>", encoding="utf-8")
    path = write_docx(
        tmp_path,
        p('<w:r><w:drawing><dgm:relIds r:dm="out"/></w:drawing></w:r>' + run("Text")),
        more={"rId:out": f'TargetMode="External" Target="{trap.as_uri()}"'},
    )
    assert texts(blocks_of(docx, path)) == ["Text"]
