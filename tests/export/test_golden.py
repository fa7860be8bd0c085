"""The XML of one fixed submission, part by part, so that a change of look is seen and agreed to."""

from __future__ import annotations

import pytest

from desktop.export import ExportOptions, cover_email, suggested_file_name, to_preview, to_text
from tests.export import reading
from tests.export.samples import TODAY, docx_of, full_draft, outline_of, plan

OPTIONS = ExportOptions(list_of_sources=True)


@pytest.mark.parametrize(
    "part",
    ["document", "footnotes", "numbering", "settings", "header1", "footer1"],
)
def test_the_parts_of_the_word_document_are_as_agreed(part, golden):
    root = reading.root(docx_of(full_draft(), OPTIONS), f"word/{part}.xml")
    reading.etree.indent(root)
    golden(f"export/{part}.xml", reading.etree.tostring(root, encoding="unicode") + "\n")


def test_the_plain_text_is_as_agreed(golden):
    golden("export/evidence.txt", to_text(outline_of(full_draft(), OPTIONS)))


def test_the_preview_is_as_agreed(golden):
    golden("export/preview.html", to_preview(outline_of(full_draft(), OPTIONS)) + "\n")


def test_the_cover_email_is_as_agreed(golden):
    draft = full_draft()
    email = cover_email(draft, plan(), suggested_file_name(draft), TODAY, OPTIONS)
    golden("export/cover-email.txt", f"{email.subject}\n\n{email.body}")
