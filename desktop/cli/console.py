"""What a command says: text or JSON on the output, complaints on the error stream."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import sys
import textwrap
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TextIO

_NARROWEST, _WIDEST = 60, 100


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams of a process, and the width that text is wrapped to."""

    out: TextIO
    err: TextIO
    width: int = 80

    @classmethod
    def of_this_process(cls) -> Console:
        """Return this process's own streams, which speak UTF-8 from now on, on Windows too."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                # A file name may hold what no encoding can say; it is shown as an escape.
                reconfigure(encoding="utf-8", errors="backslashreplace")
        columns = shutil.get_terminal_size().columns
        return cls(sys.stdout, sys.stderr, max(_NARROWEST, min(columns, _WIDEST)))

    def say(self, text: str = "") -> None:
        """Write a line as it stands."""
        print(text, file=self.out)

    def paragraph(self, text: str, indent: str = "", first: str | None = None) -> None:
        """Write a text over as many lines as it needs; ``first`` begins the first of them."""
        start = indent if first is None else first
        self.say(
            textwrap.fill(
                text,
                self.width,
                initial_indent=start,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )

    def json(self, value: object) -> None:
        """Write a value as JSON: records as objects, dates as text, letters as they are."""
        self.say(json.dumps(value, ensure_ascii=False, indent=2, default=_as_json))

    def complain(self, sentence: str) -> None:
        """Write a sentence to the error stream."""
        print(f"consultee: {sentence}", file=self.err)

    def flush(self) -> None:
        """Have everything written; raises BrokenPipeError if nobody reads any more."""
        self.out.flush()

    def drop_output(self) -> None:
        """Send what is left nowhere, so that Python does not stumble over it on its way out."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.out.fileno())
        os.close(nowhere)


def _as_json(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(type(value).__name__)
