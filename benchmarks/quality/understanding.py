"""How well documents are understood: questions found, answers parted, calls read.

Run ``python -m benchmarks.quality.understanding`` for the figures of each shape.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from benchmarks.quality.understanding_calls import CALLS_TUNED, CALLS_UNSEEN, CallShape, made_call
from benchmarks.quality.understanding_responses import (
    TUNED,
    UNSEEN,
    Answer,
    Made,
    Shape,
    made_response,
)
from desktop.core.evidence import SourceKind
from desktop.core.understanding import Call, PartRole, Understanding
from desktop.corpus.understand import understand

DOCUMENTS = 5


@dataclass(frozen=True)
class Score:
    """What one response scored."""

    precision: float
    recall: float
    numbers: float
    boundaries: float


def scores() -> dict[str, float]:
    """Return the mean scores of shapes that were looked at in tuning and of those that were not."""
    found: dict[str, float] = {}
    for name, shapes in (("tuned", TUNED), ("unseen", UNSEEN)):
        scored = [each for one in shapes for each in _of_shape(one)]
        for field in ("precision", "recall", "numbers", "boundaries"):
            found[f"responses, {name}: {field}"] = mean(getattr(each, field) for each in scored)
    for name, calls in (("tuned", CALLS_TUNED), ("unseen", CALLS_UNSEEN)):
        rows = [_call_score(one, seed) for one in calls for seed in range(DOCUMENTS)]
        for field in rows[0]:
            found[f"calls, {name}: {field}"] = mean(row[field] for row in rows)
    return {key: round(value, 4) for key, value in found.items()}


def _of_shape(shape: Shape) -> list[Score]:
    return [_scored(made_response(shape, seed)) for seed in range(DOCUMENTS)]


def _scored(made: Made) -> Score:
    got = understand(made.document, "response.docx", (), SourceKind.PAST_RESPONSE)
    found = _found(got)
    pairs = _pairs(made.answers, found)
    right = sum(found[theirs].number == made.answers[ours].number for ours, theirs in pairs)
    overlaps = {
        ours: _overlap(made.answers[ours].words, found[theirs].words) for ours, theirs in pairs
    }
    return Score(
        precision=len(pairs) / len(found) if found else 0.0,
        recall=len(pairs) / len(made.answers),
        numbers=right / len(pairs) if pairs else 0.0,
        boundaries=mean(overlaps.get(at, 0.0) for at in range(len(made.answers))),
    )


def _found(got: Understanding) -> list[Answer]:
    found: list[Answer] = []
    for part in got.parts:
        if part.role is PartRole.ANSWER:
            blocks = got.document.blocks[part.body : part.end]
            texts = (each.text for each in blocks if each.kind not in ("heading", "footnote"))
            found.append(Answer(part.number, part.question, " ".join(texts).split()))
    return found


def _pairs(true: Sequence[Answer], found: Sequence[Answer]) -> list[tuple[int, int]]:
    """Pair questions in order: the same words asked, or the same words answered."""
    pairs: list[tuple[int, int]] = []
    start = 0
    for ours, each in enumerate(true):
        for theirs in range(start, len(found)):
            if _same(each, found[theirs]):
                pairs.append((ours, theirs))
                start = theirs + 1
                break
    return pairs


def _same(ours: Answer, theirs: Answer) -> bool:
    asked = _overlap(ours.question.split(), theirs.question.split())
    return asked > 0.8 or _overlap(ours.words, theirs.words) > 0.6


def _overlap(ours: Iterable[str], theirs: Iterable[str]) -> float:
    """Return the F1 of the words of two texts."""
    a, b = Counter(ours), Counter(theirs)
    common = (a & b).total()
    return 2 * common / (a.total() + b.total()) if common else float(not a and not b)


def _call_score(shape: CallShape, seed: int) -> dict[str, float]:
    document, true = made_call(shape, seed)
    got = understand(document, "call.docx", ())
    call = got.call or Call()
    wanted = {(each.number, " ".join(each.text.split())) for each in true.questions}
    found = {(each.number, " ".join(each.text.split())) for each in call.questions}
    texts, theirs = {text for _, text in wanted}, {text for _, text in found}
    options = {each.text: each.options for each in call.questions}
    closed = [each for each in true.questions if each.options]
    return {
        "kind": float(got.kind is SourceKind.CALL_FOR_EVIDENCE),
        "title": float(call.title == true.title),
        "body": float(call.body == true.body),
        "closing day": float(call.closes == true.closes),
        "closing time": float(call.closing_time == true.closing_time),
        "limit": float(_limit(call) == _limit(true)),
        "address": float(call.address == true.address),
        "question precision": len(texts & theirs) / len(theirs) if theirs else float(not texts),
        "question recall": len(texts & theirs) / len(texts) if texts else 1.0,
        "question numbers": len(wanted & found) / max(1, len(wanted)),
        "options": mean(
            [float(options.get(each.text) == each.options) for each in closed] or [1.0]
        ),
        "rules": _rules_found(call, true),
    }


def _limit(call: Call) -> tuple[int, str] | None:
    return (call.limit.value, call.limit.unit) if call.limit else None


def _rules_found(call: Call, true: Call) -> float:
    found = {each.text for each in call.rules}
    return mean([float(each.text in found) for each in true.rules] or [1.0])


def main() -> None:
    """Show the figures of each shape."""
    for shape in TUNED:
        got = _of_shape(shape)
        parts = (
            f"{field[:4]} {mean(getattr(each, field) for each in got):.3f}"
            for field in ("precision", "recall", "numbers", "boundaries")
        )
        sys.stdout.write(f"{shape.name:40} {'  '.join(parts)}\n")
    for name, value in scores().items():
        sys.stdout.write(f"{value:.4f}  {name}\n")


if __name__ == "__main__":
    main()
