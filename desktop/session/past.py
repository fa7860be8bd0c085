"""What was answered before, to this very Question first, then to others like it."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.asking import Statement, asking
from desktop.core.consultation import Question, question_ref
from desktop.core.evidence import Passage, SnippetKind
from desktop.core.likeness import shared_words, telling_words
from desktop.core.response import Draft
from desktop.core.understanding import SentenceKind
from desktop.matching import suggest
from desktop.session.prompting import PromptCard
from desktop.store import evidence_reading
from desktop.store.connection import Connection
from desktop.store.imports import answers
from desktop.store.imports.answers import Said
from desktop.store.past_answers import PastAnswer, of_other_responses
from desktop.store.search_index import SearchIndex

_MOST = 20
_MOST_SAID = {SentenceKind.RECOMMENDATION: 4, SentenceKind.FIGURE: 2}
_PASSAGES = 30
_FEWEST_WORDS = 2
# A question is asked again if it shares as many of its telling words with the earlier one.
_SAME_QUESTION = 0.6


def past_answers(db: Connection, draft: Draft, number: str) -> list[PastAnswer]:
    """Return the past answers worth a look at a Question, closest first.

    Those to the same Question lead, newest first; then those that share at least two telling words
    with it, those that share most before others.
    """
    question = draft.consultation.question(number)
    ref = question_ref(draft.consultation.id, number)
    asked = _asked(question)
    index, none = SearchIndex(db), frozenset[SnippetKind]()
    near = suggest(index, question, ref, limit=_PASSAGES, kinds=none, passages=True)
    pieces = [item.piece for item in near if isinstance(item.piece, Passage)]
    found = [
        *of_other_responses(db, draft.response.id),
        *answers.to_questions(db, ref, telling_words(asked)),
        *answers.around(db, pieces),
    ]
    return closest(found, draft, number)


def closest(found: Iterable[PastAnswer], draft: Draft, number: str) -> list[PastAnswer]:
    """Return the past answers that are close to a Question, closest first, none twice."""
    asked = _asked(draft.consultation.question(number))
    scored: list[tuple[float, int, PastAnswer]] = []
    for place, item in enumerate(dict.fromkeys(found)):
        said = f"{item.asked} {item.answer.key_point} {item.answer.body}"
        shared = len(shared_words(asked, said))
        if _same_question(item, draft, number):
            scored.append((-1_000_000, place, item))
        elif shared >= _FEWEST_WORDS:
            scored.append((-shared, place, item))
    return [item for _, _, item in sorted(scored, key=lambda entry: entry[:2])[:_MOST]]


def said_before(db: Connection, draft: Draft, number: str) -> list[PromptCard]:
    """Return Prompts that ask about what past responses recommended, and the figures they gave, at
    this Question or one like it.
    """
    question = draft.consultation.question(number)
    ref = question_ref(draft.consultation.id, number)
    asked = _asked(question)
    found = answers.to_questions(db, ref, telling_words(asked))
    again = [
        item for item in found if _same_question(item, draft, number) or _alike(item.asked, asked)
    ]
    ticked = evidence_reading.ticked_prompts(db, draft.response.id, number)
    # What was repeated over the years is asked about once, as it was said last.
    said = {item.text.casefold(): item for item in reversed(answers.said_in(db, again))}
    newest_first = list(reversed(said.values()))
    chosen = [
        item
        for kind, most in _MOST_SAID.items()
        for item in [each for each in newest_first if each.kind is kind][:most]
    ]
    return [_card(item, ref, ticked) for item in chosen]


def _card(said: Said, ref: str, ticked: frozenset[str]) -> PromptCard:
    statement = Statement(
        key=f"said:{said.mark}",
        text=said.text,
        kind=said.kind,
        year=said.sent[:4],
        source=said.source.key,
        locator=said.passage.locator,
    )
    prompt = asking(statement, (ref,))
    return PromptCard(prompt, prompt.starter, prompt.id in ticked, said.source)


def _asked(question: Question) -> str:
    return f"{question.heading} {question.text}"


def _same_question(past: PastAnswer, draft: Draft, number: str) -> bool:
    ref = past.ref or question_ref(past.consultation, past.answer.question)
    return ref == question_ref(draft.consultation.id, number)


def _alike(asked: str, now: str) -> bool:
    words = telling_words(asked)
    shared = len(shared_words(asked, now))
    return shared >= _FEWEST_WORDS and shared >= _SAME_QUESTION * len(words)
