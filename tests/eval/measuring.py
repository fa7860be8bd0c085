"""The scores of the project's own labelled set, and what became of each question since.

``python -m tests.eval.measuring`` prints them, compared with baseline.json; with ``save`` it saves
them there. Snippets are measured as `consultee evaluate` would. Prompts have an order of their own,
so they are measured here: as a person sees them (offered), and without their tags (ranking).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from desktop.cli import score_table
from desktop.matching import baseline, metrics
from desktop.matching.beir import Dataset
from desktop.matching.evaluation import Report, Task, evaluate
from desktop.matching.offering.prompts import prompted
from tests.eval import labelled
from tests.eval.labelled import BASELINE


def reports() -> list[Report]:
    """Measure everything that baseline.json holds scores of."""
    snippets, prompts, others = labelled.datasets()
    return [
        evaluate(snippets, Task.RANKING),
        evaluate(snippets, Task.OFFERED),
        evaluate(others, Task.RANKING),
        evaluate(others, Task.OFFERED),
        of_prompts(prompts, Task.RANKING),
        of_prompts(prompts, Task.OFFERED),
    ]


def of_prompts(dataset: Dataset, task: Task) -> Report:
    """Measure the order of Prompts at an answer that lacks nothing in particular."""
    shipped = labelled.shipped_prompts()
    scores: dict[str, metrics.Scores] = {}
    for query, asked in dataset.queries.items():
        met = asked if task is Task.OFFERED else labelled.without_ref(asked)
        order = [item.prompt.id for item in prompted(shipped, met, (), ())]
        scores[query] = metrics.score(order, dataset.relevant[query])
    return Report(dataset.name, dataset.digest, task, len(shipped), scores)


def told(*, save: bool) -> Iterator[str]:
    """Yield the lines that say how each set scores and what became of each question."""
    saved = baseline.read(BASELINE)
    found = reports()
    for report in found:
        yield ""
        yield from score_table.of_scores(report)
        if report.name in saved:
            yield from score_table.of_comparison(report, saved[report.name], BASELINE)
    if save:
        baseline.write(BASELINE, {report.name: report.saved for report in found})
        yield f"\nsaved in {BASELINE}"


if __name__ == "__main__":
    for line in told(save="save" in sys.argv[1:]):
        print(line)
