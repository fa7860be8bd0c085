from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.search import Entry
from desktop.core.suggesting import Asked
from desktop.matching import beir

CORPUS = [
    {"_id": "d1", "title": "Halls", "text": "Village halls closed."},
    {"_id": "d2", "text": "Buses ran."},
]
QUERIES = [{"_id": "q1", "text": "Which halls closed?"}, {"_id": "q2", "text": "Nobody knows"}]
QRELS = "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\n"


def lines(items: list[dict[str, str]]) -> str:
    return "".join(json.dumps(item) + "\n" for item in items)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "halls")


def write(folder: Path, **files: str | bytes) -> Path:
    whole = {"corpus": lines(CORPUS), "queries": lines(QUERIES), "qrels": QRELS} | files
    folder.mkdir(exist_ok=True)
    for name, content in whole.items():
        path = folder / (f"{name}.tsv" if name == "qrels" else f"{name}.jsonl")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_a_labelled_set_is_read_with_the_queries_that_have_an_answer(folder: Path) -> None:
    dataset = beir.read(folder)
    assert dataset.name == "halls"
    assert dataset.pieces == (
        Entry("d1", "halls", "argument", claim="Halls", text="Village halls closed."),
        Entry("d2", "halls", "argument", text="Buses ran."),
    )
    assert dataset.queries == {"q1": Asked("Which halls closed?")}
    assert dataset.relevant == {"q1": {"d1": 2.0}}


def test_what_a_library_knows_of_a_piece_beside_its_words_is_read_from_the_metadata(
    tmp_path: Path,
) -> None:
    known = {
        "tags": ["halls", "village life"],
        "asked": "What has closed?",
        "place": "p. 3",
        "about": "Fernbrook survey",
        "questions": ["fernbrook-2019#1"],
        "kind": "passage",
        "source": "fernbrook",
        "own": True,
        "document": "import-1",
        "position": 4,
        "date": "2019-03",
        "colour": "what the program does not know is passed over",
    }
    piece = json.dumps({"_id": "d1", "text": "Halls closed.", "metadata": known})
    query = {"_id": "q1", "text": "Which?", "metadata": {"heading": "Halls", "ref": "f#1"}}
    dataset = beir.read(
        write(tmp_path / "set", corpus=piece, queries=json.dumps(query), qrels="q1\td1\t1")
    )
    assert dataset.pieces == (
        Entry(
            "d1",
            "fernbrook",
            "passage",
            text="Halls closed.",
            tags="halls, village life",
            asked="What has closed?",
            place="p. 3",
            about="Fernbrook survey",
            questions=("fernbrook-2019#1",),
            document="import-1",
            position=4,
            own=True,
            date="2019-03",
        ),
    )
    assert dataset.queries == {"q1": Asked("Which?", heading="Halls", ref="f#1")}


@pytest.mark.parametrize(
    ("metadata", "what"),
    [
        ([], "“metadata” is not a JSON object"),
        ({"tags": 3}, "“tags” in “metadata” must be a list of texts"),
        ({"questions": ["a", 1]}, "“questions” in “metadata” must be a list of texts"),
        ({"own": "yes"}, "“own” in “metadata” must be true or false"),
        ({"position": True}, "“position” in “metadata” must be a whole number"),
        ({"date": 2019}, "“date” in “metadata” must be text"),
    ],
)
def test_metadata_that_does_not_fit_is_refused_with_its_place(
    tmp_path: Path, metadata: object, what: str
) -> None:
    line = json.dumps({"_id": "d1", "text": "x", "metadata": metadata})
    with pytest.raises(beir.DatasetError) as caught:
        beir.read(write(tmp_path / "set", corpus=line))
    assert f"corpus.jsonl”, line 1: {what}" in caught.value.message


def test_a_heading_that_is_no_text_is_refused_with_its_place(tmp_path: Path) -> None:
    line = json.dumps({"_id": "q1", "text": "x", "metadata": {"heading": 1}})
    with pytest.raises(beir.DatasetError, match=r"queries.jsonl”, line 1: “heading”"):
        beir.read(write(tmp_path / "set", queries=line))


