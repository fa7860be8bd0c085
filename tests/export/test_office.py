"""The document as others see it: Microsoft's validator, and LibreOffice's pages."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from desktop.core.response import Organisation
from desktop.core.rules import Numbering
from desktop.core.words import count_words
from desktop.export import ExportOptions, to_text
from tests.export.samples import docx_of, full_draft, outline_of, paragraph_numbers
from tests.support.drafts import make_draft

CHOICES = {
    "plain": ExportOptions(),
    "as-text": ExportOptions(numbers_as_text=True, list_of_sources=True),
    "by-section": ExportOptions(numbering=Numbering.BY_SECTION, skipped_named=True),
    "unnumbered": ExportOptions(numbering=Numbering.NONE, page_numbers=False),
}
_NUMBER = re.compile(r"(?m)^(\d{1,3})\. ")


@pytest.fixture
def plain_draft():
    """Give a Draft without writing that PDF readers turn about."""
    draft = full_draft()
    answer = draft.answers["2"]
    body = answer.body[: answer.body.index("שלום")]
    return replace(draft, answers={**draft.answers, "2": replace(answer, body=body)})


@pytest.mark.parametrize("options", CHOICES.values(), ids=CHOICES)
def test_the_validator_finds_no_error_for_any_office(options, ooxml_validator, tmp_path):
    document = tmp_path / "evidence.docx"
    document.write_bytes(docx_of(full_draft(), options))
    assert ooxml_validator.every_version(document) == {"Office2016": [], "Microsoft365": []}


def test_the_validator_finds_no_error_in_awkward_text(ooxml_validator, tmp_path):
    awkward = "& < > \" ' ]]> \x00\x1f\ufffe 👩‍👩‍👧 שלום 1 مرحبا \u200b\u202e \U000f0000"
    link = "[a](<https://a.example/é?b=|c>) [b](http://xn--/) [c](mailto:a@b.example?subject=x y)"
    draft = make_draft(
        {"1": f"{awkward}\n\n> {awkward}\n\n|{link}|\n|-|\n|[@no-key, {awkward}]|\n\n### {link}"},
        organisation=Organisation("o", awkward * 9, about=link, speaks_for=awkward),
    )
    document = tmp_path / "evidence.docx"
    document.write_bytes(docx_of(draft, ExportOptions(list_of_sources=True)))
    assert ooxml_validator.every_version(document) == {"Office2016": [], "Microsoft365": []}


@pytest.mark.parametrize("as_text", [False, True], ids=["word-numbers", "typed-numbers"])
def test_libreoffice_shows_every_number_note_and_word(as_text, plain_draft, pdf_text, tmp_path):
    options = ExportOptions(numbers_as_text=as_text, list_of_sources=True)
    document = tmp_path / "evidence.docx"
    document.write_bytes(docx_of(plain_draft, options))
    shown = pdf_text(document)
    outline = outline_of(plain_draft, options)
    numbers = paragraph_numbers(outline)
    assert _NUMBER.findall(shown) == numbers == [str(n) for n in range(1, len(numbers) + 1)]
    packed = "".join(shown.split())
    for note in outline.notes:
        assert "".join(f"{note.number} {note.text}".split()) in packed
    said = re.sub(
        r"\[\d+\]|[-=]{3,}|\(https?://\S+\)|[|•]", " ", to_text(replace(outline, notes=()))
    )
    missing = {word for word in said.split() if word not in packed}
    assert missing == set()
    assert count_words(said) > 250


def test_libreoffice_numbers_by_section_as_the_outline_does(plain_draft, pdf_text, tmp_path):
    options = ExportOptions(numbering=Numbering.BY_SECTION)
    document = tmp_path / "evidence.docx"
    document.write_bytes(docx_of(plain_draft, options))
    wanted = paragraph_numbers(outline_of(plain_draft, options))
    assert re.findall(r"(?m)^(\d\.\d) ", pdf_text(document)) == wanted
