"""The example: a fictional charity's whole response, read from resources/demo, as edits.

Everything goes through the session as it would from the window: a sentence starter, paragraphs of
snippets inserted with their citations, then the text as the writer has made it their own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.core.edits import (
    AddOrganisation,
    MarkAnswer,
    SaveRecommendation,
    SetBody,
    SetKeyPoint,
    SetResponseText,
    SetSummary,
    StartResponse,
    TickPrompt,
)
from desktop.core.evidence import Snippet
from desktop.core.response import (
    AnswerMark,
    Organisation,
    OrganisationKind,
    Recommendation,
    Response,
    SummaryPoint,
)
from desktop.core.summary import points_from_key_points
from desktop.core.text import Blocks, Cite, Paragraph, Text
from desktop.errors import ContentError
from desktop.markup import parse, write, write_citation
from desktop.paths import Paths
from desktop.session import Session

RESPONSE, ORGANISATION = "example", "example-organisation"
_FILE = "demo/fernbrook.toml"
_CITED = re.compile(r"\[snippet:\s*([a-z0-9-]+)\]")


_MEANT = "It tells every reader that this is an example."


@dataclass(frozen=True, slots=True)
class DemoAnswer:
    """One answer: ``text`` is Markdown in which ``[snippet: ID]`` stands for a citation."""

    question: str
    key_point: str
    text: str
    prompts: tuple[str, ...]
    recommendations: tuple[tuple[str, str, str], ...]

    @property
    def snippets(self) -> tuple[str, ...]:
        """The ids of the Snippets that the answer cites, in the order of the text."""
        return tuple(dict.fromkeys(_CITED.findall(self.text)))


@dataclass(frozen=True, slots=True)
class Demo:
    """The example as it stands in its file."""

    consultation: str
    organisation: Organisation
    texts: Mapping[str, str]
    first_summary_point: str
    answers: tuple[DemoAnswer, ...]


def read_demo(paths: Paths) -> Demo:
    """Read the example; raises ContentError if its file is not as it should be."""
    file = paths.resources / _FILE
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        return _demo(data)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ContentError(
            "The example cannot be used",
            f"“{file}” is not as it should be: {error}.",
            "Install the program again; your own work is not touched.",
        ) from error


def fill_demo(session: Session, demo: Demo) -> Response:
    """Write the example into a workspace and return its Response.

    Ids are always the same, times are those of the session's clock. In a workspace that has the
    example already nothing changes. Raises ContentError if it cites a snippet that is not there.
    """
    for card in (*session.responses(), *session.responses(binned=True)):
        if card.response.id == RESPONSE:
            return card.response
    now = session.clock()
    response = Response(RESPONSE, demo.consultation, ORGANISATION, created=now, edited=now)
    session.apply(AddOrganisation(demo.organisation))
    session.apply(StartResponse(response))
    for field, text in demo.texts.items():
        session.apply(SetResponseText(RESPONSE, field, _tidy(text)))
    for answer in demo.answers:
        _write_answer(session, answer)
    draft = session.draft(RESPONSE)
    opening = SummaryPoint(demo.first_summary_point)
    session.apply(SetSummary(RESPONSE, (opening, *points_from_key_points(draft))))
    _dismiss_what_is_meant(session)
    return session.draft(RESPONSE).response


def _dismiss_what_is_meant(session: Session) -> None:
    """Dismiss, as a person would, that the first point of the summary belongs to no answer."""
    from desktop.core.checking_edits import DismissFinding
    from desktop.core.dismissing import Dismissal

    day = session.clock().date()
    for finding in session.checking(session.draft(RESPONSE))():
        if finding.check == "summary-point":
            session.apply(DismissFinding(RESPONSE, Dismissal.of(finding, _MEANT, day)))


def _write_answer(session: Session, answer: DemoAnswer) -> None:
    """Write one answer as a person would: start, insert, sum up, rewrite, recommend."""
    number = answer.question
    snippets = {key: _snippet(session, key) for key in answer.snippets}
    session.apply(SetBody(RESPONSE, number, write(_first_draft(session, answer, snippets))))
    session.apply(SetKeyPoint(RESPONSE, number, answer.key_point))
    cited = _CITED.sub(lambda found: write_citation(_cite(snippets[found[1]])), answer.text)
    session.apply(SetBody(RESPONSE, number, _tidy(cited)))
    for place, (who, what, by_when) in enumerate(answer.recommendations, 1):
        position = session.next_recommendation_position(RESPONSE)
        key = f"{RESPONSE}-{number}-{place}"
        item = Recommendation(key, RESPONSE, number, who, what, by_when, position)
        session.apply(SaveRecommendation(RESPONSE, item))
    for prompt in answer.prompts:
        session.apply(TickPrompt(RESPONSE, number, prompt, ticked=True))
    session.apply(MarkAnswer(RESPONSE, number, AnswerMark.READY))


def _first_draft(session: Session, answer: DemoAnswer, snippets: Mapping[str, Snippet]) -> Blocks:
    """Return the starters of the prompts and the snippets as Insert puts them in."""
    cards = session.prompts(session.draft(RESPONSE), answer.question)
    starters = {card.prompt.id: card.starter for card in cards}
    started = [Paragraph((Text(starters[key]),)) for key in answer.prompts]
    inserted = [Paragraph((Text(s.text + " "), _cite(s))) for s in snippets.values()]
    return (*started, *inserted)


def _cite(snippet: Snippet) -> Cite:
    return Cite(snippet.source, snippet.locator)


def _snippet(session: Session, key: str) -> Snippet:
    found = session.snippet(key)
    if found is None:
        raise ContentError(
            "The example cannot be used",
            f"It cites the snippet “{key}”, which is not in the library.",
            "Install the program again; your own work is not touched.",
        )
    return found


def _tidy(markdown: str) -> str:
    """Return Markdown as the editor would write it: one line for each paragraph."""
    return write(parse(markdown))


def _demo(data: dict[str, Any]) -> Demo:
    texts = dict(data["response"])
    first = texts.pop("first_summary_point")
    fields = dict(data["organisation"])
    kind, about = OrganisationKind(fields.pop("kind")), _tidy(fields.pop("about"))
    return Demo(
        consultation=data["consultation"],
        organisation=Organisation(ORGANISATION, kind=kind, about=about, **fields),
        texts=texts,
        first_summary_point=first,
        answers=tuple(map(_answer, data["answer"])),
    )


def _answer(data: dict[str, Any]) -> DemoAnswer:
    return DemoAnswer(
        question=data["question"],
        key_point=data["key_point"],
        text=data["text"],
        prompts=tuple(data["prompts"]),
        recommendations=tuple(
            (item["who"], item["what"], item["by_when"]) for item in data["recommendation"]
        ),
    )
