from __future__ import annotations

import importlib.util
from pathlib import Path

import docx
import pytest

from desktop.export.word.elements import Element
from desktop.export.word.styles import StyleName, read_styles
from tests.export import reading
from tests.export.samples import TEMPLATES

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
