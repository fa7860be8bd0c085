"""Our own documents, looked at by our own checks and by a scan that is not ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.checks import CHECKS, Known, checker
from desktop.checks.checker import Checker
from desktop.corpus.limits import USUAL
from desktop.corpus.readers.docx.file_facts import facts
from desktop.export import ExportOptions
from tests.export.samples import TODAY, docx_of, full_draft
from tests.export.test_office import CHOICES
from tests.support.accessibility import AccessibilityScan
from tests.support.spoilt_documents import sound_document, spoilt_document

OF_FILES = {
    "heading-levels",
    "table-header",
    "alt-text",
    "link-text",
    "document-language",
    "document-title",
    "macros",
    "file-size",
    "single-file",
    "pictures",
    "changes-and-comments",
}


def of_file(path: Path) -> set[str]:
    """Give the checks that have something to say of a file."""
    known = Known(TODAY, file=facts(path, USUAL))
    checks = tuple(one for one in CHECKS if one.id in OF_FILES)
    return {finding.check for finding in Checker(checks).check(full_draft(), known)}


def test_every_check_of_files_is_registered() -> None:
    assert {one.id for one in CHECKS} >= OF_FILES
    assert checker() is not None


@pytest.mark.parametrize("options", CHOICES.values(), ids=CHOICES)
def test_our_checks_find_nothing_in_our_own_documents(
    options: ExportOptions, tmp_path: Path
) -> None:
    document = tmp_path / "evidence.docx"
    document.write_bytes(docx_of(full_draft(), options))
    assert of_file(document) == set()


@pytest.mark.parametrize("options", CHOICES.values(), ids=CHOICES)
def test_an_independent_scan_finds_nothing_in_our_own_documents(
    options: ExportOptions, accessibility_scan: AccessibilityScan, tmp_path: Path
) -> None:
    document = tmp_path / "evidence.docx"
    document.write_bytes(docx_of(full_draft(), options))
    assert accessibility_scan(document) == {}


def test_the_scan_and_our_checks_see_what_is_wrong(
    accessibility_scan: AccessibilityScan, tmp_path: Path
) -> None:
    spoilt = spoilt_document(tmp_path / "spoilt.docx")
    scanned = accessibility_scan(spoilt)
    wrong = {"document-title", "html-has-lang", "heading-order", "image-alt", "td-has-header"}
    assert wrong <= scanned.keys()
    assert of_file(spoilt) == {
        "heading-levels",
        "table-header",
        "alt-text",
        "link-text",
        "document-language",
        "document-title",
        "changes-and-comments",
    }


def test_both_are_silent_about_a_sound_document_of_somebody_else(
    accessibility_scan: AccessibilityScan, tmp_path: Path
) -> None:
    sound = sound_document(tmp_path / "sound.docx")
    assert accessibility_scan(sound) == {}
    assert of_file(sound) == set()
