"""The page for writers of packs is true: its example is a pack, its tables the program's."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.store.packs.documentation import allowed_keys
from desktop.store.packs.folder import check_folder, read_content

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "writing-snippets.md").read_text(encoding="utf-8")


def test_the_example_is_a_pack_that_the_check_finds_nothing_wrong_with(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    (tmp_path / "lantern-survey.toml").write_text(example[1], encoding="utf-8")
    shipped = read_content(ROOT / "snippets", ROOT / "resources")

    assert check_folder(tmp_path, shipped) == (1, [])


def keys_of(text: str) -> list[tuple[str, str]]:
    """Return each key that tables list, in order, with whether it is needed."""
    return re.findall(r"^\| `(\w+)` \| (yes|no) \|", text, re.MULTILINE)


def test_the_page_lists_every_key_that_the_program_reads_and_no_other() -> None:
    listed = keys_of(PAGE)

    assert len(listed) > 50
    assert listed == keys_of(allowed_keys())


def test_the_shipped_content_gives_the_check_nothing_to_say() -> None:
    content = read_content(ROOT / "snippets", ROOT / "resources")

    assert (content.problems, content.advice) == ((), ())
    assert len(content.evidence) == 5
