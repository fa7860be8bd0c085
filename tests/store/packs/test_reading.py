from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.core.consultation import Consultation, Limit, LimitUnit, Question, QuestionKind
from desktop.core.evidence import Prompt, Purpose, Snippet, SnippetKind, Source, SourceKind
from desktop.core.rules import (
    Authority,
    DocumentRules,
    Numbering,
    Part,
    Rule,
    Rules,
    Strength,
)
from desktop.store.packs import (
    read_consultation,
    read_evidence_pack,
    read_prompts_pack,
    read_rules,
)
from tests.store.packs.samples import CONSULTATION, EVIDENCE, PROMPTS, RULES, spoilt, write


def test_an_evidence_pack_gives_its_source_snippets_and_prompts(tmp_path: Path) -> None:
    pack = read_evidence_pack(write(tmp_path, "marsh.toml", EVIDENCE))
    assert pack.version == 3
    assert pack.source == Source(
        key="marsh-survey",
        title="What our members told us",
        author="Ada Fenn",
        body="Marshside Together",
        date="2010-07",
        kind=SourceKind.REPORT,
        licence="Facts only; not reproduced",
        short="Fenn, 2010",
    )
    closures, volunteers = pack.snippets
    assert closures == Snippet(
        id="marsh-closures",
        source="marsh-survey",
        claim="Two in five of the groups asked had closed a service within a year.",
        text=closures.text,
        kind=SnippetKind.STATISTIC,
        locator="section 3, table 2",
        tags=("cuts", "local services"),
        questions=("harbour-2011#1", "harbour-2011#2.a"),
        review_by=date(2027, 11, 23),
    )
    assert closures.text.startswith("Marshside Together asked")
    assert volunteers.speaker == "The treasurer of a lunch club"
    assert pack.prompts == (
        Prompt(
            id="marsh-prompt-closed",
            question="What have you closed, and who noticed?",
            starter="In {{ organisation }}'s experience, ",
            purpose=Purpose.EXAMPLE,
            questions=("harbour-2011#1",),
            why="The question is about effects, and a closure is one.",
            source="marsh-survey",
            locator="section 3",
        ),
    )


def test_general_prompts_say_whose_advice_they_are(tmp_path: Path) -> None:
    pack = read_prompts_pack(write(tmp_path, "good.toml", PROMPTS))
    assert (pack.name, pack.version) == ("good", 1)
    assert pack.prompts == (
        Prompt(
            id="good-who-what-when",
            question="Who should do what by when?",
            starter="We ask {{ body }} to ",
            purpose=Purpose.RECOMMENDATION,
            questions=("*",),
            why="A committee can only pass on what it can name.",
            advice="Advice of a fictional clerk",
            address="https://example.org/advice",
        ),
    )


def test_a_consultation_file_gives_the_consultation_with_its_questions(tmp_path: Path) -> None:
    pack = read_consultation(write(tmp_path, "harbour.toml", CONSULTATION))
    assert pack.version == 2
    assert pack.consultation == Consultation(
        id="harbour-2011",
        title="The future of the harbour",
        body="Marshside Harbour Committee",
        questions=(
            Question("1", "What have the effects been?", "Effects"),
            Question(
                "2.a",
                "Which of these would you keep?",
                "Choice",
                kind=QuestionKind.SINGLE,
                options=("The ferry", "The slipway"),
                required=True,
            ),
        ),
        rules="harbour-rules",
        announced=date(2011, 2, 16),
        closes=date(2011, 3, 11),
        address="https://example.org/harbour",
        about="A fictional inquiry.",
        limit=Limit(3000, LimitUnit.WORDS),
    )


def test_a_rules_file_gives_the_rules_of_a_body(tmp_path: Path) -> None:
    pack = read_rules(write(tmp_path, "harbour-rules.toml", RULES))
    assert pack.version == 1
    assert pack.rules == Rules(
        id="harbour-rules",
        title="The harbour committee's rules",
        body="Marshside Harbour Committee",
        checked=date(2026, 11, 22),
        document=DocumentRules(
            numbering=Numbering.BY_SECTION, parts=(Part.TITLE, Part.ANSWERS, Part.DATE)
        ),
        rules=(
            Rule(
                id="length",
                says="At most 3,000 words.",
                strength=Strength.MUST,
                authority=Authority.OFFICIAL,
                source="Guidance of the committee",
                address="https://example.org/rules",
                checked=date(2026, 11, 22),
                value=3000,
                unit=LimitUnit.WORDS,
            ),
        ),
    )


def test_rules_without_a_document_table_leave_the_usual_document(tmp_path: Path) -> None:
    table = RULES[RULES.index("[document]") : RULES.index("[[rule]]")]
    pack = read_rules(write(tmp_path, "rules.toml", spoilt(RULES, table, "")))
    assert pack.rules.document == DocumentRules()


def test_a_file_saved_by_a_windows_editor_reads_the_same(tmp_path: Path) -> None:
    plain = read_evidence_pack(write(tmp_path, "plain.toml", EVIDENCE))
    windows = "\ufeff" + EVIDENCE.replace("\n", "\r\n")
    pack = read_evidence_pack(write(tmp_path, "windows.toml", windows))
    assert (pack.source, pack.prompts) == (plain.source, plain.prompts)
    assert [each.claim for each in pack.snippets] == [each.claim for each in plain.snippets]
