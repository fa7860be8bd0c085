"""The project's own labelled set: what was read by people, joined to what is shipped.

``python -m tests.eval.labelled FOLDER`` writes it there as sets in BEIR layout, one folder each,
for `consultee evaluate`. README.md says how it was made and how a second reading is added.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop.core.consultation import Consultation, question_ref
from desktop.core.evidence import Prompt
from desktop.core.search import Entry
from desktop.core.suggesting import Asked
from desktop.matching.beir import Dataset
from desktop.store import packs_table, search_rows
from desktop.store.connection import open_workspace
from desktop.store.packs import read_content

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
READINGS = HERE / "readings"
BASELINE = HERE / "baseline.json"
FIRST, SECOND, SETTLED = (READINGS / f"{name}.tsv" for name in ("first", "second", "settled"))
CONTENT = read_content(ROOT / "snippets", ROOT / "resources")
INQUIRY: Consultation = CONTENT.consultations[0]

Pair = tuple[str, str]  # number of the question, id of the Snippet or Prompt
Grades = Mapping[Pair, int]


@dataclass(frozen=True)
class OtherQuestion:
    """A question in words of our own. ``half`` is "tuning" or "checking".

    ``helps`` holds the Snippets that it was written for: none for one on another subject, whose
    ``kind`` is "far", or "near" if it shares words with the library.
    """

    id: str
    text: str
    half: str
    kind: str = ""
    helps: tuple[str, ...] = ()


def reading(path: Path) -> Grades:
    """Return the grades of one reader; what the file does not list was read and does not help."""
    grades: dict[Pair, int] = {}
    for row in _rows(path):
        pair = row["question"], row["id"]
        assert pair not in grades, f"{path.name} has {pair} twice"
        grades[pair] = int(row["grade"])
    return grades


def agreed() -> Grades:
    """Return the grades that count: what both readers say and, where they differ, what was settled.

    As long as there is one reading, it is that.
    """
    first = reading(FIRST)
    if not SECOND.exists():
        return first
    return {**first, **reading(SECOND), **reading(SETTLED)}


def disagreements() -> set[Pair]:
    """Return the pairs that two readers graded differently."""
    if not SECOND.exists():
        return set()
    first, second = reading(FIRST), reading(SECOND)
    return {
        pair for pair in first.keys() | second.keys() if first.get(pair, 0) != second.get(pair, 0)
    }


def in_subject() -> list[OtherQuestion]:
    """Return the questions that the library has something for, worded as others would."""
    return [
        OtherQuestion(row["id"], row["question"], row["half"], helps=tuple(row["helps"].split()))
        for row in _rows(HERE / "questions" / "in-subject.tsv")
    ]


def other_subjects() -> list[OtherQuestion]:
    """Return the questions that the library has nothing for."""
    return [
        OtherQuestion(row["id"], row["question"], row["half"], row["kind"])
        for row in _rows(HERE / "questions" / "other-subjects.tsv")
    ]


@cache
def snippets() -> tuple[Entry, ...]:
    """Return the shipped Snippets as the index of a workspace would know them."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_workspace(Path(folder) / "shipped.consultee")) as db,
    ):
        with db.atomic():
            for pack in CONTENT.evidence:
                packs_table.put_evidence(db, pack.source.key, pack.source, pack.snippets, ())
        return tuple(search_rows.entries(db))


def shipped_prompts() -> tuple[Prompt, ...]:
    """Return the shipped Prompts, those of general good practice last."""
    packs = (*CONTENT.evidence, *CONTENT.prompts)
    return tuple(prompt for pack in packs for prompt in pack.prompts)


def prompts() -> tuple[Entry, ...]:
    """Return the shipped Prompts, as if they were pieces of evidence."""
    return tuple(map(_as_entry, shipped_prompts()))


def datasets() -> tuple[Dataset, ...]:
    """Return the labelled sets: Snippets and Prompts for the nine questions, and Snippets for the
    questions in other words.
    """
    asked = {
        question.number: Asked(
            question.text,
            heading=question.heading,
            ref=question_ref(INQUIRY.id, question.number),
            number=question.number,
        )
        for question in INQUIRY.questions
    }
    others = in_subject()
    return (
        _dataset("own-snippets", snippets(), asked, agreed()),
        _dataset("own-prompts", prompts(), asked, agreed()),
        _dataset(
            "own-in-other-words",
            snippets(),
            {question.id: Asked(question.text) for question in others},
            {(question.id, piece): 1 for question in others for piece in question.helps},
        ),
    )


def write(dataset: Dataset, folder: Path) -> None:
    """Write a labelled set in BEIR layout, with what the library knows of each piece."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_lines(folder / "corpus.jsonl", map(_piece_line, dataset.pieces))
    _write_lines(
        folder / "queries.jsonl",
        (_line(key, asked.question, _said(asked)) for key, asked in dataset.queries.items()),
    )
    grades = (
        f"{query}\t{piece}\t{grade:g}"
        for query, relevant in dataset.relevant.items()
        for piece, grade in relevant.items()
    )
    _write_lines(folder / "qrels.tsv", ["query-id\tcorpus-id\tscore", *grades])


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)


def _as_entry(prompt: Prompt) -> Entry:
    return Entry(
        prompt.id,
        prompt.source or "general",
        "argument",
        claim=prompt.question,
        text=f"{prompt.starter} {prompt.why}",
        questions=prompt.questions,
    )


def _dataset(
    name: str, pieces: tuple[Entry, ...], asked: dict[str, Asked], grades: Grades
) -> Dataset:
    """Join grades to pieces; grades of pieces that are of another sort are left out."""
    known = {piece.id for piece in pieces}
    relevant: dict[str, dict[str, float]] = {}
    for (query, piece), grade in grades.items():
        if grade > 0 and piece in known:
            relevant.setdefault(query, {})[piece] = float(grade)
    return Dataset(name, pieces, asked, relevant)


def _piece_line(piece: Entry) -> str:
    known = {
        key: getattr(piece, key)
        for key in ("source", "kind", "tags", "asked", "place", "about", "questions", "own", "date")
    }
    said = {key: value for key, value in known.items() if value}
    return _line(piece.id, piece.text, said, title=piece.claim)


def _said(asked: Asked) -> dict[str, object]:
    return {key: value for key in ("heading", "ref") if (value := getattr(asked, key))}


def _line(key: str, text: str, metadata: Mapping[str, object], **more: str) -> str:
    line = {"_id": key, **more, "text": text, **({"metadata": metadata} if metadata else {})}
    return json.dumps(line, ensure_ascii=False)


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    for one in datasets():
        write(one, Path(sys.argv[1]) / one.name)
