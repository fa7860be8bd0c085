"""Word documents: what each paragraph is, and everything that is said, once and in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from desktop.core.document import BlockKind
from desktop.corpus.readers import docx
from tests.corpus.readers.office_files import (
    blocks_of,
    brief,
    p,
    read_with,
    run,
    style,
    texts,
    write_docx,
)

_HEADING = style("heading 1", style_id="berschrift1")
_PROSE = "We ran a hall for thirty years and we saw what happened when the grant ended in spring."


def test_headings_are_known_by_style_in_any_language(tmp_path: Path) -> None:
    styles = (
        _HEADING
        + style("Titre 2")
        + style("Our section", based_on="berschrift1")
        + style("Odd name", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("Body of ours", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="berschrift1")
        + style("Title")
        + style("Section Head,heading 3,H3", style_id="x")
    )
    body = "".join(
        p(f"A {one}", style=one) + p(_PROSE)
        for one in ("Title", "berschrift1", "Titre2", "Oursection", "Oddname", "Bodyofours", "x")
    )
    blocks = blocks_of(docx, write_docx(tmp_path, body, styles=styles))
    assert [(block.text, block.level) for block in blocks if block.kind is BlockKind.HEADING] == [
        ("A Title", 1),
        ("A berschrift1", 1),
        ("A Titre2", 2),
        ("A Oursection", 1),
        ("A Oddname", 3),
        ("A x", 3),
    ]


def test_a_paragraph_can_have_an_outline_level_of_its_own(tmp_path: Path) -> None:
    body = (
        p("Deep", more='<w:outlineLvl w:val="3"/>')
        + p("Not one", style="berschrift1", more='<w:outlineLvl w:val="9"/>')
        + p(_PROSE)
    )
    blocks = blocks_of(docx, write_docx(tmp_path, body, styles=_HEADING))
    assert [(block.kind, block.level) for block in blocks[:2]] == [
        (BlockKind.HEADING, 4),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_without_heading_styles_short_bold_lines_are_headings(tmp_path: Path) -> None:
    bold, large = "<w:b/>", '<w:b/><w:sz w:val="32"/>'
    body = (
        p(run("Our answer", large))
        + p(_PROSE)
        + p(run("Question 1: What is the Big Society?", bold))
        + p(_PROSE)
        + p(run("THE SECOND POINT"))
        + p(_PROSE)
        + p(run("Bold, and a whole sentence of the text.", bold))
        + p(run("Only ", bold) + run("partly bold"))
        + p(_PROSE)
        + p(run("Yours,", bold))
        + p(run("At the end", bold))
    )
    blocks = blocks_of(docx, write_docx(tmp_path, body))
    assert [(block.text, block.level) for block in blocks if block.kind is BlockKind.HEADING] == [
        ("Our answer", 1),
        ("Question 1: What is the Big Society?", 3),
        ("THE SECOND POINT", 2),
    ]


def test_a_document_all_in_bold_has_no_headings(tmp_path: Path) -> None:
    body = "".join(p(run(text, "<w:b/>")) for text in ("Short", _PROSE, "Short again", _PROSE))
    blocks = blocks_of(docx, write_docx(tmp_path, body))
    assert {block.kind for block in blocks} == {BlockKind.PARAGRAPH}


def test_paragraphs_numbered_with_heading_styles_are_not_headings(tmp_path: Path) -> None:
    styles = _HEADING + style("heading 2")
    body = p("Introduction", style="berschrift1") + "".join(
        p(f"{_PROSE} It was the year {year}, and we had no other money.", style="heading2")
        for year in range(2001, 2006)
    )
    kinds = [block.kind for block in blocks_of(docx, write_docx(tmp_path, body, styles=styles))]
    assert kinds == [BlockKind.HEADING] + [BlockKind.PARAGRAPH] * 5


def test_quotations_are_known_by_style_and_by_standing_in_from_both_sides(tmp_path: Path) -> None:
    body = (
        p("By style", style="IntenseQuote")
        + p("By place", more='<w:ind w:left="720" w:right="720"/>')
        + p("Only from the left", more='<w:ind w:start="720"/>')
        + p(_PROSE)
    )
    blocks = blocks_of(docx, write_docx(tmp_path, body, styles=style("Intense Quote")))
    assert [block.kind for block in blocks] == [
        BlockKind.QUOTATION,
        BlockKind.QUOTATION,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]
    body = p(_PROSE, more='<w:ind w:left="720" w:right="720"/>') * 3 + p("Not so")
    blocks = blocks_of(docx, write_docx(tmp_path, body))
    assert {block.kind for block in blocks} == {BlockKind.PARAGRAPH}


def test_links_and_boxes_to_tick_are_no_headings(tmp_path: Path) -> None:
    body = "".join(
        p(run(text, '<w:u w:val="single"/>')) + p(_PROSE)
        for text in ("jo@fernbrook.example", "www.fernbrook.example", "☐ I agree", "A real one")
    )
    blocks = blocks_of(docx, write_docx(tmp_path, body))
    assert [block.text for block in blocks if block.kind is BlockKind.HEADING] == ["A real one"]


def test_numbers_of_headings_without_a_full_stop_are_found(tmp_path: Path) -> None:
    titles = ("1 Who we are", "2 What we ask", "10 years of the Trust")
    body = "".join(p(title, style="berschrift1") + p(_PROSE) for title in titles)
    path = write_docx(tmp_path, body, styles=_HEADING)
    assert [block.number for block in blocks_of(docx, path)][::2] == ["1", "2", ""]
    path = write_docx(tmp_path, p(titles[-1], style="berschrift1") + p(_PROSE), styles=_HEADING)
    assert blocks_of(docx, path)[0].text == titles[-1]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('In the box')}{p('Second line there')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>'
        "</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    older = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    only_older = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice>'
        "<mc:Fallback><w:t>kept</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = p(run("Anchor") + drawing) + p(older) + p(run("and ") + only_older)
    assert texts(blocks_of(docx, write_docx(tmp_path, body))) == [
        "Anchor",
        "In the box",
        "Second line there",
        "In the box",
        "Second line there",
        "and kept",
    ]


def test_words_of_drawings_and_diagrams_are_read(tmp_path: Path) -> None:
    drawn = (
        "<w:r><w:drawing><a:p><a:r><a:t>Drawn</a:t></a:r></a:p>"
        '<dgm:relIds r:dm="rIdD"/></w:drawing></w:r>'
    )
    data = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<a:p><a:r><a:t>In a circle</a:t></a:r></a:p></dgm:dataModel>"
    )
    path = write_docx(
        tmp_path,
        p(drawn),
        more={"rId:rIdD": 'Target="diagrams/data1.xml"', "word/diagrams/data1.xml": data},
    )
    assert texts(blocks_of(docx, path)) == ["Drawn", "In a circle"]


def test_results_of_fields_are_kept_and_their_codes_left_out(tmp_path: Path) -> None:
    def char(kind: str, inside: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'

    def code(text: str) -> str:
        return f"<w:r><w:instrText>{text}</w:instrText></w:r>"

    tick = "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
    empty = '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
    choice = (
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/>'
        '<w:listEntry w:val="Yes"/></w:ddList></w:ffData>'
    )
    inner = char("begin") + code("PAGE") + char("separate") + run("hidden code") + char("end")
    body = (
        p(char("begin") + code("DATE") + inner + char("separate") + run("1 May") + char("end"))
        + p('<w:fldSimple w:instr="AUTHOR">' + run("Jo Bloggs") + "</w:fldSimple>")
        + p(char("begin", tick) + code("FORMCHECKBOX") + char("end") + run(" yes"))
        + p(char("begin", empty) + code("FORMCHECKBOX") + char("end") + run(" no"))
        + p(char("begin", choice) + code("FORMDROPDOWN") + char("end"))
        + p(
            run("as in note ")
            + char("begin")
            + code("NOTEREF x \\f")
            + char("separate")
            + run("3")
            + char("end")
            + '<w:fldSimple w:instr="NOTEREF y">'
            + run("4")
            + "</w:fldSimple>"
        )
    )
    assert texts(blocks_of(docx, write_docx(tmp_path, body))) == [
        "1 May",
        "Jo Bloggs",
        "☒ yes",
        "☐ no",
        "Yes",
        "as in note",
    ]


def test_a_field_that_never_ends_costs_no_more_than_its_paragraph(tmp_path: Path) -> None:
    broken = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>'
    )
    ended = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 2
    body = p(run("Before ") + broken + run("lost")) + p("After it") + p(ended + run("and more"))
    assert texts(blocks_of(docx, write_docx(tmp_path, body))) == ["Before", "After it", "and more"]


def test_lines_of_a_table_of_contents_can_be_recognised(tmp_path: Path) -> None:
    entry = run("1.") + "<w:r><w:tab/></w:r>" + run("Summary") + "<w:r><w:tab/></w:r>" + run("3")
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    plain = run("Annex") + "<w:r><w:tab/></w:r>" + run("9")
    body = (
        p("Contents", style="TOCHeading")
        + p(begin + entry, style="TOC1")
        + p(plain)
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + p(_PROSE)
    )
    styles = style("toc 1") + style("TOC Heading")
    styles = styles.replace('"toc1"', '"TOC1"')
    blocks = blocks_of(docx, write_docx(tmp_path, body, styles=styles))
    assert brief(blocks) == [
        ("heading", "", "Contents"),
        ("paragraph", "1", "Summary\t3"),
        ("paragraph", "", "Annex\t9"),
        ("paragraph", "", _PROSE),
    ]


def test_content_controls_are_read_and_their_prompts_left_out(tmp_path: Path) -> None:
    def control(content: str, placeholder: bool) -> str:
        properties = "<w:showingPlcHdr/>" if placeholder else ""
        return (
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    body = (
        control(p("Filled in"), placeholder=False)
        + control(p("Click or tap here to enter text."), placeholder=True)
        + control(p("References are available"), placeholder=True)
        + p(run("Name: ") + control(run("Jo Bloggs"), False) + control(run("[Title]"), True))
    )
    assert texts(blocks_of(docx, write_docx(tmp_path, body))) == [
        "Filled in",
        "References are available",
        "Name: Jo Bloggs",
    ]


def test_links_symbols_equations_and_odd_spaces_become_text(tmp_path: Path) -> None:
    body = (
        p('<w:hyperlink r:id="none">' + run("our site") + "</w:hyperlink>" + run(" has\nmore"))
        + p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run(" agreed"))
        + p('<w:r><w:sym w:char="zz"/></w:r>' + run("10") + _hyphen() + run("12"))
        + p("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>")
        + p("<w:r><w:ruby><w:rt>" + run("over") + "</w:rt><w:rubyBase>" + run("base")
            + "</w:rubyBase></w:ruby></w:r>")
    )  # fmt: skip
    assert texts(blocks_of(docx, write_docx(tmp_path, body))) == [
        "our site has more",
        "☑ agreed",
        "10-12",
        "a+b",
        "base",
    ]


def test_two_line_breaks_make_paragraphs_and_one_does_not(tmp_path: Path) -> None:
    line = "<w:r><w:br/></w:r>"
    body = p(run("One") + line + run("line") + line + line + run("Another paragraph")) + p(
        run("We ask for:") + line + run("• money") + line + run("• time") + line + run("1. a plan")
    )
    assert brief(blocks_of(docx, write_docx(tmp_path, body))) == [
        ("paragraph", "", "One line"),
        ("paragraph", "", "Another paragraph"),
        ("paragraph", "", "We ask for:"),
        ("list-item", "", "money"),
        ("list-item", "", "time"),
        ("numbered-paragraph", "1", "a plan"),
    ]


def test_a_large_first_letter_is_part_of_its_word(tmp_path: Path) -> None:
    body = p("W", more='<w:framePr w:dropCap="drop"/>') + p("e are a charity.")
    assert texts(blocks_of(docx, write_docx(tmp_path, body))) == ["We are a charity."]


def test_pages_are_those_that_word_last_showed(tmp_path: Path) -> None:
    shown, hand = "<w:r><w:lastRenderedPageBreak/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
    body = (
        p("Page one")
        + p(run("ends on ") + shown + run("page two"))
        + p(hand)
        + p(shown + run("Page three"))
        + p(run("Page four follows") + hand)
        + p("Page four")
        + p("Page five", more="<w:pageBreakBefore/>")
        + p("Still five", more='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')
        + p("Page six", more='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')
        + p("Still six")
        + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    )
    blocks = blocks_of(docx, write_docx(tmp_path, body))
    said = [(block.text, block.page) for block in blocks if block.text]
    assert said == [
        ("Page one", 1),
        ("ends on page two", 1),
        ("Page three", 3),
        ("Page four follows", 3),
        ("Page four", 4),
        ("Page five", 5),
        ("Still five", 5),
        ("Page six", 6),
        ("Still six", 6),
    ]
    kinds = [block.kind for block in blocks]
    assert kinds.count(BlockKind.BREAK) == 4, kinds
    assert kinds[0] is not BlockKind.BREAK
    assert kinds[-1] is not BlockKind.BREAK


def test_without_a_note_of_pages_none_is_given_but_breaks_are_kept(tmp_path: Path) -> None:
    body = p("One") + p('<w:r><w:br w:type="page"/></w:r>' + run("Two"))
    blocks = blocks_of(docx, write_docx(tmp_path, body))
    assert [(block.kind.value, block.page) for block in blocks] == [
        ("paragraph", 0),
        ("break", 0),
        ("paragraph", 0),
    ]


def test_metadata_and_language_are_read(tmp_path: Path) -> None:
    core = (
        '<p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/core-'
        'properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:t="http://purl.org/dc/terms/"><dc:title>Our  response</dc:title>'
        "<dc:creator>Jo Bloggs</dc:creator><t:created>2019-05-01T10:00:00Z</t:created>"
        "<t:modified>2018-01-01T00:00:00Z</t:modified></p:coreProperties>"
    )
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-GB'/></w:rPr></w:rPrDefault>"
        "</w:docDefaults>"
    )
    path = write_docx(tmp_path, p("x"), styles=styles, more={"docProps/core.xml": core})
    said = read_with(docx, path).metadata
    assert (said.title, said.author, said.date, said.language) == (
        "Our response",
        "Jo Bloggs",
        "2019-05-01",
        "en-GB",
    )


def test_the_day_of_the_template_of_a_program_is_not_the_day_of_the_document(
    tmp_path: Path,
) -> None:
    path = tmp_path / "made.docx"
    made = Document()
    made.add_paragraph("x")
    made.save(str(path))
    assert read_with(docx, path).metadata.date == ""


def test_an_iso_strict_document_is_read_like_any_other(tmp_path: Path) -> None:
    path = write_docx(tmp_path, p("Title", style="berschrift1") + p(_PROSE), styles=_HEADING)
    strict = _replaced(
        path,
        tmp_path / "strict.docx",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert blocks_of(docx, strict) == blocks_of(docx, path)


@pytest.mark.parametrize("damaged", ["<w:broken", "\0", "<w:style><w:style/>"])
def test_a_damaged_lesser_part_costs_its_looks_and_no_text(tmp_path: Path, damaged: str) -> None:
    body = p("Kept", list_id="1", style="x")
    path = write_docx(tmp_path, body, styles=damaged, numbering=damaged, settings=damaged)
    assert texts(blocks_of(docx, path)) == ["Kept"]


def _hyphen() -> str:
    return "<w:r><w:noBreakHyphen/></w:r>"


def _replaced(path: Path, to: Path, old: bytes, new: bytes) -> Path:
    import zipfile

    with zipfile.ZipFile(path) as source, zipfile.ZipFile(to, "w") as made:
        for name in source.namelist():
            made.writestr(name, source.read(name).replace(old, new))
    return to
