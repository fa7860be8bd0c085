from __future__ import annotations

import pytest

from desktop.ui.models.typed_date import as_written, is_kept_date


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("June 2011", "2011-06"),
        ("6/2011", "2011-06"),
        ("20 July 2010", "2010-07-20"),
        ("3rd sept 2010", "2010-09-03"),
        ("20/7/2010", "2010-07-20"),
        ("20.07.2010", "2010-07-20"),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, kept: str) -> None:
    assert as_written(typed) == kept


@pytest.mark.parametrize("typed", ["", "2010", "2010-07", "20 July", "31 June 2011", "spring 2011"])
def test_what_is_kept_already_or_is_no_date_stays_as_it_is(typed: str) -> None:
    assert as_written(typed) == typed


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2027", True),
        ("2027-06", True),
        ("2027-06-30", True),
        ("2027-13", False),
        ("2027-06-31", False),
        ("June 2027", False),
        ("", False),
    ],
)
def test_a_date_as_it_is_kept_is_a_year_a_month_or_a_day(text: str, is_one: bool) -> None:
    assert is_kept_date(text) is is_one
