"""The front door: a command does its work without a window, no command opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run Consultee with `argv` (the process's own arguments when None) and return the exit code.

    Only one of the two halves is imported, so that a command never loads Qt and the window never
    waits for the command line.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if opens_the_window(arguments):
        from desktop import app

        return app.main(arguments)
    from desktop import cli

    return cli.main(arguments)


def opens_the_window(arguments: list[str]) -> bool:
    """True when nothing but `--workspace FILE` was said; `cli` refuses one without its file."""
    rest = list(arguments)
    while rest:
        first = rest.pop(0)
        if first == "--workspace" and rest and not rest[0].startswith("-"):
            rest.pop(0)
        elif not first.startswith("--workspace="):
            return False
    return True


if __name__ == "__main__":
    raise SystemExit(main())
