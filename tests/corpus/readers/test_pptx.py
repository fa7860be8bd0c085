"""Presentations: slide by slide, titles as headings, notes kept, running footers left out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from desktop.core.document import BlockKind
from desktop.corpus.readers import pptx
from tests.corpus.readers.office_files import blocks_of, brief, read_with


def deck(folder: Path, *fill: Callable[[Any], None], layout: int = 1) -> Path:
    """Write a presentation with a slide for each function, which fills it."""
    shown = Presentation()
    for one in fill:
        one(shown.slides.add_slide(shown.slide_layouts[layout]))
    path = folder / "file.pptx"
    shown.save(str(path))
    return path


def changed(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """Return a copy of a package with one part changed."""
    made = path.with_name("changed.pptx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(made, "w") as to:
        for name in source.namelist():
            data = source.read(name)
            to.writestr(name, change(data.decode("utf-8")) if name == part else data)
    return made


def text_box(slide: Any, text: str) -> None:
    slide.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = text


def body(slide: Any) -> Any:
    return slide.placeholders[1].text_frame


def test_titles_are_headings_and_points_have_their_depth(tmp_path: Path) -> None:
    def fill(slide: Any) -> None:
        slide.shapes.title.text = "Big\vSociety"
        body(slide).text = "A point"
        deeper = body(slide).add_paragraph()
        deeper.text, deeper.level = "Below it", 1

    def untitled(slide: Any) -> None:
        body(slide).text = "Only this"

    blocks = blocks_of(pptx, deck(tmp_path, fill, untitled))
    assert [(block.kind.value, block.level, block.text, block.slide) for block in blocks] == [
        ("break", 0, "", 1),
        ("heading", 1, "Big Society", 1),
        ("list-item", 1, "A point", 1),
        ("list-item", 2, "Below it", 1),
        ("break", 0, "", 2),
        ("list-item", 1, "Only this", 2),
    ]


def test_a_subtitle_has_no_bullet(tmp_path: Path) -> None:
    def fill(slide: Any) -> None:
        slide.shapes.title.text = "Title"
        slide.placeholders[1].text = "Who says so"

    blocks = blocks_of(pptx, deck(tmp_path, fill, layout=0))
    assert brief(blocks)[1] == ("paragraph", "", "Who says so")


def test_numbers_of_lists_are_computed(tmp_path: Path) -> None:
    def fill(slide: Any) -> None:
        body(slide).text = "one\ntwo\nletter\nplain\nfive"

    shapes = [
        '<a:buAutoNum type="arabicPeriod"/>',
        '<a:buAutoNum type="arabicPeriod"/>',
        '<a:buAutoNum type="alphaLcParenR"/>',
        "<a:buNone/>",
        '<a:buAutoNum type="arabicPeriod" startAt="5"/>',
    ]

    def number(xml: str) -> str:
        waiting = iter(shapes)
        return re.sub("<a:p><a:r>", lambda _: f"<a:p><a:pPr>{next(waiting)}</a:pPr><a:r>", xml)

    path = changed(deck(tmp_path, fill), "ppt/slides/slide1.xml", number)
    assert brief(blocks_of(pptx, path)) == [
        ("numbered-paragraph", "1", "one"),
        ("numbered-paragraph", "2", "two"),
        ("list-item", "a", "letter"),
        ("paragraph", "", "plain"),
        ("numbered-paragraph", "5", "five"),
    ]


def test_tables_groups_and_loose_boxes_are_read(tmp_path: Path) -> None:
    def fill(slide: Any) -> None:
        table = slide.shapes.add_table(3, 2, 0, 0, Inches(3), Inches(2)).table
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(0, 0).text = "Wide"
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(1, 0).text = "Tall"
        table.cell(2, 1).text = "C\nD"
        group = slide.shapes.add_group_shape()
        group.shapes.add_textbox(0, 0, 10, 10).text_frame.text = "In a group"
        text_box(slide, "Loose")

    blocks = blocks_of(pptx, deck(tmp_path, fill))
    table, grouped, loose = (block for block in blocks if block.kind is not BlockKind.BREAK)
    assert table.cells == (("Wide", ""), ("Tall", ""), ("", "C\nD"))
    assert (grouped.text, loose.text, loose.slide) == ("In a group", "Loose", 1)


def test_notes_follow_their_slide(tmp_path: Path) -> None:
    def fill(slide: Any) -> None:
        slide.shapes.title.text = "Title"
        slide.notes_slide.notes_text_frame.text = "Say this\nand that"

    def empty(slide: Any) -> None:
        slide.notes_slide.notes_text_frame.text = "Only a note"

    blocks = blocks_of(pptx, deck(tmp_path, fill, empty))
    assert [
        (*one, block.slide) for one, block in zip(brief(blocks), _said(blocks), strict=True)
    ] == [
        ("heading", "", "Title", 1),
        ("footnote", "note", "Say this", 1),
        ("footnote", "note", "and that", 1),
        ("footnote", "note", "Only a note", 2),
    ]


def test_footers_that_repeat_are_left_out_and_points_that_repeat_are_not(tmp_path: Path) -> None:
    def slide(number: int) -> Callable[[Any], None]:
        def fill(slide: Any) -> None:
            slide.shapes.title.text = "Our work"
            body(slide).text = "The same point"
            text_box(slide, f"Fernbrook Trust | {number}")
            text_box(slide, f"Only here: {'x' * number}")

        return fill

    blocks = blocks_of(pptx, deck(tmp_path, *map(slide, range(1, 5))))
    said = [text for _, _, text in brief(blocks)]
    assert said.count("Our work") == said.count("The same point") == 4
    assert sum(text.startswith("Only here") for text in said) == 4
    assert not any("Fernbrook" in text for text in said)


def test_slide_numbers_dates_and_footer_placeholders_are_left_out(tmp_path: Path) -> None:
    def fill(slide: Any) -> None:
        text_box(slide, "Seen")

    footer = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="f"/><p:cNvSpPr/><p:nvPr><p:ph type="ftr"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>footer</a:t></a:r></a:p>"
        "</p:txBody></p:sp>"
    )
    hidden = footer.replace('name="f"', 'name="f" hidden="1"').replace('<p:ph type="ftr"/>', "")
    field = '<a:fld id="x" type="slidenum"><a:t>7</a:t></a:fld>'
    field += '<a:fld id="y" type="x"><a:t>!</a:t></a:fld>'

    def change(xml: str) -> str:
        xml = xml.replace("<a:t>Seen</a:t></a:r>", f"<a:t>Seen</a:t></a:r>{field}")
        return xml.replace("</p:spTree>", f"{footer}{hidden}</p:spTree>")

    path = changed(deck(tmp_path, fill), "ppt/slides/slide1.xml", change)
    assert brief(blocks_of(pptx, path)) == [("paragraph", "", "Seen!")]


def test_equations_alternatives_and_diagrams_are_read(tmp_path: Path) -> None:
    def fill(slide: Any) -> None:
        text_box(slide, "Sum")

    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    math = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="a14"><x:m '
        'xmlns:x="urn:x"><m:t xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        "> a+b</m:t></x:m></mc:Choice></mc:AlternateContent>"
    )
    frame = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="x"><p:graphicFrame>'
        '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'r:dm="rIdX"/></p:graphicFrame></mc:Choice></mc:AlternateContent>'
    )

    def change(xml: str) -> str:
        xml = xml.replace("<a:t>Sum</a:t></a:r>", f"<a:t>Sum</a:t></a:r><a:br/>{math}")
        return xml.replace("</p:spTree>", f"{frame}</p:spTree>")

    path = changed(deck(tmp_path, fill), "ppt/slides/slide1.xml", change)
    relation = '<Relationship Id="rIdX" Type="x/diagramData" Target="../data.xml"/>'
    path = changed(
        path.rename(tmp_path / "first.pptx"),
        "ppt/slides/_rels/slide1.xml.rels",
        lambda xml: xml.replace("</Relationships>", f"{relation}</Relationships>"),
    )
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(
            "ppt/data.xml",
            f'<d xmlns:a="{drawing}"><a:p><a:r><a:t>In a circle</a:t></a:r></a:p></d>',
        )
    assert [text for _, _, text in brief(blocks_of(pptx, path))] == ["Sum a+b", "In a circle"]


def test_hidden_slides_and_comments_are_told_of(tmp_path: Path) -> None:
    def fill(slide: Any) -> None:
        slide.shapes.title.text = "Title"

    path = deck(tmp_path, fill, fill, fill)
    path = changed(
        path, "ppt/slides/slide2.xml", lambda xml: xml.replace("<p:sld ", '<p:sld show="0" ', 1)
    )
    path = path.rename(tmp_path / "hidden.pptx")
    relation = '<Relationship Id="rIdC" Type="x/comments" Target="../comments/c.xml"/>'
    document = read_with(
        pptx,
        changed(
            path,
            "ppt/slides/_rels/slide1.xml.rels",
            lambda xml: xml.replace("</Relationships>", f"{relation}</Relationships>"),
        ),
    )
    assert document.notices == (
        "Comments on slides were left out.",
        "Slide 2 is hidden in the show, and read here all the same.",
    )
    assert len(brief(document.blocks)) == 3


def test_several_hidden_slides_are_told_of_together(tmp_path: Path) -> None:
    def fill(slide: Any) -> None:
        slide._element.set("show", "0")
        slide.shapes.title.text = "Title"

    assert read_with(pptx, deck(tmp_path, fill, fill)).notices == (
        "Slides 1, 2 are hidden in the show, and read here all the same.",
    )


@pytest.mark.parametrize("part", ["ppt/slideLayouts/slideLayout2.xml", "ppt/slides/slide1.xml"])
def test_a_slide_survives_without_its_layout_or_tree(tmp_path: Path, part: str) -> None:
    def fill(slide: Any) -> None:
        slide.shapes.title.text = "Title"

    path = changed(
        deck(tmp_path, fill),
        part,
        lambda xml: re.sub("<p:cSld.*</p:cSld>", "", xml, flags=re.DOTALL),
    )
    assert len(read_with(pptx, path).blocks) in (1, 2)


def test_metadata_is_read(tmp_path: Path) -> None:
    shown = Presentation()
    shown.core_properties.title, shown.core_properties.author = "Talk", "Jo Bloggs"
    path = tmp_path / "file.pptx"
    shown.save(str(path))
    said = read_with(pptx, path).metadata
    assert (said.title, said.author) == ("Talk", "Jo Bloggs")


def _said(blocks: Any) -> list[Any]:
    return [block for block in blocks if block.kind is not BlockKind.BREAK]
