"""Documents of known text in many layouts, written as Word files for LibreOffice to print.

The people, bodies and figures are made up.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


def _each(choices: str) -> list[str]:
    return choices.split("|")


_SUBJECTS = _each(
    "Local charities|Volunteers in the valley|Our members|The trustees of Example Trust|Many carers"
    "|Small community organisations|Young people in Sampleton|The council's own officers"
    "|Neighbourhood groups|Parents who wrote to us|Three in five respondents|Advice workers"
)
_VERBS = _each(
    "told us about|have long argued for|cannot plan without|depend upon|welcome|struggle with"
    "|would like to see more of|are worried about|have built up|report a shortage of"
    "|need clearer information about|make good use of"
)
_OBJECTS = _each(
    "long-term funding|the commissioning arrangements|short-notice changes to grants"
    "|accessible transport|face-to-face advice|a well-informed public debate|the new regulations"
    "|infrastructure organisations|decision-making at neighbourhood level|affordable premises"
    "|the administrative requirements|evidence-based programmes|intergenerational activities"
)
_ENDS = _each(
    "since the review of 2014|although the costs rose by 12.5 per cent|in rural areas particularly"
    "|according to the survey that 1,204 people answered|when responsibilities were transferred"
    "|which the Department should publish (see also the annex)|and this has not been recognised"
    "|because co-operation between neighbours takes time|at a cost of £3.2 million a year"
    "|as the representatives of self-help groups explained|before the consultation was announced"
)
_TOPICS = _each(
    "Funding and grants|The role of volunteers|Commissioning|What should change|Health and care"
    "|Transport in the valley|Housing need|Accountability|Our evidence|The legal framework"
    "|Training and skills|Young people|Premises and assets|Measuring what works|Digital services"
)
_ASKS = _each(
    "Do you agree with the proposed approach to {0}?|What evidence do you have about {0}?"
    "|How should the Government support {0} in the next five years?|What are the barriers to {0}?"
    "|Are there examples of good practice in {0} that others could learn from?"
    "|Please share your views on {0}, including any costs that you have met."
)


@dataclass(frozen=True, slots=True)
class Truth:
    """What a document says: blocks of a kind ("heading", "text", "cell", "note") in order."""

    blocks: tuple[tuple[str, str], ...]

    def texts(self, *kinds: str) -> list[str]:
        """Return the texts of these kinds, all of them if none is named."""
        return [text for kind, text in self.blocks if not kinds or kind in kinds]


@dataclass(slots=True)
class Layout:
    """How a document is set."""

    columns: int = 1
    font: str = "Liberation Serif"
    size: float = 11
    justified: bool = False
    indented: bool = False
    hyphens: bool = False
    running: bool = True
    numbered: bool = False
    questions: str = ""  # "", "heading", "bold", "line" or "table"
    title_across: bool = True


@dataclass(slots=True)
class Writer:
    """Writes one Word document and remembers what it wrote."""

    layout: Layout
    chance: random.Random
    document: Any
    blocks: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    number: int = 0

    def sentence(self) -> str:
        pick = self.chance.choice
        return f"{pick(_SUBJECTS)} {pick(_VERBS)} {pick(_OBJECTS)} {pick(_ENDS)}."

    def text(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, level)
        self.blocks.append(("heading", text))

    def paragraph(self, text: str, style: str | None = None, number: str = "") -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        made = self.document.add_paragraph(style=style)
        made.add_run(f"{number} " if number else "")
        made.add_run(_with_soft_hyphens(text) if self.layout.hyphens else text)
        if self.layout.justified:
            made.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if self.layout.indented and not style and not number:
            made.paragraph_format.first_line_indent = Pt(18)
            made.paragraph_format.space_after = Pt(0)
        self.blocks.append(("text", f"{number} {text}".strip()))

    def bold(self, text: str) -> None:
        self.document.add_paragraph().add_run(text).bold = True
        self.blocks.append(("heading", text))

    def table(self, rows: list[list[str]]) -> None:
        from docx.shared import Cm

        made = self.document.add_table(len(rows), len(rows[0]), style="Table Grid")
        made.autofit = False
        for column in made.columns:
            column.width = Cm(15 / self.layout.columns / len(rows[0]))
        for row, texts in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
                cell.width = Cm(15 / self.layout.columns / len(texts))
        self.blocks += [("cell", text) for texts in rows for text in texts]

    def next_number(self) -> str:
        self.number += 1
        return f"{self.number}."


def _with_soft_hyphens(text: str) -> str:
    """Return text whose long words may be cut, as a hyphenating program would."""

    def cut(match: re.Match[str]) -> str:
        word = match[0]
        return "\u00ad".join(word[i : i + 4] for i in range(0, len(word), 4))

    return re.sub(r"(?<![-\w])[a-z]{8,}(?![-\w])", cut, text)


def _start(layout: Layout, seed: int) -> Writer:
    import docx
    from docx.shared import Pt

    document = docx.Document()
    normal: Any = document.styles["Normal"]
    normal.font.name = layout.font
    normal.font.size = Pt(layout.size)
    if layout.running:
        section = document.sections[0]
        section.header.paragraphs[0].text = "Example Trust: evidence to the Sampleton inquiry"
        footer = section.footer.paragraphs[0]
        footer.add_run("Registered charity 0000000   Page ")
        _field(footer, "PAGE")
    return Writer(layout, random.Random(seed), document)


def _field(paragraph: Any, instruction: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), instruction)
    paragraph._p.append(made)


def _set_columns(document: Any, count: int) -> None:
    from docx.enum.section import WD_SECTION
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    section = document.add_section(WD_SECTION.CONTINUOUS)
    columns = section._sectPr.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        section._sectPr.append(columns)
    columns.set(qn("w:num"), str(count))
    columns.set(qn("w:space"), "480")


def write(path: Path, layout: Layout, seed: int, parts: int = 6) -> Truth:
    """Write a document to ``path`` and return what it says."""
    writer = _start(layout, seed)
    writer.heading(f"Response to the {writer.chance.choice(_TOPICS).lower()} inquiry", 0)
    if layout.columns > 1:
        _set_columns(writer.document, layout.columns)
    if layout.questions:
        _questions(writer, parts)
    else:
        _report(writer, parts)
    writer.document.save(str(path))
    return Truth(tuple(writer.blocks))


def _report(writer: Writer, parts: int) -> None:
    chance, layout = writer.chance, writer.layout
    topics = chance.sample(_TOPICS, parts)
    for index, topic in enumerate(topics):
        writer.heading(topic, 1)
        for _ in range(chance.randint(2, 5)):
            number = writer.next_number() if layout.numbered else ""
            writer.paragraph(writer.text(chance.randint(2, 7)), number=number)
        if index % 3 == 1:
            for _ in range(chance.randint(3, 5)):
                writer.paragraph(writer.sentence(), "List Bullet")
        if index % 3 == 2:
            writer.heading(f"{topic}: an example", 2)
            writer.paragraph(writer.text(3))
            figures = [["Year", "Groups helped", "Cost"]]
            figures += [[str(2010 + i), str(chance.randint(9, 99)), f"£{i},500"] for i in range(4)]
            writer.table(figures)
            writer.paragraph(writer.text(3))


def _questions(writer: Writer, parts: int) -> None:
    chance = writer.chance
    rows = [["Question", "Our response"]]
    for number in range(1, parts + 1):
        ask = chance.choice(_ASKS).format(chance.choice(_OBJECTS))
        question = f"Question {number}: {ask}"
        answers = [writer.text(chance.randint(2, 6)) for _ in range(chance.randint(1, 3))]
        if writer.layout.questions == "table":
            rows.append([f"{number}. {ask}", " ".join(answers)])
            continue
        if writer.layout.questions == "heading":
            writer.heading(question, 2)
        elif writer.layout.questions == "bold":
            writer.bold(f"{number}. {ask}")
        else:
            writer.paragraph(question)
            writer.blocks[-1] = ("heading", question)
        for answer in answers:
            writer.paragraph(answer)
    if len(rows) > 1:
        writer.paragraph(writer.text(3))
        writer.table(rows)


LAYOUTS = (
    Layout(),
    Layout(font="Liberation Sans", size=10, justified=True),
    Layout(columns=2, size=10, justified=True, hyphens=True),
    Layout(columns=2, font="Liberation Sans", size=9.5, running=False),
    Layout(columns=2, size=10, justified=True, indented=True),
    Layout(font="DejaVu Sans", size=10, justified=True, hyphens=True),
    Layout(indented=True, justified=True, size=12),
    Layout(numbered=True, font="Liberation Sans"),
    Layout(numbered=True, justified=True, hyphens=True),
    Layout(questions="heading"),
    Layout(questions="bold", font="Liberation Sans", size=11),
    Layout(questions="line", size=12),
    Layout(questions="table", font="Liberation Sans", size=10),
    Layout(questions="bold", columns=2, size=10, justified=True),
)
