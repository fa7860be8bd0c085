"""The course on the Big Society inquiry: its sums agree, its citations are exact, its answers make
a submission with nothing to mend, and its clock is right.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from desktop.checks import CHECKS, Checker, Known
from desktop.checks.wording import WordLists
from desktop.core.course import Course, ModelAnswer, Repair, StepKind
from desktop.core.finding import Finding
from desktop.core.response import Answer, Draft, Recommendation, Response
from desktop.core.text import citations
from desktop.markup import parse
from desktop.markup.counting import count_markdown_words
from desktop.store.packs.consultations import ConsultationPack, read_consultation
from desktop.store.packs.courses import Shelf, examine_course, read_rubric
from desktop.store.packs.names import shipped_names
from desktop.store.packs.rules import read_rules
from desktop.store.packs.snippets import EvidencePack, read_evidence_pack
from desktop.store.packs.wording import shipped_wording
from tests.content.digest_sources import runs_of
from tests.support.course_figures import (
    number,
    numbers,
    paper_figures,
    paper_of,
    tables_of,
    written_from_the_pack,
)
from tests.support.practised import practised

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
COURSE = RESOURCES / "courses" / "big-society-inquiry.toml"
NOW = datetime(2026, 11, 28, 9, 0)  # noqa: DTZ001
# What is asked of every submission, whatever it says.
ASKED_OF_ALL = frozenset({"publish-first", "numbers-as-text"})
_MONEY = re.compile(r"£([\d,]+(?:\.\d\d)?)")
# Sums that a text may make of figures in the papers, and the days that somebody is to answer in.
WORKED_OUT = {"2,000", "24,000", "0.43", "4.17", "18", "20"}
PUBLISHED = {"10"}  # the Work Programme's contracts of £10-15 million
# How the sheet comes to its sums: days of dinners, the price of food; and the years it names.
ONLY_IN_THE_SHEET = {"240", "41", "48", "1.75", "2", "2008", "2009", "2010", "2011"}


@cache
def published() -> tuple[EvidencePack, ...]:
    return tuple(read_evidence_pack(path) for path in sorted((ROOT / "snippets").glob("*.toml")))


@cache
def inquiry() -> ConsultationPack:
    return read_consultation(RESOURCES / "consultations" / "pasc-big-society-2011.toml")


@cache
def course() -> Course:
    asked = inquiry().consultation
    shelf = Shelf(
        {asked.id: asked},
        frozenset(pack.source.key for pack in published()),
        frozenset({asked.rules}),
        frozenset(one.id for one in CHECKS),
        read_rubric(RESOURCES / "courses" / "rubric.toml"),
    )
    reading = examine_course(COURSE, shelf)
    assert not reading.problems
    assert reading.course is not None
    return reading.course


@cache
def known() -> Known:
    snippets = tuple(snippet for pack in published() for snippet in pack.snippets)
    wording = WordLists(shipped_wording(RESOURCES))
    names = shipped_names(RESOURCES)
    return Known(NOW.date(), snippets + course().snippets, wording, names=names)


def draft_of(answers: dict[str, Answer], asks: tuple[Recommendation, ...] = ()) -> Draft:
    sources = {pack.source.key: pack.source for pack in published()}
    sources |= {paper.source.key: paper.source for paper in course().papers}
    response = Response(
        "r",
        course().consultation_id,
        course().organisation.id,
        NOW,
        NOW,
        reason="We have brought people dinner since 1994, and can say what it takes.",
        dated=NOW.date(),
        message="Help between neighbours needs a little paid help, and fair terms for it.",
    )
    rules = read_rules(RESOURCES / "rules" / "pasc-2011.toml").rules
    asked = inquiry().consultation
    return Draft(asked, course().organisation, response, rules, answers, asks, sources)


@cache
def looking() -> Checker:
    return Checker(CHECKS)


def said_of(draft: Draft) -> list[Finding]:
    off = course().switches.checks_off
    return [finding for finding in looking().check(draft, known()) if finding.check not in off]


def asks_of(model: str) -> list[Recommendation]:
    """Return what a model answer asks for, in its three parts."""
    rows = tomllib.loads(COURSE.read_text(encoding="utf-8"))["model"]
    row = next(each for each in rows if each["id"] == model)
    return [
        Recommendation(ask, "r", row["question"], *(part.strip() for part in ask.split("|")))
        for ask in row["recommendations"]
    ]


def strong() -> list[ModelAnswer]:
    return [model for model in course().models if model.id.startswith("strong")]


def submission() -> Draft:
    """Return the strong answers to all nine questions, with what they ask for."""
    answers = {
        model.question: Answer("r", model.question, model.key_point, model.text)
        for model in strong()
    }
    return draft_of(answers, tuple(ask for model in strong() for ask in asks_of(model.id)))


def said_of_repair(repair: Repair, text: str) -> set[str]:
    """Return the checks that speak of a paragraph that stands for a whole answer, among others."""
    whole = submission()
    number = repair.question
    answers = {**whole.answers, number: replace(whole.answer(number), body=text)}
    asks = tuple(ask for ask in whole.recommendations if ask.question != number)
    draft = replace(whole, answers=answers, recommendations=asks)
    return {finding.check for finding in said_of(draft)} - ASKED_OF_ALL


def test_all_nine_questions_are_worked_on_and_all_nine_have_a_model_answer() -> None:
    numbers = [question.number for question in inquiry().consultation.questions]
    worked = [step.about for step in course().steps if step.kind is StepKind.WORKED]

    assert len(numbers) == 9
    assert sorted(worked) == numbers
    assert all(course().models_of(number) for number in numbers)


def test_nine_questions_share_out_the_words_that_the_committee_takes() -> None:
    (budget,) = course().budgets
    limit = inquiry().consultation.limit

    assert limit is not None
    assert budget.words == limit.value == sum(share.model for share in budget.shares)
    assert [share.question for share in budget.shares] == [str(n) for n in range(1, 10)]
    assert all(share.least <= share.model for share in budget.shares)


@pytest.mark.parametrize("kind", ["model", "repair", "spot"])
def test_a_published_source_is_cited_at_the_exact_place_of_its_evidence(kind: str) -> None:
    texts = {
        "model": [model.text for model in course().models],
        "repair": [text for each in course().repairs for text in (each.text, each.solution)],
        "spot": [spot.text for spot in course().spots],
    }[kind]
    places = {
        (snippet.source, snippet.locator) for pack in published() for snippet in pack.snippets
    }
    papers = {paper.source.key for paper in course().papers}
    cited = [cite for text in texts for cite in citations(parse(text)) if cite.key not in papers]

    assert [cite for cite in cited if (cite.key, cite.locator) not in places] == []


def test_the_strong_answers_together_are_a_submission_with_nothing_to_mend() -> None:
    said = {finding.check: finding.excerpt for finding in said_of(submission())}

    assert said.keys() <= ASKED_OF_ALL, said
    assert sum(count_markdown_words(model.text) for model in strong()) < 3000


@pytest.mark.parametrize("repair", course().repairs, ids=lambda repair: repair.id)
def test_a_check_finds_each_fault_and_the_solution_has_none_nor_a_new_one(repair: Repair) -> None:
    assert said_of_repair(repair, repair.text) >= set(repair.faults)
    assert said_of_repair(repair, repair.solution) == set()
    assert len(repair.hints) == 2


def paper_text(key: str) -> str:
    return paper_of(course(), key).text


def test_the_treasurer_can_add_up() -> None:
    income, _, costs = tables_of(course().papers[0])

    for year in (1, 2):
        column = [number(row[year]) for row in income]
        assert sum(column[:3]) == column[3]
        assert sum(column[4:8]) == column[8]
        assert column[3] + column[8] == column[9]
    *parts, whole = [number(row[1]) for row in costs]
    assert sum(parts) == whole
    assert sum(number(sum_) for sum_ in _MONEY.findall(costs[-1][2])) == whole
    for payer in ("Contract", "gifts"):
        shares = [re.search(rf"{payer} £([\d,]+)", row[2]) for row in costs]
        *some, all_ = (number(found[1]) for found in shares if found)
        alone = sum(number(row[1]) for row in costs if row[2] == payer)
        assert sum(some) + alone == all_, payer


def test_a_dinner_costs_what_the_course_says_and_three_pay_for_it() -> None:
    income, dinners, costs = tables_of(course().papers[0])
    before, now = number(dinners[0][1]), number(dinners[0][2])
    contract, diners, gifts = map(number, _MONEY.findall(costs[-1][2]))
    answer = next(model.text for model in strong() if model.question == "3")

    assert (before, now) == (240 * 41, 240 * 48)
    assert [number(sum_) for sum_ in income[5][1:]] == [2 * before, 2 * now]
    assert diners == 2 * now
    assert gifts < number(income[6][2])
    assert number(costs[1][1]) == 1.75 * now
    assert number(costs[2][1]) == 7_200 * 0.40
    each = [f"£{sum_ / now:.2f}" for sum_ in (contract + diners + gifts, contract, gifts)]
    assert each == ["£6.60", "£4.17", "£0.43"]
    assert all(sum_ in answer for sum_ in each)


def test_what_the_firm_offered_is_what_the_log_makes_of_it() -> None:
    log = paper_text("sandrell-tender-log")
    told = {number(sum_) for sum_ in _MONEY.findall(log) if "." not in sum_}
    now, costs, earned = 11_520, 76_032, 48_000 + 23_040

    assert f"Our {now:,} dinners" in log
    assert told >= {now * 510 // 100, earned, earned - now * 510 // 100, costs // 4, costs // 2}


def test_people_are_counted_once() -> None:
    figures, survey = paper_text("sandrell-figures"), paper_text("sandrell-survey")
    told = re.search(r"and (\d+) in 2010-11: (.*?)\. Of the (\d+)", figures)
    _, dinners, _ = tables_of(course().papers[0])

    assert told
    kinds = [int(found) for found in re.findall(r"\d+", told[2])]
    assert int(told[1]) == int(told[3]) == sum(kinds)
    assert kinds[0] == number(dinners[2][2])
    assert f"our {told[1]} volunteers" in course().organisation.speaks_for
    assert f"the {dinners[1][2]} people" in course().organisation.speaks_for
    assert round(100 * 104 / 160) == 65
    assert "to the 160 people" in survey
    for count, share in re.findall(r"- (\d+)\b[^\n]*\((\d+)%\)", survey):
        assert round(100 * int(count) / 104) == int(share)


def test_the_days_of_the_case_notes_are_right() -> None:
    cases = paper_text("sandrell-cases")

    assert "On Monday 13 December 2010" in cases
    assert date(2010, 12, 13).strftime("%A") == "Monday"
    assert "On 22 December he wrote" in cases
    assert "Ten weeks later, on 2 March," in cases
    assert date(2010, 12, 22) + timedelta(weeks=10) == date(2011, 3, 2)


def test_every_figure_in_answers_solutions_and_snippets_stands_in_a_paper() -> None:
    known = paper_figures(course()) | WORKED_OUT | PUBLISHED
    for name, text in written_from_the_pack(course()):
        assert numbers(text) - known == set(), name


def test_the_fact_sheet_at_the_head_of_the_file_says_what_the_papers_say() -> None:
    lines = COURSE.read_text(encoding="utf-8").splitlines()
    head = "\n".join(line[1:] for line in lines[: lines.index("")])
    told = numbers(head)

    assert told - paper_figures(course()) - WORKED_OUT - ONLY_IN_THE_SHEET == set()
    assert len(told & paper_figures(course())) > 60


def test_strong_answers_say_in_their_own_words_what_the_library_says() -> None:
    library = {
        run for pack in published() for snippet in pack.snippets for run in runs_of(snippet.text)
    }
    for model in strong():
        said = re.sub(r"\[@[^\]]*\]", "", model.text)
        assert [run for run in runs_of(said) if run in library] == [], model.id


def test_common_attempts_are_weak_though_no_check_says_so() -> None:
    off = course().switches.checks_off
    for model in course().models:
        if not model.id.startswith("strong"):
            place = practised(COURSE.name)
            draft = place.draft({model.question: (model.key_point, model.text)})
            said = [one for one in place.said(draft) if one.question == model.question]
            assert {one.check for one in said} - off == set(), model.id


def test_the_clock_of_the_trainer_is_that_of_the_units() -> None:
    first, *_ = course().units
    told = [
        timedelta(hours=int(hour), minutes=int(minute))
        for hour, minute in re.findall(r"\b(\d\d?)\.(\d\d)\b", first.trainer.splitlines()[0])
    ]
    begins = [timedelta(hours=9, minutes=30)]
    for unit in course().units:
        begins.append(begins[-1] + timedelta(minutes=unit.minutes))

    assert told[0] == begins[0]  # "if you start at"
    assert told[1:] == begins
    assert sum(unit.minutes for unit in course().units) == course().minutes == 210
    for unit in course().units:
        assert sum(step.minutes for step in course().steps_of(unit.id)) == unit.minutes


def test_answers_use_no_figure_of_the_old_response_and_nothing_of_whoever_said_no() -> None:
    texts = [model.text for model in course().models]
    texts += [repair.solution for repair in course().repairs]

    for text in texts:
        assert not re.search(r"8,400|\b139\b|in tears|Oldacre|Parkinson", text)
        assert date(2009, 6, 1).strftime("%B %Y") not in text
