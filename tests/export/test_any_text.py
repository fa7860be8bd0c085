"""Whatever a person types or pastes, the document opens and has every word of it."""

from __future__ import annotations

from io import BytesIO

import docx
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.outline import NoteRef, ParagraphBlock
from desktop.core.response import Answer, Organisation, Recommendation, SummaryPoint
from desktop.core.rules import Numbering
from desktop.core.text import Cite, Text, lines, normalise, safe_characters
from desktop.core.words import count
from desktop.export import ExportOptions, answer_text, to_preview, to_text
from desktop.export.addresses import link_target, linked
from desktop.export.blocks import plain_words
from desktop.export.directions import stretches
from desktop.export.filling import one_line
from desktop.export.notes import CLOSING
from desktop.markup import write
from tests.export import reading
from tests.export.samples import docx_of, outline_of, plan
from tests.support.blocks import any_blocks, any_markdown, texts
from tests.support.drafts import make_draft

options = st.builds(
    ExportOptions,
    numbers_as_text=st.booleans(),
    list_of_sources=st.booleans(),
    skipped_named=st.booleans(),
    numbering=st.sampled_from([None, *Numbering]),
)


def squeezed(text: str) -> str:
    """Leave out white space, which may move about a footnote mark."""
    return "".join(text.split())


@given(any_blocks, options)
def test_every_word_of_an_answer_is_in_the_document(blocks, options):
    draft = make_draft({"1": write(blocks)}, key_points=False)
    data = docx_of(draft, options)
    said = squeezed("".join(reading.paragraphs(data)))
    for line in lines(normalise(blocks)):
        for part in line:
            # Punctuation at the edges may have changed places with a footnote mark.
            if isinstance(part, Text):
                assert squeezed(part.text.strip(CLOSING)) in said
    notes = [part for line in lines(normalise(blocks)) for part in line if isinstance(part, Cite)]
    assert len(outline_of(draft, options).notes) == len(notes)


@given(any_blocks)
def test_every_citation_has_one_mark_and_one_note_in_order(blocks):
    data = docx_of(make_draft({"1": write(blocks)}))
    marks = [
        int(mark.get(f"{reading.W}id"))
        for mark in reading.root(data).iter(f"{reading.W}footnoteReference")
    ]
    cites = sum(isinstance(part, Cite) for line in lines(normalise(blocks)) for part in line)
    assert marks == list(range(1, cites + 1))


@given(any_markdown, texts, texts)
def test_a_document_opens_whatever_is_typed_anywhere(markdown, words, name):
    draft = make_draft(
        {"1": Answer("r", "1", words, markdown, choice=(words,))},
        organisation=Organisation(
            "o", name, charity_number=words, speaks_for=words, reach=words, about=markdown
        ),
        summary=(SummaryPoint(words, ("1",)),),
        recommendations=[Recommendation("a", "r", "1", words, words, words)],
        oral_evidence=markdown,
    )
    data = docx_of(draft, ExportOptions(list_of_sources=True))
    docx.Document(BytesIO(data))
    for name_, content in reading.parts(data).items():
        if name_.endswith((".xml", ".rels")):
            reading.etree.fromstring(content)
    for text in (to_text(outline_of(draft)), answer_text(draft, "1", plan()).text):
        assert text == safe_characters(text)


@given(any_blocks, st.sampled_from([Numbering.CONTINUOUS, Numbering.BY_SECTION]))
def test_word_prints_the_numbers_that_the_outline_says(blocks, numbering):
    options = ExportOptions(numbering=numbering)
    draft = make_draft({"1": write(blocks), "3": write(blocks)}, oral_evidence="Yes.")
    paragraphs = [b for b in outline_of(draft, options).blocks if isinstance(b, ParagraphBlock)]
    wanted = [(b.number, squeezed(plain_words(b.runs))) for b in paragraphs if b.number]
    numbers = {number for number, _ in wanted}
    found = [
        (label.rstrip("."), squeezed(words))
        for label, words in reading.printed(docx_of(draft, options))
        if label.rstrip(".") in numbers
    ]
    assert [number for number, _ in found] == [number for number, _ in wanted]
    for (_, words), paragraph, (_, printed) in zip(
        wanted, [b for b in paragraphs if b.number], found, strict=True
    ):
        if not any(isinstance(run, NoteRef) or run.href for run in paragraph.runs):
            assert words == printed


@given(any_blocks)
def test_the_count_of_an_answer_is_that_of_its_text(blocks):
    copy = answer_text(make_draft({"1": write(blocks)}), "1", plan())
    assert copy.count == count(copy.text)


@given(any_markdown, texts)
def test_the_preview_escapes_everything(markdown, words):
    html = to_preview(outline_of(make_draft({"1": Answer("r", "1", words, markdown)})))
    reading.etree.fromstring(f"<body>{html}</body>")


@given(texts)
def test_one_line_is_one_line(text):
    line = one_line(text)
    assert line == one_line(line)
    assert not set(line) & set("\n\r\t\x00\x0b")


@given(st.text(alphabet="aב 1.,؟é👍\u200f"))
def test_stretches_of_writing_lose_nothing(text):
    assert "".join(piece for piece, _ in stretches(text)) == text


@given(texts)
def test_a_reference_keeps_its_words_when_addresses_become_links(text):
    assert plain_words(linked(text)) == text


@given(st.one_of(texts, texts.map("https://a.example/{}".format), texts.map("http://{}".format)))
def test_a_link_is_plain_ascii_without_spaces_or_none(address):
    target = link_target(address)
    if target is not None:
        assert target.isascii()
        assert not set(target) & set(' <>"\\^`{|}')
        assert target.startswith(("http://", "https://", "mailto:"))
