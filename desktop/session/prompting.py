"""The Prompts that suit a Question, with their starters written out."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.consultation import question_ref
from desktop.core.evidence import ANY_QUESTION, Prompt, Source
from desktop.core.response import Draft
from desktop.store import evidence_reading
from desktop.store.connection import Connection
from desktop.store.packs.starters import render_starter


@dataclass(frozen=True, slots=True)
class PromptCard:
    """One Prompt as the panel shows it: with its starter written out, and whether it is ticked."""

    prompt: Prompt
    starter: str
    ticked: bool
    source: Source | None


def prompts(db: Connection, draft: Draft, number: str, *, past: bool) -> list[PromptCard]:
    """Return the Prompts of a Question, those about ``past`` responses before the general ones."""
    question = draft.consultation.question(number)
    ticked = evidence_reading.ticked_prompts(db, draft.response.id, number)
    given = [
        PromptCard(
            prompt,
            render_starter(
                prompt,
                organisation=draft.organisation.name or "our organisation",
                question=question.text,
                heading=question.heading,
                consultation=draft.consultation.title,
                body=draft.consultation.body,
            ),
            prompt.id in ticked,
            draft.sources.get(prompt.source),
        )
        for prompt in evidence_reading.prompts(db, question_ref(draft.consultation.id, number))
    ]
    if not past:
        return given
    from desktop.session.past import said_before

    own = sum(ANY_QUESTION not in card.prompt.questions for card in given)
    return [*given[:own], *said_before(db, draft, number), *given[own:]]
