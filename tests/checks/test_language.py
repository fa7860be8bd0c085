"""What the checks of language say beside the examples: fixes, places, patterns without end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.checks import check
from desktop.checks.mending import mended
from desktop.checks.wording import WordList, WordLists, compiled, instead_of, matches
from desktop.core.checking_edits import MendText
from desktop.core.finding import Finding
from desktop.core.response import Draft
from desktop.core.wording import Wording
from tests.checks.example_keys import KEYS
from tests.checks.sound_draft import Picture, sound


def picture(**said: object) -> Picture:
    made = sound()
    for key, value in said.items():
        made = KEYS[key](made, value)
    return made


def found(picture: Picture, check_id: str) -> list[Finding]:
    return [each for each in check(picture.draft, picture.known) if each.check == check_id]


def after_fix(draft: Draft, finding: Finding) -> str:
    """Return answer 1 as the first fix of a Finding leaves it."""
    edit = mended(draft, finding, finding.fixes[0])
    assert isinstance(edit, MendText)
    return str(edit)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("We are a CIC here.", "community interest company (CIC)"),
        ("Our CICs are small.", "community interest companies (CICs)"),
        ("VCS groups meet.", "Voluntary and community sector (VCS)"),
        ("An SLA is short.", "A service level agreement (SLA)"),
        ("FHN met. The Fernbrook Halls Network (FHN) is ours.", "Fernbrook Halls Network (FHN)"),
        ("We are with the FCT.", "Fernbrook Community Trust (FCT)"),
    ],
)
def test_an_acronym_is_spelled_out_by_one_fix(text: str, mend: str) -> None:
    given = picture(text=text)
    (finding,) = found(given, "acronym")
    assert mend in finding.fixes[0].replacements[0].after
    assert mend in after_fix(given.draft, finding)


def test_an_acronym_that_nobody_knows_has_no_fix() -> None:
    (finding,) = found(picture(text="The QZBX met."), "acronym")
    assert finding.fixes == ()


def test_an_acronym_in_the_key_point_is_explained_there_before_all_answers() -> None:
    given = picture(text="The VCS met.", key_point="The VCS needs halls.")
    (finding,) = found(given, "acronym")
    assert finding.spot is not None
    assert finding.spot.field == "key-point"
    edited = picture(
        text="The VCS met.",
        key_point="The VCS needs halls.",
        summary=["The voluntary and community sector (VCS) needs halls."],
    )
    assert found(edited, "acronym") == []


def test_a_longer_word_is_replaced_with_the_capital_it_had() -> None:
    (finding,) = found(picture(text="Prior to May we met."), "jargon")
    assert finding.sentence == "“Prior to” has a plainer word."
    assert finding.fixes[0].replacements[0].after == "Before"


def test_of_a_trade_term_only_the_first_place_is_named_with_how_often_it_comes() -> None:
    given = picture(text="Co-production works. Our co-production works.\n\nCo-production is new.")
    (finding,) = found(given, "jargon")
    assert finding.sentence == "“Co-production” is a trade term, used 3 times."


def test_of_a_paragraph_its_longest_sentence_is_named_once() -> None:
    long = "We ask the council to " + "think and " * 12 + "act."
    longer = "We ask the council to " + "think and " * 20 + "act."
    (finding,) = found(picture(text=f"{long} {longer}"), "long-sentence")
    assert finding.sentence == "2 sentences of this paragraph are long; this one has 46 words."
    assert finding.spot is not None
    assert finding.spot.start == len(long) + 1


def test_a_pattern_of_house_rules_that_never_ends_is_left_out_and_told_of_once() -> None:
    slow = Wording("slow", pattern="(z+)+$", source="Our guide")
    given = picture(text=f"{'z' * 3000}!\n\n{'z' * 3000}! again")
    lists = WordLists((*given.known.wording.wordings, slow))
    given = replace(given, known=replace(given.known, wording=lists))
    (finding,) = found(given, "house-missing")
    assert finding.sentence == "A pattern of your house rules takes too long and was left out."
    assert finding.excerpt == "(z+)+$"
    assert lists["house"].slow == {"slow"}


def test_of_words_that_overlap_the_longer_is_found() -> None:
    words = WordList(
        (
            Wording("a", words=("hall", "village hall")),
            Wording("b", swaps=(("village", "town"),)),
            Wording("c", pattern="village h"),
        )
    )
    text = "Our village hall, a HALL, the halls and a VILLAGE."
    assert [text[start:end] for _, start, end in matches(words, text)] == [
        "village hall",
        "HALL",
        "VILLAGE",
    ]
    assert [instead_of(words, match, text) for match in matches(words, text)] == ["", "", "TOWN"]


def test_a_list_of_a_check_that_has_none_is_empty() -> None:
    assert list(matches(WordLists()["no-such-check"], "Any text.")) == []


def test_what_is_no_expression_is_refused() -> None:
    with pytest.raises(ValueError, match="missing"):
        compiled("(")
