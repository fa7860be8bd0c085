"""How well web pages, plain text, Markdown and mails are read: known responses, read back."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from benchmarks.quality.light_documents import Item, document, of_kind
from benchmarks.quality.light_pages import PAGES
from benchmarks.quality.light_texts import broken, capitals, footers, mail, marked, underlined
from desktop.core.document import Block, BlockKind
from desktop.corpus.reading import read_file

DOCUMENTS = 12
_TOKEN = re.compile(r"\w+(?:[-’']\w+)*")


def files(folder: Path) -> Iterator[tuple[str, Path, list[Item]]]:
    """Write the responses in every way; give what each is, where, and what it says."""
    for seed in range(DOCUMENTS):
        items = document(seed)
        ways: list[tuple[str, str, str | bytes]] = [
            *((f"html {name}", "html", page(items)) for name, page in PAGES.items()),
            ("text broken", "txt", broken(items)),
            ("text underlined", "txt", underlined(items)),
            ("text capitals", "txt", capitals(items)),
            ("text footers", "txt", footers(items)),
            ("markdown", "md", marked(items)),
            ("mail text", "eml", mail(items, as_page=False)),
            ("mail html", "eml", mail(items, as_page=True)),
        ]
        for way, ending, content in ways:
            path = folder / f"{way}-{seed}.{ending}"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            yield way, path, items


def scores() -> dict[str, float]:
    """Return token F1 and F1 of headings in order, for each way and for all pages and texts."""
    every: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        for way, path, items in files(Path(name)):
            scored = score(read_file(path).blocks, items)
            for key in (way, way.split()[0]):
                every.setdefault(key, []).append(scored)
    return {
        f"{way}: {what}": sum(pair[at] for pair in pairs) / len(pairs)
        for way, pairs in every.items()
        for at, what in enumerate(("tokens", "headings"))
    }


def score(blocks: Sequence[Block], items: Sequence[Item]) -> tuple[float, float]:
    """Return how far blocks agree with what was written: words, and headings in order."""
    found = [_whole(block) for block in blocks if block.kind is not BlockKind.BREAK]
    true = [item.words() for item in items]
    words = _words(found), _words(true)
    same = sum((Counter(words[0]) & Counter(words[1])).values())
    tokens = 2 * same / max(1, len(words[0]) + len(words[1]))
    heads = [_flat(_whole(block)) for block in blocks if block.kind is BlockKind.HEADING]
    return tokens, _order(heads, [_flat(one) for one in of_kind(items, "title", "heading")])


def _whole(block: Block) -> str:
    return f"{block.number} {block.text}".strip()


def _flat(text: str) -> str:
    return " ".join(_words([text]))


def _words(texts: Sequence[str]) -> list[str]:
    return [token for text in texts for token in _TOKEN.findall(text.casefold())]


def _order(found: Sequence[str], true: Sequence[str]) -> float:
    same = SequenceMatcher(None, found, true, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in same) / max(1, len(found) + len(true))
