"""`consultee evaluate`: the measures of a labelled set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Consultee

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


def test_every_measure_is_printed(consultee: Consultee, labelled: Path) -> None:
    done = consultee("evaluate", labelled)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "small: 2 queries, 4 documents"
    names = [line.split()[0] for line in lines[1:]]
    assert names == ["nDCG@10", "Recall@10", "P@10", "R-precision", "MRR", "p50", "p95"]
    assert lines[1].split() == ["nDCG@10", "1.0000"]
    assert lines[-1].endswith(" ms")


def test_measures_as_json(consultee: Consultee, labelled: Path) -> None:
    said = consultee("evaluate", labelled, "--json").json
    assert said.pop("p50_ms") <= said.pop("p95_ms")
    assert said == {
        "dataset": "small",
        "queries": 2,
        "documents": 4,
        "ndcg@10": 1.0,
        "recall@10": 1.0,
        "p@10": 0.1,
        "r-precision": 1.0,
        "mrr": 1.0,
    }


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
