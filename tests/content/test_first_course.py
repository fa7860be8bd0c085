"""“Your first written evidence”: its figures agree everywhere, and nobody is given away."""

from __future__ import annotations

import re

from desktop.core.course import Paper, StepKind
from desktop.core.text import plain_text
from desktop.core.words import count_words
from desktop.markup import parse
from desktop.markup.counting import answer_words
from tests.support.course_figures import (
    number,
    numbers,
    paper_figures,
    paper_of,
    tables_of,
    written_from_the_pack,
)
from tests.support.practised import COURSES, practised

NAME = "first-written-evidence.toml"
PLACE = practised(NAME)
COURSE = PLACE.course
SNIPPET_WORDS = range(30, 91)
MOST_CLAIM_WORDS = 30
# Sums that a text may make of figures in the papers: 13p x 44 miles; the limits of the call.
WORKED_OUT = {"5.72", "13", "900", "500", "220"}
# Days and years that stand for themselves.
DATES = {"1998", "2014", "2020", "2021", "2023", "2024", "2026", "2027", "2028", "2030"}
_OF = re.compile(r"(\d[\d,]*)(?: of [\d,]+)? \((\d+)%\)")


def paper(key: str) -> Paper:
    return paper_of(COURSE, key)


def tables(key: str) -> list[list[list[str]]]:
    return tables_of(paper(key))


# --- the sums -----------------------------------------------------------------------------------


def test_the_journeys_of_the_last_year_add_up_and_so_do_their_shares() -> None:
    *rows, (_, total, whole) = tables("wheels-figures")[0]
    assert sum(number(count) for _, count, _ in rows) == number(total)
    assert sum(number(share) for *_, share in rows) == number(whole)
    for _, count, share in rows:
        assert round(100 * number(count) / number(total)) == number(share)


def test_requests_less_refusals_are_journeys_in_every_year() -> None:
    rows = tables("wheels-figures")[1]
    assert len(rows) == 4
    for _, requests, refused, journeys, _ in rows:
        assert number(requests) - number(refused) == number(journeys)
    assert rows[-1][3] == tables("wheels-figures")[0][-1][1]


def test_drivers_who_left_and_joined_account_for_those_who_are_there() -> None:
    rows, text = tables("wheels-figures")[1], paper("wheels-figures").text
    told = re.search(
        r"(\d+) drivers left and (\d+) joined. We spoke to (\d+) of the (\d+): (.*)", text
    )
    assert told
    left, joined, asked, of_them, reasons = told.groups()
    assert number(rows[0][4]) - int(left) + int(joined) == number(rows[-1][4])
    assert of_them == left
    assert sum(map(int, re.findall(r"\d+", reasons))) == int(asked)


def test_a_mile_costs_what_the_sums_of_the_course_say() -> None:
    text = paper("wheels-figures").text
    miles = number(re.search(r"Volunteers drove ([\d,]+) miles", text)[1])  # type: ignore[index]
    paid, costs = 38, 51
    assert f"We pay them {paid} pence a mile" in text
    assert f"cost them {costs} pence on average" in text
    assert ["Mileage of volunteers", f"{miles * paid // 100:,}"] in tables("wheels-figures")[3]
    assert f"£{miles * (costs - paid) // 100:,} more" in text
    assert "44 miles there and back" in text
    assert "£5.72" in COURSE.models_of("2")[0].text
    assert 44 * (costs - paid) == 572
    # The driver of case C keeps a log of her own.
    assert 5200 * (54 - paid) == 83200
    assert all(words in paper("wheels-cases").text for words in ("5,200 miles", "54 pence", "£832"))


def test_income_and_costs_add_up_and_give_the_cost_of_a_journey() -> None:
    income, costs = tables("wheels-figures")[2:]
    for *rows, (_, total) in (income, costs):
        assert sum(number(sum_) for _, sum_ in rows) == number(total)
    spent, came = number(costs[-1][1]), number(income[-1][1])
    text = paper("wheels-figures").text
    assert f"Costs were £{spent - came:,} above income" in text
    journeys = number(tables("wheels-figures")[0][-1][1])
    assert f"they come to £{round(spent / journeys)} for each" in text
    assert spent / 4 > 31_000  # "a little less than three months of costs"
    assert (78 + 84 + 90) // 3 == 84


def test_the_survey_adds_up() -> None:
    text = paper("wheels-survey").text
    assert round(100 * 187 / 312) == 60
    assert "all 312 people" in text
    assert "187 had sent them back, which is 60%" in text
    for _, count, share in tables("wheels-survey")[0]:
        assert round(100 * number(count) / 187) == number(share), count
    missed = re.search(r"Of the (\d+) who missed.*?, (\d+) had asked.*?The other (\d+)", text)
    assert missed
    assert int(missed[1]) == int(missed[2]) + int(missed[3])


def test_the_call_was_there_before_the_trustees_agreed_to_answer_it() -> None:
    announced, minutes = PLACE.consultation.announced, paper("wheels-minutes")
    assert announced is not None
    assert "Agreed: to answer the Committee on Local Life" in minutes.text
    assert announced.isoformat() < minutes.source.date


# --- the same figures everywhere ----------------------------------------------------------------


def test_every_figure_in_answers_solutions_and_snippets_stands_in_a_paper() -> None:
    known = paper_figures(COURSE) | WORKED_OUT | DATES
    for name, text in written_from_the_pack(COURSE):
        assert numbers(text) - known == set(), name


def test_every_figure_stands_in_the_paper_that_is_cited_for_it() -> None:
    for snippet in COURSE.snippets:
        (source,) = (one for one in COURSE.papers if one.source.key == snippet.source)
        # "312 of our passengers" and the like may come from a paper that stands beside it.
        own = numbers(source.text) | numbers(COURSE.organisation.about) | DATES
        assert numbers(snippet.text) - own == set(), snippet.id


