"""From runs to lines: runs on one baseline, cut at gaps that may lie between columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from desktop.corpus.readers.pdf.markers import is_set_apart
from desktop.corpus.readers.pdf.shapes import Line, Run, Style

_SAME_BASELINE = 0.3  # of the letters' size
_TOUCHING = 0.3  # of the size: digits of one number
_WORD_GAP = 0.13
_WIDE = 0.9
_MARK = re.compile(r"[\d*†‡§¶#∗+,;\s\[\]()ivx]{1,12}|[a-z]")
_UNIT = re.compile(r"(?:^|[\s\d])(?:[kcm]?m|ft|in|yd|[a-zA-Zχσπ])$")
_UNIT_MARK = re.compile(r"(?<=[A-Za-z.,;:!?’”\"')\]])[¹²³⁰⁴-⁹]+")


def lines_of(runs: Sequence[Run], page: int) -> list[Line]:
    """Return the lines of a page, from the top and then from the left."""
    rows: list[list[Run]] = []
    whole = _with_whole_numbers(runs)
    for run in sorted(_on_their_baselines(whole), key=lambda run: (run.y, run.x0)):
        if rows and _same_row(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    found: list[Line] = []
    for row in rows:
        row.sort(key=lambda run: run.x0)
        found += [line_of(part, page) for part in _parts(row)]
    return [line for line in found if line.text or line.mark]


def _same_row(row: list[Run], run: Run) -> bool:
    """Whether ``run`` stands on the baseline that the row began with."""
    return run.y - row[0].y <= _SAME_BASELINE * min(row[0].style.size, run.style.size)


def _with_whole_numbers(runs: Sequence[Run]) -> list[Run]:
    """Join digits that were each drawn by themselves, as some programs draw the mark of a note: put
    on the baseline one by one, "20" would be the notes 2 and 0.
    """
    whole: list[Run] = []
    for run in runs:
        before = whole[-1] if whole else None
        if before is not None and _is_next_digit(before, run):
            whole[-1] = before._replace(text=before.text + run.text, x1=run.x1)
        else:
            whole.append(run)
    return whole


def _is_next_digit(before: Run, run: Run) -> bool:
    if not (run.glued and run.text.isdigit() and before.text.isdigit()):
        return False
    near = abs(run.x0 - before.x1) < _TOUCHING * run.style.size
    return near and run.style == before.style and abs(run.y - before.y) < 0.01 * run.style.size


def _on_their_baselines(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs, raised and lowered ones put on the baseline of the run they stand beside."""
    usual = median(run.style.size for run in runs) if runs else 0.0
    for index, run in enumerate(runs):
        beside = [runs[i] for i in (index - 1, index + 1) if 0 <= i < len(runs)]
        home = next((other for other in beside if _is_beside(run, other)), None)
        if home is None and run.style.size < 0.75 * usual and len(run.text) < 4:
            home = next((other for other in runs if _is_beside(run, other)), None)
        if home is None:
            yield run
        else:
            raised = home.y - run.y > 0.1 * home.style.size
            yield run._replace(y=home.y, raised=raised)


def _is_beside(run: Run, other: Run) -> bool:
    """Whether ``run`` is a superscript or subscript of ``other``."""
    size = other.style.size
    if run.style.size > 0.86 * size or len(run.text) > 12:
        return False
    if not -0.35 * size < other.y - run.y < 0.75 * size or abs(other.y - run.y) < 0.03 * size:
        return False
    gap = max(run.x0 - other.x1, other.x0 - run.x1)
    return -0.5 * size < gap < 0.6 * size


def _parts(row: list[Run]) -> Iterator[list[Run]]:
    """Cut a row at its wide gaps."""
    part: list[Run] = []
    right = 0.0
    for run in row:
        size = max(run.style.size, part[-1].style.size) if part else 0.0
        if part and run.x0 - right > _WIDE * size:
            yield part
            part = []
        right = run.x1 if not part else max(right, run.x1)
        part.append(run)
    if part:
        yield part


def line_of(runs: Sequence[Run], page: int) -> Line:
    """Return runs that stand on one baseline, from left to right, as a line."""
    mark, inner, rest = "", runs[0].x0, list(runs)
    if len(rest) > 1 and rest[0].raised and is_set_apart(rest[0].text):
        mark, rest = rest[0].text, rest[1:]
        inner = rest[0].x0
    text, drops = "", [run.raised and _is_reference(run, rest, i) for i, run in enumerate(rest)]
    before: Run | None = None
    for run, dropped in zip(rest, drops, strict=True):
        if not dropped:
            text += _between(text, before, run) + run.text
        before = run
    kept = [run for run, dropped in zip(rest, drops, strict=True) if not dropped] or rest
    return Line(
        text=_UNIT_MARK.sub("", text).strip(),
        x0=runs[0].x0,
        x1=max(run.x1 for run in runs),
        y=kept[0].y,
        style=_style(kept),
        lead=kept[0].style,
        mark=mark,
        inner=inner,
        bottom=kept[0].y,
        page=page,
    )


def _is_reference(run: Run, runs: Sequence[Run], index: int) -> bool:
    """Whether a raised run refers to a note: no ordinal, no unit, no power of a number."""
    before = runs[index - 1].text if index else ""
    if not _MARK.fullmatch(run.text) or not before:
        return False
    return not (before[-1].isdigit() or _UNIT.search(before))


def _between(text: str, before: Run | None, run: Run) -> str:
    """Return what stands between two runs: a space or nothing."""
    if before is None or not text or text[-1] == " ":
        return ""
    if before.raised and run.text[0] in ".,;:)”’":
        return ""
    gap = run.x0 - before.x1
    size = min(run.style.size, before.style.size)
    if (run.glued and gap < 0.3 * size) or (run.raised and gap < 0.4 * size):
        return ""
    return " " if not run.glued or gap > _WORD_GAP * size else ""


def _style(runs: Sequence[Run]) -> Style:
    """Return the size of most letters; bold or italic only if all words of letters are."""
    weights: dict[float, int] = {}
    for run in runs:
        weights[run.style.size] = weights.get(run.style.size, 0) + len(run.text)
    size = max(weights, key=lambda size: (weights[size], size))
    words = [run for run in runs if any(letter.isalnum() for letter in run.text)] or runs
    return Style(
        size,
        all(run.style.bold for run in words),
        all(run.style.italic for run in words),
    )


def joined(lines: Sequence[Line]) -> Line:
    """Return the parts of one line, from left to right, as a whole."""
    first = lines[0]
    if len(lines) == 1:
        return first
    heaviest = max(lines, key=lambda line: len(line.text))
    wordy = [line for line in lines if any(letter.isalnum() for letter in line.text)] or lines
    style = Style(
        heaviest.style.size,
        all(line.style.bold for line in wordy),
        all(line.style.italic for line in wordy),
    )
    mark, rest = first.mark, lines
    inner = first.inner
    if not mark and is_set_apart(first.text):
        mark, rest, inner = first.text, lines[1:], lines[1].x0
    return Line(
        text=" ".join(line.text for line in rest if line.text),
        x0=first.x0,
        x1=max(line.x1 for line in lines),
        y=heaviest.y,
        style=style,
        lead=first.lead if first.text and not mark else rest[0].lead,
        mark=mark,
        inner=inner,
        bottom=heaviest.y,
        page=first.page,
    )
