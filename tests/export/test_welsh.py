"""The Welsh of a submission is written with Welsh words around it, and says that it is Welsh."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from desktop.core.finding import TextField
from desktop.core.response import Draft, Recommendation
from desktop.core.translating import Language, TextKey, Translation, in_language
from desktop.errors import ContentError
from desktop.export import CopyOptions, ExportOptions, FileFormat, suggested_file_name
from desktop.export import submission as exporting
from desktop.export.plan import load_plan
from tests.export.samples import TEMPLATES, TODAY
from tests.support.drafts import make_draft
from tests.support.office import OoxmlValidator

NOW = datetime(2026, 11, 28, 9, 0)  # noqa: DTZ001
ASK = Recommendation("a", "r", "1", "yr Adran", "ariannu ymddiriedolwyr", "Ebrill 2027")


@pytest.fixture
def welsh() -> Draft:
    draft = make_draft({"1": "Four halls closed."}, recommendations=[ASK])
    key = TextKey(Language.WELSH, TextField.BODY, "1")
    said = Translation("Caeodd pedair neuadd.", "Four halls closed.")
    return in_language(replace(draft, translations={key: said}), Language.WELSH)


def test_the_plain_text_is_welsh_from_title_to_date(welsh: Draft, tmp_path: Path) -> None:
    path = exporting.write(
        welsh, TEMPLATES, tmp_path / "t.txt", ExportOptions(), FileFormat.TEXT, False, NOW
    )
    text = path.read_text(encoding="utf-8")
    assert "Tystiolaeth ysgrifenedig gan Fernbrook Community Trust" in text
    assert "Caeodd pedair neuadd." in text
    assert "Dylai yr Adran ariannu ymddiriedolwyr erbyn Ebrill 2027" in text.replace("\n", " ")
    assert "28 Tachwedd 2026" in text
    for english in ("Recommendations", "Question", "Summary", "paragraph ", "Our evidence"):
        assert english not in text


def test_the_word_file_says_that_it_is_welsh_and_is_sound(
    welsh: Draft, tmp_path: Path, ooxml_validator: OoxmlValidator
) -> None:
    path = exporting.write(
        welsh, TEMPLATES, tmp_path / "t.docx", ExportOptions(), FileFormat.WORD, False, NOW
    )
    with zipfile.ZipFile(path) as file:
        styles = file.read("word/styles.xml").decode()
        assert "cy-GB" in file.read("docProps/core.xml").decode()
    assert 'w:val="cy-GB"' in styles
    assert 'w:lang w:val="en-GB"' not in styles
    assert not any(ooxml_validator.every_version(path).values())


def test_the_email_and_the_text_for_forms_are_welsh_too(welsh: Draft) -> None:
    email = exporting.email(welsh, TEMPLATES, "t.docx", ExportOptions(), TODAY)
    assert email.subject.startswith("Tystiolaeth ysgrifenedig gan Fernbrook")
    copied = exporting.answers(welsh, TEMPLATES, CopyOptions())
    assert "Caeodd pedair neuadd." in copied["1"].text


def test_the_two_files_have_two_names(welsh: Draft) -> None:
    assert suggested_file_name(welsh) != suggested_file_name(replace(welsh, language="en-GB"))


def test_both_plans_have_the_same_words() -> None:
    english, welsh = load_plan(TEMPLATES), load_plan(TEMPLATES, Language.WELSH)
    assert list(english.words) == list(welsh.words)
    same = {key for key in english.words if english.words[key] == welsh.words[key]}
    assert same == {"header", "subtitle", "clause", "date"}


def test_a_language_without_words_is_said_so(welsh: Draft) -> None:
    with pytest.raises(ContentError):
        load_plan(TEMPLATES, "fr-FR")


def test_evidence_on_a_bill_names_the_clause_and_the_words_proposed(tmp_path: Path) -> None:
    about = replace(
        ASK,
        who="The Bill",
        what="protect small halls",
        by_when="",
        clause="Clause 4",
        amendment="after “grants” insert “and loans”",
    )
    draft = make_draft({"1": "Four halls closed."}, recommendations=[about])
    path = exporting.write(
        draft, TEMPLATES, tmp_path / "t.txt", ExportOptions(), FileFormat.TEXT, False, NOW
    )
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert "Clause 4: The Bill should protect small halls" in text
    assert "Proposed amendment: after “grants” insert “and loans”" in text
