"""The wheel: everything that an installed copy needs is inside, and it works from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("consultee-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a copy whose libraries come from this environment: nothing is fetched."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    command = [*pip, "--target", str(folder), str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, env=surroundings(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def surroundings(installed: Path) -> dict[str, str]:
    """Give an environment that finds the installed copy, and keeps it out of our coverage."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return {**kept, "PYTHONPATH": str(installed)}


def run_installed(installed: Path, elsewhere: Path, *arguments: str) -> str:
    script = next(p for p in (installed / "bin").iterdir() if p.stem == "consultee")
    start = [sys.executable, str(script)] if script.suffix != ".exe" else [str(script)]
    done = subprocess.run(
        [*start, *arguments],
        cwd=elsewhere,
        env=surroundings(installed),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("folder", ["templates", "snippets", "resources"])
def test_the_wheel_holds_every_file_of_the_content(wheel: Path, folder: str) -> None:
    wanted = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()}
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert wanted
    assert {f"desktop/_content/{name}" for name in wanted} <= inside


def test_the_wheel_holds_the_package_and_its_licence_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"desktop"}


def test_an_installed_copy_works_from_another_folder(installed: Path, tmp_path: Path) -> None:
    assert "demo" in run_installed(installed, tmp_path, "--help")


def test_an_installed_copy_finds_its_own_content(installed: Path, tmp_path: Path) -> None:
    code = "from desktop.paths import Paths; print(Paths.discover().content)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=surroundings(installed),
        capture_output=True,
        text=True,
        check=True,
    )
    content = Path(done.stdout.strip())
    assert content == installed / "desktop" / "_content"
    assert list((content / "snippets").glob("*.toml"))


def test_an_installed_copy_writes_the_example_submission(installed: Path, tmp_path: Path) -> None:
    run_installed(installed, tmp_path, "demo", "--out", "made")
    assert [p.suffix for p in (tmp_path / "made").glob("*.docx")]
