"""Write the frozen workspace of the present schema: ``python -m tests.store.frozen.freeze``.

Run once for each new schema version, before the release that brings it, and commit the file beside
this one. What has been frozen is never written again: it stands for the files that people have.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from desktop.core import edits
from desktop.core.checking_edits import DismissFinding
from desktop.core.commenting import Anchor, BankComment, Comment
from desktop.core.consent import Consent, Use
from desktop.core.consent_edits import SaveAgreedSnippet
from desktop.core.dismissing import Dismissal
from desktop.core.drafting_edits import AssembleDraft, Fill, Inserted
from desktop.core.evidence import Snippet, SnippetKind, Source, SourceKind
from desktop.core.finding import TextField
from desktop.core.intake_edits import SetBlockText
from desktop.core.learning import Work, WorkKind
from desktop.core.learning_course_edits import (
    AddCourse,
    KeepWork,
    KeptWork,
    SaveBankComment,
    SaveComment,
    SetWork,
)
from desktop.core.learning_edits import NoteVerdict
from desktop.core.response import (
    AnswerMark,
    Organisation,
    OrganisationKind,
    Recommendation,
    Response,
    SummaryPoint,
)
from desktop.core.rules import Part
from desktop.core.rules_changes import CallChanges
from desktop.core.rules_edits import SetCallChanges
from desktop.core.sending import Exported, Sending
from desktop.core.sending_edits import NoteExport, RecordSending
from desktop.core.signing import SignOff
from desktop.core.signing_edits import SetSignOff
from desktop.core.suggesting import Verdict
from desktop.core.translating import Language, TextKey
from desktop.core.translating_edits import SetTranslation
from desktop.core.understanding import Call, CalledQuestion
from desktop.core.wording import HouseRules
from desktop.core.wording_edits import AddOwnWord, SaveHouseRules
from desktop.paths import Paths
from desktop.session import Session
from desktop.store.migrations import SCHEMA_VERSION
from tests.support.imported import a_call, a_file, bring_in, take_in
from tests.support.workspace import INQUIRY, REPOSITORY

FOLDER = Path(__file__).parent
RESPONSE, ORGANISATION = "frozen", "fernbrook"
WAITING = "Halls are kept open by volunteers."
CALL = Call("Halls in villages", questions=(CalledQuestion("1", "What do halls need?"),))
BODY = (
    "Our halls closed on two days a week[@fernbrook-survey, table 2].\n\n"
    "### What we saw\n\n- **Volunteers** left\n- *Trustees* stayed\n\n"
    "| Year | Halls |\n| --- | --- |\n| 2009 | 4 |\n| 2010 | 3 |"
)
EARLIER = "Our halls closed."
DRAFTED = "Halls open two days less."
SENT = datetime(2011, 3, 8, 9, 0)  # noqa: DTZ001
AGREED = Consent("fernbrook-hours", "The trustees", frozenset({Use.PUBLISHED}), date(2026, 11, 20))
HOUSE = """
format = 1
version = 1
source = "Fernbrook's own style"
address = "https://example.org/style"
authority = "assumed"
checked = 2026-11-20

[[wording]]
id = "beneficiaries"
check = "house"
level = "nudge"
words = ["beneficiaries"]
instead = "people"
says = "We do not say “{found}”."
remedy = "Say “{instead}”."
"""
DISMISSED = Dismissal(
    "absolute", Part.ANSWERS, "1", "All halls.", "“All” is strong.", "They are.", SENT.date()
)
WELSH = TextKey(Language.WELSH, TextField.KEY_POINT, "1")
DONE = Work(WorkKind.STEP, "first-step", {"state": "done"}, SENT)
COMMENT = Comment("comment", Anchor("answer:1", "two days", 24), "Of how many?", "Ada", SENT)
BANK = BankComment("bank", "Who should do this?", 2)
HANDED_IN = KeptWork("w", "halls-course", "Bo", "digest", "{}", SENT)
CHANGES = CallChanges(closes=date(2011, 3, 10))
ASKED = "What is it that you have seen?"
PACK = """
format = 1
version = 1

[source]
key = "larchfield-halls"
title = "The state of village halls"
author = "Larchfield Institute"
body = ""
date = "2010-05"
kind = "report"
address = "https://example.org/halls"
licence = "made up for a test"
short = "Larchfield Institute, 2010"

