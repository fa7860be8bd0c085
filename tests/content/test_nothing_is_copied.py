"""The shipped content is in our own words: no run of eight words of a source document."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content import digest_sources
from tests.content.digest_sources import (
    DIGEST,
    HASH_BYTES,
    QUESTIONS,
    RUN_WORDS,
    TITLES,
    copied_runs,
    digest_of,
    from_bytes,
    runs_of,
    to_bytes,
    words_of,
)

ROOT = Path(__file__).parents[2]
SHIPPED = sorted([*(ROOT / "snippets").rglob("*.toml"), *(ROOT / "resources").rglob("*.toml")])

# A made-up document, so that these tests can show what they catch without anybody's real text.
INVENTED = (
    "The Wexham Lantern Trust keeps a shed by the canal. Every second Tuesday its members mend"
    " bicycles there for people who ride to work at night."
)


def every_text(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text in a parsed TOML file with the place it stands in."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from every_text(inner, f"{place} {key}".strip())
    elif isinstance(value, list):
        for index, inner in enumerate(value, start=1):
            name = inner.get("id") or inner.get("number") if isinstance(inner, dict) else None
            yield from every_text(inner, f"{place} {name or index}")


def copied_in(path: Path, digest: frozenset[bytes]) -> list[str]:
    """Return a line for each run that a file shares with the documents of a digest."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        f"{path.name}, {place}: “{run}”"
        for place, text in every_text(content)
        for run in copied_runs(text, digest)
    ]


@pytest.fixture(scope="module")
def digest() -> frozenset[bytes]:
    return from_bytes(DIGEST.read_bytes())


@pytest.mark.parametrize("path", SHIPPED, ids=[path.name for path in SHIPPED])
def test_a_shipped_file_repeats_no_eight_words_of_a_source(
    path: Path, digest: frozenset[bytes]
) -> None:
    copied = copied_in(path, digest)

    assert not copied, "Say it in our own words:\n" + "\n".join(copied)


def test_snippets_consultations_rules_prompts_and_the_example_are_all_measured() -> None:
    folders = {path.parent.name for path in SHIPPED}

    assert folders >= {"snippets", "consultations", "rules", "prompts", "demo"}


def test_the_digest_holds_the_runs_of_five_whole_documents(digest: frozenset[bytes]) -> None:
    assert len(digest) > 3000
    assert len(digest) * HASH_BYTES == DIGEST.stat().st_size


@pytest.mark.parametrize("free", QUESTIONS + TITLES)
def test_official_questions_and_titles_may_be_repeated(free: str, digest: frozenset[bytes]) -> None:
    assert copied_runs(free, digest) == []


def test_the_questions_left_out_are_those_of_the_built_in_inquiry() -> None:
    path = ROOT / "resources" / "consultations" / "pasc-big-society-2011.toml"
    inquiry = tomllib.loads(path.read_text(encoding="utf-8"))

    assert tuple(question["text"] for question in inquiry["question"]) == QUESTIONS


def test_eight_copied_words_are_found_however_they_are_dressed_up() -> None:
    planted = digest_of([INVENTED])
    disguised = "They say: “KEEPS a shed — by the canal, every second\nTuesday” and more."

    assert copied_runs(disguised, planted) == [
        "keeps a shed by the canal every second",
        "a shed by the canal every second tuesday",
    ]


def test_seven_copied_words_are_let_through() -> None:
    planted = digest_of([INVENTED])

    assert copied_runs("They keep a shed by the canal every second week", planted) == []


def test_a_copied_sentence_is_named_by_file_place_and_words(tmp_path: Path) -> None:
    pack = tmp_path / "lantern.toml"
    pack.write_text(
        '[[snippet]]\nid = "lantern-shed"\ntext = "Its members mend bicycles there for people'
        ' who ride."\n',
        encoding="utf-8",
    )

    assert copied_in(pack, digest_of([INVENTED])) == [
        "lantern.toml, snippet lantern-shed text: “its members mend bicycles there for people who”",
        "lantern.toml, snippet lantern-shed text: "
        "“members mend bicycles there for people who ride”",
    ]


def test_runs_inside_a_title_are_left_out_and_runs_that_only_touch_it_are_kept() -> None:
    title = "its members mend bicycles there for people who ride"
    kept = digest_of([INVENTED], free=[title])

    assert copied_runs(title, kept) == []
    assert copied_runs("Tuesday " + title, kept) == [
        "tuesday its members mend bicycles there for people"
    ]


def test_a_digest_survives_being_written_and_read() -> None:
    planted = digest_of([INVENTED])

    assert from_bytes(to_bytes(planted)) == planted
    assert to_bytes(sorted(planted, reverse=True)) == to_bytes(planted)


def test_runs_do_not_reach_from_one_document_into_the_next() -> None:
    words = words_of(INVENTED)
    assert digest_of([" ".join(words[:7]), " ".join(words[7:14])]) == frozenset()
    assert len(list(runs_of(INVENTED))) == len(words) - RUN_WORDS + 1


def test_the_script_digests_a_folder_and_nothing_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "trust.txt").write_text(INVENTED, encoding="utf-8")
    (tmp_path / "beside.txt").write_text("one two three four five six seven eight nine")
    script = tmp_path / "digest_sources.py"
    script.write_bytes(Path(digest_sources.__file__).read_bytes())

    done = subprocess.run(
        [sys.executable, str(script), str(folder)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert from_bytes((tmp_path / "source_runs.bin").read_bytes()) == digest_of([INVENTED])


def test_the_script_refuses_a_folder_without_documents(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"holds no \.txt documents"):
        digest_sources.digest_folder(tmp_path)
