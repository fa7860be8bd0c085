"""Office documents of known text: written with the usual libraries, by hand where these lack it.

The people, bodies and figures are made up.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop.core.document import BlockKind

_SUBJECTS = [
    "Our members",
    "Local charities",
    "The trustees",
    "Carers in Fernbrook",
    "Small groups",
]
_VERBS = [
    "told us about",
    "depend upon",
    "cannot plan without",
    "have long asked for",
    "measure",
]
_OBJECTS = [
    "long-term grants",
    "advice by telephone",
    "the new rules",
    "affordable rooms",
    "the cuts",
]
_ENDS = [
    "since 2014",
    "at £3.2 million a year",
    "although costs rose by 12.5%",
    "in rural areas",
]
_TOPICS = [
    "Summary",
    "About us",
    "Funding",
    "Volunteers",
    "Commissioning",
    "Accountability",
    "Next steps",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """A block that a document has."""

    kind: BlockKind
    text: str
    number: str = ""

    @property
    def said(self) -> str:
        """Everything that a reader of the page sees of it."""
        return f"{self.number} {self.text}"


def facts(seed: int, sections: int = 5, *, numbered: bool = True) -> Iterator[Fact]:
    """Yield what a made-up submission says."""
    chance = random.Random(seed)
    paragraph = 0
    yield Fact(BlockKind.HEADING, f"Written evidence submitted by Example Trust {seed}")
    for section in range(sections):
        topic = chance.choice(_TOPICS)
        asked = chance.random() < 0.5
        title = (
            f"Question {section + 1}: {topic}, and what of it?" if asked else f"{topic} {section}"
        )
        yield Fact(BlockKind.HEADING, title)
        for _ in range(chance.randint(2, 5)):
            paragraph += 1
            if numbered:
                yield Fact(BlockKind.NUMBERED, _prose(chance), str(paragraph))
            else:
                yield Fact(BlockKind.PARAGRAPH, _prose(chance))
        extra = chance.choice(["bullets", "letters", "table", "note", "quotation", "sub", ""])
        yield from _extra(chance, extra)
    yield Fact(BlockKind.PARAGRAPH, "Example Trust, 1 May 2019.")


def _extra(chance: random.Random, what: str) -> Iterator[Fact]:
    match what:
        case "bullets":
            yield from (Fact(BlockKind.LIST_ITEM, _clause(chance)) for _ in range(3))
        case "letters":
            yield from (Fact(BlockKind.LIST_ITEM, _clause(chance), letter) for letter in "abc")
        case "table":
            rows = (f"{_clause(chance)}\t{chance.randint(10, 99)}" for _ in range(3))
            yield Fact(BlockKind.TABLE, "\n".join(["What\tHow much", *rows]))
        case "quotation":
            yield Fact(BlockKind.QUOTATION, _prose(chance))
        case "sub":
            yield Fact(BlockKind.HEADING, f"What we did {chance.randint(1, 999)}")
            yield Fact(BlockKind.PARAGRAPH, _prose(chance))
        case _:
            yield Fact(BlockKind.PARAGRAPH, _prose(chance))


def _clause(chance: random.Random) -> str:
    return " ".join(chance.choice(part) for part in (_SUBJECTS, _VERBS, _OBJECTS))


def _prose(chance: random.Random) -> str:
    sentences = (f"{_clause(chance)} {chance.choice(_ENDS)}." for _ in range(chance.randint(2, 6)))
    return " ".join(sentences)


def write_word(path: Path, seed: int, sections: int = 5) -> list[Fact]:
    """Write a Word document; return what is true of it. Odd seeds have headings by look only."""
    import docx

    document = docx.Document()
    document.core_properties.title = f"Example {seed}"
    lists = _Lists(document)
    true: list[Fact] = []
    for fact in facts(seed, sections, numbered=seed % 3 != 2):
        before = true[-1] if true else None
        _add(document, lists, fact, by_look=seed % 2 == 1, first=before is None)
        true.append(fact)
        if fact.kind is BlockKind.PARAGRAPH and seed % 4 == 0:
            _add_changes(document)
            true.append(Fact(BlockKind.PARAGRAPH, "This was added."))
    document.save(str(path))
    return true


def _add(document: Any, lists: _Lists, fact: Fact, *, by_look: bool, first: bool) -> None:
    match fact.kind:
        case BlockKind.HEADING if by_look:
            run = document.add_paragraph().add_run(fact.text)
            run.bold = True
        case BlockKind.HEADING:
            level = 0 if first else 2 if fact.text.startswith("What we did") else 1
            document.add_heading(fact.text, level)
        case BlockKind.NUMBERED:
            lists.apply(document.add_paragraph(fact.text), "decimal")
        case BlockKind.LIST_ITEM if fact.number:
            lists.apply(document.add_paragraph(fact.text), "letters", anew=fact.number == "a")
        case BlockKind.LIST_ITEM:
            document.add_paragraph(fact.text, style="List Bullet")
        case BlockKind.TABLE:
            rows = [row.split("\t") for row in fact.text.split("\n")]
            table = document.add_table(len(rows), len(rows[0]))
            for row, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
        case BlockKind.QUOTATION:
            document.add_paragraph(fact.text, style="Quote")
        case _:
            document.add_paragraph(fact.text)


def _add_changes(document: Any) -> None:
    """Add a paragraph of which some words were deleted and others put in, all of it tracked."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    added = document.add_paragraph("This ")
    added._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>is gone</w:delText></w:r>'
            "</w:del>"
        )
    )
    added._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="2" w:author="x"><w:r><w:t>was added.</w:t></w:r></w:ins>'
        )
    )


