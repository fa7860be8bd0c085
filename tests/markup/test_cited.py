from __future__ import annotations

from desktop.markup.cited import cited_sources
from tests.support.drafts import make_draft


def test_every_source_that_an_answer_cites_is_named_once() -> None:
    draft = make_draft({"1": "Halls.[@larch-2024, p. 4] Rent.[@larch-2024]", "3": "- a[@oak]"})
    assert cited_sources(draft) == {"larch-2024", "oak"}


def test_a_draft_without_citations_names_none() -> None:
    assert cited_sources(make_draft({"1": "An address: a@larch.example"})) == frozenset()
