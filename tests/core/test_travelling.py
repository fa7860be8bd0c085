"""Files that travel say what was written, and tell when they were cut short, edited or strange."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.characters import safe_characters
from desktop.core.commenting import Anchor, Comment
from desktop.core.consultation import Consultation
from desktop.core.course import Course, Rubric
from desktop.core.handing_in import read_work, work_text
from desktop.core.learning import Learning, Work, WorkKind
from desktop.core.response import (
    Answer,
    AnswerMark,
    Draft,
    Organisation,
    Recommendation,
    Response,
    SummaryPoint,
)
from desktop.core.rules import Rules
from desktop.core.sending_comments import SentBack, comments_text, read_comments
from desktop.core.travelling import NotTaken, Sort, packed

NOW = datetime(2026, 11, 28, 9, 0)  # noqa: DTZ001
TRUST = Organisation("o", "Fernbrook", contact_name="Ada Finch", contact_email="ada@example.org")
COURSE = Course(
    "halls", 2, "Halls", "", "", 20, (), "call", None, TRUST, Rubric("", "", "", ()), (), ()
)
CALL = Consultation("call", "Halls", "Committee", (), "any-body")
TEXT = st.text(max_size=20).map(safe_characters)
ANSWERS = st.builds(
    Answer,
    st.just("practice"),
    st.sampled_from(["1", "2", "3.a"]),
    TEXT,
    TEXT,
    st.sampled_from(AnswerMark),
    TEXT,
    st.lists(TEXT, max_size=2).map(tuple),
)
WORKS = st.builds(
    Work,
    st.sampled_from(WorkKind),
    TEXT,
    st.dictionaries(TEXT, TEXT | st.integers(0, 9) | st.lists(st.integers(0, 9)), max_size=3),
    st.datetimes(),
)


def draft_of(response: Response, answers: list[Answer], asks: list[Recommendation]) -> Draft:
    rules = Rules("any-body", "Any", "Any", date(2026, 11, 28))
    return Draft(
        CALL, TRUST, response, rules, {each.question: each for each in answers}, tuple(asks)
    )


def a_text(name: str = "Bo") -> str:
    response = Response("practice", "call", "o", NOW, NOW, reason="We know.")
    works = {(WorkKind.NAME, ""): Work(WorkKind.NAME, "", {"text": name}, NOW)}
    draft = draft_of(response, [Answer("practice", "1", "Halls.", "They need people.")], [])
    return work_text(COURSE, draft, Learning("halls", "practice", works))


@settings(deadline=None)
@given(
    reason=TEXT,
    about=TEXT | st.none(),
    summary=st.none()
    | st.lists(st.builds(SummaryPoint, TEXT, st.just(("1",))), max_size=2).map(tuple),
    answers=st.lists(ANSWERS, max_size=3, unique_by=lambda each: each.question),
    who=TEXT,
    works=st.lists(WORKS, max_size=4, unique_by=lambda each: (each.kind, each.item)),
)
def test_a_learner_s_file_says_what_they_wrote(
    reason: str,
    about: str | None,
    summary: tuple[SummaryPoint, ...] | None,
    answers: list[Answer],
    who: str,
    works: list[Work],
) -> None:
    response = Response(
        "practice", "call", "o", NOW, NOW, reason=reason, about=about, summary=summary
    )
    ask = Recommendation("a", "practice", "1", who, "pay", "May")
    learning = Learning("halls", "practice", {(each.kind, each.item): each for each in works})
    found = read_work(work_text(COURSE, draft_of(response, answers, [ask]), learning))
    assert not found.edited
    assert (found.course, found.course_version) == ("halls", 2)
    assert (found.response.reason, found.response.about, found.response.summary) == (
        reason,
        about,
        summary,
    )
    assert sorted(found.answers, key=lambda each: each.question) == sorted(
        answers, key=lambda each: each.question
    )
    assert found.recommendations == (ask,)
    theirs = [each for each in works if each.kind is not WorkKind.DEALT]
    assert {key: work.data for key, work in found.learning.works.items()} == {
        (each.kind, each.item): {name: said for name, said in each.data.items() if name != "solved"}
        for each in theirs
    }
    in_order = sorted(theirs, key=lambda each: each.changed)
    assert [work.kind for work in found.works] == [work.kind for work in in_order]


def test_a_learner_s_file_holds_nothing_of_the_organisation() -> None:
    assert "Finch" not in a_text()
    assert "example.org" not in a_text()


def test_a_learner_s_file_does_not_say_when_anything_was_written() -> None:
    response = Response("practice", "call", "o", NOW, NOW, reason="We know.")
    repair = {"text": "Mended.", "solved": NOW.isoformat()}
    works = {(kind, "x"): Work(kind, "x", repair, NOW) for kind in WorkKind}
    draft = draft_of(response, [Answer("practice", "1", "Halls.", "They need people.")], [])
    text = work_text(COURSE, draft, Learning("halls", "practice", works))
    assert "Mended." in text
    for time in (NOW.isoformat(), str(NOW.date()), f"{NOW:%H:%M}"):
        assert time not in text
    later = {
        key: replace(work, changed=work.changed.replace(year=2027)) for key, work in works.items()
    }
    assert work_text(COURSE, draft, Learning("halls", "practice", later)) == text


def test_a_file_from_before_times_were_left_out_is_read() -> None:
    said = json.loads(a_text())
    del said["digest"]
    said["work"][0]["changed"] = NOW.isoformat()
    found = read_work(packed(Sort.WORK, said))
    assert not found.edited
    assert [(work.text, work.changed) for work in found.works] == [("Bo", NOW)]


@pytest.mark.parametrize("cut", [10, 0.5, 0.9])
def test_a_file_that_was_cut_short_is_told(cut: float) -> None:
    text = a_text().rstrip()
    with pytest.raises(NotTaken, match="cut short"):
        read_work(text[: int(len(text) * cut) if cut < 1 else -10])


def test_a_file_that_was_edited_by_hand_is_told_and_taken() -> None:
    found = read_work(a_text().replace("They need people.", "They need pay."))
    assert (found.edited, found.answers[0].body) == (True, "They need pay.")
    laid_out_anew = json.dumps(json.loads(a_text()))
    assert not read_work(laid_out_anew).edited


def test_what_is_no_such_file_is_refused_with_a_sentence() -> None:
    for text, says in (
        ("[1, 2]", "no file that Consultee wrote"),
        ('{"consultee": ["work"]}', "no file that Consultee wrote"),
        ('{"consultee": "work", "format": 2}', "newer version"),
        ('{"consultee": "comments", "format": 1}', "a trainer’s comments"),
        ('{"consultee": "work", "format": 1}', "cannot be understood"),
        ('{"consultee": "work", "format": "2"}', "cannot be understood"),
        ("[" * 100_000, "cut short"),
        ("[" * 100_000 + "]" * 100_000 + "}", "no file that Consultee wrote"),
        (a_text().replace('"We know."', "[" * 60 + "]" * 60), "no file that Consultee wrote"),
        (a_text().replace('"We know."', "NaN"), "no file that Consultee wrote"),
    ):
        with pytest.raises(NotTaken, match=says):
            read_work(text)


def test_a_name_that_no_list_has_room_for_is_cut() -> None:
    found = read_work(a_text(f"Bo\n{'o' * 1000}"))
    assert found.name.startswith("Bo o")
    assert len(found.name) < 200


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(sorted(json.loads(a_text()))), JSON)
def test_whatever_somebody_writes_into_a_file_ends_in_a_sentence_at_worst(
    key: str, value: Any
) -> None:
    for text, read in ((a_text(), read_work), (sent_text(), read_comments)):
        said = {**json.loads(text), key: value}
        try:
            read(json.dumps(said))
        except NotTaken as error:
            said = error.message
        assert said


def sent_text() -> str:
    return comments_text(SENT)


SENT = SentBack(
    "halls",
    "digest",
    "Bo",
    "Ada",
    (Comment("c", Anchor("answer:1", "people", 10, "need ", "."), "Which?", "Ada", NOW),),
    (Work(WorkKind.RUBRIC, "trainer/evidence", {"level": 2, "text": "Small."}, NOW),),
)


@given(TEXT, TEXT, st.integers(0, 10**6), st.datetimes())
def test_a_trainer_s_file_says_what_they_said(
    quote: str, text: str, start: int, written: datetime
) -> None:
    comment = Comment("c", Anchor("answer:1", quote, start, text, quote), text, "Ada", written)
    sent = replace(SENT, comments=(*SENT.comments, comment))
    assert read_comments(comments_text(sent)) == sent
