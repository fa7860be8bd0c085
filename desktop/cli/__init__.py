"""The same work without a window: export, check, search and the rest, for terminals and scripts.

Nothing here imports Qt, and each command imports what it needs only when it runs.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.cli.console import Console
from desktop.cli.parser import build_parser

DONE, EXPECTED_ERROR, WRONG_USAGE, STOPPED = 0, 1, 2, 130


def main(argv: Sequence[str]) -> int:
    """Run the command that ``argv`` names and return the exit code.

    0: done. 1: something went wrong that a person can put right; a sentence on the error stream
    says what. 2: the command was not used as it should be. 130: stopped with Ctrl+C.
    """
    from desktop.errors import DesktopError

    console = Console.of_this_process()
    try:
        options = build_parser().parse_args(argv)
        code: int = options.run(options, console)
        console.flush()
    except SystemExit as end:  # argparse has said what there is to say
        return end.code if isinstance(end.code, int) else WRONG_USAGE
    except DesktopError as error:
        console.complain(str(error))
        return EXPECTED_ERROR
    except KeyboardInterrupt:
        console.complain("Stopped.")
        return STOPPED
    except BrokenPipeError:
        # Whoever was reading (`consultee list | head`) has seen enough.
        console.drop_output()
        return DONE
    except OSError as error:
        # A name that no file can have, an output that is full: the system's own words say it.
        where = f"“{error.filename}”: " if error.filename else ""
        console.complain(f"That cannot be done. {where}{error.strerror or error}.")
        return EXPECTED_ERROR
    return code
