"""Small documents as a reader gives them, and the inquiry that some of them answer."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from desktop.core.consultation import Consultation
from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.core.evidence import SourceKind
from desktop.core.understanding import Part, PartRole, Understanding
from desktop.corpus.understand import understand
from desktop.store.packs.consultations import read_consultation

H, P, L, N = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NUMBERED
T, Q, F, BREAK = BlockKind.TABLE, BlockKind.QUOTATION, BlockKind.FOOTNOTE, BlockKind.BREAK
RESPONSE, CALL = SourceKind.PAST_RESPONSE, SourceKind.CALL_FOR_EVIDENCE

ANSWER = "We support this, since the bus to Quillby is how our members reach the surgery."
LONGER = (
    "In our experience the village halls of the valley are kept open by a handful of people. "
    "Small grants decide whether they can go on."
)

ASKED = (
    "Do you agree that village halls should be exempt?",
    "What would help small groups most?",
    "How should councils decide who is funded?",
)


def document(*blocks: Block, name: DocumentFormat = DocumentFormat.DOCX) -> Document:
    """Return a document of these blocks."""
    return Document(name, blocks)


def heading(text: str, level: int = 2, number: str = "") -> Block:
    """Return a heading."""
    return Block(H, text, level, number)


def para(text: str = ANSWER) -> Block:
    """Return a paragraph."""
    return Block(P, text)


def item(text: str, number: str = "", level: int = 1) -> Block:
    """Return an item of a list."""
    return Block(L, text, level, number)


def table(*rows: tuple[str, ...]) -> Block:
    """Return a table."""
    return Block(T, "\n".join("\t".join(row) for row in rows), cells=rows)


def response(*blocks: Block, known: tuple[Consultation, ...] = ()) -> Understanding:
    """Return what is understood of a past response."""
    return understand(document(*blocks), "response.docx", known, RESPONSE)


def answers(got: Understanding) -> list[Part]:
    """Return the answers in order."""
    return [part for part in got.parts if part.role is PartRole.ANSWER]


def numbers(got: Understanding) -> list[str]:
    """Return the numbers of the answers in order."""
    return [part.number for part in answers(got)]


def body(got: Understanding, part: Part) -> str:
    """Return the words of a part without its heading."""
    return " ".join(each.text for each in got.document.blocks[part.body : part.end] if each.text)


def inquiry() -> Consultation:
    """Return the built-in inquiry."""
    path = Path(__file__).parents[3] / "resources/consultations/pasc-big-society-2011.toml"
    return read_consultation(path).consultation


_PIECES = (
    *(
        "Question 1: ",
        "Q2. ",
        "3. ",
        "(a) ",
        "Questions 3 and 4",
        "Contents",
        "Annex A",
        "About us",
    ),
    *("Do you agree?", "Please explain your answer.", "We agree.", "Yes", "☒ Yes ☐ No", " ..... 7"),
    *(
        "Summary",
        "Recommendations",
        "“",
        "”",
        "? ",
        ". ",
        "\n",
        "by 5pm on 3 May 2024",
        "3,000 words",
    ),
    *(
        "A definition of what the ‘Big Society’ is or should be.",
        "Chapter 2",
        "x@example.org",
        "  ",
    ),
)
texts = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=6).map("".join),
    st.text(max_size=60),
    st.lists(st.sampled_from(("word", "care", "We", "the", "hall.", "5")), max_size=220).map(
        " ".join
    ),
)


@st.composite
def block(draw: st.DrawFn) -> Block:
    """Draw a block of any kind."""
    kind = draw(st.sampled_from(BlockKind))
    number = draw(st.sampled_from(("", "", "1", "2", "3", "2a", "3.2", "a", "i", "Question 4")))
    page = draw(st.integers(0, 3))
    if kind is BREAK:
        return Block(BREAK, page=page)
    if kind is T:
        cells = draw(st.lists(st.lists(texts, min_size=1, max_size=3).map(tuple), max_size=3))
        return table(*cells)
    return Block(kind, draw(texts), draw(st.integers(0, 4)), number, page=page)


documents = st.lists(block(), max_size=14).map(lambda blocks: document(*blocks))
