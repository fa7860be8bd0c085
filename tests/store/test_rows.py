"""Whatever a person may make goes into a row and comes back the same."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.consultation import Consultation, Limit, LimitUnit, Question, QuestionKind
from desktop.core.evidence import Origin, Prompt, Purpose, Snippet, SnippetKind, Source, SourceKind
from desktop.core.response import (
    Organisation,
    OrganisationKind,
    Recommendation,
    Response,
    SummaryPoint,
)
from desktop.core.rules import (
    Authority,
    DocumentRules,
    Form,
    Numbering,
    Part,
    Rule,
    Rules,
    Strength,
    SummaryForm,
    Venue,
)
from desktop.core.text import safe_characters
from desktop.errors import WorkspaceError
from desktop.store import evidence_rows, packs_table, reading, rows
from desktop.store.connection import Connection, open_workspace

TEXTS = st.text(max_size=20).map(safe_characters)
TIMES = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1))  # noqa: DTZ001
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
TUPLES = st.lists(TEXTS, max_size=3).map(tuple)
LIMITS = st.builds(Limit, st.integers(1, 9000), st.sampled_from(LimitUnit), st.booleans(), TEXTS)


@given(st.builds(Organisation, TEXTS, TEXTS, st.sampled_from(OrganisationKind), about=TEXTS))
def test_an_organisation_comes_back(value: Organisation) -> None:
    assert rows.organisation(rows.organisation_row(value)) == value


@given(
    st.builds(
        Response,
        TEXTS,
        TEXTS,
        TEXTS,
        TIMES,
        TIMES,
        title=TEXTS,
        reason=TEXTS,
        about=st.none() | TEXTS,
        summary=st.none() | st.lists(st.builds(SummaryPoint, TEXTS, TUPLES), max_size=2).map(tuple),
        dated=st.none() | DAYS,
        binned=st.none() | TIMES,
    )
)
def test_a_response_comes_back(value: Response) -> None:
    assert rows.response(rows.response_row(value)) == value


@given(st.builds(Recommendation, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, st.integers(0, 99)))
def test_a_recommendation_comes_back(value: Recommendation) -> None:
    assert rows.recommendation(rows.recommendation_row(value)) == value


@given(
    st.builds(
        Source,
        TEXTS,
        TEXTS,
        author=TEXTS,
        kind=st.sampled_from(SourceKind),
        origin=st.sampled_from(Origin),
    )
)
def test_a_source_comes_back(value: Source) -> None:
    assert evidence_rows.source(evidence_rows.source_row(value, "pack")) == value


@given(
    st.builds(
        Snippet,
        TEXTS,
        TEXTS,
        TEXTS,
        TEXTS,
        st.sampled_from(SnippetKind),
        TEXTS,
        tags=TUPLES,
        questions=TUPLES,
        review_by=st.none() | DAYS,
        origin=st.sampled_from(Origin),
    )
)
def test_a_snippet_comes_back(value: Snippet) -> None:
    row = evidence_rows.snippet_row(value, "pack")
    assert evidence_rows.snippet({**row, "retired": 0}) == value


@given(st.builds(Prompt, TEXTS, TEXTS, TEXTS, st.sampled_from(Purpose), TUPLES, why=TEXTS))
def test_a_prompt_comes_back(value: Prompt) -> None:
    assert evidence_rows.prompt(evidence_rows.prompt_row(value, "pack")) == value


@given(st.text())
def test_no_character_that_word_refuses_hides_in_a_tag_or_a_choice(text: str) -> None:
    snippet = Snippet("id", "source", "", "", SnippetKind.ARGUMENT, "", tags=(text,))
    row = evidence_rows.snippet_row(snippet, "")
    assert evidence_rows.snippet(row).tags == (safe_characters(text),)
    assert json.loads(rows.choice_column([text])) == [safe_characters(text)]


QUESTIONS = st.builds(
    Question,
    TEXTS,
    TEXTS,
    TEXTS,
    kind=st.sampled_from(QuestionKind),
    options=TUPLES,
    required=st.booleans(),
    limit=st.none() | LIMITS,
    text_welsh=TEXTS,
    heading_welsh=TEXTS,
)
RULES = st.builds(
    Rule,
    TEXTS,
    TEXTS,
    st.sampled_from(Strength),
    st.sampled_from(Authority),
    TEXTS,
    TEXTS,
    DAYS,
    value=st.none() | st.integers(1, 9000),
    unit=st.none() | st.sampled_from(LimitUnit),
    choices=TUPLES,
    text=TEXTS,
)
DOCUMENTS = st.builds(
    DocumentRules,
    TEXTS,
    st.sampled_from(Numbering),
    TEXTS,
    st.sampled_from(SummaryForm),
    st.lists(st.sampled_from(Part)).map(tuple),
    TUPLES,
)


@given(
    st.builds(
        Consultation,
        st.just("inquiry"),
        TEXTS,
        TEXTS,
        st.lists(QUESTIONS, max_size=3).map(tuple),
        TEXTS,
        announced=st.none() | DAYS,
        closes=st.none() | DAYS,
        limit=st.none() | LIMITS,
        closes_time=st.none() | st.times(),
        time_zone=TEXTS,
        languages=TUPLES,
        clauses=TUPLES,
        amendments=TUPLES,
    ),
    st.builds(
        Rules,
        st.just("rules"),
        TEXTS,
        TEXTS,
        DAYS,
        DOCUMENTS,
        st.lists(RULES).map(tuple),
        venue=st.sampled_from(Venue),
        form=st.sampled_from(Form),
        also_called=TUPLES,
        not_called=TUPLES,
    ),
)
def test_a_consultation_and_its_rules_come_back(consultation: Consultation, rules: Rules) -> None:
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute("CREATE TABLE consultations (id PRIMARY KEY, title, data, pack)")
        conn.execute("CREATE TABLE rules (id PRIMARY KEY, title, data, pack)")
        db = Connection(conn, Path("memory"))
        packs_table.put_consultation(db, "pack", consultation)
        packs_table.put_rules(db, "pack", rules)
        assert reading.consultation(db, "inquiry") == consultation
        assert reading.consultations(db) == [consultation]
        assert reading.rules(db, "rules") == rules


def test_what_the_workspace_does_not_have_is_said_in_a_sentence(workspace: Path) -> None:
    with closing(open_workspace(workspace)) as db:
        with pytest.raises(WorkspaceError, match="no consultation called “none”"):
            reading.consultation(db, "none")
        with pytest.raises(WorkspaceError, match="no submission rules called “none”"):
            reading.rules(db, "none")