class _Lists:
    """Word's own numbering, which python-docx leaves to the writer."""

    _FORMS = (("decimal", "decimal", "%1."), ("letters", "lowerLetter", "(%1)"))

    def __init__(self, document: Any) -> None:
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        self._root = document.part.numbering_part.element
        self._parse, self._namespace = parse_xml, nsdecls("w")
        self._now: dict[str, int] = {}
        self._next = 900
        for at, (_, form, text) in enumerate(self._FORMS):
            self._root.insert(
                0,
                parse_xml(
                    f'<w:abstractNum {self._namespace} w:abstractNumId="{900 + at}">'
                    f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                    f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
                ),
            )

    def apply(self, paragraph: Any, name: str, *, anew: bool = False) -> None:
        """Number a paragraph; ``anew`` from 1."""
        family = 900 + [one for one, _, _ in self._FORMS].index(name)
        if anew or name not in self._now:
            self._next += 1
            self._now[name] = self._next
            start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            self._root.append(
                self._parse(
                    f'<w:num {self._namespace} w:numId="{self._next}">'
                    f'<w:abstractNumId w:val="{family}"/>{start}</w:num>'
                )
            )
        numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        numbered.get_or_add_ilvl().val = 0
        numbered.get_or_add_numId().val = self._now[name]


def write_odt(path: Path, seed: int) -> list[Fact]:
    """Write an OpenDocument text; return what is true of it."""
    import odfdo

    document = odfdo.Document("text")
    document.body.clear()
    true = [fact for fact in facts(seed, numbered=False) if not fact.number]
    for place, fact in enumerate(true):
        match fact.kind:
            case BlockKind.HEADING:
                document.body.append(odfdo.Header(1 if place == 0 else 2, fact.text))
            case BlockKind.LIST_ITEM:
                document.body.append(odfdo.List([fact.text]))
            case BlockKind.TABLE:
                rows = [row.split("\t") for row in fact.text.split("\n")]
                table = odfdo.Table("Table", width=2, height=len(rows))
                table.set_values(rows)
                document.body.append(table)
            case _:
                document.body.append(odfdo.Paragraph(fact.text))
    document.save(str(path))
    return list(_numbered_headings(map(_as_text, true)))


def _numbered_headings(true: Iterable[Fact]) -> Iterator[Fact]:
    """The usual template of the library numbers headings: 1, then 1.1, 1.2 and so on."""
    count = 0
    for fact in true:
        if fact.kind is BlockKind.HEADING:
            yield replace(fact, number=f"1.{count}" if count else "1")
            count += 1
        else:
            yield fact


def write_rtf(path: Path, seed: int) -> list[Fact]:
    """Write rich text as Word does, by hand; return what is true of it."""
    true = list(facts(seed))
    out = [r"{\rtf1\ansi\ansicpg1252\deff0{\stylesheet{\s0 Normal;}{\s1 heading 1;}}"]
    for fact in true:
        text = "".join(one if one.isascii() else rf"\u{ord(one)} ?" for one in fact.text)
        match fact.kind:
            case BlockKind.HEADING:
                out.append(rf"\pard\s1\b {text}\b0\par")
            case BlockKind.TABLE:
                for row in text.split("\n"):
                    cells = "".join(rf"\pard\intbl {cell}\cell" for cell in row.split("\t"))
                    out.append(rf"\trowd\cellx3000\cellx6000{cells}\row")
            case BlockKind.NUMBERED | BlockKind.LIST_ITEM:
                shown = fact.number and f"{fact.number}."
                out.append(rf"\pard{{\listtext {shown or chr(92) + 'bullet'}\tab}}\ls1 {text}\par")
            case _:
                out.append(rf"\pard {text}\par")
    path.write_bytes("\n".join([*out, "}"]).encode("ascii"))
    return [_as_text(fact) for fact in true]


def write_pptx(path: Path, seed: int) -> list[Fact]:
    """Write a presentation; return what is true of it."""
    import pptx
    from pptx.util import Inches

    shown: Any = pptx.Presentation()
    true: list[Fact] = []
    chance = random.Random(seed)
    for number in range(6):
        slide = shown.slides.add_slide(shown.slide_layouts[1])
        slide.shapes.title.text = f"{chance.choice(_TOPICS)} {number}"
        true.append(Fact(BlockKind.HEADING, f"{slide.shapes.title.text}"))
        points = [_clause(chance) for _ in range(3)]
        slide.placeholders[1].text_frame.text = "\n".join(points)
        true.extend(Fact(BlockKind.LIST_ITEM, point) for point in points)
        footer = slide.shapes.add_textbox(Inches(0), Inches(7), Inches(4), Inches(0.3))
        footer.text_frame.text = f"Example Trust | {number + 1}"
        said = _prose(chance)
        slide.notes_slide.notes_text_frame.text = said
        true.append(Fact(BlockKind.FOOTNOTE, said, "note"))
    shown.save(str(path))
    return true


def _as_text(fact: Fact) -> Fact:
    """A quotation is an ordinary paragraph where the format has no style for it."""
    return replace(fact, kind=BlockKind.PARAGRAPH) if fact.kind is BlockKind.QUOTATION else fact
