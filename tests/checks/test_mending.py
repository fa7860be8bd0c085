"""What a fix does to the draft as it is now, and when it no longer fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.checks.mending import mended
from desktop.core.checking_edits import MendedText, MendText
from desktop.core.edits import MarkAnswer
from desktop.core.finding import Finding, FindingLevel, Fix, Replacement, Spot, TextField
from desktop.core.response import Answer, AnswerMark, Draft, Recommendation, SummaryPoint
from desktop.core.rules import Part
from tests.support.drafts import make_draft

LINE = "The VCS needs halls."
ASKED = Recommendation("a", "r", "1", "The Department", "fund halls by April 2028")


def finding(fix: Fix, spot: Spot | None = None, basis: str = "", question: str = "1") -> Finding:
    level = FindingLevel.NUDGE
    said = ("It is short.", "Spell it out.")
    return Finding("c", level, Part.ANSWERS, *said, question, spot=spot, basis=basis, fixes=(fix,))


def spelled(line: int = 0) -> Finding:
    spot = Spot(line=line, start=4, end=7)
    fix = Fix("Spell it out", (Replacement(spot, "VCS", "voluntary sector (VCS)"),))
    return finding(fix, spot, LINE)


def texts(draft: Draft, found: Finding) -> list[MendedText] | None:
    edit = mended(draft, found, found.fixes[0])
    if edit is None:
        return None
    assert isinstance(edit, MendText)
    return list(edit.texts)


def body(text: str) -> Draft:
    return make_draft({"1": text})


def test_a_word_is_replaced_and_all_else_stays() -> None:
    text = "The **VCS** needs halls. [@larch-2024, page 4]\n\nAnother."
    (mend,) = texts(body(text), finding(spelled().fixes[0], Spot(line=0, start=4, end=7))) or []
    said = "The **voluntary sector (VCS)** needs halls. [@larch-2024, page 4]\n\nAnother."
    assert (mend.field, mend.question, mend.text.strip()) == (TextField.BODY, "1", said)


def test_the_line_is_found_again_where_something_was_typed_above_it() -> None:
    (mend,) = texts(body(f"New.\n\nThe VCR is old.\n\n{LINE}"), spelled()) or []
    assert mend.text.strip().endswith("The voluntary sector (VCS) needs halls.")
    assert "The VCR is old." in mend.text


@pytest.mark.parametrize(
    "text", ["", "The VCS needs more halls.", "Something else.", f"New.\n\n{LINE}\n\n{LINE}"]
)
def test_nothing_is_mended_where_the_text_has_changed_or_stands_twice(text: str) -> None:
    assert texts(body(text), spelled()) is None


def test_what_is_said_once_of_the_whole_is_found_again_by_its_words() -> None:
    found = replace(spelled(), basis="")
    (mend,) = texts(body(f"New.\n\n{LINE}"), found) or []
    assert mend.text.strip().endswith("The voluntary sector (VCS) needs halls.")
    assert texts(body("New.\n\nThe sector needs halls."), found) is None
    assert texts(body("New.\n\nThe VCS is old.\n\nThe VCS is big."), found) is None


def test_two_words_of_a_line_and_another_text_are_mended_in_one_step() -> None:
    spot = Spot(TextField.WHAT, "a", 0, 10, 24)
    fix = Fix(
        "Put the date where it belongs",
        (
            Replacement(spot, " by April 2028", ""),
            Replacement(Spot(TextField.WHAT, "a", 0, 0, 4), "fund", "pay for"),
            Replacement(Spot(TextField.BY_WHEN, "a"), "", "April 2028"),
        ),
    )
    draft = make_draft({"1": "Text."}, recommendations=[ASKED])
    found = finding(fix, spot, ASKED.what)
    assert texts(draft, found) == [
        MendedText(TextField.WHAT, "pay for halls", "1", "a"),
        MendedText(TextField.BY_WHEN, "April 2028", "1", "a"),
    ]
    gone = make_draft({"1": "Text."})
    assert texts(gone, found) is None


def test_the_covering_email_gets_what_is_taken_out() -> None:
    spot = Spot(TextField.ABOUT, "", 0, 5, 25)
    fix = Fix(
        "Move it to the covering email",
        (Replacement(spot, "jo@fernbrook.example", "us"),),
        contact=(("contact_email", "jo@fernbrook.example"),),
    )
    found = finding(fix, spot, "Mail jo@fernbrook.example.", "")
    draft = make_draft({}, about="Mail jo@fernbrook.example.")
    assert mended(draft, found, fix) == MendText(
        "r",
        "Move it to the covering email",
        (MendedText(TextField.ABOUT, "Mail us."),),
        (("contact_email", "jo@fernbrook.example"),),
    )


@pytest.mark.parametrize(
    ("field", "item", "draft"),
    [
        (TextField.KEY_POINT, "", make_draft({"1": Answer("r", "1", key_point=LINE)})),
        (TextField.SUMMARY, "0", make_draft(summary=(SummaryPoint(LINE, ("1",)),))),
        (TextField.REASON, "", make_draft(reason=LINE)),
        (TextField.ORAL_EVIDENCE, "", make_draft(oral_evidence=LINE)),
    ],
)
def test_every_text_can_be_mended(field: TextField, item: str, draft: Draft) -> None:
    spot = Spot(field, item, 0, 4, 7)
    fix = Fix("Spell it out", (Replacement(spot, "VCS", "sector"),))
    (mend,) = texts(draft, finding(fix, spot, LINE)) or []
    assert (mend.field, mend.text.strip()) == (field, "The sector needs halls.")


def test_a_summary_that_follows_the_key_points_again_has_no_such_point() -> None:
    spot = Spot(TextField.SUMMARY, "0", 0, 4, 7)
    fix = Fix("Spell it out", (Replacement(spot, "VCS", "sector"),))
    assert texts(make_draft(), finding(fix, spot, LINE)) is None


def test_words_are_put_into_an_empty_text() -> None:
    spot = Spot(TextField.REASON)
    fix = Fix("Say why", (Replacement(spot, "", "We run halls."),))
    (mend,) = texts(make_draft(reason=""), finding(fix, spot, question="")) or []
    assert mend.text.strip() == "We run halls."


def test_an_edit_is_given_while_what_was_said_still_stands() -> None:
    edit = MarkAnswer("r", "1", AnswerMark.SKIPPED, "We do not comment on this question.")
    fix = Fix("Skip it", edit=edit)
    whole = finding(fix)
    of_a_line = replace(whole, spot=Spot(), basis=LINE)
    assert mended(body("New text."), whole, fix) == edit
    assert mended(body(f"{LINE}\n\nMore."), of_a_line, fix) == edit
    assert mended(body("New text."), of_a_line, fix) is None
