"""`consultee library` and `consultee pack`: the library listed, reviewed and exchanged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Consultee

CHOSEN = ("bs69-train-councillors", "sca-two-roles")


@pytest.fixture
def pack(consultee: Consultee, tmp_path: Path) -> Path:
    ids = consultee("library", "list", "--json").json["library"]
    chosen = [row["snippet"] for row in ids if row["snippet"]][:3]
    done = consultee("pack", "export", *chosen, "--to", tmp_path / "for-ada.toml", "--json")
    assert done.code == 0, done.err
    return Path(done.json["file"])


def test_the_list_narrows_down_by_kind_and_tag(consultee: Consultee) -> None:
    rows = consultee("library", "list", "--kind", "quotation", "--json").json["library"]
    assert rows
    assert {row["kind"] for row in rows} == {"quotation"}
    tag = rows[0]["tags"][0]
    tagged = consultee("library", "list", "--tag", tag, "--json").json["library"]
    assert tagged
    assert all(tag in row["tags"] for row in tagged)
    assert consultee("library", "list", "--tag", "zeppelins").out.strip() == (
        "Nothing in the library is like that."
    )


def test_the_list_for_people_names_sources_and_what_is_drawn_from_them(
    consultee: Consultee,
) -> None:
    out = consultee("library", "list").out
    assert "Why we need to reconfigure the Big Society programme\n" in out
    assert "   - " in out
    assert "bs69-train-councillors; " in out


def test_search_finds_words_in_the_library(consultee: Consultee) -> None:
    done = consultee("library", "search", "train", "councillors", "--limit", "1")
    assert "bs69-train-councillors" in done.out
    assert "nothing" not in done.out.casefold()
    assert "Nothing in the library" in consultee("library", "search", "zeppelin").out
    found = consultee("library", "search", "councillors", "--json").json["found"]
    assert found[0]["matched"]


def test_what_is_due_comes_longest_due_first(consultee: Consultee) -> None:
    due = consultee("library", "review", "--within", "36500", "--json").json["due"]
    days = [item["review_by"] for item in due]
    assert days == sorted(days)
    said = consultee("library", "review", "--within", "36500").out
    assert all(day in said for day in days)
    if not days:
        assert said.strip() == "Nothing is due."


def test_a_pack_given_to_a_colleague_brings_what_they_lack(
    consultee: Consultee, pack: Path, tmp_path: Path
) -> None:
    again = consultee("pack", "import", pack, "--json").json
    assert {item["standing"] for item in again["snippets"]} == {"same"}
    assert again["taken"] == []
    text = pack.read_text(encoding="utf-8")
    changed = tmp_path / "changed.toml"
    first = again["snippets"][0]
    changed.write_text(
        text.replace(f'id = "{first["snippet"]}"', 'id = "a-new-one"'), encoding="utf-8"
    )
    looked = consultee("pack", "import", changed, "--dry-run", "--json").json
    assert [item["standing"] for item in looked["snippets"]].count("new") == 1
    assert looked["taken"] == []
    taken = consultee("pack", "import", changed)
    assert "Taken: 1 of 3." in taken.out
    assert "a-new-one" in consultee("library", "list").out


def test_what_differs_is_taken_only_when_asked_for(
    consultee: Consultee, pack: Path, tmp_path: Path
) -> None:
    claim = consultee("pack", "import", pack, "--json").json["snippets"][0]["claim"]
    changed = tmp_path / "changed.toml"
    text = pack.read_text(encoding="utf-8")
    assert claim in text
    changed.write_text(text.replace(claim, "Said otherwise since.", 1), encoding="utf-8")
    assert consultee("pack", "import", changed, "--json").json["taken"] == []
    done = consultee("pack", "import", changed, "--take", "changed", "--json").json
    assert len(done["taken"]) == 1
    assert "Said otherwise since." in consultee("library", "list").out
    # Now it is the person's own, and the first pack is in conflict with it.
    stands = consultee("pack", "import", pack, "--json").json["snippets"][0]["standing"]
    assert stands == "conflict"
    assert len(consultee("pack", "import", pack, "--take", "all", "--json").json["taken"]) == 1


def test_a_pack_of_nothing_known_and_a_file_in_the_way_are_refused(
    consultee: Consultee, pack: Path
) -> None:
    done = consultee("pack", "export", "no-such-snippet", "--to", pack)
    assert done.code == 1
    assert "The library has no snippet “no-such-snippet”." in done.err
    done = consultee("pack", "export", *CHOSEN[:1], "--to", pack)
    assert done.code == 1
    assert "already" in done.err
    assert consultee("pack", "export", *CHOSEN[:1], "--to", pack, "--replace").code == 0


def test_a_pack_that_is_wrong_says_where(consultee: Consultee, pack: Path) -> None:
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace("format = 1", "format = 99"), encoding="utf-8")
    done = consultee("pack", "import", pack)
    assert done.code == 1
    assert "was made with a newer version of Consultee than this one." in done.err
    assert "Install the newest version" in done.err
    assert "allowed" not in done.err