def test_shares_in_brackets_are_worked_out_rightly() -> None:
    for name, text in written_from_the_pack(COURSE):
        for count, share in _OF.findall(text):
            bases = (187, 312, 4221, 4860, 5508)
            assert any(round(100 * number(count) / of) == int(share) for of in bases), (name, count)


def test_the_fact_sheet_at_the_head_of_the_file_says_what_the_papers_say() -> None:
    lines = (COURSES / NAME).read_text(encoding="utf-8").splitlines()
    head = "\n".join(line[1:] for line in lines[: next(i for i, x in enumerate(lines) if not x)])
    told = numbers(head)
    papers = paper_figures(COURSE)
    timings = {str(unit.minutes) for unit in COURSE.units} | {str(COURSE.minutes), "0"}
    assert told - papers - timings - WORKED_OUT - DATES == set()
    assert len(told & papers) > 50


def test_what_the_organisation_says_of_itself_agrees_with_its_papers() -> None:
    about = plain_text(parse(COURSE.organisation.about))
    figures = paper("wheels-figures").text
    for words in ("41", "4,860", "312"):
        assert words in about
        assert words in figures
    assert "£46,000" in about
    assert "£46,000" in COURSE.organisation.interests


# --- people, and the traps ----------------------------------------------------------------------


def test_nobody_of_the_case_notes_is_named_in_what_learners_are_to_copy() -> None:
    names = re.findall(r"(?:Mrs|Mr|Ms) (\w+ \w+)", paper("wheels-cases").text)
    assert len(names) == 4
    for name, text in written_from_the_pack(COURSE):
        for person in names:
            assert person.split()[-1] not in text, name


def test_what_nobody_agreed_to_is_used_nowhere() -> None:
    texts = [text for _, text in written_from_the_pack(COURSE)]
    for kept_back in ("told the clinic I was ill", "adiotherapy", "college"):
        assert not any(kept_back in text for text in texts), kept_back


def test_what_was_written_in_2020_is_told_to_be_old_and_not_to_be_found() -> None:
    said = PLACE.said_of("1", "We make 5,300 journeys a year. [@wheels-2020, paragraph 1]")
    assert {one.check for one in said} == {"source-old", "source-not-public"}


def test_bodies_are_plainly_fictional_and_nobody_can_be_reached() -> None:
    organisation = COURSE.organisation
    assert COURSE.example
    assert "(fictional)" in PLACE.consultation.body
    assert "(fictional)" in organisation.name
    assert "fictional" in organisation.about
    assert organisation.contact_email.endswith(".example")
    assert organisation.contact_phone.startswith("01632 960")  # kept for drama
    assert not any(rule.address for rule in COURSE.rules)  # a link that leads nowhere
    assert all(one.source.author == organisation.name for one in COURSE.papers)


# --- a course that can be taught ----------------------------------------------------------------


def test_the_checks_have_nothing_to_say_of_any_model_answer() -> None:
    for level in ("A strong answer", "A common attempt"):
        models = [model for model in COURSE.models if model.level == level]
        draft = PLACE.draft(
            {one.question: (one.key_point, one.text) for one in models},
            [ask for one in models for ask in PLACE.asks_of(one)],
        )
        assert len(models) == 3
        assert [(one.question, one.check) for one in PLACE.said(draft)] == []


def test_strong_answers_keep_to_the_budget_that_the_course_proposes() -> None:
    (budget,) = COURSE.budgets
    for share in budget.shares:
        strong, common = COURSE.models_of(share.question)
        for model in (strong, common):
            draft = PLACE.draft({model.question: (model.key_point, model.text)})
            words = answer_words(draft, model.question)
            assert words <= share.model, model.id
            assert model is common or words >= share.least, model.id


def test_a_mended_answer_that_was_too_long_is_under_a_hundred_words() -> None:
    assert "Bring it under 100" in COURSE.repair("mend-length").says
    assert count_words(plain_text(parse(COURSE.repair("mend-length").solution))) < 100


def test_snippets_are_of_a_length_to_paste_and_the_checks_have_nothing_to_say_of_them() -> None:
    for snippet in COURSE.snippets:
        assert count_words(snippet.text) in SNIPPET_WORDS, snippet.id
        assert count_words(snippet.claim) <= MOST_CLAIM_WORDS, snippet.id
        pasted = f"{snippet.text} [@{snippet.source}, {snippet.locator}]"
        for ref in snippet.questions:
            said = PLACE.said_of(ref.partition("#")[2], pasted)
            assert [one.check for one in said] == [], snippet.id


def test_every_paper_is_read_and_every_question_has_a_strong_and_a_common_answer() -> None:
    read = {step.about for step in COURSE.steps if step.kind is StepKind.READ}
    assert read >= {one.source.key for one in COURSE.papers}
    for question in PLACE.consultation.questions:
        levels = [model.level for model in COURSE.models_of(question.number)]
        assert levels == ["A strong answer", "A common attempt"]


def test_each_unit_tells_the_trainer_when_it_is_and_what_usually_goes_wrong() -> None:
    begins = 0
    for unit in COURSE.units:
        assert f"Minutes {begins} to {begins + unit.minutes}." in unit.trainer, unit.id
        assert "What usually goes wrong" in unit.trainer, unit.id
        begins += unit.minutes


def test_what_is_there_for_the_quick_takes_no_time_and_says_so() -> None:
    for step in COURSE.steps:
        assert step.trainer, step.id
        assert (step.minutes == 0) == step.title.startswith("If you have time"), step.id
