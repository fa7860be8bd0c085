"""House rules on the page of an organisation: added, explained when wrong, removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.core.edits import WORKSPACE_SCOPE, AddOrganisation
from desktop.core.response import Organisation
from desktop.ui.context import Context
from desktop.ui.pages.house_rules import HouseRulesPart
from desktop.ui.pages.organisations import OrganisationsPage
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

RULES = """
format = 1
version = 1

[[wording]]
id = "members"
swaps = { "clients" = "members" }

[[wording]]
id = "number"
required = ["registered charity", "charity number"]

[[wording]]
id = "dates"
pattern = 'x/y'

[[wording]]
id = "hall"
words = ["the Hall"]
instead = "the hall"
"""


@pytest.fixture
def part(show: Callable[..., Any], context: Context) -> HouseRulesPart:
    context.session.apply(AddOrganisation(Organisation("o", "Fernbrook")))
    return show(OrganisationsPage, Place(PageId.ORGANISATIONS, item="o")).form.house_rules


def written(tmp_path: Path, text: str = RULES) -> Path:
    file = tmp_path / "style.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_is_added_and_says_what_it_asks_for(
    part: HouseRulesPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.opens.append(written(tmp_path))
    part.add_button.click()
    (card,) = part.files
    assert card.said.text().splitlines() == [
        "“members”, not “clients”",
        "Somewhere: “registered charity” or “charity number”",
        "Not the pattern x/y",
        "“the hall”, not “the Hall”",
    ]
    assert dialogs.notices == ["“style.toml” was added: 4 rules."]


def test_a_newer_file_of_that_name_takes_the_place_of_the_older(
    part: HouseRulesPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    many = RULES + "".join(f'\n[[wording]]\nid = "w{n}"\nwords = ["word{n}"]\n' for n in range(20))
    for text in (RULES, many):
        dialogs.opens.append(written(tmp_path, text))
        part.add_button.click()
    (card,) = part.files
    assert card.said.text().endswith("… and 12 more")


def test_a_file_that_is_wrong_is_not_added_and_each_mistake_is_told_with_its_line(
    part: HouseRulesPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.opens.append(written(tmp_path, RULES.replace("'x/y'", "'(x'")))
    part.add_button.click()
    assert part.files == []
    said = part.wrong.text().splitlines()
    assert said[0] == "“style.toml” was not added:"
    assert said[1].startswith("Line 15: [[wording]] 3 (dates), key 'pattern': '(x' is no regular")
    dialogs.opens.append(written(tmp_path))
    part.add_button.click()
    assert part.wrong.isHidden()
    assert len(part.files) == 1


def test_a_file_that_is_no_toml_is_told_of(
    part: HouseRulesPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.opens.append(written(tmp_path, "Please write members."))
    part.add_button.click()
    assert "not valid TOML" in part.wrong.text()


def test_removing_a_file_can_be_undone(
    part: HouseRulesPart, dialogs: FakeDialogs, tmp_path: Path, context: Context
) -> None:
    dialogs.opens.append(written(tmp_path))
    part.add_button.click()
    part.files[0].remove_button.click()
    assert part.files == []
    context.session.undo(WORKSPACE_SCOPE)
    assert len(part.files) == 1


def test_changing_ones_mind_adds_nothing(part: HouseRulesPart) -> None:
    part.add_button.click()
    assert part.files == []
    assert part.wrong.isHidden()


def test_a_file_may_say_who_approves_and_nothing_else(
    part: HouseRulesPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    said = (
        'format = 1\nversion = 1\n[sign_off]\nwho = "The chair of trustees"\n'
        'venues = ["senedd", "council"]\ndays = 5\nsays = "Ask early."\n'
    )
    dialogs.opens.append(written(tmp_path, said))
    part.add_button.click()
    (card,) = part.files
    assert card.said.text() == (
        "Approved by: The chair of trustees (what goes to the Senedd, a council), 5 days before it "
        "closes. Ask early."
    )
    assert dialogs.notices == ["“style.toml” was added: 1 rule."]


def test_somebody_who_has_no_house_rules_yet_starts_from_an_example(
    part: HouseRulesPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.saves.append(tmp_path / "ours")
    part.example_button.click()
    saved = tmp_path / "ours.toml"
    dialogs.opens.append(saved)
    part.add_button.click()
    assert [card.rules.name for card in part.files] == ["ours.toml"]


def test_an_example_takes_the_place_of_a_file_only_if_that_is_wanted(
    part: HouseRulesPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    file = written(tmp_path)
    for wanted in (False, True):
        dialogs.saves.append(file)
        dialogs.confirms.append(wanted)
        part.example_button.click()
        assert (file.read_text(encoding="utf-8") != RULES) is wanted


def test_an_example_that_cannot_be_written_is_told(
    part: HouseRulesPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.saves.append(written(tmp_path) / "inside.toml")
    part.example_button.click()
    assert dialogs.errors
