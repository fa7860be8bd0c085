from __future__ import annotations

from pathlib import Path

from desktop.store.packs import check_folder, read_content, render_starter

ROOT = Path(__file__).resolve().parents[1]


def test_everything_that_ships_loads_without_a_problem_or_a_piece_of_advice() -> None:
    files, problems = check_folder(ROOT)
    assert files >= 9
    assert [str(problem) for problem in problems] == []


def test_everything_that_ships_is_there_once_loaded() -> None:
    content = read_content(ROOT / "snippets", ROOT / "resources")
    assert len(content.evidence) == 5
    assert sum(len(pack.snippets) for pack in content.evidence) >= 90
    assert sum(len(pack.prompts) for pack in content.evidence) >= 54
    assert sum(len(pack.prompts) for pack in content.prompts) >= 12
    assert "pasc-big-society-2011" in {each.id for each in content.consultations}
    assert {each.rules for each in content.consultations} <= {each.id for each in content.rules}


def test_every_sentence_starter_that_ships_can_be_filled_in() -> None:
    content = read_content(ROOT / "snippets", ROOT / "resources")
    for pack in (*content.evidence, *content.prompts):
        for prompt in pack.prompts:
            text = render_starter(
                prompt,
                organisation="Marshside & Sons",
                question="What is it?",
                heading="It",
                consultation="The inquiry",
                body="The committee",
            )
            assert text.strip()
            assert "{" not in text
