"""Every Edit says what it is, where it belongs, and what it becomes one step with."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from inspect import isabstract
from typing import Any

import pytest

from desktop.core import (
    citing,
    drafting_edits,
    edits,
    intake_edits,
    learning_course_edits,
    learning_edits,
    library_edits,
    rules_edits,
    sending_edits,
    signing_edits,
    translating_edits,
    wording_edits,
)
from desktop.core.commenting import Anchor, BankComment, Comment
from desktop.core.consent import Consent, Use
from desktop.core.consultation import Consultation
from desktop.core.dismissing import Dismissal
from desktop.core.document import BlockKind
from desktop.core.evidence import Snippet, SnippetKind, Source
from desktop.core.finding import TextField
from desktop.core.imports import MarkState
from desktop.core.learning import Work, WorkKind
from desktop.core.response import AnswerMark, Organisation, Recommendation, Response
from desktop.core.rules import Part
from desktop.core.rules_changes import CallChanges
from desktop.core.sending import Exported, Sending
from desktop.core.signing import SignOff
from desktop.core.suggesting import Verdict
from desktop.core.translating import Language, TextKey
from desktop.core.understanding import Call, PartRole, SentenceKind
from desktop.core.wording import HouseRules
from desktop.store import (
    checking_rows,
    cited_rows,
    course_rows,
    drafting_rows,
    learning_rows,
    library_writing,
    rules_writing,
    sending_rows,
    signing_rows,
    translation_rows,
    wording_rows,
)
from desktop.store.imports import editing
from desktop.store.writing import row_changes

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
VALUES: dict[str, Any] = {
    "response": "r",
    "question": "2",
    "draft": Response("r", "inquiry", "o", NOW, NOW),
    "when": NOW,
    "points": (),
    "mark": AnswerMark.READY,
    "choice": ("Agree",),
    "ticked": True,
    "recommendation": Recommendation("a", "r", "2"),
    "order": ("a",),
    "source": Source("s", "A source"),
    "snippet": Snippet("n", "s", "Claim.", "Text.", SnippetKind.ARGUMENT, "p. 1"),
    "retired": True,
    "field": "reason",
    "value": "Text.",
    "document": "d",
    "documents": ("d", "e"),
    "consultation": Consultation("c", "Halls", "Council", (), "any-body"),
    "snippets": ("n", "m"),
    "consent": Consent("n", "Her", frozenset({Use.PUBLISHED}), date(2026, 11, 23)),
    "sign_off": SignOff("The chair"),
    "sources": (),
    "keep": Snippet("n", "s", "Claim.", "Text.", SnippetKind.ARGUMENT, "p. 1"),
    "drop": ("m",),
    "day": date(2027, 1, 4),
    "add": ("halls",),
    "remove": (),
    "level": 1,
    "at": 3,
    "role": PartRole.ANSWER,
    "call": Call(),
    "fills": (drafting_edits.Fill("2", "", "Text.", ()),),
    "ref": "inquiry#2",
    "verdict": Verdict.HELPED,
    "dismissal": Dismissal("c", Part.ANSWERS, "2", "Text.", "So.", "Why.", date(2026, 11, 23)),
    "texts": (),
    "contact": (),
    "sending": Sending("s", "r", NOW),
    "exported": Exported("e", "r", NOW, "evidence.docx"),
    "work": Work(WorkKind.STEP, "read", {"state": "done"}, NOW),
    "works": (),
    "marks": (),
    "added": NOW,
    "comment": Comment("k", Anchor("answer:1", "halls", 4), "Which?", "Ada", NOW),
    "comments": (),
    "kept": BankComment("b", "Which?"),
}
MARK = {"mark": "m", "kind": SentenceKind.CLAIM, "state": MarkState.PROPOSED, "snippet": ""}
SPECIAL: dict[type[edits.Edit], dict[str, Any]] = {
    learning_course_edits.RemoveComment: {"comment": "k"},
    learning_course_edits.RemoveBankComment: {"kept": "b"},
    edits.AddOrganisation: {"organisation": Organisation("o", "Fernbrook")},
    edits.RemoveRecommendation: {"recommendation": "a"},
    edits.RetireSnippet: {"snippet": "n"},
    intake_edits.SetBlockKind: {"kind": BlockKind.HEADING},
    intake_edits.SetMark: MARK,
    library_edits.RetireSource: {"source": "s"},
    library_edits.TakePack: {"snippets": ()},
    rules_edits.SetCallChanges: {"consultation": "c", "changes": CallChanges()},
    rules_edits.SetCallRule: {"rule": None},
    sending_edits.RecordSending: {"text": None},
    sending_edits.RemoveSending: {"sending": "s"},
    wording_edits.SaveHouseRules: {"rules": HouseRules("h", "o", "house.toml", "", NOW)},
    translating_edits.SetTranslation: {"key": TextKey(Language.WELSH, TextField.BODY, "2")},
    citing.ConfirmCitation: {"source": "larch-2024", "locator": "page 4"},
    edits.SetDated: {"value": date(2026, 11, 23)},
}


def every_kind(of: type[edits.Edit] = edits.Edit) -> Iterator[type[edits.Edit]]:
    for kind in of.__subclasses__():
        # A dataclass with slots is made twice; only the one in the module is real.
        real = getattr(sys.modules[kind.__module__], kind.__name__, None) is kind
        if real and not isabstract(kind) and not kind.__name__.startswith("_"):
            yield kind
        yield from every_kind(kind)


def made(kind: type[edits.Edit]) -> edits.Edit:
    values = VALUES | SPECIAL.get(kind, {})
    return kind(**{field.name: values.get(field.name, "words") for field in fields(kind)})


KINDS = sorted(set(every_kind()), key=lambda kind: kind.__name__)


def test_the_store_knows_how_to_write_every_edit() -> None:
    later = (
        checking_rows,
        cited_rows,
        course_rows,
        editing,
        library_writing,
        learning_rows,
        drafting_rows,
        rules_writing,
        sending_rows,
        signing_rows,
        translation_rows,
        wording_rows,
    )
    assert {module.__name__ for module in later} <= sys.modules.keys()
    assert set(row_changes.registry) - {object} <= set(KINDS)
    unknown = row_changes.dispatch(object)
    assert [kind for kind in KINDS if row_changes.dispatch(kind) is unknown] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_edit_says_what_undo_would_take_back_and_what_changes(kind: type[edits.Edit]) -> None:
    edit = made(kind)
    assert edit.name == edit.name.strip()
    assert edit.name[0].islower()
    assert edit.kinds
    response, question = edit.place
    if edit.scope == edits.WORKSPACE_SCOPE:
        assert question == ""
    elif edit.scope == intake_edits.import_scope("d"):
        assert (response, question) == ("", "")
    else:
        assert edit.scope == edits.response_scope(response) == "response:r"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_only_what_is_typed_or_worked_out_later_becomes_one_step(kind: type[edits.Edit]) -> None:
    merged = {
        edits.SetOrganisationField,
        edits.SetResponseText,
        edits.SetSummary,
        edits.SetKeyPoint,
        edits.SetBody,
        edits.SaveRecommendation,
        sending_edits.ChangeSending,
        translating_edits.SetTranslation,
        learning_course_edits.SetWork,
        learning_course_edits.AddCourse,
        learning_course_edits.SaveComment,
        intake_edits.SetImportField,
        intake_edits.SetBlockText,
        intake_edits.SetCall,
        intake_edits.SetImportKind,  # and what a document of that kind has to say
    }
    assert bool(made(kind).merge_key) == (kind in merged)


def test_no_two_fields_share_the_key_of_a_step() -> None:
    keys = [made(kind).merge_key for kind in KINDS if made(kind).merge_key]
    assert len(set(keys)) == len(keys)
    assert edits.SetBody("r", "1", "x").merge_key != edits.SetBody("r", "2", "x").merge_key


def test_the_menu_says_which_way_a_thing_went() -> None:
    assert edits.BinResponse("r", None).name == "restoring a response"
    assert edits.RetireSnippet("n", False).name == "bringing a snippet back"
    verdicts = (Verdict.HELPED, Verdict.NOT_HERE, None)
    noted = [learning_edits.NoteVerdict("n", "inquiry#2", "Words.", said) for said in verdicts]
    assert len({edit.name for edit in noted}) == 3
    assert {edit.scope for edit in noted} == {edits.WORKSPACE_SCOPE}
    approved = SignOff("The chair", approved=date(2026, 11, 23))
    signed = (SignOff("The chair"), approved, None)
    assert len({signing_edits.SetSignOff("r", each).name for each in signed}) == 3
    assert edits.TickPrompt("r", "1", "p", False).name == "clearing a prompt"
    assert edits.MarkAnswer("r", "4", AnswerMark.SKIPPED).name == "skipping question 4"
    assert edits.SetResponseText("r", "about", None).name == "change to about us"
    assert intake_edits.BinDocuments(("d",)).name == "putting a file in the bin"
    assert intake_edits.RestoreDocuments(("d", "e")).name == "restoring files"
    assert library_edits.RetireSource("s", False).name == "bringing a source back"
    assert library_edits.RetireSnippets(("n",), False).name == "bringing snippets back"
