"""`consultee evaluate`: how well the program's own matching ranks a labelled set."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.adding import Commands, gives_json, needs_no_workspace
from desktop.cli.console import Console

_DETAILS = """\
DIR is a folder in BEIR layout: corpus.jsonl ({"_id", "title", "text"} on each line), queries.jsonl
({"_id", "text"}) and qrels.tsv (query id, document id and score between tabs). Each query is ranked
as a question is. All measures go from 0 to 1, more is better; p50 and p95 are milliseconds per
query, everything that a person waits for included."""
_EXAMPLES = """\
  consultee evaluate ~/labelled/questions
  consultee evaluate ~/labelled/questions --json"""


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Measure the ranking of suggestions on a labelled set."
    parser = commands.add("evaluate", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("folder", metavar="DIR", type=Path, help="the labelled set")
    gives_json(parser)
    needs_no_workspace(parser, run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Print the measures."""
    from desktop.matching import beir
    from desktop.matching.evaluation import evaluate
    from desktop.store import search_index

    report = evaluate(beir.read(options.folder), search_index.in_memory)
    measures = {
        "ndcg@10": round(report.scores.ndcg_at_10, 4),
        "recall@10": round(report.scores.recall_at_10, 4),
        "p@10": round(report.scores.precision_at_10, 4),
        "r-precision": round(report.scores.r_precision, 4),
        "mrr": round(report.scores.reciprocal_rank, 4),
        "p50_ms": round(report.p50_ms, 1),
        "p95_ms": round(report.p95_ms, 1),
    }
    if options.json:
        size = {"queries": report.queries, "documents": report.documents}
        console.json({"dataset": report.dataset, **size, **measures})
        return 0
    console.say(f"{report.dataset}: {report.queries:,} queries, {report.documents:,} documents")
    for (name, value), label in zip(measures.items(), _LABELS, strict=True):
        console.say(f"  {label:<12}{value:>8.1f} ms" if name.endswith("ms") else _row(label, value))
    return 0


_LABELS = ("nDCG@10", "Recall@10", "P@10", "R-precision", "MRR", "p50", "p95")


def _row(label: str, value: float) -> str:
    return f"  {label:<12}{value:>8.4f}"
