"""Who approves a submission, and when their approval no longer holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.evidence import Source
from desktop.core.finding import TextField
from desktop.core.response import Answer, AnswerMark, Draft, Recommendation, SummaryPoint
from desktop.core.signing import Approval, SignOff, approval, approver, digest_of
from desktop.core.translating import Language, TextKey, Translation
from desktop.core.wording import HouseSignOff
from tests.support.drafts import make_draft

DAY = date(2026, 11, 23)
ASKED = Recommendation("a", "r", "1", "The Department", "pay for halls", "by April 2028")


def written() -> Draft:
    return make_draft({"1": "Halls close."}, recommendations=[ASKED], oral_evidence="Ask us.")


def approved(draft: Draft) -> Draft:
    return replace(draft, sign_off=SignOff("Jo", "Chair", DAY, digest_of(draft)))


def wants_approval(draft: Draft) -> Draft:
    return replace(draft, organisation=replace(draft.organisation, sign_off="The chair"))


def test_nobody_needs_to_approve_unless_the_organisation_says_so() -> None:
    assert approval(written()) is Approval.NOT_NEEDED
    assert approval(wants_approval(written())) is Approval.WAITED_FOR


def test_whoever_is_named_for_one_response_is_waited_for() -> None:
    named = replace(written(), sign_off=SignOff("Jo", "Chair"))
    assert approval(named) is Approval.WAITED_FOR


def test_an_approval_holds_for_the_words_that_were_approved() -> None:
    draft = approved(wants_approval(written()))
    assert approval(draft) is Approval.GIVEN
    other = {**draft.answers, "1": replace(draft.answer("1"), body="Halls open.")}
    assert approval(replace(draft, answers=other)) is Approval.OUTDATED


@pytest.mark.parametrize(
    "change",
    [
        {"about": "We run five halls."},
        {"reason": "We were asked."},
        {"oral_evidence": "Ask somebody else."},
        {"summary": (SummaryPoint("Halls matter."),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_text_of_the_response_counts(change: dict[str, object]) -> None:
    draft = written()
    changed = replace(draft, response=replace(draft.response, **change))
    assert digest_of(changed) != digest_of(draft)


def test_answers_choices_and_recommendations_count() -> None:
    draft = written()
    skipped = {"1": Answer("r", "1", body="Halls close.", mark=AnswerMark.SKIPPED)}
    chosen = {"1": replace(draft.answer("1"), choice=("Agree",))}
    pointed = {"1": replace(draft.answer("1"), key_point="Another point.")}
    bill = replace(ASKED, clause="Clause 4", amendment="Leave out “may”.")
    said = Translation("Mae neuaddau yn cau.", "Halls close.")
    welsh = {TextKey(Language.WELSH, TextField.BODY, "1"): said}
    different = [
        draft,
        replace(draft, answers=skipped),
        replace(draft, answers=chosen),
        replace(draft, answers=pointed),
        replace(draft, recommendations=(bill,)),
        replace(draft, recommendations=()),
        replace(draft, translations=welsh),
    ]
    assert len({digest_of(each) for each in different}) == len(different)


def test_what_is_not_printed_does_not_count() -> None:
    draft = written()
    noted = replace(draft.response, dated=DAY, message="In one sentence.", title="Our halls")
    same = replace(draft, response=noted, sources={"s": Source("s", "A source")})
    assert digest_of(same) == digest_of(draft)


def test_house_rules_come_before_what_the_organisation_says_of_itself() -> None:
    draft = wants_approval(written())
    assert approver(draft) == "The chair"
    house = replace(written(), house_sign_off=HouseSignOff("Two trustees"))
    assert approval(house) is Approval.WAITED_FOR
    both = replace(draft, house_sign_off=HouseSignOff("Two trustees"))
    assert approver(both) == "Two trustees"
    assert approval(approved(both)) is Approval.GIVEN
