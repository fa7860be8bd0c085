from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.matching import evaluation
from desktop.matching.beir import Dataset, Document
from desktop.matching.metrics import Scores
from desktop.store import search_index

HALLS = Dataset(
    "halls",
    (
        Document("d1", "", "Village halls closed when grants ended."),
        Document("d2", "", "Grants for village halls were cut."),
        Document("d3", "Rural buses", "No bus runs on Sundays."),
        Document("d4", "", "Nothing of note."),
    ),
    {"q1": "What happened to village halls?", "q2": "Do buses run on Sundays?"},
    {"q1": {"d1": 1.0, "d2": 1.0}, "q2": {"d3": 1.0}},
)


def test_a_set_is_scored_by_the_order_of_the_products_own_matching() -> None:
    report = evaluation.evaluate(HALLS, search_index.in_memory)
    assert report.scores == Scores(1.0, 1.0, (0.2 + 0.1) / 2, 1.0, 1.0)
    assert (report.dataset, report.queries, report.documents) == ("halls", 2, 4)
    assert 0 < report.p50_ms <= report.p95_ms


def test_a_document_that_shares_a_single_word_still_has_its_place_in_the_order() -> None:
    """It would not be offered, but which order is better can be asked of it too."""
    single = Dataset(
        "one", HALLS.documents, {"q": "Sundays in the countryside"}, {"q": {"d3": 1.0}}
    )
    assert evaluation.evaluate(single, search_index.in_memory).scores.reciprocal_rank == 1.0


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([], 0.5, 0), ([7], 0.95, 7), ([3, 1, 2], 0.5, 2), (range(1, 101), 0.95, 95), ([1, 2], 0, 1)],
)
def test_percentiles_are_values_that_were_measured(
    values: Sequence[float], share: float, expected: float
) -> None:
    assert evaluation.percentile(values, share) == expected
