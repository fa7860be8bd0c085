from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.core.search import Entry
from desktop.core.suggesting import Asked
from desktop.matching import evaluation
from desktop.matching.beir import Dataset
from desktop.matching.evaluation import Task
from desktop.matching.metrics import Scores


def piece(key: str, text: str, claim: str = "", questions: tuple[str, ...] = ()) -> Entry:
    return Entry(key, "halls", "argument", claim=claim, text=text, questions=questions)


HALLS = Dataset(
    "halls",
    (
        piece("d1", "Village halls closed when grants ended."),
        piece("d2", "Grants for village halls were cut."),
        piece("d3", "No bus runs on Sundays.", claim="Rural buses"),
        piece("d4", "Nothing of note."),
    ),
    {"q1": Asked("What happened to village halls?"), "q2": Asked("Do buses run on Sundays?")},
    {"q1": {"d1": 1.0, "d2": 1.0}, "q2": {"d3": 1.0}},
)


def test_a_set_is_scored_by_the_order_of_the_products_own_matching() -> None:
    report = evaluation.evaluate(HALLS)
    assert report.mean == Scores(1.0, 1.0, (0.2 + 0.1) / 2, 1.0, 1.0, 1.0)
    assert (report.name, len(report.scores), report.pieces) == ("halls, ranking", 2, 4)
    assert len(report.waits) == 2
    assert all(wait > 0 for wait in report.waits)


def test_a_piece_that_shares_a_single_word_still_has_its_place_in_the_order() -> None:
    """It might not be offered, but which order is better can be asked of it too."""
    single = Dataset(
        "one", HALLS.pieces, {"q": Asked("Sundays in the countryside")}, {"q": {"d3": 1.0}}
    )
    assert evaluation.evaluate(single).mean.reciprocal_rank == 1.0


def test_what_is_offered_counts_tags_and_the_order_of_words_alone_does_not() -> None:
    asked = Asked("What happened to village halls?", ref="fernbrook#1")
    tagged = piece("d5", "Meetings moved to the vicarage.", questions=("fernbrook#1",))
    dataset = Dataset("tagged", (*HALLS.pieces, tagged), {"q": asked}, {"q": {"d5": 1.0}})
    assert evaluation.evaluate(dataset, Task.RANKING).mean.reciprocal_rank == 0
    assert evaluation.evaluate(dataset, Task.OFFERED).mean.reciprocal_rank > 0


def test_an_answer_is_scored_by_the_place_of_its_own_question_among_all() -> None:
    report = evaluation.evaluate(HALLS, Task.ALIGN)
    assert report.scores.keys() == {"d1", "d2", "d3"}
    assert (report.mean.top_1, report.mean.reciprocal_rank) == (1.0, 1.0)
    assert (report.name, report.waits) == ("halls, align", ())


def test_an_answer_with_no_word_of_any_question_is_not_found_by_the_luck_of_their_order() -> None:
    dataset = Dataset("stray", HALLS.pieces, HALLS.queries, {"q1": {"d4": 1.0}, "q2": {"d3": 1.0}})
    scores = evaluation.evaluate(dataset, Task.ALIGN).scores
    assert (scores["d4"].reciprocal_rank, scores["d3"].top_1) == (0.0, 1.0)


def test_what_is_saved_is_the_first_measure_of_each_query() -> None:
    saved = evaluation.evaluate(HALLS).saved
    assert (saved.measure, saved.queries) == ("ndcg_at_10", {"q1": 1.0, "q2": 1.0})
    assert saved.digest == HALLS.digest
    assert evaluation.evaluate(HALLS, Task.ALIGN).saved.measure == "reciprocal_rank"


def test_the_interval_is_that_of_the_measure_over_all_queries() -> None:
    dataset = Dataset(
        "half", HALLS.pieces, HALLS.queries, {"q1": {"d1": 1.0, "d2": 1.0}, "q2": {"d4": 1.0}}
    )
    within = evaluation.evaluate(dataset).interval("ndcg_at_10")
    assert (within.low, within.high) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([], 0.5, 0), ([7], 0.95, 7), ([3, 1, 2], 0.5, 2), (range(1, 101), 0.95, 95), ([1, 2], 0, 1)],
)
def test_percentiles_are_values_that_were_measured(
    values: Sequence[float], share: float, expected: float
) -> None:
    assert evaluation.percentile(values, share) == expected
