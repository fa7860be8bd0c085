"""A workspace with a large library: a tenth of it Snippets, the rest Passages of past responses.

The pieces are made up from the words of the shipped snippets, each as often as it is there. They
repeat fewer different words than real pieces do, so that more of them match: the harder case.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.core.consultation import question_ref
from desktop.core.evidence import Snippet, Source, SourceKind
from desktop.store import evidence_rows, packs_table
from desktop.store.connection import open_workspace
from desktop.store.database import Database
from desktop.store.packs import read_content

ROOT = Path(__file__).parents[1]
CONTENT = read_content(ROOT / "snippets", ROOT / "resources")
SHIPPED = [snippet for pack in CONTENT.evidence for snippet in pack.snippets]
INQUIRY = CONTENT.consultations[0]
WORDS = [word for snippet in SHIPPED for word in snippet.text.split()]
LIBRARY = Source("library", "A large library")
_OF_A_DOCUMENT = 50
_SNIPPETS = 10


def make(path: Path, pieces: int, *, alike: bool = False) -> None:
    """Make a workspace with so many pieces; ``alike`` makes all Passages the same."""
    chance = random.Random(pieces)
    snippets = tuple(_snippets(pieces // _SNIPPETS, chance))
    with closing(open_workspace(path)) as db, db.atomic():
        packs_table.put_evidence(db, "library", LIBRARY, snippets, ())
        _put_passages(db, pieces - len(snippets), chance, _text(chance) if alike else "")


def _text(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(40, 120)))


def _snippets(count: int, chance: random.Random) -> Iterator[Snippet]:
    """Yield made-up Snippets; every tenth is tagged for a question."""
    for number in range(count):
        text = _text(chance)
        question = chance.choice(INQUIRY.questions).number
        yield replace(
            SHIPPED[number % len(SHIPPED)],
            id=f"snippet-{number}",
            source=LIBRARY.key,
            claim=" ".join(text.split()[:12]),
            text=text,
            questions=(question_ref(INQUIRY.id, question),) if number % 10 == 0 else (),
        )


def _put_passages(db: Database, count: int, chance: random.Random, text: str) -> None:
    documents = range(-(-count // _OF_A_DOCUMENT))
    sources = [
        Source(f"past-{number}", f"Past response {number}", kind=SourceKind.PAST_RESPONSE)
        for number in documents
    ]
    db.insert_all("sources", [evidence_rows.source_row(source, pack="") for source in sources])
    db.insert_all("documents", [_document(number) for number in documents])
    passages = (_passage(number, text or _text(chance)) for number in range(count))
    likeness = {"likeness": "passage-0"} if text else {}
    db.insert_all("passages", [passage | likeness for passage in passages])


def _document(number: int) -> dict[str, Any]:
    texts = "name path digest format kind title author date imported updates consultation"
    return {
        **dict.fromkeys(texts.split(), ""),
        "organisation": "",
        "sent": "",
        "notices": "[]",
        "call": None,
        **dict.fromkeys(("confidence", "scanned", "doubts", "pieces"), 0),
        "id": f"document-{number}",
        "source": f"past-{number}",
        "state": "accepted",
    }


def _passage(number: int, text: str) -> dict[str, Any]:
    document, position = divmod(number, _OF_A_DOCUMENT)
    question = INQUIRY.questions[position % len(INQUIRY.questions)]
    return {
        "id": f"passage-{number}",
        "document": f"document-{document}",
        "source": f"past-{document}",
        "position": position,
        "text": text,
        "locator": f"para. {position + 1}",
        "number": question.number,
        "question": question.text,
        "ref": "",
        "first": "",
        "last": "",
        "likeness": f"passage-{number}",
    }
