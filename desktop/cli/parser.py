"""What may be typed after `consultee`: the commands, their options and their help."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop import __version__
from desktop.cli.adding import Commands
from desktop.cli.commands import (
    check,
    content,
    course,
    deadline,
    demo,
    draft,
    evaluate,
    export,
    importing,
    library,
    listing,
    packs,
    report,
    rules,
    search,
    suggest,
)

_COMMANDS = (
    demo,
    importing,
    export,
    listing,
    search,
    suggest,
    draft,
    check,
    deadline,
    report,
    library,
    packs,
    rules,
    course,
    content,
    evaluate,
)
_ABOUT = """\
Helps a voluntary organisation answer a consultation or a parliamentary inquiry.

Without a command the window opens. The commands do the same work on the same workspace, for
terminals and scripts."""
_AFTER = """\
exit codes: 0 done; 1 something went wrong, and a sentence says what; 2 wrong usage.

examples:
  consultee                                   open the window
  consultee --workspace trust.consultee       open the window on that workspace
  consultee demo                              write an example submission
  consultee COMMAND --help                    say how a command is used"""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; what it returns has ``run``, the function that does the command."""
    parser = argparse.ArgumentParser(
        prog="consultee",
        description=_ABOUT,
        epilog=_AFTER,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Consultee {__version__}")
    parser.add_argument(
        "--workspace",
        type=Path,
        metavar="FILE",
        help="the workspace to use instead of your usual one",
    )
    commands = Commands(parser.add_subparsers(title="commands", required=True, dest="command"))
    for command in _COMMANDS:
        command.add(commands)
    return parser
