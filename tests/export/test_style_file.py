from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from desktop.core.rules import Numbering
from desktop.export import ExportOptions, to_docx
from desktop.export.word.elements import Element
from desktop.export.word.styles import StyleName, read_styles
from tests.export import reading
from tests.export.samples import NOW, TEMPLATES, docx_of, full_draft, outline_of
from tests.support.drafts import make_draft

ROOT = Path(__file__).resolve().parents[2]
STYLE = TEMPLATES / "written-evidence/style.docx"
W = reading.W


@pytest.fixture(scope="module")
def maker():
    """Give the script that makes the style file."""
    spec = importlib.util.spec_from_file_location("make_style", ROOT / "setup/make_style.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def root(part: str) -> Element:
    return reading.root(STYLE.read_bytes(), part)


def test_the_committed_file_is_what_the_script_makes(maker, tmp_path):
    maker.make(tmp_path / "style.docx")
    assert reading.parts(STYLE.read_bytes()) == reading.parts(
        (tmp_path / "style.docx").read_bytes()
    )


def test_it_holds_every_style_the_export_uses_and_no_text():
    document = docx.Document(str(STYLE))
    styles = read_styles(document.styles.element, STYLE)
    assert all(styles[name] for name in StyleName)
    assert document.paragraphs == []


def test_all_text_is_english_arial_and_at_least_11_points_on_the_page():
    defaults = root("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults.find(f"{W}lang").get(f"{W}val") == "en-GB"
    assert defaults.find(f"{W}rFonts").get(f"{W}ascii") == "Arial"
    assert defaults.find(f"{W}sz").get(f"{W}val") == "22"


def test_nothing_is_justified_and_no_heading_is_in_capitals():
    styles = root("word/styles.xml")
    assert {found.get(f"{W}val") for found in styles.iter(f"{W}jc")} <= {"center"}  # the footer
    assert not list(styles.iter(f"{W}caps")) + list(styles.iter(f"{W}smallCaps"))


def test_it_carries_no_macro_no_picture_and_nobodys_name(ooxml_validator):
    parts = reading.parts(STYLE.read_bytes())
    assert not [name for name in parts if "vba" in name or "media" in name or "thumb" in name]
    assert b"creator" not in parts["docProps/core.xml"]
    assert ooxml_validator.every_version(STYLE) == {"Office2016": [], "Microsoft365": []}


def lean(tmp_path: Path) -> Path:
    """Give the style file as another program may have left it: without what Word can do without."""
    taken_out = {
        "word/settings.xml": [r"<w:compat>.*?</w:compat>", r"<w:compat/>"],
        "word/numbering.xml": [r"<w:nsid [^>]*/>", r"<w:pStyle [^>]*/>"],
    }
    path = tmp_path / "style.docx"
    with ZipFile(STYLE) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode() if name in taken_out else ""
            for pattern in taken_out.get(name, ()):
                data = re.sub(pattern, "", data, flags=re.DOTALL)
            new.writestr(name, data or old.read(name))
    return path


def test_a_style_file_that_another_program_saved_still_serves(tmp_path, ooxml_validator):
    options = ExportOptions(numbering=Numbering.BY_SECTION)
    draft = full_draft()
    data = to_docx(outline_of(draft, options), lean(tmp_path), options)
    numbers = [label for label, _ in reading.printed(data) if "." in label.rstrip(".")]
    assert numbers[:2] == ["1.1", "1.2"]
    document = tmp_path / "evidence.docx"
    document.write_bytes(data)
    assert ooxml_validator(document) == []


def test_a_style_file_with_text_notes_and_headers_gives_the_document_none_of_them(
    tmp_path, ooxml_validator
):
    # As one gets by opening a submission in Word, changing its looks and keeping it as the style.
    written = tmp_path / "style.docx"
    written.write_bytes(docx_of(full_draft()))
    plain = make_draft({"1": "Four halls closed.[@larch-2024, page 4]"})
    data = to_docx(outline_of(plain), written, ExportOptions(), NOW)
    again = to_docx(outline_of(plain), STYLE, ExportOptions(), NOW)
    assert reading.paragraphs(data) == reading.paragraphs(again)
    for part in ("word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
        assert reading.parts(data)[part] == reading.parts(again)[part]
    document = tmp_path / "evidence.docx"
    document.write_bytes(data)
    assert ooxml_validator(document) == []
