"""`consultee evaluate`: the measures of a labelled set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import REPOSITORY, Consultee

TEXTS = {
    "d1": "Councillors need training to commission services from charities.",
    "d2": "Volunteers visit older people who live alone.",
    "d3": "The library is open on two days a week.",
    "d4": "A brass band rehearses in the village hall.",
}


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    corpus = [{"_id": key, "title": "", "text": text} for key, text in TEXTS.items()]
    queries = [
        {"_id": "q1", "text": "training for councillors"},
        {"_id": "q2", "text": "When does the library open?"},
    ]
    for name, items in (("corpus", corpus), ("queries", queries)):
        lines = "\n".join(map(json.dumps, items))
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    qrels = "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td3\t1\n"
    (folder / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return folder


def test_every_measure_is_printed_with_its_interval(consultee: Consultee, labelled: Path) -> None:
    done = consultee("evaluate", labelled)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "small, ranking: 2 queries, 4 documents"
    names = [line.split()[0] for line in lines[1:]]
    assert names == ["nDCG@10", "Recall@10", "P@10", "R-precision", "MRR", "p50", "p95"]
    assert lines[1].split() == ["nDCG@10", "1.0000", "95", "%:", "1.0000", "to", "1.0000"]
    assert lines[-1].endswith(" ms")


def test_measures_as_json(consultee: Consultee, labelled: Path) -> None:
    said = consultee("evaluate", labelled, "--json").json
    assert said.pop("p50_ms") <= said.pop("p95_ms")
    assert said.pop("intervals") == {
        "ndcg@10": [1.0, 1.0],
        "recall@10": [1.0, 1.0],
        "p@10": [0.1, 0.1],
        "r-precision": [1.0, 1.0],
        "mrr": [1.0, 1.0],
    }
    assert said == {
        "dataset": "small",
        "task": "ranking",
        "queries": 2,
        "documents": 4,
        "ndcg@10": 1.0,
        "recall@10": 1.0,
        "p@10": 0.1,
        "r-precision": 1.0,
        "mrr": 1.0,
    }


def test_each_answer_is_brought_to_its_question(consultee: Consultee, labelled: Path) -> None:
    said = consultee("evaluate", labelled, "--task", "align", "--json").json
    assert (said["task"], said["answers"], said["top-1"], said["mrr"]) == ("align", 2, 1.0, 1.0)
    lines = consultee("evaluate", labelled, "--task", "align").out.splitlines()
    assert lines[0] == "small, align: 2 answers, 4 documents"
    assert [line.split()[0] for line in lines[1:]] == ["MRR", "top-1"]


def spoil(baseline: Path, query: str, value: float) -> None:
    """Put another score of a query into a baseline."""
    saved = json.loads(baseline.read_text(encoding="utf-8"))
    saved["sets"]["small, ranking"]["queries"][query] = value
    baseline.write_text(json.dumps(saved), encoding="utf-8")


def saved_scores(baseline: Path) -> dict[str, float]:
    saved = json.loads(baseline.read_text(encoding="utf-8"))
    return saved["sets"]["small, ranking"]["queries"]


def test_what_became_of_each_query_since_the_baseline_is_said(
    consultee: Consultee, labelled: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "scores.json"
    first = consultee("evaluate", labelled, "--baseline", baseline)
    assert f"saved in {baseline}" in first.out
    assert saved_scores(baseline) == {"q1": 1.0, "q2": 1.0}
    same = consultee("evaluate", labelled, "--baseline", baseline).out
    assert same.splitlines()[-1] == "    all 2 unchanged"
    spoil(baseline, "q1", 0.5)
    out = consultee("evaluate", labelled, "--baseline", baseline).out
    assert "since scores.json, nDCG@10 of each query:" in out
    assert "+0.2500 on average (95 %: +0.0000 to +0.5000), which may be chance" in out
    assert "1 improved, 0 regressed, 1 unchanged" in out
    assert "improved  0.5000 to 1.0000  q1" in out
    assert "saved in" not in out
    spoil(baseline, "q2", 2.0)
    said = consultee("evaluate", labelled, "--baseline", baseline, "--json").json
    assert said["since_baseline"] == {
        "measure": "ndcg@10",
        "same_set": True,
        "mean_change": -0.25,
        "interval": [-1.0, 0.5],
        "improved": {"q1": [0.5, 1.0]},
        "regressed": {"q2": [2.0, 1.0]},
        "unchanged": 0,
    }


def test_scores_are_saved_over_the_old_ones_only_if_asked_for(
    consultee: Consultee, labelled: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "scores.json"
    consultee("evaluate", labelled, "--baseline", baseline)
    spoil(baseline, "q1", 0.5)
    consultee("evaluate", labelled, "--baseline", baseline)
    assert saved_scores(baseline)["q1"] == 0.5
    consultee("evaluate", labelled, "--baseline", baseline, "--task", "align")
    assert saved_scores(baseline)["q1"] == 0.5
    assert (
        "since_baseline"
        in consultee("evaluate", labelled, "--baseline", baseline, "--save", "--json").json
    )
    assert saved_scores(baseline)["q1"] == 1.0


def test_of_many_changes_the_greatest_ten_are_shown_and_the_rest_counted(
    consultee: Consultee, tmp_path: Path
) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    queries = [{"_id": f"q{n}", "text": "training for councillors"} for n in range(12)]
    corpus = {"_id": "d1", "text": TEXTS["d1"]}
    (folder / "corpus.jsonl").write_text(json.dumps(corpus), encoding="utf-8")
    (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), encoding="utf-8")
    qrels = "".join(f"q{n}\td1\t1\n" for n in range(12))
    (folder / "qrels.tsv").write_text(qrels, encoding="utf-8")
    baseline = tmp_path / "scores.json"
    consultee("evaluate", folder, "--baseline", baseline)
    for number in range(12):
        spoil(baseline, f"q{number}", 0.5)
    out = consultee("evaluate", folder, "--baseline", baseline).out
    assert sum("improved  0.5000 to 1.0000" in line for line in out.splitlines()) == 10
    assert "improved  and 2 more" in out
    assert "which may be chance" not in out


def test_scores_of_another_version_of_the_set_are_compared_with_a_warning(
    consultee: Consultee, labelled: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "scores.json"
    consultee("evaluate", labelled, "--baseline", baseline)
    with (labelled / "corpus.jsonl").open("a", encoding="utf-8") as corpus:
        corpus.write("\n" + json.dumps({"_id": "d5", "text": "Another text."}))
    out = consultee("evaluate", labelled, "--baseline", baseline).out
    assert "the labelled set has changed since then" in out


def test_the_page_on_the_command_line_names_every_key_of_the_json(
    consultee: Consultee, labelled: Path, tmp_path: Path
) -> None:
    page = (REPOSITORY / "docs" / "command-line.md").read_text(encoding="utf-8")
    baseline = tmp_path / "scores.json"
    for task in ("ranking", "align"):
        consultee("evaluate", labelled, "--task", task, "--baseline", baseline)
        said = consultee(
            "evaluate", labelled, "--task", task, "--baseline", baseline, "--json"
        ).json
        keys = {*said, *said["intervals"], *said["since_baseline"]}
        assert {key for key in keys if f"`{key}`" not in page} == set()


@pytest.mark.parametrize(
    "options",
    [["--save"], ["--task", "sentences", "--baseline", "scores.json"]],
    ids=["nothing to save in", "no baseline of sentences"],
)
def test_options_that_do_not_go_together_are_wrong_usage(
    consultee: Consultee, labelled: Path, options: list[str]
) -> None:
    assert consultee("evaluate", labelled, *options).code == 2


def test_a_folder_without_the_files_is_said_in_a_sentence(
    consultee: Consultee, tmp_path: Path
) -> None:
    done = consultee("evaluate", tmp_path)
    assert done.code == 1
    assert "corpus.jsonl" in done.err


def test_a_workspace_is_of_no_use_here(consultee: Consultee, labelled: Path) -> None:
    assert consultee("--workspace", "x.consultee", "evaluate", labelled).code == 2


def test_sentences_are_told_apart_by_their_labels(consultee: Consultee, tmp_path: Path) -> None:
    text = "The council should reopen the hall. In 2019 it closed, at a cost of £12,400."
    end = text.index(".") + 1
    units = [
        {"start": 0, "end": end, "label": "policy"},
        {"start": end + 1, "end": len(text), "label": "fact"},
    ]
    file = tmp_path / "comments.jsonl"
    file.write_text(json.dumps({"text": text, "units": units}), encoding="utf-8")
    done = consultee("evaluate", file, "--task", "sentences", "--json")
    assert done.json["dataset"] == "comments.jsonl"
    assert done.json["f1"]["policy"] == 1.0
    assert "policy" in consultee("evaluate", file, "--task", "sentences").out


def test_a_labelled_set_that_is_no_such_thing_is_told_in_a_sentence(
    consultee: Consultee, tmp_path: Path
) -> None:
    file = tmp_path / "comments.jsonl"
    file.write_text('{"text": "no units"}\n', encoding="utf-8")
    done = consultee("evaluate", file, "--task", "sentences")
    assert done.code == 1
    assert "is not laid out as it should be" in done.err
