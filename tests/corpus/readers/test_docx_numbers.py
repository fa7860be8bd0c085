"""The numbers that Word computes, and those that people type."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.corpus.readers import docx
from tests.corpus.readers.office_files import (
    blocks_of,
    brief,
    levels,
    num,
    p,
    run,
    style,
    write_docx,
)

_DECIMAL = levels(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))


def numbers(path: Path) -> list[str]:
    return [block.number for block in blocks_of(docx, path)]


def test_numbered_paragraphs_have_their_number_and_bullets_have_none(tmp_path: Path) -> None:
    numbering = _DECIMAL + levels(("bullet", "·"), ("bullet", "o"), family="1") + num("1")
    numbering += num("2", "1")
    body = (
        p("We are a charity.", list_id="1")
        + p("We do:", list_id="1")
        + p("this", list_id="2")
        + p("that", list_id="2", depth=1)
        + p("We ask.", list_id="1")
    )
    blocks = blocks_of(docx, write_docx(tmp_path, body, numbering=numbering))
    assert brief(blocks) == [
        ("numbered-paragraph", "1", "We are a charity."),
        ("numbered-paragraph", "2", "We do:"),
        ("list-item", "", "this"),
        ("list-item", "", "that"),
        ("numbered-paragraph", "3", "We ask."),
    ]
    assert [block.level for block in blocks] == [0, 0, 1, 2, 0]


def test_levels_count_within_those_above_them(tmp_path: Path) -> None:
    body = "".join(p("x", list_id="1", depth=int(depth)) for depth in "0112210120")
    path = write_docx(tmp_path, body, numbering=_DECIMAL + num("1"))
    assert numbers(path) == ["1", "1.1", "1.2", "a", "b", "1.3", "2", "2.1", "a", "3"]


def test_a_level_that_was_skipped_counts_as_begun(tmp_path: Path) -> None:
    body = p("x", list_id="1", depth=1) + p("x", list_id="1", depth=1)
    path = write_docx(tmp_path, body, numbering=_DECIMAL + num("1"))
    assert numbers(path) == ["1.1", "1.2"]


def test_lists_of_one_definition_count_on_unless_one_starts_anew(tmp_path: Path) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    other_look = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1"/></w:lvl></w:lvlOverride>'
    )
    numbering = _DECIMAL + num("1") + num("2") + num("3", more=anew) + num("4", more=other_look)
    body = "".join(p("x", list_id=list_id) for list_id in "11223314")
    path = write_docx(tmp_path, body, numbering=numbering)
    assert numbers(path) == ["1", "2", "3", "4", "5", "6", "7", "H"]


@pytest.mark.parametrize(("restart", "last"), [("0", "4"), ("1", "3"), ("2", "1")])
def test_a_level_starts_anew_after_the_levels_that_it_names(
    tmp_path: Path, restart: str, last: str
) -> None:
    numbering = levels(("decimal", "%1"), ("decimal", "%2"), ("decimal", "%3"))
    third = '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    numbering = numbering.replace(third, third + f'<w:lvlRestart w:val="{restart}"/>') + num("1")
    depths = "01222012" if restart == "0" else "0122122"
    body = "".join(p("x", list_id="1", depth=int(depth)) for depth in depths)
    found = numbers(write_docx(tmp_path, body, numbering=numbering))
    assert found[-1 if restart == "0" else -2] == last


def test_the_list_of_a_style_and_its_level_are_found(tmp_path: Path) -> None:
    linked = _DECIMAL.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Second"/>')
    styles = (
        style("First", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("Second", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("Plain", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', based_on="First")
        + style("Third", '<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>', based_on="First")
    )
    body = "".join(p("x", style=one) for one in ("First", "Second", "Plain", "Third", "Second"))
    path = write_docx(tmp_path, body, styles=styles, numbering=linked + num("1"))
    assert numbers(path) == ["1", "1.1", "", "a", "1.2"]


def test_a_list_style_leads_to_the_definition_that_it_names(tmp_path: Path) -> None:
    linking = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Ours"/></w:abstractNum>'
    defined = levels(("upperRoman", "%1)"), family="8", more='<w:styleLink w:val="Ours"/>')
    path = write_docx(
        tmp_path, p("x", list_id="1") * 2, numbering=linking + defined + num("1", "7")
    )
    assert numbers(path) == ["I", "II"]
    through = linking + levels(("decimal", "%1"), family="9") + num("1", "7") + num("2", "9")
    styles = style("Ours", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')
    path = write_docx(tmp_path, p("x", list_id="1"), styles=styles, numbering=through)
    assert numbers(path) == ["1"]


def test_headings_have_their_number_apart_from_their_text(tmp_path: Path) -> None:
    styles = style("heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "heading 2"
    )
    body = p("Who we are", style="heading1") + p("x") + p("2.1 What we do", style="heading2")
    blocks = blocks_of(
        docx, write_docx(tmp_path, body, styles=styles, numbering=_DECIMAL + num("1"))
    )
    assert brief(blocks) == [
        ("heading", "1", "Who we are"),
        ("paragraph", "", "x"),
        ("heading", "2.1", "What we do"),
    ]


def test_words_around_a_number_stay_and_brackets_go(tmp_path: Path) -> None:
    numbering = "".join(
        levels((form, text), family=str(at)) for at, (form, text) in enumerate(_SHAPES)
    ) + "".join(num(str(at + 1), str(at)) for at in range(len(_SHAPES)))
    body = "".join(p("x", list_id=str(at + 1)) for at in range(len(_SHAPES)))
    path = write_docx(tmp_path, body, numbering=numbering)
    assert numbers(path) == ["Question 1", "Q1", "R1", "i", "01", "First", "1st", "1", ""]


_SHAPES = [
    ("decimal", "Question %1:"),
    ("decimal", "Q%1."),
    ("decimal", "[R%1]"),
    ("lowerRoman", "(%1)"),
    ("decimalZero", "%1"),
    ("ordinalText", "%1"),
    ("ordinal", "%1"),
    ("japaneseCounting", "%1"),
    ("none", ""),
]


def test_legal_levels_print_figures_only(tmp_path: Path) -> None:
    numbering = levels(("upperRoman", "%1"), ("decimal", "%1.%2")).replace(
        '<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:isLgl/>'
    )
    body = p("x", list_id="1") + p("x", list_id="1", depth=1)
    path = write_docx(tmp_path, body, numbering=numbering + num("1"))
    assert numbers(path) == ["I", "1.1"]


def test_unknown_lists_and_loops_cost_nothing(tmp_path: Path) -> None:
    loop = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Loop"/></w:abstractNum>'
    styles = style(
        "Loop", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', based_on="Loop"
    )
    body = p("a", list_id="99") + p("b", list_id="1") + p("c", list_id="0") + p("d", list_id="3")
    path = write_docx(
        tmp_path, body, styles=styles, numbering=loop + num("1", "7") + '<w:num w:numId="3"/>'
    )
    assert brief(blocks_of(docx, path)) == [("paragraph", "", text) for text in "abcd"]


def test_a_hidden_paragraph_is_not_counted_and_an_empty_one_is(tmp_path: Path) -> None:
    hidden = p(run("gone", "<w:vanish/>"), list_id="1", more="<w:rPr><w:vanish/></w:rPr>")
    body = p("x", list_id="1") + hidden + p("y", list_id="1") + p("", list_id="1")
    body += p("z", list_id="1")
    path = write_docx(tmp_path, body, numbering=_DECIMAL + num("1"))
    assert numbers(path) == ["1", "2", "4"]


def test_a_short_list_within_numbered_paragraphs_is_a_list(tmp_path: Path) -> None:
    numbering = _DECIMAL + levels(("decimal", "%1."), family="1") + num("1") + num("2", "1")
    prose = "We have written this paragraph so that it is about as long as paragraphs are."
    body = p(prose, list_id="1") * 3 + p("short", list_id="2") * 2 + p(prose, list_id="1") * 3
    kinds = [
        kind
        for kind, _, _ in brief(blocks_of(docx, write_docx(tmp_path, body, numbering=numbering)))
    ]
    assert kinds == ["numbered-paragraph"] * 3 + ["list-item"] * 2 + ["numbered-paragraph"] * 3


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1. We are", ("numbered-paragraph", "1", "We are")),
        ("12) We are", ("numbered-paragraph", "12", "We are")),
        ("(3) We are", ("numbered-paragraph", "3", "We are")),
        ("2.3.1 We are", ("numbered-paragraph", "2.3.1", "We are")),
        ("4.2. We are", ("numbered-paragraph", "4.2", "We are")),
        ("1.We are", ("numbered-paragraph", "1", "We are")),
        ("(a) we are", ("list-item", "a", "we are")),
        ("iv) we are", ("list-item", "iv", "we are")),
        ("• we are", ("list-item", "", "we are")),
        ("- we are", ("list-item", "", "we are")),
        ("2019 was a year", ("paragraph", "", "2019 was a year")),
        ("3.5 million people", ("paragraph", "", "3.5 million people")),
        ("A. Smith said so", ("paragraph", "", "A. Smith said so")),
        ("•", ("paragraph", "", "•")),
        ("-5 degrees", ("paragraph", "", "-5 degrees")),
        ("— Jo Bloggs", ("paragraph", "", "— Jo Bloggs")),
    ],
)
def test_typed_numbers_and_bullets_are_told_from_text(
    tmp_path: Path, typed: str, expected: tuple[str, str, str]
) -> None:
    assert brief(blocks_of(docx, write_docx(tmp_path, p(typed)))) == [expected]


def test_a_number_and_a_tab_number_a_paragraph(tmp_path: Path) -> None:
    body = p(run("7") + "<w:r><w:tab/></w:r>" + run("We are")) + p(
        run("b.") + "<w:r><w:tab/></w:r>" + run("we are")
    )
    assert brief(blocks_of(docx, write_docx(tmp_path, body))) == [
        ("numbered-paragraph", "7", "We are"),
        ("list-item", "b", "we are"),
    ]
