"""Reads an exported document as others will: through LibreOffice and the Open XML validator."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from pypdf import PdfReader

_ROOT = Path(__file__).resolve().parents[2]
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)


@pytest.fixture(scope="session")
def soffice() -> Path:
    """Give LibreOffice's program, or skip the test with the reason."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    found = found or next((place for place in _USUAL_PLACES if Path(place).exists()), None)
    if found is None:
        pytest.skip("LibreOffice is not installed, so the document cannot be read back as a PDF")
    return Path(found)


class ToPdf(Protocol):
    def __call__(self, document: Path) -> Path: ...


@pytest.fixture(scope="session")
def to_pdf(soffice: Path, tmp_path_factory: pytest.TempPathFactory) -> ToPdf:
    """Give a function that converts a document to PDF, in a LibreOffice profile of its own."""
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(document: Path) -> Path:
        folder = tmp_path_factory.mktemp("pdf")
        command = [
            str(soffice),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(document),
        ]
        environment = {**os.environ, "SAL_USE_VCLPLUGIN": "svp"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=240)
        made = folder / f"{document.stem}.pdf"
        assert made.exists(), f"LibreOffice made no PDF: {done.stdout}{done.stderr}"
        return made

    return convert


class PdfText(Protocol):
    def __call__(self, document: Path) -> str: ...


@pytest.fixture(scope="session")
def pdf_text(to_pdf: ToPdf) -> PdfText:
    """Give a function that returns the text of a document's pages as LibreOffice lays them out."""

    def read(document: Path) -> str:
        with PdfReader(to_pdf(document)) as reader:
            return "\n".join(page.extract_text() for page in reader.pages)

    return read


OFFICE_VERSIONS = ("Office2016", "Microsoft365")


@dataclass(frozen=True)
class OoxmlValidator:
    """Microsoft's own reading of the file format, as a program."""

    program: Path

    def __call__(self, document: Path, office: str = "Microsoft365") -> list[str]:
        """Give every error in `document` as one line; an empty list means that it is sound."""
        done = subprocess.run(
            [str(self.program), str(document), office],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=120,
        )
        errors = json.loads(done.stdout)["errors"]
        return [f"{e['path']} {e['xPath']}: {e['description']} ({e['id']})" for e in errors]

    def every_version(self, document: Path) -> dict[str, list[str]]:
        """Give the errors for each version of Office that the export promises to suit."""
        return {office: self(document, office) for office in OFFICE_VERSIONS}


@pytest.fixture(scope="session")
def ooxml_validator() -> OoxmlValidator:
    """Give the Open XML validator that `make test` fetches, or skip the test with the reason."""
    system = {"linux": "linux", "darwin": "darwin", "win32": "win32"}.get(
        sys.platform, sys.platform
    )
    processor = "arm64" if platform.machine().lower() in ("arm64", "aarch64") else "x64"
    name = "ooxml-validator.exe" if system == "win32" else "ooxml-validator"
    package = f"ooxml-validator-{system}-{processor}"
    program = _ROOT / ".tools/node/node_modules/@xarsh" / package / name
    if not program.exists():
        pytest.skip("the Open XML validator is not installed; `make test` fetches it where it can")
    return OoxmlValidator(program)
