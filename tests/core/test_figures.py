from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.figures import Figure, FigureKind, conflicts, figures, tells
from desktop.core.number_words import to_number


def only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("We raised £1.2 million.", FigureKind.MONEY, 1_200_000, "£"),
        ("It costs £4,250.50 to run.", FigureKind.MONEY, 4250.5, "£"),
        ("A fund of £3bn was promised.", FigureKind.MONEY, 3e9, "£"),
        ("Fifty pence was charged.", FigureKind.MONEY, 0.5, "£"),
        ("Some 12.5 per cent of tenants moved.", FigureKind.SHARE, 12.5, "%"),
        ("Up by 7%.", FigureKind.SHARE, 7, "%"),
        ("Twenty-five per cent said so.", FigureKind.SHARE, 25, "%"),
        ("Of those asked, 141 of 212 had closed.", FigureKind.SHARE, 100 * 141 / 212, "%"),
        ("One in five carers is alone.", FigureKind.SHARE, 20, "%"),
        ("Nine out of ten agreed.", FigureKind.SHARE, 90, "%"),
        ("Three quarters had no heating.", FigureKind.SHARE, 75, "%"),
        ("More than half left.", FigureKind.SHARE, 50, "%"),
        ("We trained 1,240 new volunteers.", FigureKind.COUNT, 1240, "volunteers"),
        ("A hundred people came.", FigureKind.COUNT, 100, "people"),
        ("There are 2.5 million carers.", FigureKind.COUNT, 2_500_000, "carers"),
        ("They waited 18 weeks.", FigureKind.TIME, 18, "weeks"),
        ("It closed on 31 March 2019.", FigureKind.DATE, 2019, "year"),
        ("In 2018-19 nothing changed.", FigureKind.DATE, 2018, "year"),
    ],
)
def test_a_figure_is_read_as_people_write_it(
    text: str, kind: FigureKind, value: float, unit: str
) -> None:
    figure = only(text)
    assert (figure.kind, figure.unit) == (kind, unit)
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "See paragraph 12 and question 7.",
        "Telephone 0161 496 0000.",
        "Schools take 16 year olds.",
        "It began at 10.30am on 16 March.",
        "Written evidence (FB 69), page 4.",
        "The second point is about half-hearted help.",
        "Half a year went by.",
        "Nothing to count here.",
        "",
    ],
)
def test_what_only_looks_like_a_figure_is_left_alone(text: str) -> None:
    assert figures(text) == ()


def test_a_range_keeps_both_ends() -> None:
    figure = only("Contracts are worth £10-15m.")
    assert (figure.value, figure.upper) == (10e6, 15e6)
    assert only("Between 10 and 15 per cent left.").upper == 15


def test_words_such_as_about_make_a_figure_rough() -> None:
    assert only("About 40 per cent left.").rough
    assert only("Two thirds left.").rough
    assert not only("In all, 40 per cent left.").rough


def test_dates_and_small_numbers_are_no_evidence_by_themselves() -> None:
    assert not tells(only("It closed in 2019."))
    assert not tells(only("We have three offices."))
    assert not tells(only("They waited 18 weeks."))
    assert tells(only("They gave 4,000 hours."))
    assert tells(only("We have 300 members."))
    assert tells(only("It costs £5."))


def test_words_that_say_no_number_are_refused() -> None:
    with pytest.raises(ValueError, match="says no number"):
        to_number("umpteen")


@given(st.text())
def test_figures_stand_where_they_are_said_to_and_never_overlap(text: str) -> None:
    found = figures(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(each.value <= each.upper for each in found)


@given(st.integers(2, 10**9))
def test_money_with_commas_is_worth_what_it_says(amount: int) -> None:
    assert only(f"It cost £{amount:,} in all.").value == amount
    assert only(f"It cost £{amount} in all.").value == amount


@given(st.integers(1, 1899), st.integers(2, 1899))
def test_so_many_of_so_many_is_a_share(part: int, whole: int) -> None:
    shares = [each for each in figures(f"We found {part} of {whole} closed.") if each.unit == "%"]
    assert [each.value for each in shares] == ([100 * part / whole] if part <= whole else [])


HOURS = "Volunteers in Fernbrook gave 12,000 hours to the library service in 2019."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (HOURS, "In 2019 volunteers gave 15,500 hours to the Fernbrook library service."),
        ("Of women leaving refuges, 52% had no home.", "45% of women leaving refuges had no home."),
        (
            "Two thirds of small charities lost a grant from their council.",
            "Half of small charities lost a grant from their council.",
        ),
        (
            "Our reading scheme cost £40,000 in Fernbrook.",
            "The Fernbrook reading scheme cost £65,000.",
        ),
    ],
)
def test_two_figures_for_the_same_thing_are_found(one: str, two: str) -> None:
    (found,) = conflicts([("a", one), ("b", two)])
    assert (found.first, found.second) == ("a", "b")
    assert found.figure.value != found.other.value
    assert found.about


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (HOURS, HOURS.replace("2019", "2020").replace("12,000", "15,500")),
        (HOURS, HOURS.replace("Fernbrook", "Aldermere").replace("12,000", "15,500")),
        (HOURS, HOURS),
        (HOURS, "In 2019 volunteers gave 12,010 hours to the Fernbrook library service."),
        ("45% of women leaving refuges had no home.", "40% of men leaving refuges had no home."),
        ("Grants to small charities fell by 20%.", "Grants to small charities rose by 30%."),
        ("Two thirds of small charities lost a grant.", "66% of small charities lost a grant."),
        (
            "Small charities lost 20% of their grants.",
            "Small charities lost £20,000 of their grants.",
        ),
        ("In May 300 carers rang the helpline.", "In June 400 carers rang the helpline."),
        ("We met 300 carers.", "We met 400 carers."),
        ("Of all carers asked, 40% were ill and 30% alone.", "Of all carers asked, 50% were ill."),
        ("The library service is open.", "The library service in Fernbrook is shut."),
    ],
)
def test_figures_for_different_things_are_not_confused(one: str, two: str) -> None:
    assert conflicts([("a", one), ("b", two)]) == []


def test_one_text_is_never_in_conflict_with_itself() -> None:
    other = HOURS.replace("12,000", "15,500")
    assert conflicts([("a", f"{HOURS} {other}")]) == []


def test_a_claim_above_its_text_is_a_sentence_of_its_own() -> None:
    other = HOURS.replace("12,000", "15,500")
    found = conflicts([("a", f"Volunteers keep it open\n{HOURS}"), ("b", f"Hours given\n{other}")])
    assert [(each.first, each.second) for each in found] == [("a", "b")]


def test_a_pair_is_named_once() -> None:
    other = HOURS.replace("12,000", "15,500")
    assert len(conflicts([("a", f"{HOURS} {HOURS}"), ("b", f"{other} {other}")])) == 1


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=60)), max_size=5))
def test_any_texts_can_be_compared(items: list[tuple[str, str]]) -> None:
    assert all(found.first != found.second for found in conflicts(items))
