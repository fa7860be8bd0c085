"""What `consultee evaluate` says of a labelled set: its scores, and what became of each query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # Not read until something is measured: matching needs numpy.
    from desktop.matching.baseline import Change, Comparison, Saved
    from desktop.matching.evaluation import Report

# Of the queries that are better or worse, those with the greatest change.
_SHOWN = 10
_WORDS_SHOWN = 60  # characters


def of_scores(report: Report) -> Iterator[str]:
    """Yield the lines of a table: each measure with its 95 % interval, and the waits."""
    from desktop.matching.evaluation import MEASURES, Task, percentile
    from desktop.matching.metrics import NAMES

    asked = "answers" if report.task is Task.ALIGN else "queries"
    yield f"{report.name}: {len(report.scores):,} {asked}, {report.pieces:,} documents"
    mean = report.mean
    for measure in MEASURES[report.task]:
        within = report.interval(measure)
        yield (
            f"  {NAMES[measure]:<12}{getattr(mean, measure):>8.4f}"
            f"   95 %: {within.low:.4f} to {within.high:.4f}"
        )
    if report.waits:
        for name, share in (("p50", 0.50), ("p95", 0.95)):
            yield f"  {name:<12}{percentile(report.waits, share):>8.1f} ms"


def of_comparison(report: Report, before: Saved, baseline: Path) -> Iterator[str]:
    """Yield the lines that say what became of each query since the scores in ``baseline``."""
    from desktop.matching import intervals
    from desktop.matching.baseline import compare
    from desktop.matching.metrics import NAMES

    now = report.saved
    found = compare(before, now)
    by = found.differences
    within = intervals.of_mean(by)
    yield f"  since {baseline.name}, {NAMES[now.measure]} of each query:"
    if before.digest != now.digest:
        yield "    the labelled set has changed since then; queries in both are compared"
    if not found.improved and not found.regressed:
        yield f"    all {len(found.unchanged):,} unchanged"
        return
    sure = ", which may be chance" if within.says_nothing else ""
    yield (
        f"    {sum(by) / max(len(by), 1):+.4f} on average"
        f" (95 %: {within.low:+.4f} to {within.high:+.4f}){sure}"
    )
    yield (
        f"    {len(found.improved):,} improved, {len(found.regressed):,} regressed,"
        f" {len(found.unchanged):,} unchanged"
    )
    yield from _changes("improved", found.improved, report.asked)
    yield from _changes("regressed", found.regressed, report.asked)


def _changes(what: str, changes: Sequence[Change], asked: Mapping[str, str]) -> Iterator[str]:
    for change in changes[:_SHOWN]:
        words = shorten(asked[change.query], _WORDS_SHOWN, placeholder="…")
        yield (f"    {what:<10}{change.before:.4f} to {change.after:.4f}  {change.query}: {words}")
    if len(changes) > _SHOWN:
        yield f"    {what:<10}and {len(changes) - _SHOWN:,} more"


def as_json(report: Report, before: Saved | None) -> Mapping[str, Any]:
    """Return the same for programs, with every query's change; ``before`` is what was saved."""
    from desktop.matching.evaluation import MEASURES, Task, percentile
    from desktop.matching.metrics import NAMES

    measures = MEASURES[report.task]
    mean = report.mean
    within = {measure: report.interval(measure) for measure in measures}
    said: dict[str, Any] = {
        "dataset": report.dataset,
        "task": str(report.task),
        "answers" if report.task is Task.ALIGN else "queries": len(report.scores),
        "documents": report.pieces,
        **{NAMES[measure].lower(): round(getattr(mean, measure), 4) for measure in measures},
        "intervals": {
            NAMES[measure].lower(): [round(interval.low, 4), round(interval.high, 4)]
            for measure, interval in within.items()
        },
    }
    if report.waits:
        said["p50_ms"] = round(percentile(report.waits, 0.50), 1)
        said["p95_ms"] = round(percentile(report.waits, 0.95), 1)
    if before is not None:
        said["since_baseline"] = _compared(report, before)
    return said


def _compared(report: Report, before: Saved) -> Mapping[str, Any]:
    from desktop.matching import intervals
    from desktop.matching.baseline import compare
    from desktop.matching.metrics import NAMES

    now = report.saved
    found: Comparison = compare(before, now)
    within = intervals.of_mean(found.differences)
    return {
        "measure": NAMES[now.measure].lower(),
        "same_set": before.digest == now.digest,
        "mean_change": round(sum(found.differences) / max(len(found.differences), 1), 4),
        "interval": [round(within.low, 4), round(within.high, 4)],
        "improved": _told(found.improved),
        "regressed": _told(found.regressed),
        "unchanged": len(found.unchanged),
    }


def _told(changes: Sequence[Change]) -> dict[str, list[float]]:
    return {change.query: [round(change.before, 4), round(change.after, 4)] for change in changes}
