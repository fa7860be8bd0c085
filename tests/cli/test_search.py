"""`consultee search` and `consultee suggest`: the window's own ranking in a terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.paths import Paths
from tests.cli.conftest import Consultee

RECORD = {
    "snippet",
    "claim",
    "text",
    "kind",
    "speaker",
    "tags",
    "questions",
    "source",
    "locator",
    "reference",
    "score",
    "reasons",
    "matched",
    "confident",
    "standing",
    "taught",
}


def test_words_find_evidence_with_its_place_and_the_reason(consultee: Consultee) -> None:
    done = consultee("search", "train", "councillors", "--limit", "1")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("  1. Councillors and council officers will need training")
    assert "under question 8" in done.out
    assert "bs69-train-councillors: Mentions train and " in done.out


def test_what_is_found_as_json(consultee: Consultee) -> None:
    done = consultee("search", "payment by results", "--limit", "3", "--json").json
    assert done["text"] == "payment by results"
    assert len(done["found"]) == 3
    assert set(done["found"][0]) == RECORD
    scores = [item["score"] for item in done["found"]]
    assert scores == sorted(scores, reverse=True)


def test_kind_and_source_narrow_the_search(consultee: Consultee) -> None:
    call = ("search", "inequality", "--json", "--source", "blume-reconfigure-big-society")
    found = consultee(*call).json["found"]
    assert found
    assert {item["source"] for item in found} == {"blume-reconfigure-big-society"}
    found = consultee("search", "cuts", "--kind", "quotation", "--json").json["found"]
    assert {item["kind"] for item in found} == {"quotation"}


def test_nothing_found_is_no_error(consultee: Consultee) -> None:
    done = consultee("search", "zeppelin")
    assert (done.code, done.err) == (0, "")
    assert "Nothing in the library has to do with “zeppelin”" in done.out


def test_a_source_that_is_not_there_is_answered_with_those_that_are(consultee: Consultee) -> None:
    done = consultee("search", "cuts", "--source", "blume")
    assert done.code == 1
    assert "no source “blume”" in done.err
    assert "blume-reconfigure-big-society" in done.err


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_that_is_no_number_is_wrong_usage(consultee: Consultee, limit: str) -> None:
    assert consultee("search", "cuts", f"--limit={limit}").code == 2


def test_no_words_are_wrong_usage(consultee: Consultee) -> None:
    assert consultee("search").code == 2


@pytest.mark.parametrize("name", ["pasc-big-society-2011", "pasc", "smaller government"])
def test_suggestions_for_a_question_say_why_they_are_offered(
    consultee: Consultee, name: str
) -> None:
    done = consultee("suggest", name, "8", "--limit", "2")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("8. The place of local authorities")
    assert "Tagged for this question" in done.out
    assert "  3. " not in done.out


def test_suggestions_as_json(consultee: Consultee) -> None:
    done = consultee("suggest", "pasc", "4", "--limit", "5", "--json").json
    assert (done["consultation"], done["question"]) == ("pasc-big-society-2011", "4")
    assert len(done["found"]) == 5
    assert set(done["found"][0]) == RECORD


def test_what_comes_nearest_stands_apart_from_what_is_on_the_question(
    consultee: Consultee, tmp_path: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    shutil.copytree(paths.resources, content / "resources")
    shutil.copytree(paths.snippets, content / "snippets")
    path = next((content / "resources" / "consultations").glob("*.toml"))
    text = path.read_text(encoding="utf-8")
    first = text.index('text = "', text.index("[[question]]"))
    other = 'text = "Should trawlers fish for herring in the spring, and of what age?"'
    path.write_text(text[:first] + other + text[text.index("\n", first) :], encoding="utf-8")
    for pack in (content / "snippets").glob("*.toml"):
        said = pack.read_text(encoding="utf-8").replace("society-2011#1", "society-2011#2")
        pack.write_text(said, encoding="utf-8")
    monkeypatch.setattr("desktop.paths.find_content", lambda _: content)
    done = consultee("suggest", "pasc", "1")
    assert "\nNothing in the library is on this question.\n" in done.out
    assert "\nNearest to it, and perhaps about something else:\n  1. " in done.out


def test_a_question_that_does_not_exist_is_answered_with_the_numbers(consultee: Consultee) -> None:
    done = consultee("suggest", "pasc", "10")
    assert done.code == 1
    assert "has no question 10" in done.err
    assert "1, 2, 3, 4, 5, 6, 7, 8, 9" in done.err


def test_a_consultation_that_does_not_exist_is_answered_with_those_that_do(
    consultee: Consultee,
) -> None:
    done = consultee("suggest", "brexit", "1")
    assert done.code == 1
    assert "pasc-big-society-2011" in done.err


def test_a_question_that_nothing_serves_is_answered_in_a_sentence(
    consultee: Consultee, tmp_path: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    shutil.copytree(paths.resources, content / "resources")
    monkeypatch.setattr("desktop.paths.find_content", lambda _: content)
    done = consultee("suggest", "pasc", "1")
    assert done.code == 0
    assert done.out.endswith("\nNothing in the library is on this question.\n")
