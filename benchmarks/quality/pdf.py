"""How well the text of PDFs is read: documents of known text, printed by LibreOffice, read back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality.pdf_documents import LAYOUTS, Truth, write
from desktop.core.document import Block, BlockKind, Document

_TOKEN = re.compile(r"\w+(?:[-’']\w+)*")


def made(folder: Path) -> list[tuple[Path, Truth]]:
    """Write the documents into ``folder`` as PDFs; none where LibreOffice is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return []
    truths = [
        (folder / f"{index:02}.docx", write(folder / f"{index:02}.docx", layout, index, parts))
        for index, layout in enumerate(LAYOUTS)
        for parts in [57 if layout.questions else 9]
    ]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir"]
    subprocess.run(
        [*command, str(folder), *(str(path) for path, _ in truths)],
        capture_output=True,
        check=True,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
        timeout=300,
    )
    return [(path.with_suffix(".pdf"), truth) for path, truth in truths]


def scores() -> dict[str, float]:
    """Return token F1, headings in order F1, paragraphs F1, lost words and milliseconds a page."""
    from desktop.corpus.limits import Limits
    from desktop.corpus.readers.pdf import read

    with tempfile.TemporaryDirectory() as name:
        files = made(Path(name))
        if not files:
            return {}
        read(files[0][0], Limits())  # what is loaded once is not counted
        results: list[tuple[Document, Truth]] = []
        began = time.process_time()
        for path, truth in files:
            results.append((read(path, Limits()), truth))
        took = time.process_time() - began
    pages = sum(max(block.page for block in document.blocks) for document, _ in results)
    every = [score(document.blocks, truth) for document, truth in results]
    found = {key: sum(one[key] for one in every) / len(every) for key in every[0]}
    worst = {f"{key} (worst)": min(one[key] for one in every) for key in ("tokens", "headings")}
    return {**found, **worst, "ms per page": 1000 * took / pages}


def score(blocks: Sequence[Block], truth: Truth) -> dict[str, float]:
    """Return how far blocks agree with what the document says."""
    texts = [_whole(block) for block in blocks if block.kind is not BlockKind.BREAK]
    headings = [_whole(block) for block in blocks if block.kind is BlockKind.HEADING]
    plain = [_whole(block) for block in blocks if block.kind not in _NOT_TEXT]
    return {
        "tokens": _bag_f1(_tokens(texts), _tokens(truth.texts())),
        "in order": _order_f1(_tokens(texts), _tokens(truth.texts())),
        "headings": _order_f1(_flat(headings), _flat(truth.texts("heading"))),
        "paragraphs": _bag_f1(_flat(plain), _flat(truth.texts("text"))),
    }


_NOT_TEXT = frozenset({BlockKind.HEADING, BlockKind.BREAK, BlockKind.TABLE, BlockKind.FOOTNOTE})


def _whole(block: Block) -> str:
    return f"{block.number} {block.text}".strip()


def _flat(texts: Sequence[str]) -> list[str]:
    return [" ".join(_TOKEN.findall(text.casefold())) for text in texts]


def _tokens(texts: Sequence[str]) -> list[str]:
    return [token for text in texts for token in _TOKEN.findall(text.casefold())]


def _bag_f1(found: Sequence[str], true: Sequence[str]) -> float:
    same = sum((Counter(found) & Counter(true)).values())
    return 2 * same / (len(found) + len(true)) if found or true else 1.0


def _order_f1(found: Sequence[str], true: Sequence[str]) -> float:
    """Return F1 by the longest common stretch in order, as difflib aligns them."""
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, found, true, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return 2 * same / (len(found) + len(true)) if found or true else 1.0
