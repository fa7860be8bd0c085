"""Tune what each cue tells on labelled texts, and write resources/cues/weights.toml.

    python setup/tune_cues.py FILE.jsonl           tune on all of it and write the weights
    python setup/tune_cues.py FILE.jsonl --check   only measure: five parts, each scored by the rest

Each line of the file is ``{"text": ..., "units": [{"start", "end", "label"}, ...]}``. Needs numpy,
scipy and scikit-learn, which are no part of Consultee: install them in an environment of their own.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.corpus.sentences.context import context, context_names  # noqa: E402
from desktop.corpus.sentences.cues import cues  # noqa: E402
from desktop.corpus.sentences.judging import f1, labelled  # noqa: E402
from desktop.corpus.sentences.weights import LABELS  # noqa: E402
from desktop.corpus.sentences.words import vocabulary  # noqa: E402

WEIGHTS = ROOT / "resources" / "cues" / "weights.toml"
PARTS = 5
FEWEST_TEXTS = 4  # a cue must stand in so many different texts
MOST_CUES = 2000
STRENGTH = 0.1  # of the first pass: the smaller, the more weights are held back
CONTEXT_STRENGTH = 1.0
CALM = 0.6  # makes the shares as sure as they are right: 72 in a hundred, measured on unseen texts
MOST = 6.0
HEAD = """\
# What each cue tells, tuned by setup/tune_cues.py; what the numbers mean is in docs/decisions/0026.
# Hundredths for recommendation (policy), claim (value), testimony, fact, reference; then the cue.
# Tuned on the Cornell eRulemaking corpus (CDCP), ODbL 1.0; no text of it is here.
version = 1
"""


@dataclass(frozen=True)
class Data:
    """Units with their cues as a matrix, their labels, and the text each belongs to."""

    matrix: sparse.csr_matrix
    names: list[str]
    labels: np.ndarray
    texts: np.ndarray
    spans: list[tuple[int, int]]


@dataclass(frozen=True)
class Model:
    """What was tuned: a weight of each cue for each label, and of each figure of the context."""

    cues: np.ndarray
    base: np.ndarray
    context: np.ndarray
    context_base: np.ndarray


def load(path: Path) -> Data:
    """Read labelled texts and find their cues."""
    known, columns = vocabulary(), {}
    rows, cols, labels, texts, spans = [], [], [], [], []
    for number, (units, names) in enumerate(labelled(path.read_text("utf-8").splitlines())):
        spans.append((len(labels), len(labels) + len(units)))
        for unit, name in zip(units, names, strict=True):
            for cue in sorted(cues(unit, known).names):
                rows.append(len(labels))
                cols.append(columns.setdefault(cue, len(columns)))
            labels.append(LABELS.index(name))
            texts.append(number)
    shape = (len(labels), len(columns))
    matrix = sparse.csr_matrix((np.ones(len(rows)), (rows, cols)), shape=shape)
    return Data(matrix, list(columns), np.array(labels), np.array(texts), spans)


def texts_with(data: Data, rows: np.ndarray) -> np.ndarray:
    """Count in how many different texts each cue stands."""
    _, text = np.unique(data.texts[rows], return_inverse=True)
    join = sparse.csr_matrix((np.ones(len(rows)), (text, np.arange(len(rows)))))
    counts = join @ data.matrix[rows]
    counts.data[:] = 1
    return np.asarray(counts.sum(0)).ravel()


def fit_cues(data: Data, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Tune the first pass: each label against the rest, then again with the best cues alone."""
    common = texts_with(data, rows)
    kept = np.flatnonzero(common >= FEWEST_TEXTS)
    table, base = fit_each(data, rows, kept)
    if len(kept) > MOST_CUES:
        worth = np.abs(table[kept]).max(1) * np.sqrt(common[kept])
        kept = kept[np.argsort(-worth)[:MOST_CUES]]
        table, base = fit_each(data, rows, kept)
    return table, base


