"""A learner's whole first course: from the first page to a file for the trainer and a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.handing_in import ENDING, read_work
from desktop.core.learning import WorkKind
from desktop.paths import Paths
from tests.export import reading
from tests.features import course_journey as way
from tests.features import journey
from tests.features.person import Person
from tests.support.office import OoxmlValidator

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def test_a_learner_goes_through_the_whole_first_course(
    person: Person, paths: Paths, tmp_path: Path, ooxml_validator: OoxmlValidator
) -> None:
    way.begin(person, paths.default_workspace)
    person.press("Ctrl+PgDown")
    way.mark_a_claim(person)
    way.read_the_papers(person)
    way.mend_a_paragraph(person)
    way.write_an_answer(person)
    way.compare(person)
    way.share_out(person)
    way.look_back(person)
    way.stop_and_go_on(person)
    file = tmp_path / f"wren{ENDING}"
    way.hand_in(person, file, tmp_path / "mine")
    see_what_is_handed_in(file.read_text(encoding="utf-8"))
    person.click("Export as a document")
    document = journey.export_to(person, tmp_path / "submission.docx")
    said = "\n".join(reading.paragraphs(document))
    for words in ("Larkhope Wheels", way.KEY_POINT, way.CLAIM, "648 refusals of 5,508 requests"):
        assert words in said
    assert ooxml_validator(tmp_path / "submission.docx") == []
    (certificate,) = (tmp_path / "mine").iterdir()
    assert way.NAME in "\n".join(reading.paragraphs(certificate.read_bytes()))


def see_what_is_handed_in(text: str) -> None:
    """See that all of the work is there, and nothing of the person but the name typed."""
    learning = read_work(text).learning
    assert learning.name == way.NAME
    for kind, item, words in (
        (WorkKind.NOTES, "paper-figures", way.NOTES),
        (WorkKind.REPAIR, "mend-vague", way.REPAIRED),
        (WorkKind.FIRST, "1", way.CLAIM),
        (WorkKind.RUBRIC, "self/answers", way.WHY),
        (WorkKind.NOTES, "take-home", way.DIFFERENTLY),
    ):
        assert words in learning.text(kind, item)
    assert learning.state("spot-first") == "done"
    assert learning.state("spot-again") == "skipped"
    notes = [each.text for (kind, _), each in learning.works.items() if kind is WorkKind.HEARING]
    assert notes == [way.HEARING]
    peer = [each.text for (kind, _), each in learning.works.items() if kind is WorkKind.PEER]
    assert peer == [way.PEER]
