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

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
COURSE = RESOURCES / "courses" / "big-society-inquiry.toml"
NOW = datetime(2026, 11, 28, 9, 0)  # noqa: DTZ001
# What is asked of every submission, whatever it says.
ASKED_OF_ALL = frozenset({"publish-first", "numbers-as-text"})
_MONEY = re.compile(r"£([\d,]+(?:\.\d\d)?)")


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


def test_the_treasurer_can_add_up() -> None:
    text = course().papers[0].text
    rows = [
        [float(sum_.replace(",", "")) for sum_ in _MONEY.findall(line)]
        for line in text.splitlines()
        if line.startswith("|") and "£" in line
    ]
    income, costs = rows[:10], rows[10:]

    for year in (0, 1):
        column = [row[-2:][year] for row in income]
        assert sum(column[:3]) == column[3]
        assert sum(column[4:8]) == column[8]
        assert column[3] + column[8] == column[9]
    assert sum(row[0] for row in costs[:-1]) == costs[-1][0] == sum(costs[-1][1:])
    assert costs[-1][0] / 11_520 == 6.60


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
