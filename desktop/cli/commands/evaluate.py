"""`consultee evaluate`: how well the program ranks, or tells sentences apart, on a labelled set."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli import score_table
from desktop.cli.adding import Commands, gives_json, needs_no_workspace
from desktop.cli.console import Console
from desktop.errors import DesktopError

_DETAILS = """\
As a rule SET is a folder in BEIR layout: corpus.jsonl ({"_id", "title", "text"} on each line),
queries.jsonl ({"_id", "text"}) and qrels.tsv (query id, document id and score between tabs). All
measures go from 0 to 1, more is better, each with its 95 % bootstrap interval; p50 and p95 are
milliseconds per query, everything that a person waits for included.

  ranking    each query is a question, and all documents are put in the order of their words
  offered    what a person would be offered at the question, tags and all, in that order
  align      each document is an answer, and the query it belongs to is looked for among all
  sentences  SET is a JSON Lines file: {"text", "units": [{"start", "end", "label"}]} on each line,
             labels policy (a recommendation), value (a claim), testimony, fact and reference. The
             units are given, their labels guessed; the measure is the F1 of each label.

With `--baseline FILE` the scores are compared, query by query, with those that FILE has of this set
and task. What it does not have yet is saved there; `--save` saves these scores in any case."""
_EXAMPLES = """\
  consultee evaluate ~/labelled/questions
  consultee evaluate ~/labelled/questions --task align --json
  consultee evaluate ~/labelled/questions --baseline ~/labelled/scores.json
  consultee evaluate ~/labelled/comments.jsonl --task sentences"""
_TASKS = ("ranking", "offered", "align", "sentences")


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Measure ranking, or the telling of sentences, on a labelled set."
    parser = commands.add("evaluate", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("set", metavar="SET", type=Path, help="the labelled set")
    parser.add_argument(
        "--task", choices=_TASKS, default="ranking", help="what to measure (ranking)"
    )
    parser.add_argument(
        "--baseline", metavar="FILE", type=Path, help="compare with the scores saved there"
    )
    parser.add_argument(
        "--save", action="store_true", help="save these scores in the baseline, for later"
    )
    gives_json(parser)

    def checked(options: argparse.Namespace, console: Console) -> int:
        if options.save and options.baseline is None:
            parser.error("--save needs a --baseline to save in")
        if options.baseline is not None and options.task == "sentences":
            parser.error("--baseline is for ranking, offered and align")
        return run(options, console)

    needs_no_workspace(parser, checked)


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
        console.say(f"  {label:<12}{value:>8.4f}")
    return 0


def _ranking(options: argparse.Namespace, console: Console) -> int:
    from desktop.matching import baseline, beir
    from desktop.matching.evaluation import Task, evaluate

    saved = baseline.read(options.baseline) if options.baseline else {}
    report = evaluate(beir.read(options.set), Task(options.task))
    before = saved.get(report.name)
    if options.json:
        console.json(score_table.as_json(report, before))
    else:
        for line in score_table.of_scores(report):
            console.say(line)
        if before is not None:
            for line in score_table.of_comparison(report, before, options.baseline):
                console.say(line)
    if options.baseline and (options.save or before is None):
        baseline.write(options.baseline, {**saved, report.name: report.saved})
        if not options.json:
            console.say(f"  saved in {options.baseline}")
    return 0
