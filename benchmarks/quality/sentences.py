"""How well telling sentences are found and told apart.

`scores` measures on texts written for the purpose (data/sentences.toml). Where a file of labelled
public comments lies beside the project and scikit-learn is at hand, it adds the figures of weights
tuned on four fifths of those comments and tried on the last fifth, five times round.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

from desktop.core.document import Block, BlockKind
from desktop.core.understanding import Mark
from desktop.corpus.sentences import mark
from desktop.corpus.sentences.splitting import sentences

DATA = Path(__file__).with_name("data") / "sentences.toml"
ROOT = Path(__file__).resolve().parents[2]
COMMENTS = ROOT.parent / "shared" / "eval" / "cdcp-train.jsonl"
NONE = "none"
Line = tuple[str, str]


def texts() -> list[list[Line]]:
    """Return the texts, each as kinds and sentences."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return [
        [
            (kind, said)
            for kind, _, said in (
                line.partition(" | ") for line in each["lines"].strip().splitlines()
            )
        ]
        for each in data["text"]
    ]


def marked(lines: list[Line]) -> dict[int, Mark]:
    """Mark a text that stands as one paragraph; the marks by the place where they begin."""
    block = Block(BlockKind.PARAGRAPH, " ".join(said for _, said in lines))
    return {found.start: found for found in mark([block])}


def split_f1(lines: list[Line]) -> tuple[int, int, int]:
    """Count the sentences found as they were written, all found, and all written."""
    text = " ".join(said for _, said in lines)
    found = [text[start:end] for start, end in sentences(text)]
    written = [said for _, said in lines]
    return len(set(found) & set(written)), len(found), len(written)


def scores() -> dict[str, float]:
    """Return every figure by name."""
    pairs: Counter[tuple[str, str]] = Counter()
    split = [0, 0, 0]
    began = time.perf_counter()
    for lines in texts():
        found, at = marked(lines), 0
        for kind, said in lines:
            pairs[kind, str(found[at].kind) if at in found else NONE] += 1
            at += len(said) + 1
        split = [one + more for one, more in zip(split, split_f1(lines), strict=True)]
    seconds = time.perf_counter() - began
    measured = {"splitting f1": 2 * split[0] / (split[1] + split[2])}
    kinds = sorted({true for true, _ in pairs} - {NONE})
    for kind in kinds:
        measured |= _of_kind(kind, pairs)
    measured["milliseconds a hundred sentences"] = 1e5 * seconds / pairs.total()
    return measured | _of_comments()


def _of_kind(kind: str, pairs: Counter[tuple[str, str]]) -> dict[str, float]:
    right = pairs[kind, kind]
    said = sum(count for (_, other), count in pairs.items() if other == kind)
    had = sum(count for (true, _), count in pairs.items() if true == kind)
    return {
        f"{kind} precision": right / said if said else 0.0,
        f"{kind} f1": 2 * right / (said + had),
    }


def _of_comments() -> dict[str, float]:
    if not COMMENTS.exists() or importlib.util.find_spec("sklearn") is None:
        return {}
    command = [sys.executable, "setup/tune_cues.py", str(COMMENTS), "--check", "1", "--json"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {f"public comments, {label} f1": value for label, value in json.loads(said).items()}
