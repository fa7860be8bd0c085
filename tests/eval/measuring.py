"""The scores of the project's own labelled set, and what became of each question since.

``python -m tests.eval.measuring`` prints them, compared with baseline.json; with ``save`` it saves
them there. Snippets are measured as `consultee evaluate` would. Prompts have an order of their own,
so they are measured here: as a person sees them (offered), and those of the packs at a question
that nothing is tagged for (ranking), where a few come by their words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

from desktop.cli import score_table
from desktop.core.evidence import ANY_QUESTION
from desktop.matching import baseline, metrics
from desktop.matching.beir import Dataset
from desktop.matching.evaluation import Report, Task, evaluate, report
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
    if task is Task.RANKING:
        shipped = tuple(prompt for prompt in shipped if ANY_QUESTION not in prompt.questions)
    scores: dict[str, metrics.Scores] = {}
    for query, asked in dataset.queries.items():
        met = asked if task is Task.OFFERED else replace(asked, ref="")
        order = [item.prompt.id for item in prompted(shipped, met, (), ())]
        scores[query] = metrics.score(order, dataset.relevant[query])
    return report(dataset, task, scores)


def told(*, save: bool) -> Iterator[str]:
    """Yield the lines that say how each set scores and what became of each question."""
    saved = baseline.read(BASELINE)
    found = reports()
    for one in found:
        yield ""
        yield from score_table.of_scores(one)
        if one.name in saved:
            yield from score_table.of_comparison(one, saved[one.name], BASELINE)
    if save:
        baseline.write(BASELINE, {one.name: one.saved for one in found})
        yield f"\nsaved in {BASELINE}"


if __name__ == "__main__":
    for line in told(save="save" in sys.argv[1:]):
        print(line)