def test_two_sets_are_told_apart_by_whatever_differs_and_by_nothing_else(tmp_path: Path) -> None:
    digest = beir.read(write(tmp_path / "one")).digest
    (tmp_path / "elsewhere").mkdir()
    assert beir.read(write(tmp_path / "elsewhere" / "one")).digest == digest
    other = QRELS.replace("\t2", "\t1")
    assert beir.read(write(tmp_path / "elsewhere" / "one", qrels=other)).digest != digest


def test_windows_line_ends_empty_lines_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "set",
        corpus="\ufeff" + lines(CORPUS).replace("\n", "\r\n\r\n"),
        qrels=QRELS.replace("\n", "\r\n"),
    )
    assert beir.read(folder).relevant == {"q1": {"d1": 2.0}}


def test_a_qrels_file_without_a_heading_is_read_from_its_first_line(tmp_path: Path) -> None:
    assert beir.read(write(tmp_path / "set", qrels="q2\td2\t1")).relevant == {"q2": {"d2": 1.0}}


@pytest.mark.parametrize(
    ("file", "content", "place", "what"),
    [
        ("corpus", '{"_id": "d1", "text": "x"}\nnot json', "corpus.jsonl”, line 2", "not JSON"),
        ("corpus", "[1]", "corpus.jsonl”, line 1", "not a JSON object"),
        ("corpus", "[" * 100_000, "corpus.jsonl”, line 1", "not JSON"),
        ("corpus", '{"_id": 7, "text": "x"}', "corpus.jsonl”, line 1", "“_id” must be"),
        ("corpus", '{"_id": "d1"}', "corpus.jsonl”, line 1", "“text” must be"),
        ("corpus", '{"_id":"d","title":0,"text":""}', "corpus.jsonl”, line 1", "“title” must be"),
        ("corpus", lines([CORPUS[0], CORPUS[0]]), "corpus.jsonl”, line 2", "“d1” is there twice"),
        ("corpus", b'{"_id": "d1", "text": "\xff"}', "corpus.jsonl”, line 1", "not UTF-8"),
        ("queries", lines([QUERIES[0]] * 2), "queries.jsonl”, line 2", "“q1” is there twice"),
        ("queries", '{"_id": "", "text": "x"}', "queries.jsonl”, line 1", "“_id” must be"),
        ("qrels", "q1 d1 1", "qrels.tsv”, line 1", "between tabs"),
        ("qrels", QRELS + "q9\td1\t1", "qrels.tsv”, line 4", "no query “q9”"),
        ("qrels", QRELS + "q1\td9\t1", "qrels.tsv”, line 4", "no document “d9”"),
        ("qrels", "q1\td1\tgood", "qrels.tsv”, line 1", "“good” is not a number"),
        ("qrels", "q1\td1\tinf", "qrels.tsv”, line 1", "out of all bounds"),
        ("qrels", "q1\td1\tnan", "qrels.tsv”, line 1", "out of all bounds"),
        ("qrels", "q1\td1\t0", "qrels.tsv”", "no document that answers"),
    ],
)
def test_a_broken_set_is_refused_with_its_file_line_and_fault(
    tmp_path: Path, file: str, content: str | bytes, place: str, what: str
) -> None:
    with pytest.raises(beir.DatasetError) as caught:
        beir.read(write(tmp_path / "set", **{file: content}))
    assert place in caught.value.message
    assert what in caught.value.message


def test_a_missing_file_or_folder_is_named(folder: Path) -> None:
    (folder / "queries.jsonl").unlink()
    with pytest.raises(beir.DatasetError, match=r"queries\.jsonl.*No such file"):
        beir.read(folder)
    with pytest.raises(beir.DatasetError, match="nowhere” is not a folder"):
        beir.read(folder / "nowhere")


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
IDS = st.text(st.characters(categories=["L", "N"]), min_size=1)


@given(st.dictionaries(IDS, TEXTS, min_size=1))
def test_any_text_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]
) -> None:
    items = [{"_id": key, "text": text} for key, text in texts.items()]
    first = items[0]["_id"]
    folder = write(
        tmp_path_factory.mktemp("set"),
        corpus=lines(items),
        queries=lines(items),
        qrels=f"query-id\tcorpus-id\tscore\n{first}\t{first}\t1\n",
    )
    dataset = beir.read(folder)
    assert {piece.id: piece.text for piece in dataset.pieces} == texts
    assert dataset.queries == {first: Asked(texts[first])}
