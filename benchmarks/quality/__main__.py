"""Print the quality scores of every room that has some, or of those named on the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def rooms() -> list[str]:
    """Return the modules here that give scores, by name."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in _HERE.glob("*.py")}
    return sorted(name for name, text in texts.items() if "\ndef scores() ->" in text)


def main(names: Sequence[str]) -> int:
    """Print a table for each room; return 0, or 2 where a name is not that of a room."""
    known = rooms()
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"There are no scores called {', '.join(unknown)}; there are: {', '.join(known)}.")
        return 2
    for name in names or known:
        scores: Callable[[], dict[str, float]] = import_module(f"benchmarks.quality.{name}").scores
        found = scores()
        print(f"\n{name}")
        width = max((len(label) for label in found), default=0)
        for label, value in found.items():
            print(f"  {label:<{width}}  {value:g}")
        if not found:
            print("  nothing: what it needs (LibreOffice) is not installed here")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
