"""An index in a file, so that a start need not build it: derived, and worth nothing by itself.

The file is a zip archive of numpy arrays; the archive's own checksums tell what was damaged. It
holds the stamp of each piece's last change, by which whoever loads it finds out what has changed in
the workspace since. Whatever is wrong with a file, it is as if there were none.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.matching import words
from desktop.matching.index.columns import Columns
from desktop.matching.index.index import Index
from desktop.matching.index.lexicon import Lexicon
from desktop.matching.index.parts import Part, arranged
from desktop.matching.index.segment import restored
from desktop.matching.index.tallying import Tally

# Raised when what is in the file changes.
_FORMAT = 1
_FACTS = tuple(field.name for field in fields(Columns) if field.name != "ids")
_WORDS = ("words", "bounds", "keys", "starts", "slots", "counts")
_COUNTED = tuple(field.name for field in fields(Tally))
_WRONG = (OSError, EOFError, ValueError, KeyError, IndexError, TypeError, RecursionError)
_DAMAGED = (*_WRONG, zipfile.BadZipFile, zlib.error, RuntimeError, MemoryError)


@dataclass(frozen=True, slots=True)
class Saved:
    """An index that was saved, and the stamps that were saved with it."""

    index: Index
    stamps: dict[str, int]


def save(index: Index, path: Path, stamps: Mapping[str, int]) -> None:
    """Write an index to ``path``, in one step: nobody ever sees half of it.

    ``stamps`` are numbers of 64 bits by id, those of pieces that are not in the index too. An index
    of nothing is not worth a file. Raises OSError where the file cannot be written.
    """
    whole = index.tidied(whole=True)
    if not whole.parts:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False) as file:
        try:
            np.savez(file, allow_pickle=False, **_arrays(whole, stamps))
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            file.close()
            Path(file.name).unlink(missing_ok=True)
            raise


def load(path: Path) -> Saved | None:
    """Read the index that was saved at ``path``; None if there is none, or it is damaged, another
    program's, or of another version of this one.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            if int(arrays["format"]) != _FORMAT or int(arrays["version"]) != words.VERSION:
                return None
            return _saved({name: arrays[name] for name in arrays.files})
    except _DAMAGED:
        return None


def _arrays(index: Index, stamps: Mapping[str, int]) -> dict[str, NDArray[Any]]:
    lexicon, counted = index.lexicon, index.counted
    segment = index.parts[0].segment
    # Words in order: whoever loads them need not sort them. Those that no piece has stay away.
    written = lexicon.written[: len(counted.written)]
    kept = sorted(np.flatnonzero(counted.written).tolist(), key=written.__getitem__)
    place = np.zeros(len(written), np.int32)
    place[kept] = np.arange(len(kept), dtype=np.int32)
    columns = segment.columns
    return {
        "format": np.array(_FORMAT),
        "version": np.array(words.VERSION),
        "ids": _text(columns.ids),
        "stamped": _text(list(stamps)),
        "stamps": np.array(list(stamps.values()), np.int64),
        "written": _text([written[number] for number in kept]),
        "term_of": lexicon.term_of[kept],
        "terms": _text(lexicon.terms.all()),
        "names": _text(lexicon.names.all()),
        "pairs": _text(lexicon.pairs.all()),
        **{f"fact_{name}": getattr(columns, name) for name in _FACTS},
        **{name: getattr(segment, name) for name in _WORDS},
        "words": place[segment.words],
        **{f"counted_{name}": getattr(counted, name) for name in _COUNTED},
        "counted_written": counted.written[kept],
    }


def _saved(arrays: Mapping[str, NDArray[Any]]) -> Saved:
    lexicon = Lexicon(
        _read(arrays["written"]),
        arrays["term_of"].tolist(),
        _read(arrays["terms"]),
        _read(arrays["names"]),
        map(tuple, _read(arrays["pairs"])),
    )
    columns = Columns(_read(arrays["ids"]), *(arrays[f"fact_{name}"] for name in _FACTS))
    segment = restored(columns, *(arrays[name] for name in _WORDS))
    counted = Tally(*(arrays[f"counted_{name}"] for name in _COUNTED))
    stamps = dict(zip(_read(arrays["stamped"]), arrays["stamps"].tolist(), strict=True))
    return Saved(Index(arranged((Part(segment),), lexicon), counted, lexicon), stamps)


def _text(value: list[Any]) -> NDArray[np.uint8]:
    return np.frombuffer(json.dumps(value).encode(), np.uint8)


def _read(array: NDArray[Any]) -> Any:
    return json.loads(array.tobytes())
