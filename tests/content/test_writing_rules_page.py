"""The page for writers of rules is true: its example loads, its list is the program's."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.core.rule_kinds import GROUP_NAMES, RULE_KINDS
from desktop.store.packs.folder import check_folder, read_content

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")


def test_the_example_is_a_rules_file_that_the_check_finds_nothing_wrong_with(
    tmp_path: Path,
) -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    (tmp_path / "larchfield-committee.toml").write_text(example[1], encoding="utf-8")
    shipped = read_content(ROOT / "snippets", ROOT / "resources")
    assert check_folder(tmp_path, shipped) == (1, [])


def test_the_page_lists_every_kind_of_rule_under_its_group_with_all_that_it_may_say() -> None:
    for group, name in GROUP_NAMES.items():
        section = PAGE.split(f"### {name}\n")[1].split("\n### ")[0]
        listed = dict(re.findall(r"^\| `([\w-]+)` \| (.+) \|$", section, re.MULTILINE))
        kinds = {kind.id: kind for kind in RULE_KINDS.values() if kind.group is group}
        assert listed.keys() == kinds.keys()
        for key, kind in kinds.items():
            called, number, choices, asked = (cell.strip() for cell in listed[key].split("|"))
            assert called == kind.name
            assert number == (kind.measure or ", ".join(kind.units))
            assert re.findall(r"`([\w-]+)`", choices) == [value for value, _ in kind.choices]
            assert ("several" in choices) is kind.many
            assert asked == ", ".join(sorted(kind.asked))
