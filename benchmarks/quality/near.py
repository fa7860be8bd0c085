"""How surely near-identical texts are found: the shipped snippets, edited by code.

Found is the share of edited texts that are told to be nearly the same as what they were made of;
"of another" the share of pairs of different snippets that are wrongly told so.
"""

from __future__ import annotations

import random
import re
import time
import tomllib
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from desktop.core.near import bands, groups, other_figures, same, signature

SNIPPETS = Path(__file__).resolve().parents[2] / "snippets"
FEWEST_WORDS = 20
MANY = 10_000
Edit = Callable[[str, random.Random], str]


def texts() -> list[str]:
    """Return the texts of the shipped snippets that are as long as passages are."""
    files = sorted(SNIPPETS.glob("*.toml"))
    packs = [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]
    found = [entry["text"] for pack in packs for entry in pack["snippet"]]
    return [text for text in found if len(text.split()) >= FEWEST_WORDS]


def _typing_error(text: str, chosen: random.Random) -> str:
    words = text.split()
    at = chosen.randrange(len(words))
    words[at] = words[at][1:2] + words[at][:1] + words[at][2:]
    return " ".join(words)


def _other_words(text: str, chosen: random.Random) -> str:
    words = text.split()
    for _ in range(max(1, len(words) // 20)):
        words[chosen.randrange(len(words))] = "indeed"
    return " ".join(words)


def _figure(text: str, chosen: random.Random) -> str:
    return re.sub(r"\d+", lambda match: str(int(match.group()) + chosen.randint(1, 9)), text)


def _sentence(text: str, _: random.Random) -> str:
    return f"{text} Our members tell us the same each year."


def _shortened(text: str, chosen: random.Random) -> str:
    words = text.split()
    gone = len(words) // 5
    at = chosen.randrange(len(words) - gone)
    return " ".join(words[:at] + words[at + gone :])


EDITS: dict[str, Edit] = {
    "a typing error": _typing_error,
    "a word in twenty": _other_words,
    "another figure": _figure,
    "a sentence more": _sentence,
    "a fifth less": _shortened,
}


def scores() -> dict[str, float]:
    """Return every figure by name."""
    chosen = random.Random(2011)
    originals = texts()
    signatures = [signature(text) for text in originals]
    measured: dict[str, float] = {}
    for name, edit in EDITS.items():
        edited = [(at, edit(text, chosen)) for at, text in enumerate(originals)]
        changed = [
            (signatures[at], signature(text)) for at, text in edited if text != originals[at]
        ]
        met = [
            same(*pair) and not set(bands(pair[0])).isdisjoint(bands(pair[1])) for pair in changed
        ]
        measured[f"{name}: found"] = sum(met) / len(met)
        if edit is _figure:
            told = [other_figures(*pair) for pair in changed]
            measured[f"{name}: told apart"] = sum(told) / len(told)
    pairs = list(combinations(signatures, 2))
    measured["of another: found"] = sum(same(*pair) for pair in pairs) / len(pairs)
    return measured | _speed(originals, chosen)


def _speed(originals: list[str], chosen: random.Random) -> dict[str, float]:
    words = " ".join(originals).split()
    many = [" ".join(chosen.choices(words, k=80)) for _ in range(MANY)]
    began = time.perf_counter()
    items = [(str(at), signature(text)) for at, text in enumerate(many)]
    signed = time.perf_counter()
    groups(items)
    done = time.perf_counter()
    return {
        f"seconds for {MANY} signatures": signed - began,
        f"seconds to group {MANY}": done - signed,
    }
