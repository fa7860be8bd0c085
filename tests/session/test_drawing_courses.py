"""A first course drawn from a response, or from a call that nobody has answered, and its papers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.consent import Consent, Use
from desktop.core.consent_edits import SaveAgreedSnippet
from desktop.core.course import Course, StepKind
from desktop.core.course_pack import places
from desktop.core.evidence import ANY_QUESTION, Origin, Snippet, SnippetKind, Source
from desktop.core.response import Organisation, Recommendation, Response
from desktop.core.rules import Authority, Rule, Strength
from desktop.core.rules_changes import with_rule, without_rule
from desktop.core.text import citations
from desktop.corpus.failures import ReadError
from desktop.errors import ContentError
from desktop.markup import parse
from desktop.paths import Paths
from desktop.session import Session
from desktop.session.authoring import TOLD
from desktop.session.course_evidence import Pack
from desktop.store.packs.forms import MOST_LONG

SOURCE = Source("our-count", "Our count", "Fern Halls (fictional)", origin=Origin.OWN)
SNIPPET = Snippet(
    "our-count-halls",
    "our-count",
    "Two halls have closed.",
    "Two of the five halls have closed.\n\nThe lease ended.",
    SnippetKind.STATISTIC,
    "page 4",
    questions=(ANY_QUESTION, "pasc-big-society-2011#2", "another-call#3"),
    origin=Origin.OWN,
)
BODY = "Two of the five halls have closed. [@our-count, page 4] One is empty. [@our-count, page 9]"


@pytest.fixture
def drawn(session: Session, response: Response) -> Course:
    """A course made of a response that cites a source of its own."""
    session.apply(edits.SaveSource(SOURCE))
    session.apply(edits.SaveSnippet(SNIPPET))
    session.apply(edits.SetBody(response.id, "2", BODY))
    return session.courses.drawn(session.draft(response.id))


def problems(session: Session, course: Course) -> list[str]:
    session.courses.save(course)
    text = session.courses.text(course.id)
    return [each.message for each in session.courses.examining_text("x.toml", text)().problems]


def test_what_an_answer_cites_stands_in_a_paper_at_the_place_that_is_cited_now(
    drawn: Course,
) -> None:
    (paper,), (model,) = drawn.papers, drawn.models
    assert paper.source.title == "Our count"
    first, second = citations(parse(model.text))
    assert first.locator == "paragraphs 1 to 2"
    assert [words for _, words in places(parse(paper.text))] == [
        "Two of the five halls have closed.",
        "The lease ended.",
    ]
    assert second.locator == "page 9"  # nobody knows what stands there


# Where somebody's name may stand who was never asked about a course.
PERSON = "Jane Smith"
# Fields of an Organisation that a course does not take over; the name and the id it does.
LEFT_OUT = {
    *("contact_name", "contact_role", "contact_email", "contact_phone", "contact_address"),
    *("sign_off", "interests"),
}


def test_a_course_names_nobody_of_the_response_that_it_is_drawn_from(
    session: Session, response: Response
) -> None:
    organisation = session.draft(response.id).organisation
    for key in LEFT_OUT:
        session.apply(edits.SetOrganisationField(organisation.id, key, f"{PERSON}, {key}"))
    told = dict.fromkeys(("note", "date_note", "licence", "address"), f"Ask {PERSON}.")
    session.apply(edits.SaveSource(replace(SOURCE, **told)))
    people = {"speaker": PERSON, "owner": PERSON, "tags": (PERSON,)}
    quoted = replace(SNIPPET, kind=SnippetKind.QUOTATION, **people)
    agreed = Consent(quoted.id, PERSON, frozenset({Use.PUBLISHED}), date(2026, 5, 1))
    session.apply(SaveAgreedSnippet(quoted, agreed))
    session.apply(edits.SetBody(response.id, "2", BODY))
    for field in ("message", "reason", "oral_evidence", "about"):
        session.apply(edits.SetResponseText(response.id, field, f"{PERSON} said so."))
    ask = Recommendation("r", response.id, "2", "The Cabinet Office", "pay", "May 2027")
    session.apply(edits.SaveRecommendation(response.id, ask))
    made = session.courses.drawn(session.draft(response.id))
    session.courses.save(made)
    text = session.courses.text(made.id)
    assert organisation.name in text
    assert "Two of the five halls have closed." in text
    assert "The Cabinet Office" in text
    assert PERSON not in text
    # Whose words a quotation has is asked for anew.
    assert made.snippets[0].kind is SnippetKind.QUOTATION
    assert 'speaker = "…"' in text


STORY = replace(
    SNIPPET, id="our-count-story", text="Mairi lost her room.", kind=SnippetKind.CASE_STUDY
)
AGREED = Consent(STORY.id, PERSON, frozenset({Use.PUBLISHED}), date(2026, 5, 1))
AT_9 = replace(STORY, locator="page 9")


@pytest.mark.parametrize(
    ("story", "consent", "comes"),
    [
        (AT_9, AGREED, True),
        (AT_9, replace(AGREED, covers=frozenset({Use.OWN})), False),
        (AT_9, replace(AGREED, until=date(2025, 6, 1)), False),
        (replace(STORY, locator="page 12"), AGREED, False),
    ],
    ids=["cited and agreed", "not for publication", "agreed no longer", "not cited"],
)
def test_a_story_comes_along_only_where_it_is_cited_and_may_be_published(
    session: Session, response: Response, story: Snippet, consent: Consent, comes: bool
) -> None:
    session.apply(edits.SaveSource(SOURCE))
    session.apply(edits.SaveSnippet(SNIPPET))
    session.apply(SaveAgreedSnippet(story, consent))
    session.apply(edits.SetBody(response.id, "2", BODY))
    made = session.courses.drawn(session.draft(response.id))
    session.courses.save(made)
    assert ("Mairi" in session.courses.text(made.id)) is comes


def test_of_every_field_of_an_organisation_it_is_decided_whether_courses_have_it() -> None:
    decided = {"id", "name", *TOLD, *LEFT_OUT}
    assert {each.name for each in fields(Organisation)} == decided
    assert not LEFT_OUT & set(TOLD)


def test_an_own_snippet_for_any_question_makes_no_course_that_cannot_be_read(
    session: Session, drawn: Course
) -> None:
    (snippet,) = drawn.snippets
    assert snippet.questions == ("pasc-big-society-2011#2",)
    session.courses.save(replace(drawn, snippets=(SNIPPET,)))
    (read,) = session.courses.read(drawn.id).snippets
    assert read.questions == ("pasc-big-society-2011#2",)


def test_a_course_is_made_of_a_call_that_nobody_has_answered(
    session: Session, paths: Paths
) -> None:
    made = session.courses.drawn_from_call("pasc-big-society-2011")
    assert [step.kind for step in made.steps] == [StepKind.DRAFT] * 9 + [StepKind.FINISH]
    assert made.cues
    assert not made.models
    assert problems(session, made) == ["it has still to be written", "it has still to be written"]
    named = replace(made, author="Ama", organisation=replace(made.organisation, name="Fern Halls"))
    assert problems(session, named) == []
    path = session.courses.beginning(made.id)()
    with closing(Session.open(path, paths)) as learner:
        assert len(learner.courses.practice_draft().consultation.questions) == 9


def test_rules_that_were_changed_for_the_call_hold_in_practice_too(
    session: Session, response: Response, paths: Paths
) -> None:
    call = session.calls.of(session.draft(response.id))
    gone, kept, *_ = (rule.id for rule in call.body.rules)
    said = Rule(kept, "As we say.", Strength.MUST, Authority.OFFICIAL, "The call", "", call.today)
    changes = without_rule(with_rule(call.changes, call.body, said), call.body, gone)
    session.calls.change(call, changes, "rules")
    made = session.courses.drawn_from_call("pasc-big-society-2011")
    assert ([rule.id for rule in made.rules], made.rules_off) == ([kept], (gone,))
    session.courses.save(made)
    with closing(Session.open(session.courses.beginning(made.id)(), paths)) as learner:
        rules = learner.courses.practice_draft().rules
        assert rules.rule(gone) is None
        assert rules.rule(kept) == said


def test_a_file_becomes_a_paper_with_its_headings_and_paragraphs(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "minutes.md"
    path.write_text("# Minutes of May\n\n## Halls\n\nIt was agreed.\n\n- a\n- b\n", "utf-8")
    paper = session.courses.reading_paper(path)().paper
    assert paper.source.title == "Minutes of May"
    assert [words for _, words in places(parse(paper.text))][-2:] == ["It was agreed.", "a b"]


def test_a_file_that_cannot_be_a_paper_is_told_of(session: Session, tmp_path: Path) -> None:
    damaged, long = tmp_path / "damaged.docx", tmp_path / "long.txt"
    damaged.write_bytes(b"PK\x03\x04 nothing")
    long.write_text("One more sentence of it.\n\n" * (MOST_LONG // 20), "utf-8")
    with pytest.raises(ReadError):
        session.courses.reading_paper(damaged)()
    with pytest.raises(ContentError, match="characters"):
        session.courses.reading_paper(long)()


def test_a_text_that_no_file_can_hold_is_not_kept_and_what_was_there_stays(
    session: Session, drawn: Course
) -> None:
    session.courses.save(drawn)
    with pytest.raises(ContentError, match="characters"):
        session.courses.save(replace(drawn, about="x" * 20_000))
    assert session.courses.read(drawn.id).about == drawn.about
    model = replace(drawn.models[0], key_point="Two\nlines")
    session.courses.save(replace(drawn, models=(model,)))
    assert session.courses.read(drawn.id).models[0].key_point == "Two lines"


def test_citations_anywhere_in_a_text_point_at_the_new_place() -> None:
    text = "\n\n".join(
        (
            "## So [@our-count, page 4]",
            "One. [@our-count, page 4]",
            "- a [@our-count, page 4]\n- b [@other, page 4]",
            "> said [@our-count, page 4]",
            "| A [@our-count, page 4] |\n| --- |\n| 1 [@our-count, page 4] |",
        )
    )
    pack = Pack(anew={("our-count", "page 4"): "paragraph 1"})
    made = pack.cited_anew(text)
    found = [(cite.key, cite.locator) for cite in citations(parse(made))]
    assert found.count(("our-count", "paragraph 1")) == 6
    assert found.count(("other", "page 4")) == 1
    assert pack.cited_anew("Nothing of it. [@other]") == "Nothing of it. [@other]"


def test_of_an_imported_document_only_what_is_cited_comes_along(
    trainers_practice: Session,
) -> None:
    key = trainers_practice.courses.course.papers[0].source.key  # type: ignore[union-attr]
    trainers_practice.apply(edits.SetBody("practice", "1", f"So. [@{key}, paragraph 1]"))
    for snippet in trainers_practice.snippets():
        if snippet.source == key:
            trainers_practice.apply(edits.RetireSnippet(snippet.id, True))
    drawn = trainers_practice.courses.drawn(trainers_practice.courses.practice_draft())
    (paper,) = drawn.papers
    assert len(places(parse(paper.text))) == 1
    said = trainers_practice.courses.course.papers[0].text  # type: ignore[union-attr]
    assert places(parse(paper.text))[0] == places(parse(said))[0]


@pytest.fixture
def trainers_practice(session: Session, paths: Paths) -> Iterator[Session]:
    """A workspace in which the papers of a course are imported documents."""
    opened = Session.open(session.courses.beginning("first-written-evidence")(), paths)
    yield opened
    opened.close()
