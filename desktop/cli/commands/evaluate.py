"""`consultee evaluate`: how well the program ranks, or tells sentences apart, on a labelled set."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.adding import Commands, gives_json, needs_no_workspace
from desktop.cli.console import Console
from desktop.errors import DesktopError

_DETAILS = """\
As a rule SET is a folder in BEIR layout: corpus.jsonl ({"_id", "title", "text"} on each line),
queries.jsonl ({"_id", "text"}) and qrels.tsv (query id, document id and score between tabs). Each
query is ranked as a question is. All measures go from 0 to 1, more is better; p50 and p95 are
milliseconds per query, everything that a person waits for included.

With `--task sentences` SET is a JSON Lines file: {"text", "units": [{"start", "end", "label"}]} on
each line, labels policy (a recommendation), value (a claim), testimony, fact and reference. The
units are given, their labels guessed; the measure is the F1 of each label."""
_EXAMPLES = """\
  consultee evaluate ~/labelled/questions
  consultee evaluate ~/labelled/questions --json
  consultee evaluate ~/labelled/comments.jsonl --task sentences"""


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Measure ranking, or the telling of sentences, on a labelled set."
    parser = commands.add("evaluate", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("set", metavar="SET", type=Path, help="the labelled set")
    parser.add_argument(
        "--task", choices=["ranking", "sentences"], default="ranking", help="what to measure"
    )
    gives_json(parser)
    needs_no_workspace(parser, run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Print the measures."""
    return (_sentences if options.task == "sentences" else _ranking)(options, console)


def _sentences(options: argparse.Namespace, console: Console) -> int:
    from desktop.corpus.sentences import f1_by_label

    try:
        found = f1_by_label(options.set)
    except (ValueError, KeyError, TypeError) as error:
        raise DesktopError(
            "The labelled set cannot be used",
            f"{options.set} is not laid out as it should be ({error}).",
            "`consultee evaluate --help` says how each line looks.",
        ) from error
    if options.json:
        console.json({"dataset": options.set.name, "f1": found})
        return 0
    console.say(f"{options.set.name}: F1 of each label, units given")
    for label, value in found.items():
        console.say(_row(label, value))
    return 0


def _ranking(options: argparse.Namespace, console: Console) -> int:
    from desktop.matching import beir
    from desktop.matching.evaluation import evaluate
    from desktop.store import search_index

    report = evaluate(beir.read(options.set), search_index.in_memory)
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
