"""Times of day are read as calls write them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.clock import is_time_zone, read_time, time_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("17:00", time(17)),
        ("17.30", time(17, 30)),
        ("23:59:00", time(23, 59)),
        ("5pm", time(17)),
        ("5.30 p.m.", time(17, 30)),
        ("at 9:05 AM", time(9, 5)),
        ("12 noon", time(12)),
        ("12:00 midday", time(12)),
        ("noon", time(12)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("12 midnight", time(23, 59)),
        ("midnight", time(23, 59)),
        ("17:00 hours", time(17)),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(text: str, value: time) -> None:
    assert read_time(text) == value


@pytest.mark.parametrize(
    "text", ["", "5", "17", "25:00", "12:60", "13pm", "0am", "11 noon", "later", "9 to 5", "5pm?"]
)
def test_what_is_no_single_time_of_day_is_not_guessed(text: str) -> None:
    assert read_time(text) is None


@given(st.times().map(lambda value: value.replace(second=0, microsecond=0)))
def test_a_printed_time_reads_back(value: time) -> None:
    assert read_time(time_words(value)) == value


@given(st.text())
def test_any_text_is_a_time_or_none(text: str) -> None:
    assert read_time(text) is None or isinstance(read_time(text), time)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Europe/London", True),
        ("UTC", True),
        ("Europe/Fernbrook", False),
        ("", False),
        ("../etc/passwd", False),
        ("Europe", False),
    ],
)
def test_a_time_zone_is_known_by_its_name(name: str, known: bool) -> None:
    assert is_time_zone(name) is known
