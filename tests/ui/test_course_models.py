"""Tables and lists of courses: sound for Qt, and what they tell who cannot see or hovers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.core.commenting import BankComment
from desktop.core.learning import Column
from desktop.session.course_collecting import Row
from desktop.session.course_sent import Sent
from desktop.session.practising import Progress
from desktop.ui.models.bank_model import BankModel
from desktop.ui.models.collected_rows import Line, View, columns, detail_words, summary_words
from desktop.ui.models.collected_table import CollectedModel
from tests.support.courses import COURSE

ROLE = Qt.ItemDataRole
EVIDENCE = "evidence"
NIA = Line(
    "1",
    "Nia Fell",
    Row(
        "1",
        "Nia Fell",
        Progress(done=3, all=5),
        1200,
        {
            Column.SELF: {EVIDENCE: 2},
            Column.PEER: {EVIDENCE: None},
            Column.TRAINER: {EVIDENCE: 1},
        },
        {"form": 2},
        4,
        edited=False,
        digest="d",
    ),
    datetime(2026, 11, 23, 9),  # noqa: DTZ001 - as all times of a workspace
)
REFUSED = Line("2", "late.consultee-work", problem="It is cut short.")


def test_a_bank_says_the_whole_comment_and_how_often_it_was_used(
    qtmodeltester: ModelTester,
) -> None:
    model = BankModel()
    qtmodeltester.check(model)
    model.show((BankComment("a", "Who says so?", 2), BankComment("", "By when?")))
    qtmodeltester.check(model)
    first, second = model.index(0), model.index(1)
    assert first.data() == "Who says so?"
    assert "Used 2 times." in first.data(ROLE.ToolTipRole)
    assert "Used" not in second.data(ROLE.ToolTipRole)
    assert model.comment(model.index(2)) is None
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show(tuple(model.rows()))
    assert resets == [], "what is shown already is not filled anew"


def test_what_was_collected_is_told_in_words_column_by_column(qtmodeltester: ModelTester) -> None:
    model = CollectedModel()
    qtmodeltester.check(model)
    for view in View:
        model.show((NIA, REFUSED), columns(view, COURSE, (NIA, REFUSED)))
        qtmodeltester.check(model)
    model.show((NIA, REFUSED), columns(View.OVERVIEW, COURSE, (NIA, REFUSED)))
    said = {
        model.headerData(column, Qt.Orientation.Horizontal): (
            model.index(0, column).data(),
            model.index(1, column).data(),
        )
        for column in range(model.columnCount())
    }
    assert said["Name"] == ("Nia Fell", "✕ late.consultee-work")
    assert said["To know"] == ("", "Not taken. It is cut short.")
    assert said["Steps done"] == ("3 of 5", "")
    assert said["Words"] == ("1,200", "")
    assert said["Your rubric"] == ("1 of 1", "")
    assert said["Sent back"] == ("Not yet", "")
    assert said["Collected"] == ("23 November 2026", "")
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index_of("2") == model.index(1, 0)
    assert not model.index_of("gone").isValid()


def test_levels_are_signs_to_see_and_words_to_hear() -> None:
    model = CollectedModel()
    model.show((NIA, REFUSED), columns(View.RUBRIC, COURSE))
    names = [each.name for each in COURSE.rubric.criteria]
    cell = model.index(0, 1 + names.index("Quality of evidence"))
    assert cell.data() == "2 · – · 1"
    assert cell.data(ROLE.AccessibleTextRole) == "Quality of evidence: learner 2, you 1"
    other = model.index(0, 1 + names.index("Recommendations"))
    assert other.data(ROLE.AccessibleTextRole) == "Recommendations: nothing yet"


def test_what_is_said_below_the_table_is_of_the_chosen_line() -> None:
    assert detail_words(None, COURSE) == ""
    assert detail_words(REFUSED, COURSE) == "late.consultee-work: It is cut short."
    assert detail_words(NIA, COURSE) == "Quality of evidence: learner 2, you 1."
    changed = replace(NIA, row=replace(NIA.row, sent=Sent.CHANGED)) if NIA.row else NIA
    assert "has changed since you sent your comments back" in detail_words(changed, COURSE)
    assert summary_words((NIA, REFUSED)) == "1 learner; 1 file was not taken."
    assert summary_words((NIA,)) == "1 learner."
