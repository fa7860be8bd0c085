from __future__ import annotations

import shutil

import pytest

from desktop.core.response import Answer
from desktop.errors import ContentError, ExportError
from desktop.export import ExportOptions, build_outline, cover_email, load_plan
from desktop.export.plan import Plan
from tests.export.samples import TEMPLATES, TODAY
from tests.support.drafts import make_draft


@pytest.fixture
def templates(tmp_path):
    """Give a copy of the templates that a test may spoil."""
    return shutil.copytree(TEMPLATES, tmp_path / "templates")


def spoil(templates, old: str, new: str, file: str = "written-evidence/plan.toml") -> None:
    path = templates / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_plan_that_ships_can_be_used(templates):
    plan = load_plan(templates)
    assert plan.title == "Written evidence to a committee"
    assert plan.style.is_file()


SPOILT = {
    "unknown key": ('notes = "Notes"', 'notes = "Notes"\nnote = ""', "unknown key “note”", "notes"),
    "missing key": ('notes = "Notes"\n', "", "lacks the key “notes”", "Allowed in"),
    "unknown top key": ("format = 1", "format = 1\ncolour = 2", "unknown key “colour”", "format"),
    "not TOML": ("format = 1", "format = ", "it is not TOML", ""),
    "newer format": ("format = 1", "format = 2", "format is 2", "reads format 1"),
    "title not text": ('title = "Written evidence to a committee"', "title = 3", "title or", ""),
    "word not text": ('notes = "Notes"', "notes = 3", "notes is not text", "quotation marks"),
    "template broken": ("Question {{ number }}", "Question {{ number", "question cannot", "number"),
    "name unknown": ("{{ choices }}", "{{ choice }}", "'choice' is undefined", "choices"),
    "sandbox": ("{{ choices }}", "{{ choices.__class__.mro() }}", "unsafe", "choices"),
}


@pytest.mark.parametrize(("old", "new", "message", "hint"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_plan_names_file_key_and_what_is_allowed(templates, old, new, message, hint):
    spoil(templates, old, new)
    with pytest.raises(ContentError) as caught:
        load_plan(templates)
    assert "plan.toml" in caught.value.message
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_words_that_are_no_table_are_a_sentence(templates):
    (templates / "written-evidence/plan.toml").write_text(
        'format = 1\ntitle = "x"\nwords = 3\n', encoding="utf-8"
    )
    with pytest.raises(ContentError, match="words"):
        load_plan(templates)


@pytest.mark.parametrize(
    "file", ["written-evidence/plan.toml", "written-evidence/style.docx", "cover-email.j2"]
)
def test_a_missing_file_is_named(templates, file):
    (templates / file).unlink()
    with pytest.raises(ContentError) as caught:
        load_plan(templates)
    assert file.rsplit("/", 1)[-1] in caught.value.message


def test_a_plan_that_is_a_picture_is_a_sentence(templates):
    (templates / "written-evidence/plan.toml").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(ContentError, match="not UTF-8"):
        load_plan(templates)


def test_a_cover_email_with_an_unknown_name_says_what_it_may_use(templates):
    spoil(templates, "{{ file_name }}", "{{ attachment }}", "cover-email.j2")
    with pytest.raises(ContentError) as caught:
        load_plan(templates)
    assert "cover-email.j2" in caught.value.message
    assert "file_name" in caught.value.hint


def test_words_that_fail_with_one_answer_only_are_a_sentence(templates):
    spoil(templates, "{{ choices }}", "{{ {'Example': 1, '': 1}[choices] }}")
    draft = make_draft({"1": Answer("r", "1", choice=("Agree",))})
    with pytest.raises(ExportError, match="“choice”"):
        build_outline(draft, load_plan(templates), ExportOptions(), TODAY)


def test_a_cover_email_that_fails_or_has_no_subject_is_a_sentence(templates):
    plan = load_plan(templates)
    for email, words in (("{{ nothing }}", "cannot be filled"), ("Dear all", "Subject")):
        spoilt = Plan(plan.title, plan.words, plan.style, email)
        with pytest.raises((ContentError, ExportError), match=words):
            cover_email(make_draft(), spoilt, "a.docx", TODAY, ExportOptions())
