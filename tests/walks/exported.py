"""An exported submission, read back and compared with what the model says was written."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx

from desktop.core.response import AnswerMark
from desktop.core.text import lines, plain
from desktop.markup import parse
from tests.export import reading
from tests.walks.model import Model
from tests.walks.picture import QUESTIONS


def word_words(path: Path) -> str:
    """Return the words of a Word document that opens, footnotes and headers included."""
    data = path.read_bytes()
    docx.Document(BytesIO(data))
    names = [name for name in reading.parts(data) if name.endswith(".xml")]
    return "".join(reading.words(reading.root(data, name)) for name in names)


def check_words(exported: str, model: Model, response: str) -> None:
    """Fail unless the export holds what was written, and nothing that is to stay out of it."""
    said = _squeezed(exported)
    for phrase in _to_be_said(model, response):
        for word in phrase.split():
            assert _squeezed(word) in said, f"{word!r} of {phrase!r} is not in the submission"
    for number in QUESTIONS:
        answer = model.of("answer", response, number)
        if answer["mark"] is AnswerMark.SKIPPED:
            for word in answer["body"].split():
                assert not _is_unique(word) or _squeezed(word) not in said
    assert "contact" not in said


def _to_be_said(model: Model, response: str) -> list[str]:
    fields = model.of("response", response)
    organisation = model.of("org", fields["organisation"])
    about = organisation["about"] if fields.get("about") is None else fields["about"]
    said = [organisation["name"], *_body(about), *_body(fields["reason"])]
    said += _body(fields["oral_evidence"])
    said += [point.text for point in fields.get("summary") or ()]
    for number in QUESTIONS:
        answer = model.of("answer", response, number)
        if answer["mark"] is not AnswerMark.SKIPPED:
            said += [answer["key_point"], *_body(answer["body"]), *answer["choice"]]
    for (_, name), value in model.of("recommendation", response).items():
        if name in ("who", "what", "by_when"):
            said.append(value)
    return said


def _body(markdown: str) -> list[str]:
    return [plain(line) for line in lines(parse(markdown))]


def _is_unique(word: str) -> bool:
    return len(word) == 6 and word[0] == "w" and word[-1] == "x"


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
