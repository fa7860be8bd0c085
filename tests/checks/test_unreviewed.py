from __future__ import annotations

from dataclasses import replace

from desktop.checks import Known, check
from desktop.core.finding import FindingLevel
from tests.support.drafts import DAY, make_draft


def test_unreviewed_pieces_are_worth_a_look_at_each_question_that_has_them() -> None:
    draft = replace(
        make_draft({"1": "One.\n\nTwo.", "2": "Ours.", "3": "Three."}),
        unreviewed={"1": ("One.", "Two."), "2": ("One.",), "3": ("Three.",)},
    )
    found = [item for item in check(draft, Known(DAY.date())) if item.check == "unreviewed"]
    assert [(item.question, item.sentence, item.excerpt) for item in found] == [
        ("1", "2 pieces of the first draft are unreviewed.", "One."),
        ("3", "A piece of the first draft is unreviewed.", "Three."),
    ]
    assert {item.level for item in found} == {FindingLevel.WARNING}
    assert "confirm" in found[0].remedy


def test_a_draft_without_any_has_no_such_finding() -> None:
    draft = make_draft({"1": "One."})
    assert "unreviewed" not in {item.check for item in check(draft, Known(DAY.date()))}
