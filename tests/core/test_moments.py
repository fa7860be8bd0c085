from __future__ import annotations

from datetime import datetime

import pytest

from desktop.core.moments import day_words, moment_words

NOW = datetime(2026, 3, 11, 14, 30, 20)  # noqa: DTZ001 - a Wednesday on the wall of one room


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-03-11T14:30:01", "Just now"),
        ("2026-03-11T14:20:00", "Today at 14:20"),
        ("2026-03-11T09:05:00", "Today at 9:05"),
        ("2026-03-10T23:59:59", "Yesterday at 23:59"),
        ("2026-03-09T08:00:00", "Monday at 8:00"),
        ("2026-03-05T08:00:00", "Thursday at 8:00"),
        ("2026-03-04T08:00:00", "4 March at 8:00"),
        ("2025-12-31T08:00:00", "31 December 2025 at 8:00"),
        ("2026-03-12T08:00:00", "12 March at 8:00"),
        ("2026-03-11T15:00:00", "Today at 15:00"),
    ],
)
def test_a_time_is_named_the_way_people_name_it(moment: str, words: str) -> None:
    assert moment_words(datetime.fromisoformat(moment), NOW) == words


def test_a_day_is_written_out() -> None:
    assert day_words(NOW) == "11 March 2026"
