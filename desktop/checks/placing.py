"""The line of a text that a Finding is given once that is known."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.finding import Finding, Replacement, Spot


def at_line(finding: Finding, line: int) -> Finding:
    """Give a Finding that was said of one line by itself, and the fixes that it offers, the place
    of that line in its text.
    """
    spot = finding.spot
    if spot is None or spot.line == line:
        return finding
    fixes = tuple(
        replace(fix, replacements=tuple(_moved(one, spot, line) for one in fix.replacements))
        for fix in finding.fixes
    )
    return replace(finding, spot=replace(spot, line=line), fixes=fixes)


def _moved(one: Replacement, spot: Spot, line: int) -> Replacement:
    """Return a replacement in the text of a Finding at the line where that stands."""
    if (one.spot.field, one.spot.item) != (spot.field, spot.item):
        return one
    return replace(one, spot=replace(one.spot, line=line))