def fit_each(data: Data, rows: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Tune the first pass on the cues that are kept."""
    table = np.zeros((data.matrix.shape[1], len(LABELS)))
    table[kept], base = fit_labels(data.matrix[rows][:, kept], data.labels[rows], STRENGTH)
    return table, base


def fit_labels(
    figures: np.ndarray | sparse.csr_matrix, labels: np.ndarray, strength: float
) -> tuple[np.ndarray, np.ndarray]:
    """Tune one linear model for each label against the rest."""
    models = [
        LogisticRegression(C=strength, solver="liblinear").fit(figures, labels == label)
        for label in range(len(LABELS))
    ]
    table = np.stack([model.coef_[0] for model in models], axis=1)
    return table, np.array([model.intercept_[0] for model in models])


def scores(data: Data, rows: np.ndarray, table: np.ndarray, base: np.ndarray) -> np.ndarray:
    """Give the first scores of some units."""
    return np.clip(data.matrix[rows] @ table + base, -MOST, MOST)


def around(data: Data, first: np.ndarray) -> np.ndarray:
    """Give the figures of the context of all units."""
    shares = 1 / (1 + np.exp(-first))
    return np.array(
        [
            row
            for begin, end in data.spans
            for row in context(first[begin:end].tolist(), shares[begin:end].tolist(), LABELS)
        ]
    )


def parts(data: Data, seed: int) -> np.ndarray:
    """Put each text, whole, into one of five parts."""
    order = np.random.RandomState(seed).permutation(len(data.spans))
    return (order % PARTS)[data.texts]


def fit(data: Data, rows: np.ndarray, seed: int = 0) -> Model:
    """Tune both passes; the second sees first scores of units that the first was not tuned on."""
    first = np.zeros((len(data.labels), len(LABELS)))
    part = parts(data, seed + 100)[rows]
    for number in range(PARTS):
        others, these = rows[part != number], rows[part == number]
        first[these] = scores(data, these, *fit_cues(data, others))
    figures = around(data, first)[rows]
    second, second_base = fit_labels(figures, data.labels[rows], CONTEXT_STRENGTH)
    table, base = fit_cues(data, rows)
    return Model(table, base, CALM * second, CALM * second_base)


def guess(data: Data, model: Model) -> np.ndarray:
    """Label all units."""
    first = scores(data, np.arange(len(data.labels)), model.cues, model.base)
    return (around(data, first) @ model.context + model.context_base).argmax(1)


def check(data: Data, seed: int) -> dict[str, float]:
    """Label each fifth of the texts by a model tuned on the other four, and give the F1."""
    part = parts(data, seed)
    guessed = np.zeros(len(data.labels), int)
    for number in range(PARTS):
        model = fit(data, np.flatnonzero(part != number), seed)
        these = part == number
        guessed[these] = guess(data, model)[these]
    return f1([LABELS[n] for n in data.labels], [LABELS[n] for n in guessed])


def hundredths(row: np.ndarray) -> list[int]:
    """Round weights for the file."""
    return [round(float(weight) * 100) for weight in row]


def lines(names: list[str], table: np.ndarray) -> str:
    """Write a table of weights, without the rows that are nought."""
    rows = ((hundredths(row), name) for name, row in zip(names, table, strict=True))
    return "\n".join(" ".join(map(str, row)) + f" {name}" for row, name in rows if any(row))


def write(data: Data, model: Model) -> None:
    """Write the weights, cues in the order of the alphabet."""
    order = sorted(range(len(data.names)), key=data.names.__getitem__)
    table = lines([data.names[at] for at in order], model.cues[order])
    figures = context_names(LABELS)
    rows = [
        f"{' '.join(map(str, hundredths(row)))} {name}"
        for name, row in zip(figures, model.context, strict=True)
    ]
    WEIGHTS.write_text(
        f"{HEAD}\n[sentence]\nbase = {hundredths(model.base)}\ncues = '''\n{table}'''\n"
        f"\n[context]\nbase = {hundredths(model.context_base)}\nweights = '''\n"
        + "\n".join(rows)
        + "'''\n",
        encoding="utf-8",
    )
    print(f"{WEIGHTS}: {table.count(chr(10)) + 1} cues")


def main() -> None:
    """Tune, or measure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--check", type=int, nargs="?", const=1, default=0, metavar="TIMES")
    parser.add_argument("--json", action="store_true", help="print what was measured as JSON")
    chosen = parser.parse_args()
    data = load(chosen.file)
    if not chosen.check:
        write(data, fit(data, np.arange(len(data.labels))))
        return
    total: Counter[str] = Counter()
    for seed in range(chosen.check):
        total.update(check(data, seed))
    means = {label: round(value / chosen.check, 3) for label, value in total.items()}
    if chosen.json:
        print(json.dumps(means))
    else:
        print("  ".join(f"{label} {value:.3f}" for label, value in means.items()))


if __name__ == "__main__":
    main()
