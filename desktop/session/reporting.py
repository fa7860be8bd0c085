"""The submission report on a draft: what its answers say, read from the markup and the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from desktop.core.deadline import Deadline
from desktop.core.dismissing import Checked
from desktop.core.evidence import Snippet
from desktop.core.evidence_map import AnswerText, Evidence, cited_sentences
from desktop.core.references import card_reference, with_locator
from desktop.core.report import SubmissionReport, build_report
from desktop.core.response import Draft
from desktop.core.text import Blocks, Cite, lines, texts
from desktop.core.usage import is_used, shared_places, written
from desktop.markup import parse
from desktop.markup.cited import cited_sources
from desktop.markup.counting import answer_words, document_words
from desktop.markup.unreviewed import unreviewed
from desktop.store import evidence_reading, sending_rows
from desktop.store.connection import Connection


def report(
    db: Connection, draft: Draft, checked: Checked, made: datetime, deadline: Deadline | None
) -> SubmissionReport:
    """Return the report on a draft, of which ``checked`` is what the checks say."""
    snippets = tuple(evidence_reading.snippets_of(db, cited_sources(draft)))
    response = draft.response.id
    return build_report(
        draft,
        checked,
        answer_texts(draft, snippets),
        document_words(draft),
        made,
        sending_rows.exports(db, response),
        sending_rows.sendings(db, response),
        deadline,
    )


def answer_texts(draft: Draft, snippets: tuple[Snippet, ...]) -> dict[str, AnswerText]:
    """Return what each Answer says, by Question number; ``snippets`` are those of cited Sources."""
    shared = shared_places((item.source, item.locator) for item in snippets)
    found: dict[str, AnswerText] = {}
    for number, answer in draft.answers.items():
        blocks = parse(answer.body)
        has = written(blocks)
        used = {
            _place(item.source, item.locator): item
            for item in snippets
            if is_used(item, has, shared)
        }
        found[number] = AnswerText(
            lines=tuple(texts(blocks)),
            cited=tuple(_cited(blocks, draft, used)),
            words=answer_words(draft, number),
            unreviewed=len(unreviewed(draft, number)),
        )
    return found


Place = tuple[str, str]


def _cited(blocks: Blocks, draft: Draft, used: Mapping[Place, Snippet]) -> Iterator[Evidence]:
    """Yield every sentence that cites something, with all that it cites."""
    found: dict[str, dict[Place, Cite]] = {}
    for line in lines(blocks):
        for says, cite in cited_sentences(line):
            found.setdefault(says, {}).setdefault(_place(cite.key, cite.locator), cite)
    for says, places in found.items():
        references = "; ".join(_reference(draft, cite) for cite in places.values())
        kind = next((used[place].kind for place in places if place in used), None)
        yield Evidence(says, references, kind)


def _reference(draft: Draft, cite: Cite) -> str:
    source = draft.sources.get(cite.key)
    name = card_reference(source) if source else f"“{cite.key}”, which is not in the library"
    return with_locator(name, cite.locator)


def _place(source: str, locator: str) -> Place:
    return source, " ".join(locator.split())
