from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.response import Organisation
from desktop.export import suggested_file_name, write_atomic
from tests.export.samples import full_draft
from tests.support.drafts import make_draft


def name_for(organisation: str, inquiry: str) -> str:
    draft = make_draft(organisation=Organisation("o", organisation))
    return suggested_file_name(
        replace(draft, consultation=replace(draft.consultation, title=inquiry))
    )


def test_the_name_says_whose_it_is_and_on_what():
    assert suggested_file_name(full_draft()) == (
        "Fernbrook & Dale Community Trust - The future of village halls.docx"
    )
    assert suggested_file_name(full_draft(), "txt").endswith(".txt")


@pytest.mark.parametrize(
    ("organisation", "inquiry", "name"),
    [
        ("A/B", "Smaller Government: Bigger Society?", "A B - Smaller Government Bigger Society"),
        ("", "", "Written evidence"),
        ("CON", "", "Evidence CON"),
        ("Trust.", "...", "Trust"),
        ("\u202egnp.exe", "Halls", "gnp.exe - Halls"),
    ],
)
def test_a_name_is_one_that_every_system_takes(organisation, inquiry, name):
    assert name_for(organisation, inquiry) == f"{name}.docx"


def test_a_name_of_300_characters_is_cut_at_a_word():
    name = name_for("The Trust of " + "very " * 60 + "long names", "x" * 300)
    assert name.startswith("The Trust of very very")
    assert "very - xxx" in name
    assert len(name) < 140


@given(st.text(), st.text())
def test_any_name_can_be_written(tmp_path_factory, organisation, inquiry):
    name = name_for(organisation, inquiry)
    assert not set(name) & set('<>:"/\\|?*')
    assert len(name.encode()) < 200
    folder = tmp_path_factory.mktemp("any")
    write_atomic(folder / name, b"words", replace=False)
    assert [path.name for path in folder.iterdir()] == [name]
