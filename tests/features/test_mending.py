"""A faulty draft is mended through the list of checks, until it can be approved and sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QPushButton, QTextEdit

from desktop.core.finding import FindingLevel
from desktop.core.response import AnswerState
from desktop.core.walk import states
from desktop.paths import Paths
from tests.export import reading
from tests.features import faulty_draft, journey
from tests.features.person import Person
from tests.support.drafts import SOURCE
from tests.support.office import OoxmlValidator
from tests.support.workspace import SetClock

FOUND = (
    f"{faulty_draft.CHAIR} has not approved this yet.",
    f"“{faulty_draft.EMAIL}” looks like an email address.",
    "There is no paragraph 99.",
    "“40%” has no source.",
    "“always” leaves no exception.",
    "Quotation marks of different kinds are mixed here.",
    "This question is not answered yet.",
    "“utilise” has a plainer word.",
    "“APPG” is not spelled out where it is first used.",
    "A recommendation does not say by when.",
    "This sentence has 47 words without a break.",
)
SHORT = "The hall is open on each day but Sunday. Neighbours come to learn, to eat and to sing."
REASON = "It is so by law: a charity without trustees cannot act."
MENDED = (
    "We use the hall on weekdays.",
    "The all-party parliamentary group (APPG) on halls has visited us twice.",
    "Nearly 40% of the halls in the valley lost money last year.",
    "A trustee of our hall said: “Winter is our best season.” A hall without trustees",
    SHORT,
    "The Department should pay for the training of hall trustees by April 2028",
)


@pytest.fixture
def faulty(person: Person, paths: Paths, clock: SetClock) -> Person:
    """A person at the first question of the faulty draft, with its faults listed."""
    faulty_draft.write_faulty_draft(paths.default_workspace, paths, clock)
    person.start(paths.default_workspace)
    person.click(f"Open {faulty_draft.TITLE}")
    person.wait_for_words("Question 1 of 3")
    person.wait_for(lambda: person.window.checks.known, "nothing was checked")
    person.click("Checks: 3 must be mended, 4 worth mending")
    return person


def test_a_faulty_draft_is_mended_approved_exported_and_kept(
    faulty: Person, tmp_path: Path, ooxml_validator: OoxmlValidator
) -> None:
    person = faulty
    for sentence in FOUND:
        assert person.reads(sentence), sentence
    person.picture("faulty")
    move_contact_details_out(person)
    mend_by_button(person)
    mend_by_typing(person)
    dismiss_with_a_reason(person)
    have_it_approved(person)
    save_the_report(person, tmp_path / "report.docx")
    export(person, tmp_path / "mended.docx", ooxml_validator)
    note_where_it_was_sent(person)


def move_contact_details_out(person: Person) -> None:
    """Mend by the keyboard, take it back and do it again."""

    def moved() -> bool:
        draft = journey.draft(person)
        inside = faulty_draft.EMAIL in draft.answer("1").body
        assert inside != (draft.organisation.contact_email == faulty_draft.EMAIL)
        return not inside

    person.press("Down")
    assert FOUND[1] in person.focus().accessibleName()
    person.tab_to("Move it to the covering email")
    person.press("Space")
    person.wait_for(moved, "it was not moved")
    gone(person, FOUND[1])
    person.press("Ctrl+Z")
    person.wait_for(lambda: not moved() and person.reads(FOUND[1]), "it was not taken back")
    person.press("Ctrl+Shift+Z")
    person.wait_for(moved, "it was not done again")
    gone(person, FOUND[1])
    person.picture("redone")


def mend_by_button(person: Person) -> None:
    """Open each card with the mouse, and press what it offers."""
    for sentence, fix in (
        (FOUND[2], "Take the reference out"),
        (FOUND[7], "Write “use”"),
        (FOUND[8], "Spell it out"),
        (FOUND[5], "Use the same marks throughout"),
        (FOUND[6], "Say that we do not comment on it"),
    ):
        open_card(person, sentence)
        person.click(f"{fix}: {sentence}")
        gone(person, sentence)
    move_the_date_out(person)
    draft = journey.draft(person)
    assert states(draft)["3"] is AnswerState.SKIPPED
    assert draft.recommendations[0].by_when == "by April 2028"
    person.picture("mended by buttons")


def move_the_date_out(person: Person) -> None:
    """Mend what stands on another page from here: by the keyboard, which stays in the list."""
    person.click("Checks: ")
    person.press("Home")

    def reached() -> bool:
        # The list may be shown anew in between: look before each step.
        if person.focus().accessibleName().endswith(FOUND[9]):
            return True
        person.press("Down")
        return False

    person.wait_for(reached, "the arrow keys do not lead there")
    person.tab_to("Move the date into its own field")
    person.press("Space")
    gone(person, FOUND[9])


def mend_by_typing(person: Person) -> None:
    """Follow a finding to its words: write them anew, and cite the source of a figure."""
    follow(person, FOUND[10], "2", faulty_draft.LONG)
    person.type(SHORT)
    gone(person, FOUND[10])
    person.wait_for(
        lambda: journey.draft(person).answer("2").body.endswith(f"\n\n{SHORT}"),
        "the words were not written anew",
    )
    follow(person, FOUND[3], "1", "40%")
    person.press("End")
    person.press("Ctrl+Shift+C")
    person.choose("Source to cite", SOURCE.short)
    person.press("Tab")
    person.type("page 6")
    person.press("Return")
    gone(person, FOUND[3])
    person.picture("mended by typing")


def follow(person: Person, sentence: str, number: str, words: str) -> None:
    """Click on a finding, and have the words that it is about selected in the answer."""
    open_card(person, sentence)

    def selected() -> str:
        answer = person.field(f"Answer to question {number}")
        return answer.textCursor().selectedText() if isinstance(answer, QTextEdit) else ""

    person.wait_for(lambda: selected() == words, f"“{words}” was not selected")
    person.press("F7")
    assert person.focus() is person.field(f"Answer to question {number}")


def dismiss_with_a_reason(person: Person) -> None:
    """Let one stand, and say why; what is left besides is for the chair and for thought."""
    open_card(person, FOUND[4])
    person.dialogs.texts.append(REASON)
    person.click(f"Dismiss… {FOUND[4]}")
    gone(person, FOUND[4])
    person.wait_for_words("Show what was dismissed (1)")
    assert serious(person) == [FOUND[0]]


def have_it_approved(person: Person) -> None:
    """Name who approves it, say that they have, and read that it is ready."""
    person.press("Ctrl+R")
    person.wait_for_words("Not ready to be sent: 2 things still open.")
    person.write("Who approves it", "Wren Hollis")
    person.click("They have approved this text")
    person.wait_for_words("Ready to be sent.")
    person.wait_for(lambda: not person.reads("Not ready to be sent"))
    person.wait_for(lambda: not person.reads("must be mended"))
    assert serious(person) == []
    person.picture("ready")
    person.click("What to mend (")
    person.click("Show what was dismissed (1)")
    person.wait_for_words(f"Reason: {REASON}")


def save_the_report(person: Person, file: Path) -> None:
    """Save the report for whoever signs off; it names what was dismissed, and why."""
    person.dialogs.saves.append(file)
    person.click("Save the report")
    person.wait_for(lambda: f"Saved: {file.name}" in person.dialogs.notices, "no report")
    said = "\n".join(reading.paragraphs(file.read_bytes()))
    assert FOUND[4] in said
    assert REASON in said


def export(person: Person, file: Path, validator: OoxmlValidator) -> None:
    """Export without being stopped; Word can read it, and it says what was mended."""
    person.press("Ctrl+E")
    person.wait_for_words("Cover email")
    person.dialogs.saves.append(file)
    person.click("Choose where")
    asked = len(person.dialogs.asked)
    journey.export_once(person, file)
    assert person.dialogs.asked[asked:] == []
    assert validator.every_version(file) == {"Office2016": [], "Microsoft365": []}
    said = "\n".join(reading.paragraphs(file.read_bytes()))
    for words in MENDED:
        assert words in said, words
    for words in (faulty_draft.EMAIL, "paragraph 99", "utilise", faulty_draft.LONG):
        assert words not in said, words


def note_where_it_was_sent(person: Person) -> None:
    """Note that it was sent; the library has it from then on."""
    response = person.window.place.response
    person.click_on(person.find(QPushButton, "Note where it was sent"))
    person.click("It was sent")
    person.wait_for_words("Sent: Just now")
    person.type("The online form of the committee")
    person.click("See it in the library")
    person.wait_for_words("Past response")
    person.picture("in the library")
    session = person.window.session
    (entry,) = session.sending.log(response)
    assert entry.place == "The online form of the committee"
    passages = session.intake.passages_of(entry.document)
    assert any(SHORT in passage.text for passage in passages)


def open_card(person: Person, sentence: str) -> None:
    """Click on what the list of checks says of something."""
    card = person.find(QFrame, card_name(person, sentence))
    person.click_on(card, QPoint(12, 12))
    person.wait_for(lambda: person.button(f"Show: {sentence}"), f"“{sentence}” did not open")


def card_name(person: Person, sentence: str) -> str:
    """Return the accessible name of the card that says something: level, place, sentence."""
    names = [card.accessibleName() for card in person.everything(QFrame)]
    return next(name for name in names if name.endswith(f": {sentence}"))


def serious(person: Person) -> list[str]:
    """Return the errors and warnings that the checks still say."""
    found = person.window.checks.said.open
    return [one.sentence for one in found if one.level is not FindingLevel.NUDGE]


def gone(person: Person, sentence: str) -> None:
    """Wait until something is no longer found."""
    person.wait_for(
        lambda: not any(one.sentence == sentence for one in person.window.checks.said.open),
        f"“{sentence}” is still found",
    )
    person.wait_until_saved()
