"""What was answered before, to this very Question first, then to others like it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.core.asking import SAID, Statement, asking
from desktop.core.consultation import Question, question_ref
from desktop.core.evidence import Passage, Prompt, SnippetKind, Source
from desktop.core.likeness import shared_words, telling_words
from desktop.core.response import Draft
from desktop.core.suggesting import Asked
from desktop.core.understanding import SentenceKind
from desktop.session.suggesting import shelf_for
from desktop.store import sending_rows
from desktop.store.connection import Connection
from desktop.store.imports import answers
from desktop.store.imports.answers import Said
from desktop.store.past_answers import PastAnswer, of_other_responses

if TYPE_CHECKING:
    from desktop.matching.index import Index

_MOST = 20
_MOST_SAID = {
    SentenceKind.RECOMMENDATION: 4,
    SentenceKind.FIGURE: 2,
    SentenceKind.CLAIM: 2,
    SentenceKind.CASE: 1,
    SentenceKind.TESTIMONY: 1,
}
_PASSAGES = 30
_FEWEST_WORDS = 2
# A question is asked again if it shares as many of its telling words with the earlier one.
_SAME_QUESTION = 0.6


def past_answers(index: Index, db: Connection, draft: Draft, number: str) -> list[PastAnswer]:
    """Return the past answers worth a look at a Question, closest first.

    ``index`` is that of the library as ``db`` sees it.

    Those to the same Question lead, newest first; then those that share at least two telling words
    with it, those that share most before others.
    """
    # Imported here, on the thread that searches: the prompts of a page need none of it.
    from desktop.matching import suggest

    question = draft.consultation.question(number)
    ref = question_ref(draft.consultation.id, number)
    asked = _asked(question)
    wanted = Asked(question.text, heading=question.heading, ref=ref, number=number)
    none = frozenset[SnippetKind]()
    near = suggest(index, shelf_for(db, draft), wanted, limit=_PASSAGES, kinds=none, passages=True)
    pieces = [item.piece for item in near if isinstance(item.piece, Passage)]
    past = [*answers.to_questions(db, ref, telling_words(asked)), *answers.around(db, pieces)]
    found = [*of_other_responses(db, draft.response.id), *_of_others(db, draft, past)]
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


def said_before(
    db: Connection, draft: Draft, number: str, paragraph: str = ""
) -> list[tuple[Prompt, Source]]:
    """Return Prompts that ask about what past responses said at this Question or one like it, each
    with the response: what they recommended first, then figures, claims, and what was lived.

    Of each kind what is about the ``paragraph`` at the cursor comes first, then the newest.
    """
    question = draft.consultation.question(number)
    ref = question_ref(draft.consultation.id, number)
    asked = _asked(question)
    found = _of_others(db, draft, answers.to_questions(db, ref, telling_words(asked)))
    again = [
        item for item in found if _same_question(item, draft, number) or _alike(item.asked, asked)
    ]
    # What was repeated over the years is asked about once, as it was said last.
    said = {item.text.casefold(): item for item in reversed(answers.said_in(db, again, _MOST_SAID))}
    newest_first = list(reversed(said.values()))
    nearest = sorted(newest_first, key=lambda item: -len(shared_words(paragraph, item.text)))
    return [
        (_prompt(item, ref), item.source)
        for kind, most in _MOST_SAID.items()
        for item in [each for each in nearest if each.kind is kind][:most]
    ]


def _of_others(db: Connection, draft: Draft, past: list[PastAnswer]) -> list[PastAnswer]:
    """Leave out what was sent of this very Response."""
    own = sending_rows.documents_of(db, draft.response.id)
    return [item for item in past if item.document not in own]


def _prompt(said: Said, ref: str) -> Prompt:
    statement = Statement(
        key=f"{SAID}{said.mark}",
        text=said.text,
        kind=said.kind,
        year=said.sent[:4],
        source=said.source.key,
        locator=said.passage.locator,
    )
    return asking(statement, (ref,))


def _asked(question: Question) -> str:
    return f"{question.heading} {question.text}"


def _same_question(past: PastAnswer, draft: Draft, number: str) -> bool:
    ref = past.ref or question_ref(past.consultation, past.answer.question)
    return ref == question_ref(draft.consultation.id, number)


def _alike(asked: str, now: str) -> bool:
    words = telling_words(asked)
    shared = len(shared_words(asked, now))
    return shared >= _FEWEST_WORDS and shared >= _SAME_QUESTION * len(words)
