from __future__ import annotations

from pathlib import Path

import pytest

from desktop.paths import DATA_FOLDER_VARIABLE, Paths, find_content

ROOT = Path(__file__).resolve().parents[1]


def test_a_checkout_reads_its_content_from_beside_the_package() -> None:
    paths = Paths.discover()
    assert (paths.templates, paths.snippets, paths.resources) == (
        ROOT / "templates",
        ROOT / "snippets",
        ROOT / "resources",
    )


def test_an_installed_copy_reads_the_content_that_it_brought_along(tmp_path: Path) -> None:
    package = tmp_path / "desktop"
    (package / "_content").mkdir(parents=True)
    assert find_content(package) == package / "_content"


def test_the_data_folder_can_be_moved_with_its_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(DATA_FOLDER_VARIABLE, str(tmp_path / "stick"))
    paths = Paths.discover()
    assert paths.default_workspace == tmp_path / "stick" / "workspace.consultee"
    assert paths.log.parent == tmp_path / "stick"
    assert paths.config.is_relative_to(tmp_path / "stick")
    assert paths.cache.is_relative_to(tmp_path / "stick")


def test_a_moved_data_folder_is_the_same_from_wherever_the_program_starts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(DATA_FOLDER_VARIABLE, "stick")
    monkeypatch.chdir(tmp_path)
    assert Paths.discover().data == tmp_path / "stick"


def test_without_the_variable_data_and_settings_go_where_the_system_keeps_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(DATA_FOLDER_VARIABLE)
    paths = Paths.discover()
    assert paths.data.name == paths.config.name == "Consultee"
    assert not paths.data.is_relative_to(ROOT)


def test_finding_the_folders_makes_none() -> None:
    assert not Paths.discover().data.exists()


def test_backups_lie_beside_their_workspace_so_that_they_move_with_it() -> None:
    paths = Paths.discover()
    assert paths.backups(Path("/stick/Harbour.consultee")) == Path("/stick/Harbour backups")


def test_two_files_that_differ_in_their_ending_never_share_their_backups() -> None:
    paths = Paths.discover()
    assert paths.backups(Path("/stick/a.consultee")) == Path("/stick/a backups")
    assert paths.backups(Path("/stick/a.db")) == Path("/stick/a.db backups")


def test_workspaces_of_one_name_in_two_folders_never_share_a_search_index(tmp_path: Path) -> None:
    paths = Paths(tmp_path, tmp_path, tmp_path, cache=tmp_path / "cache")
    one, other = (paths.search_index(tmp_path / name / "w.consultee") for name in "ab")
    assert one != other
    assert one == paths.search_index(tmp_path / "a" / "w.consultee")
    assert one.is_relative_to(tmp_path / "cache")