[[snippet]]
id = "larchfield-trustees"
claim = "Halls close for want of trustees."
text = \"\"\"The Larchfield Institute, which is made up, reports that halls close less for want of
money than of people, since trustees leave faster than new ones can be found.\"\"\"
kind = "argument"
tags = ["halls", "trustees"]
questions = ["pasc-big-society-2011#2"]
locator = "page 4"
"""


def freeze(folder: Path) -> Path:
    """Write a workspace with something of everything a person makes; return the file."""
    path = folder / f"schema-{SCHEMA_VERSION}.consultee"
    if path.exists():
        raise FileExistsError(path)
    with tempfile.TemporaryDirectory() as made:
        _write(Path(made) / "work.consultee", _content(Path(made)))
        shutil.copyfile(Path(made) / "work.consultee", path)
    return path


def _content(folder: Path) -> Paths:
    """Give the shipped inquiry and rules, and one made-up piece of evidence, to keep it small."""
    shutil.copytree(REPOSITORY / "resources", folder / "resources")
    (folder / "snippets").mkdir()
    (folder / "snippets" / "larchfield.toml").write_text(PACK, encoding="utf-8")
    return Paths(content=folder, data=folder, config=folder)


def _write(path: Path, paths: Paths) -> None:
    now = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001

    def clock() -> datetime:
        nonlocal now
        now += timedelta(minutes=5)  # every edit a step of its own
        return now

    session = Session.open(path, paths, clock)
    try:
        for edit in _work():
            session.apply(edit)
        session.apply(edits.SetKeyPoint(RESPONSE, "3", "Taken back again."))
        session.undo(edits.response_scope(RESPONSE))
        session.set_setting("text-size", 125)
        _imports(session)
        session.apply(NoteVerdict("fernbrook-hours", f"{INQUIRY}#1", ASKED, Verdict.HELPED))
    finally:
        session.close()


def _imports(session: Session) -> None:
    """Keep one file that waits, put right a little, and one whose passages are in the library."""
    (taken,) = take_in(session, a_file(name="taken.docx"))
    made = session.intake.make_snippet(taken, "m0")
    session.apply(session.intake.saving_snippet(taken, made, "m0"))
    session.apply(edits.SaveSnippet(replace(made, claim="Pay councils for open evenings.")))
    session.library.set_owner([made.id], "Ada Finch")
    (waiting,) = bring_in(session, a_file(name="waiting.docx"))
    session.apply(SetBlockText(waiting, "b1", WAITING))
    session.intake.start_consultation(*bring_in(session, a_call(CALL)))


def _work() -> list[edits.Edit]:
    trust = Organisation(
        ORGANISATION,
        "Fernbrook Community Trust",
        OrganisationKind.COMMUNITY_GROUP,
        about="We run **four** village halls.",
        contact_name="Ada Finch",
    )
    started = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001
    survey = Source("fernbrook-survey", "Our members' survey", date="2010", kind=SourceKind.REPORT)
    mine = Snippet(
        "fernbrook-hours",
        survey.key,
        "Halls open two days less.",
        "Our own survey found that halls open two days a week less than before.",
        SnippetKind.STATISTIC,
        "table 2",
        tags=("halls",),
        review_by=date(2027, 5, 1),
    )
    points = (SummaryPoint("Halls hold villages together.", ("1", "2")),)
    ask = Recommendation(
        "ask", RESPONSE, "1", "The Government", "pay halls for opening", "April 2012"
    )
    return [
        edits.AddOrganisation(trust),
        edits.StartResponse(Response(RESPONSE, INQUIRY, ORGANISATION, started, started)),
        edits.SaveSource(survey),
        edits.SaveSnippet(mine),
        edits.SetBody(RESPONSE, "1", EARLIER),
        edits.SetBody(RESPONSE, "1", BODY),
        edits.SetKeyPoint(RESPONSE, "1", "Halls need people more than money."),
        edits.MarkAnswer(RESPONSE, "1", AnswerMark.READY),
        edits.MarkAnswer(RESPONSE, "5", AnswerMark.SKIPPED, "Not our field."),
        edits.SaveRecommendation(RESPONSE, ask),
        edits.SetSummary(RESPONSE, points),
        edits.SetResponseText(RESPONSE, "reason", "We see who keeps halls open."),
        edits.SetDated(RESPONSE, date(2011, 3, 7)),
        AssembleDraft(RESPONSE, (Fill("7", DRAFTED, "", (Inserted(mine.id, DRAFTED),)),)),
        *_checking(mine),
        *_course(),
    ]


def _course() -> list[edits.Edit]:
    """What came with courses."""
    return [
        AddCourse("halls-course", "format = 1\n", SENT, "own"),
        SetWork(DONE, RESPONSE),
        KeepWork((HANDED_IN,)),
        SaveComment(COMMENT, HANDED_IN.id),
        SaveBankComment(BANK),
    ]


def _checking(mine: Snippet) -> list[edits.Edit]:
    """What came with the checks: what was dismissed, agreed to, approved, sent, and differs."""
    return [
        SaveAgreedSnippet(replace(mine, kind=SnippetKind.CASE_STUDY), AGREED),
        SaveHouseRules(HouseRules("house", ORGANISATION, "house.toml", HOUSE, SENT)),
        AddOwnWord("Fernbrookers", "en-GB"),
        DismissFinding(RESPONSE, DISMISSED),
        SetTranslation(RESPONSE, WELSH, "Mae ar neuaddau angen pobl.", "Halls need people."),
        SetSignOff(RESPONSE, SignOff("Ada Finch", "Chair", date(2011, 3, 6), "digest")),
        SetCallChanges(RESPONSE, INQUIRY, CHANGES, "changing the closing day"),
        NoteExport(RESPONSE, Exported("e", RESPONSE, SENT, "evidence.docx", "Only to show.")),
        RecordSending(RESPONSE, Sending("s", RESPONSE, SENT, "By email", "BS 200")),
    ]


if __name__ == "__main__":
    print(f"Written: {freeze(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)}")
