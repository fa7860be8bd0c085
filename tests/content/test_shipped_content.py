"""The shipped content, read as plain TOML: enough of it, well formed, pointing at what exists."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

ROOT = Path(__file__).parents[2]

Entry = dict[str, Any]


def read_all(folder: str) -> dict[str, Entry]:
    """Return the parsed files of a folder by their name without the ending."""
    return {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / folder).glob("*.toml"))
    }


PACKS = read_all("snippets")
CONSULTATIONS = read_all("resources/consultations")
RULES = read_all("resources/rules")
PRACTICE = read_all("resources/prompts")

SNIPPETS = [snippet for pack in PACKS.values() for snippet in pack.get("snippet", [])]
PROMPTS = [prompt for pack in PACKS.values() for prompt in pack.get("prompt", [])]
GENERAL = [prompt for file in PRACTICE.values() for prompt in file.get("prompt", [])]
QUESTION_REFS = [
    f"{name}#{question['number']}"
    for name, consultation in CONSULTATIONS.items()
    for question in consultation["question"]
]

KINDS = {"statistic", "case-study", "quotation", "argument", "recommendation", "about-us"}
PURPOSES = {"claim", "evidence", "example", "counter-argument", "recommendation"}
STRENGTHS = {"must", "should", "advice"}
AUTHORITIES = {"official", "second-hand", "assumed"}


def names(entries: list[Entry]) -> list[str]:
    """Return the ids of entries, for the names of tests."""
    return [entry["id"] for entry in entries]


def repeated(values: list[str]) -> list[str]:
    """Return the values that occur more than once."""
    return [value for value, times in Counter(values).items() if times > 1]


def word_count(text: str) -> int:
    """Return the number of words of a text as a word processor counts them."""
    return len(text.split())


# --- how much there is ------------------------------------------------------------------------


def test_all_five_sources_are_there_with_ninety_snippets_or_more() -> None:
    assert len(PACKS) == 5
    assert len(SNIPPETS) >= 90


@pytest.mark.parametrize("reference", QUESTION_REFS)
def test_each_question_has_six_prompts_and_ten_snippets_or_more(reference: str) -> None:
    assert sum(reference in prompt["questions"] for prompt in PROMPTS) >= 6
    assert sum(reference in snippet["questions"] for snippet in SNIPPETS) >= 10


@pytest.mark.parametrize("reference", QUESTION_REFS)
def test_the_prompts_of_a_question_help_with_every_part_of_an_argument(reference: str) -> None:
    purposes = {prompt["purpose"] for prompt in PROMPTS if reference in prompt["questions"]}

    assert purposes == PURPOSES


def test_there_are_fifty_four_prompts_and_twelve_general_ones_or_more() -> None:
    assert len(PROMPTS) >= 54
    assert len(GENERAL) >= 12


# --- what holds for each snippet --------------------------------------------------------------


@pytest.mark.parametrize("snippet", SNIPPETS, ids=names(SNIPPETS))
def test_a_snippet_has_a_short_claim_and_a_paragraph_of_thirty_to_ninety_words(
    snippet: Entry,
) -> None:
    assert word_count(snippet["claim"]) <= 30
    assert snippet["claim"].endswith(".")
    assert 30 <= word_count(snippet["text"]) <= 90


@pytest.mark.parametrize("snippet", SNIPPETS, ids=names(SNIPPETS))
def test_a_snippet_says_what_it_is_and_where_it_comes_from(snippet: Entry) -> None:
    assert snippet["kind"] in KINDS
    assert 2 <= len(snippet["tags"]) <= 6
    assert all(tag == tag.lower() for tag in snippet["tags"])
    assert snippet["locator"].strip()


@pytest.mark.parametrize("snippet", SNIPPETS, ids=names(SNIPPETS))
def test_a_snippet_serves_questions_that_exist(snippet: Entry) -> None:
    assert snippet["questions"]
    assert not repeated(snippet["questions"])
    assert set(snippet["questions"]) <= set(QUESTION_REFS)


QUOTATIONS = [snippet for snippet in SNIPPETS if snippet["kind"] == "quotation"]


@pytest.mark.parametrize("snippet", QUOTATIONS, ids=names(QUOTATIONS))
def test_a_quotation_names_its_speaker_in_the_paragraph_too(snippet: Entry) -> None:
    names_in_speaker = re.findall(r"\b[A-Z]\w{3,}", snippet["speaker"])

    assert names_in_speaker, "a quotation needs a speaker"
    assert any(name in snippet["text"] for name in names_in_speaker)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS.keys())
def test_every_snippet_of_a_source_has_a_place_of_its_own(pack: Entry) -> None:
    assert repeated([snippet["locator"] for snippet in pack["snippet"]]) == []


@pytest.mark.parametrize(("name", "pack"), PACKS.items(), ids=PACKS.keys())
def test_a_pack_is_named_after_its_source(name: str, pack: Entry) -> None:
    assert pack["source"]["key"] == name
    assert pack["source"]["title"]
    assert pack["source"]["licence"]
    assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", pack["source"]["date"])


def test_no_two_snippets_or_prompts_share_an_id_or_their_words() -> None:
    assert repeated(names(SNIPPETS)) == []
    assert repeated(names(PROMPTS + GENERAL)) == []
    assert repeated([snippet["claim"] for snippet in SNIPPETS]) == []
    assert repeated([snippet["text"] for snippet in SNIPPETS]) == []
    assert repeated([prompt["question"] for prompt in PROMPTS + GENERAL]) == []


# --- what holds for each prompt ---------------------------------------------------------------


@pytest.mark.parametrize("prompt", PROMPTS + GENERAL, ids=names(PROMPTS + GENERAL))
def test_a_sentence_starter_can_be_filled_in(prompt: Entry) -> None:
    environment = SandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True)

    sentence = environment.from_string(prompt["starter"]).render(
        organisation="Wexham Lantern Trust",
        question="How are small groups supported?",
        heading="Support",
        consultation="Small Groups in Wexham",
        body="Wexham Parish Council",
    )

    assert sentence.strip()
    assert "{" not in sentence
    assert sentence.endswith(" "), "the cursor should stand ready for the next word"


@pytest.mark.parametrize("prompt", PROMPTS + GENERAL, ids=names(PROMPTS + GENERAL))
def test_a_prompt_asks_something_and_says_why(prompt: Entry) -> None:
    assert prompt["question"].endswith("?")
    assert prompt["purpose"] in PURPOSES
    assert prompt["why"].endswith(".")


@pytest.mark.parametrize("prompt", PROMPTS, ids=names(PROMPTS))
def test_a_prompt_from_a_source_serves_questions_that_exist(prompt: Entry) -> None:
    assert prompt["questions"]
    assert set(prompt["questions"]) <= set(QUESTION_REFS)
    assert prompt["locator"].strip()


@pytest.mark.parametrize("prompt", GENERAL, ids=names(GENERAL))
def test_a_general_prompt_serves_every_question_and_says_whose_advice_it_is(prompt: Entry) -> None:
    assert prompt["questions"] == ["*"]
    assert prompt["source"]
    assert prompt["address"].startswith("http")


# --- consultations and rules ------------------------------------------------------------------


@pytest.mark.parametrize(("name", "consultation"), CONSULTATIONS.items(), ids=CONSULTATIONS.keys())
def test_a_consultation_has_rules_headings_and_guidance(name: str, consultation: Entry) -> None:
    assert consultation["id"] == name
    assert consultation["rules"] in RULES
    for question in consultation["question"]:
        assert word_count(question["heading"]) <= 6
        assert question["guidance"].endswith(".")


def test_the_built_in_inquiry_asks_nine_questions_within_three_thousand_words() -> None:
    inquiry = CONSULTATIONS["pasc-big-society-2011"]

    assert [question["number"] for question in inquiry["question"]] == list("123456789")
    assert (inquiry["limit"]["value"], inquiry["limit"]["unit"]) == (3000, "words")
    assert inquiry["limit"]["hard"] is False
    assert "closes" not in inquiry, "the closing date is not known and must not be invented"


def test_the_rules_of_fourteen_bodies_are_there() -> None:
    assert len(RULES) == 14
    assert {rules["venue"] for rules in RULES.values()} == {
        *("commons-committee", "lords-committee", "bill-committee", "senedd"),
        *("scottish-parliament", "petition", "ni-assembly", "uk-government"),
        *("devolved-government", "council", "appg", "form", "other"),
    }


@pytest.mark.parametrize(("name", "rules"), RULES.items(), ids=RULES.keys())
def test_every_rule_says_who_says_so_and_when_that_was_checked(name: str, rules: Entry) -> None:
    assert rules["id"] == name
    assert len(rules["rule"]) >= 5
    assert repeated(names(rules["rule"])) == []
    for rule in rules["rule"]:
        assert rule["strength"] in STRENGTHS
        assert rule["authority"] in AUTHORITIES
        assert rule["source"]
        assert rule["address"].startswith("http")
        assert rule["checked"].year >= 2026
