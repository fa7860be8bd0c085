"""How well office documents are read: files of known text, made here, read back and compared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import Path

from benchmarks.quality.office_documents import Fact, write_odt, write_pptx, write_rtf, write_word
from desktop.core.document import Block, BlockKind
from desktop.corpus.limits import Limits

_TOKEN = re.compile(r"\w+(?:[-’']\w+)*")
_VARIETIES = 12
_SPEED_RUNS = 20
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION})


def scores() -> dict[str, float]:
    """Return, by format, token F1, headings in order F1, and the share of kinds and numbers right.

    Word files are made with headings by style and by look; the ODT and RTF ones are those of
    LibreOffice where it is installed, besides some that were written without it.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = list(_made(folder))
        found = {
            f"{ending}-{figure}": value
            for ending in ("docx", "odt", "rtf", "pptx")
            for figure, value in _scores([one for one in made if one[0].suffix[1:] == ending])
        }
        found["docx-milliseconds"] = _milliseconds(folder)
    return found


def token_f1(found: Sequence[str], true: Sequence[str]) -> float:
    """Return the F1 of two texts as bags of words."""
    ours, theirs = (Counter(_TOKEN.findall(" ".join(texts).lower())) for texts in (found, true))
    return _f1(sum((ours & theirs).values()), sum(ours.values()), sum(theirs.values()))


def order_f1(found: Sequence[str], true: Sequence[str]) -> float:
    """Return the F1 of two sequences, of which only what is in the same order counts."""
    matcher = SequenceMatcher(None, found, true, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return _f1(same, len(found), len(true))


def _made(folder: Path) -> Iterator[tuple[Path, list[Fact]]]:
    """Make all documents; give each with the facts that are true of it."""
    words = [
        (folder / f"word{seed}.docx", write_word(folder / f"word{seed}.docx", seed))
        for seed in range(_VARIETIES)
    ]
    yield from words
    for seed in range(_VARIETIES // 3):
        for ending, write in (("odt", write_odt), ("rtf", write_rtf), ("pptx", write_pptx)):
            path = folder / f"own{seed}.{ending}"
            yield path, write(path, seed)
    for ending in ("odt", "rtf"):
        for path, facts in words:
            if _converted(folder, [one for one, _ in words], ending):
                yield path.with_suffix(f".{ending}"), facts


def _converted(folder: Path, paths: list[Path], ending: str) -> bool:
    """Convert the Word files once with LibreOffice; tell whether that could be done."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return False
    if not paths[0].with_suffix(f".{ending}").exists():
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", ending]
        subprocess.run(
            [*command, "--outdir", str(folder), *map(str, paths)],
            capture_output=True,
            check=True,
            env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
            timeout=300,
        )
    return True


def _scores(made: list[tuple[Path, list[Fact]]]) -> Iterator[tuple[str, float]]:
    results: dict[str, list[float]] = {}
    for path, facts in made:
        blocks = _read(path)
        results.setdefault("token-f1", []).append(
            token_f1([_said(block) for block in blocks], [fact.said for fact in facts])
        )
        headings = [block.text for block in blocks if block.kind is BlockKind.HEADING]
        true = [fact.text for fact in facts if fact.kind is BlockKind.HEADING]
        results.setdefault("headings-f1", []).append(order_f1(headings, true))
        kinds = [_shape(block.kind, block.text) for block in blocks]
        results.setdefault("kinds-f1", []).append(
            order_f1(kinds, [_shape(fact.kind, fact.text) for fact in facts])
        )
        numbers = [f"{block.number} {block.text}" for block in blocks if block.number]
        right = [f"{fact.number} {fact.text}" for fact in facts if fact.number]
        results.setdefault("numbers-f1", []).append(order_f1(numbers, right))
    for figure, values in results.items():
        yield figure, sum(values) / len(values)


def _read(path: Path) -> list[Block]:
    reader = import_module(f"desktop.corpus.readers.{path.suffix[1:]}")
    blocks = reader.read(path, Limits()).blocks
    return [block for block in blocks if block.kind is not BlockKind.BREAK]


def _said(block: Block) -> str:
    return f"{block.number} {block.text}"


def _shape(kind: BlockKind, text: str) -> str:
    return f"{(BlockKind.PARAGRAPH if kind in _PLAIN else kind).value} {text}"


def _milliseconds(folder: Path) -> float:
    """Return the processor time that a Word document of six pages takes, once all is loaded."""
    path = folder / "six.docx"
    write_word(path, 0, sections=9)
    _read(path)
    began = time.process_time()
    for _ in range(_SPEED_RUNS):
        _read(path)
    return (time.process_time() - began) * 1000 / _SPEED_RUNS


def _f1(same: int, ours: int, theirs: int) -> float:
    return 2 * same / (ours + theirs) if ours + theirs else 1.0


if __name__ == "__main__":
    for name, value in scores().items():
        print(f"{name:24} {value:.4f}")
