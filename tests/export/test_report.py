"""The report that whoever signs off gets: what it says, and that Word takes it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.deadline import Calendar, deadline
from desktop.core.dismissing import Checked, Dismissal
from desktop.core.evidence import SnippetKind
from desktop.core.evidence_map import AnswerText, Evidence
from desktop.core.finding import Finding, FindingLevel
from desktop.core.report import SubmissionReport, build_report
from desktop.core.response import Answer, AnswerMark, Draft, Recommendation
from desktop.core.rules import Part
from desktop.core.sending import Exported, Sending
from desktop.core.signing import SignOff, digest_of
from desktop.errors import ContentError, ExportError
from desktop.export import FileExists, FileFormat, report_file_name, submission
from desktop.export.report import report_outline
from desktop.export.report_words import ReportWords, report_words
from tests.export.samples import TEMPLATES
from tests.support.drafts import DAY, make_draft

ASK = Recommendation("a", "r", "1", "The council", "keep the halls open", "2012")
NINE = Evidence("Nine halls closed.", "Larchfield Institute, page 4", SnippetKind.STATISTIC)
TEXTS = {"1": AnswerText(("Nine halls closed.",), (NINE, Evidence("We ran two.")), 12)}
ERROR = Finding("a", FindingLevel.ERROR, Part.SUMMARY, "There is no summary.", "Write one.")
NUDGE = Finding(
    "b", FindingLevel.NUDGE, Part.ANSWERS, "It is long.", "Cut it.", "1", authority="A guide."
)


def whole() -> Draft:
    return make_draft(
        {
            "1": Answer("r", "1", "Halls close.", "Text.", AnswerMark.READY),
            "2": Answer("r", "2", mark=AnswerMark.SKIPPED, skip_reason="Not our field."),
        },
        recommendations=[ASK],
    )


def report_on(draft: Draft, **more: object) -> SubmissionReport:
    why = Dismissal("b", Part.ANSWERS, "1", "", "It is long.", "The committee asked.", DAY.date())
    closing = deadline(date(2026, 12, 4), time(12), "", DAY.astimezone(), Calendar())
    checked = Checked((ERROR, NUDGE), ((NUDGE, why),))
    made = build_report(draft, checked, TEXTS, 90, DAY, deadline=closing)
    return replace(made, **more) if more else made


def said(draft: Draft, tmp_path: Path, **more: object) -> str:
    path = tmp_path / "report.txt"
    report = report_on(draft, **more)
    submission.write_report(report, draft.consultation, TEMPLATES, path, FileFormat.TEXT, True)
    return path.read_text(encoding="utf-8")


def test_it_says_what_is_ready_what_is_not_and_when(tmp_path: Path) -> None:
    text = said(whole(), tmp_path)
    assert "Not ready to be sent: 2 things still open." in text
    assert "As it stood on 23 November 2026 at 9:00. Closes Friday 4 December" in text
    assert " 2026 at midday: 10 working days left." in text
    assert "Answers | ✕ Still open | 1 of 3 questions ready, 1 skipped, 1 not started." in text
    assert "Summary | ✓ Ready" in text
    assert "Deadline | ✓ Ready | Closes Friday 4 December" in text


def test_the_evidence_map_has_every_argument_with_its_gaps(tmp_path: Path) -> None:
    text = said(whole(), tmp_path)
    assert "1 Hall 1 | Ready | 12 | Missing: the other side" in text
    assert "Evidence | Nine halls closed. (Larchfield Institute, page 4; statistic)" in text
    assert "Evidence | We ran two. (our own experience; nothing is cited for it)" in text
    assert "The other side | Missing" in text
    assert "Recommendation | The council should keep the halls open by 2012." in text
    assert "Not answered. Not our field." in text
    assert text.index("Key point | Halls close.") < text.index("Evidence | Nine")
    assert text.index("The other side | Missing") < text.index("Recommendation | The council")


def test_what_the_checks_say_and_what_was_set_aside_stands_in_it(tmp_path: Path) -> None:
    text = said(whole(), tmp_path)
    assert "Must be mended (1)" in text
    assert "Summary: There is no summary. Write one." in text
    assert "Question 1: It is long. Cut it. Source: A guide." in text
    assert "Question 1 | It is long. | The committee asked. | 23 November 2026" in text
    assert "The checks found nothing to mend." in said(whole(), tmp_path, open=())


@pytest.mark.parametrize(
    ("approved", "digest", "words"),
    [
        (None, "", "Una Marsh, Chair, is asked to approve this submission."),
        (date(2026, 11, 20), "same", "Approved by Una Marsh, Chair on 20 November 2026."),
        (date(2026, 11, 20), "old", "Una Marsh, Chair, approved an earlier text on 20 November"),
    ],
)
def test_it_can_be_signed_on_paper_unless_it_is_approved(
    approved: date | None, digest: str, words: str, tmp_path: Path
) -> None:
    draft = whole()
    digest = digest_of(draft) if digest == "same" else digest
    draft = replace(draft, sign_off=SignOff("Una Marsh", "Chair", approved, digest))
    text = said(draft, tmp_path)
    assert words in text
    assert ("Signature" in text) is not words.startswith("Approved")


def test_who_approves_is_told_in_the_organisations_own_words(tmp_path: Path) -> None:
    assert "No approval is asked for." in said(whole(), tmp_path)
    draft = whole()
    draft = replace(draft, organisation=replace(draft.organisation, sign_off="Two trustees."))
    text = said(draft, tmp_path)
    assert "Who approves submissions: Two trustees." in text
    assert "Nobody has been named yet to approve this submission." in text


def test_where_it_went_is_told_with_the_reason_for_sending_it_so(tmp_path: Path) -> None:
    files = (
        Exported("x", "r", DAY, "/home/una/Evidence.docx"),
        Exported("w", "r", DAY, "/home/una/Old.docx", "For the chair.", ("There is no summary.",)),
        Exported("v", "r", DAY, "/home/una/Older.docx"),
    )
    log = (Sending("s", "r", datetime(2026, 11, 24, 10, 0), "Online form", "VH 12", note="Late."),)  # noqa: DTZ001
    text = said(whole(), tmp_path, exports=files, log=log)
    assert "Evidence.docx was written on 23 November 2026." in text
    assert "Old.docx was written on 23 November 2026 in spite of this: There is no summary." in text
    assert "The reason given: For the chair." in text
    assert "Older.docx" not in text
    assert "24 November 2026 | Online form | VH 12 | – | –" in text
    assert "Note on the sending of 24 November 2026: Late." in text


def test_word_takes_it_without_an_error(ooxml_validator, tmp_path: Path) -> None:
    draft = replace(whole(), sign_off=SignOff("Una & “Marsh”", "<Chair>"))
    path = tmp_path / "report.docx"
    report = report_on(draft, log=(Sending("s", "r", DAY),))
    submission.write_report(report, draft.consultation, TEMPLATES, path, FileFormat.WORD, False)
    assert ooxml_validator.every_version(path) == {"Office2016": [], "Microsoft365": []}
    document = Document(str(path))
    assert document.core_properties.title == "Submission report: Fernbrook Community Trust"
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert [name for name in styles if str(name).startswith("Heading")][:2] == ["Heading 1"] * 2
    assert "Una & “Marsh”" in "".join(c.text for t in document.tables for c in t._cells)
    with pytest.raises(FileExists):
        submission.write_report(report, draft.consultation, TEMPLATES, path, FileFormat.WORD, False)


def test_libreoffice_shows_every_word_of_it(pdf_text, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    draft = whole()
    submission.write_report(
        report_on(draft), draft.consultation, TEMPLATES, path, FileFormat.WORD, False
    )
    packed = "".join(pdf_text(path).split())
    words = re.sub(r"[|•]|[-=]{3,}", " ", said(draft, tmp_path)).split()
    assert [word for word in words if word not in packed] == []


WORDS = st.text(max_size=30)


@given(WORDS, WORDS, WORDS)
def test_any_text_comes_through_whole(who: str, key_point: str, reason: str) -> None:
    draft = make_draft(
        {
            "1": Answer("r", "1", key_point, "x"),
            "2": Answer("r", "2", "", "", AnswerMark.SKIPPED, reason),
        }
    )
    draft = replace(draft, sign_off=SignOff(who))
    outline = report_outline(
        report_on(draft), report_words(TEMPLATES, draft.organisation.name, draft.consultation)
    )
    assert outline.blocks


def test_a_report_is_named_after_its_submission() -> None:
    assert report_file_name(whole()) == (
        "Fernbrook Community Trust - The future of village halls - report.docx"
    )


def test_a_wrong_template_is_told_of_by_name(tmp_path: Path) -> None:
    words = report_words(TEMPLATES, "Trust", whole().consultation)
    broken = ReportWords({**words.words, "ready_heading": "{{ 1 / 0 }}"}, words.style, words.base)
    with pytest.raises(ExportError, match="ready_heading"):
        report_outline(report_on(whole()), broken)
    with pytest.raises(ContentError, match=r"plan\.toml"):
        report_words(tmp_path, "Trust", whole().consultation)
