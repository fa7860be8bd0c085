"""What is drawn on a page beside its letters: straight rules, and how much pictures cover."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float
from dataclasses import dataclass, field

from desktop.corpus.readers.pdf import engine
from desktop.corpus.readers.pdf.shapes import Rule

_MOST_OBJECTS = 6_000  # a map or a plan; its lines are no table
_MOST_RULES = 1_500
_THIN = 2.6
_SHORTEST = 8.0
_DEEPEST = 3
_MOST_SEGMENTS = 12  # of a path that may be a box or a rule

_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawings:
    """The rules of a page (``y`` grows downwards), the area under pictures, the count of shapes."""

    rules: list[Rule] = field(default_factory=list[Rule])
    pictured: float = 0.0
    drawn: int = 0


def drawings(page: engine.Address, width: float, height: float) -> Drawings:
    """Return what is drawn on ``page``, whose box has this size; pictures as a share of it."""
    found = Drawings()
    floats = engine.Numbers(c_float, 6)
    area = 0.0
    for index, (item, kind, matrix) in enumerate(_objects(page)):
        if index >= _MOST_OBJECTS:
            break
        box = _bounds(item, matrix, floats)
        if kind == engine.IMAGE:
            area += min(box.x1 - box.x0, width) * min(box.y1 - box.y0, height)
        elif kind == engine.PATH:
            found.drawn += 1
            if len(found.rules) < _MOST_RULES and engine.count_segments(item) <= _MOST_SEGMENTS:
                found.rules += _edges(box)
    found.pictured = min(1.0, area / (width * height)) if width > 0 < height else 0.0
    if len(found.rules) >= _MOST_RULES:
        found.rules = []
    return found


def _objects(page: engine.Address) -> Iterator[tuple[engine.Address, int, _Matrix]]:
    for index in range(min(engine.count_objects(page), _MOST_OBJECTS)):
        item = engine.get_object(page, index)
        if item:
            yield from _with_parts(item, _SAME, 0)


def _with_parts(
    item: engine.Address, matrix: _Matrix, depth: int
) -> Iterator[tuple[engine.Address, int, _Matrix]]:
    """Yield pictures and paths, those inside forms too."""
    kind = engine.get_type(item)
    if kind in (engine.PATH, engine.IMAGE):
        yield item, kind, matrix
    elif kind == engine.FORM and depth < _DEEPEST:
        inner = _times(_matrix(item), matrix)
        for index in range(min(engine.count_form_objects(item), _MOST_OBJECTS)):
            part = engine.get_form_object(item, index)
            if part:
                yield from _with_parts(part, inner, depth + 1)


def _matrix(item: engine.Address) -> _Matrix:
    floats = engine.Numbers(c_float, 6)
    if not engine.get_object_matrix(item, floats.at(0)):
        return _SAME
    a, b, c, d, e, f = floats.values
    return a, b, c, d, e, f


def _times(one: _Matrix, two: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _bounds(item: engine.Address, matrix: _Matrix, floats: engine.Numbers) -> Rule:
    at = floats.at
    if not engine.get_bounds(item, at(0), at(1), at(2), at(3)):
        return Rule(0, 0, 0, 0)
    left, bottom, right, top = floats.values[:4]
    if matrix is not _SAME:
        a, b, c, d, e, f = matrix
        corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
        xs = [a * x + c * y + e for x, y in corners]
        ys = [b * x + d * y + f for x, y in corners]
        left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    return Rule(left, -top, right, -bottom)


def _edges(box: Rule) -> Iterator[Rule]:
    """Yield a thin box as one rule, any other as its four edges."""
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    if high <= _THIN or wide <= _THIN:
        if max(wide, high) >= _SHORTEST:
            yield box
    elif min(wide, high) >= _SHORTEST:
        yield Rule(box.x0, box.y0, box.x1, box.y0)
        yield Rule(box.x0, box.y1, box.x1, box.y1)
        yield Rule(box.x0, box.y0, box.x0, box.y1)
        yield Rule(box.x1, box.y0, box.x1, box.y1)
