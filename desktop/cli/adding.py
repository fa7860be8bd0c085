"""Adding a command to the parser, in the one form that all of them have."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.console import Console

if TYPE_CHECKING:
    # Known to argparse alone, and generic only there.
    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]

Run = Callable[[argparse.Namespace, Console], int]


@dataclass(frozen=True, slots=True)
class Commands:
    """Where commands are added."""

    parsers: SubParsers

    def add(
        self, name: str, about: str, details: str, examples: str, run: Run
    ) -> argparse.ArgumentParser:
        """Add a command and return its parser, for its own arguments.

        Args:
            name: what is typed.
            about: one sentence for the list of commands.
            details: what else its own help says.
            examples: command lines, each with what it does.
            run: does the command and returns the exit code; raises DesktopError.
        """
        parser = self.parsers.add_parser(
            name,
            help=about,
            description=f"{about}\n\n{details}" if details else about,
            epilog=f"examples:\n{examples}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        parser.set_defaults(run=run)
        return parser


def takes_workspace(parser: argparse.ArgumentParser) -> None:
    """Let a command be told the workspace after its name as well as before."""
    parser.add_argument(
        "--workspace",
        type=Path,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="the workspace to use instead of your usual one",
    )


def needs_no_workspace(parser: argparse.ArgumentParser, run: Run) -> None:
    """Make a workspace named before a command that has no use for one wrong usage."""

    def checked(options: argparse.Namespace, console: Console) -> int:
        if options.workspace is not None:
            parser.error("this command does not use a workspace")
        return run(options, console)

    parser.set_defaults(run=checked)


def gives_json(parser: argparse.ArgumentParser) -> None:
    """Let a command report as JSON."""
    parser.add_argument("--json", action="store_true", help="report as JSON, for programs")


def takes_limit(parser: argparse.ArgumentParser) -> None:
    """Let a command be told how much to show."""
    parser.add_argument(
        "--limit",
        type=_whole_number_above_zero,
        default=10,
        metavar="N",
        help="how many at most (10 unless you say otherwise)",
    )


def _whole_number_above_zero(text: str) -> int:
    """Return the number that an option was given; anything else is wrong usage."""
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return value
