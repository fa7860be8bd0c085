"""The Prompts that suit a Question, with their starters written out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from desktop.core.asking import SAID
from desktop.core.consultation import question_ref
from desktop.core.evidence import Prompt, Purpose, Reason, Source
from desktop.core.lacking import Argued, lacks
from desktop.core.recommending import is_blank
from desktop.core.response import Draft
from desktop.core.suggesting import Asked
from desktop.core.text import Quote, citations, plain_text
from desktop.markup import parse
from desktop.matching.offering.prompts import prompted
from desktop.session.suggesting import cited_kinds
from desktop.store import evidence_reading
from desktop.store.connection import Connection
from desktop.store.packs.starters import render_starter


@dataclass(frozen=True, slots=True)
class PromptCard:
    """One Prompt as the panel shows it: with its starter written out, whether it is ticked, why it
    is there, and whether the answer still lacks what it helps with.
    """

    prompt: Prompt
    starter: str
    ticked: bool
    source: Source | None
    reasons: tuple[Reason, ...] = ()
    lacking: bool = False


def prompts(
    db: Connection,
    draft: Draft,
    number: str,
    paragraph: str = "",
    *,
    purposes: Collection[Purpose] | None = None,
    past: bool,
) -> list[PromptCard]:
    """Return the Prompts of a Question, those for what its answer still lacks first; see
    ``desktop.matching.offering.prompts``. Of what past responses said it is asked before what
    anybody may be asked.

    ``paragraph`` is what is being argued at the cursor, ``purposes`` narrows the choice (None =
    all), and ``past`` tells whether there are past responses at all.
    """
    said: dict[str, Source] = {}
    known = evidence_reading.prompts(db)
    if past:
        from desktop.session.past import said_before

        before = said_before(db, draft, number, paragraph)
        said = {prompt.id: source for prompt, source in before}
        known = [*(prompt for prompt, _ in before), *known]
    question = draft.consultation.question(number)
    asked = Asked(
        question.text,
        heading=question.heading,
        ref=question_ref(draft.consultation.id, number),
        number=number,
        paragraph=paragraph,
    )
    ticked = evidence_reading.ticked_prompts(db, draft.response.id, number)
    wanted = [prompt for prompt in known if purposes is None or prompt.purpose in purposes]
    return [
        PromptCard(
            item.prompt,
            _starter(item.prompt, draft, number),
            item.prompt.id in ticked,
            said.get(item.prompt.id) or draft.sources.get(item.prompt.source),
            item.reasons,
            item.lacking,
        )
        for item in prompted(wanted, asked, lacks(_argued(db, draft, number)), ticked)
    ]


def _argued(db: Connection, draft: Draft, number: str) -> Argued:
    """Return what there is of an answer."""
    answer = draft.answer(number)
    blocks = parse(answer.body)
    return Argued(
        text=plain_text(blocks),
        key_point=bool(answer.key_point.strip()),
        recommends=any(not is_blank(item) for item in draft.recommendations_of(number)),
        cites=any(True for _ in citations(blocks)),
        quotes=any(isinstance(block, Quote) for block in blocks),
        cited=cited_kinds(db, draft, number),
    )


def _starter(prompt: Prompt, draft: Draft, number: str) -> str:
    if prompt.id.startswith(SAID):
        return prompt.starter  # made of what was said, and no template
    question = draft.consultation.question(number)
    return render_starter(
        prompt,
        organisation=draft.organisation.name or "our organisation",
        question=question.text,
        heading=question.heading,
        consultation=draft.consultation.title,
        body=draft.consultation.body,
    )
