"""When a call closes: working days, the time of day and the time zone, holiday weeks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.deadline import LONDON, Calendar, Deadline, Season, deadline, known_zone

MONDAY = date(2027, 3, 22)  # Good Friday is the 26th, Easter Monday the 29th
EASTER = Calendar({date(2027, 3, 26): "Good Friday", date(2027, 3, 29): "Easter Monday"})


def seen(
    day: date, now: datetime, at: time | None = None, zone: str = "", calendar: Calendar = EASTER
) -> Deadline:
    found = deadline(day, at, zone, now, calendar)
    assert found is not None
    return found


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZoneInfo(LONDON))


def test_a_call_without_a_closing_day_has_no_deadline() -> None:
    assert deadline(None, None, "", at(MONDAY, 9), EASTER) is None


def test_working_days_leave_out_weekends_and_bank_holidays() -> None:
    found = seen(date(2027, 3, 31), at(MONDAY, 9))
    assert found.working == 4 + 2
    assert found.sentence == "Closes Wednesday 31 March 2027: 6 working days left"
    assert not found.near


def test_a_deadline_with_few_working_days_left_is_near() -> None:
    assert seen(date(2027, 3, 25), at(MONDAY, 9)).near


def test_over_a_long_weekend_there_may_be_no_working_day_left() -> None:
    found = seen(date(2027, 3, 29), at(date(2027, 3, 26), 9))
    assert (found.working, found.left) == (0, "no working day left")
    assert seen(date(2027, 3, 30), at(date(2027, 3, 26), 9)).left == "1 working day left"


def test_the_day_counts_to_its_end_where_no_time_is_known() -> None:
    assert not seen(MONDAY, at(MONDAY, 23, 59)).passed
    assert seen(MONDAY, at(MONDAY + timedelta(days=1), 0)).passed


def test_the_time_of_day_ends_it() -> None:
    assert not seen(MONDAY, at(MONDAY, 11, 59), time(12)).passed
    over = seen(MONDAY, at(MONDAY, 12), time(12))
    assert over.passed
    assert (over.working, over.left) == (0, "closed")
    assert over.sentence == "Closed on Monday 22 March 2027 at midday"


def test_the_last_two_days_are_named() -> None:
    today = seen(MONDAY, at(MONDAY, 9), time(17, 30))
    assert today.sentence == "Closes today at 17:30, Monday 22 March 2027"
    tomorrow = seen(MONDAY, at(date(2027, 3, 21), 9))
    assert tomorrow.sentence == "Closes tomorrow, Monday 22 March 2027"


def test_a_call_that_closes_at_midnight_leaves_nothing_of_its_last_day() -> None:
    assert seen(date(2027, 3, 24), at(MONDAY, 9), time(0)).working == 2
    assert seen(date(2027, 3, 24), at(MONDAY, 9), time(0)).when.endswith("at midnight")


def test_the_clock_is_that_of_the_body() -> None:
    now = datetime(2027, 7, 1, 11, 30, tzinfo=UTC)  # half past twelve in London
    assert seen(date(2027, 7, 1), now, time(12)).passed
    assert not seen(date(2027, 7, 1), now, time(12), "Atlantic/Azores").passed
    abroad = seen(date(2027, 7, 2), now, time(12), "America/New_York")
    assert abroad.when == "Friday 2 July 2027 at midday (New York)"


def test_a_day_of_twenty_three_hours_still_ends_at_midnight() -> None:
    spring = date(2027, 3, 28)
    assert not seen(spring, at(spring, 23, 30)).passed
    assert seen(spring, at(date(2027, 3, 29), 0)).passed


def test_an_unknown_time_zone_is_taken_for_london() -> None:
    assert seen(MONDAY, at(MONDAY, 9), time(12), "Mars/Olympus").zone == LONDON
    assert not known_zone("Mars/Olympus")
    assert not known_zone("../secrets")
    assert known_zone(LONDON)


def test_holiday_weeks_are_named() -> None:
    winter = Season("the Christmas holidays", (12, 20), (1, 3))
    calendar = Calendar(EASTER.holidays, (winter,))
    assert calendar.away(date(2026, 12, 31)) == "the Christmas holidays"
    assert calendar.away(date(2027, 1, 2)) == "the Christmas holidays"
    assert calendar.away(date(2027, 3, 24)) == "Good Friday"
    assert calendar.away(date(2027, 3, 17)) == ""
    assert seen(date(2027, 3, 24), at(MONDAY, 9)).away == "Good Friday"


@given(
    first=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    days=st.integers(-40, 400),
    free=st.frozensets(st.dates(date(2026, 1, 1), date(2029, 12, 31)), max_size=30),
    closing=st.none() | st.times(),
)
def test_working_days_are_those_that_somebody_would_count(
    first: date, days: int, free: frozenset[date], closing: time | None
) -> None:
    last = first + timedelta(days=days)
    calendar = Calendar(dict.fromkeys(free, "a holiday"))
    found = seen(last, at(first, 8), closing, calendar=calendar)
    until = last - timedelta(days=1) if closing is not None and closing < time(9) else last
    span = (until - first).days + 1
    counted = [first + timedelta(days=place) for place in range(max(span, 0))]
    expected = 0 if found.passed else sum(calendar.works(day) for day in counted)
    assert found.working == expected
    assert found.passed == (found.left == "closed")


@given(now=st.datetimes(timezones=st.timezones()), day=st.dates(date(2, 1, 1), date(9998, 1, 1)))
def test_any_moment_in_any_place_can_be_asked(now: datetime, day: date) -> None:
    if 2 < now.year < 9998:
        assert seen(day, now).sentence
