from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QDate, QDateTime, QStandardPaths, QTime, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.core.consultation import Limit, LimitUnit
from desktop.core.edits import MarkAnswer, SetBody, SetKeyPoint, SetOrganisationField
from desktop.core.finding import TextField
from desktop.core.response import AnswerMark, Response
from desktop.core.translating import Language, TextKey
from desktop.core.translating_edits import SetTranslation
from desktop.core.words import Count
from desktop.export import FileFormat
from desktop.session import Session
from desktop.ui.pages.export import ExportPage
from desktop.ui.pages.export_forms import over_words
from desktop.ui.pages.export_sent import SENT
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

Show = Callable[..., ExportPage]
NAME = "Fernbrook Community Trust - Smaller Government Bigger Society"
CITED = "We “know” 40 groups – all closed. [@altogether-better-bs69, para. 2]"


@pytest.fixture
def written(session: Session, response: Response, tmp_path: Path) -> Response:
    for question in session.draft(response.id).consultation.questions:
        session.apply(SetKeyPoint(response.id, question.number, "Groups need rooms."))
        session.apply(MarkAnswer(response.id, question.number, AnswerMark.READY))
    session.apply(SetBody(response.id, "1", CITED))
    session.apply(SetOrganisationField("fernbrook", "contact_email", "ada@fernbrook.example"))
    session.set_setting("export.folder", str(tmp_path / "out"))
    (tmp_path / "out").mkdir()
    return response


@pytest.fixture
def page(written: Response, show: Show, qtbot: QtBot) -> ExportPage:
    page = show(ExportPage, Place(PageId.EXPORT, written.id))
    qtbot.waitUntil(lambda: bool(page.document.email.body.toPlainText()))
    return page


def exported(page: ExportPage, qtbot: QtBot) -> Path:
    page.document.export_button.click()
    qtbot.waitUntil(lambda: page.document.folder_button.isVisible())
    return page.document.path


def test_a_word_document_is_written_and_its_path_shown(
    page: ExportPage, qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs
) -> None:
    assert page.document.name.text() == f"{NAME}.docx"
    path = exported(page, qtbot)
    assert path == tmp_path / "out" / f"{NAME}.docx"
    text = [p.text for p in Document(BytesIO(path.read_bytes())).paragraphs]
    assert any("40 groups" in line for line in text)
    assert page.document.said.text().replace("\u200b", "") == f"Saved as {path}"
    assert dialogs.notices == [f"Exported: {path.name}"]
    assert dialogs.asked == []


def test_plain_text_is_written_under_its_own_extension(page: ExportPage, qtbot: QtBot) -> None:
    page.document.formats[FileFormat.TEXT].click()
    assert page.document.name.text() == f"{NAME}.txt"
    assert "40 groups" in exported(page, qtbot).read_text(encoding="utf-8")


def test_the_suggested_name_follows_the_organisation_and_an_own_name_stays(
    page: ExportPage, session: Session
) -> None:
    session.apply(SetOrganisationField("fernbrook", "name", "Fernbrook Trust"))
    assert page.document.name.text().startswith("Fernbrook Trust - ")
    page.document.name.setText("mine.docx")
    session.apply(SetOrganisationField("fernbrook", "name", "Fernbrook"))
    assert page.document.name.text() == "mine.docx"
    page.document.formats[FileFormat.TEXT].click()
    assert page.document.name.text() == "mine.txt"


def test_a_name_without_an_extension_gets_one_and_none_gets_the_suggestion(
    page: ExportPage, tmp_path: Path
) -> None:
    page.document.name.setText("evidence")
    assert page.document.path == tmp_path / "out" / "evidence.docx"
    page.document.name.setText("  ")
    assert page.document.path.name == f"{NAME}.docx"


def test_the_folder_is_chosen_in_a_dialog_and_kept(
    page: ExportPage, dialogs: FakeDialogs, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    page.document.choose_button.click()
    assert page.document.name.text() == f"{NAME}.docx"
    dialogs.saves = [tmp_path / "mine.docx"]
    page.document.choose_button.click()
    assert page.document.name.text() == "mine.docx"
    assert session.setting("export.folder") == str(tmp_path)
    assert exported(page, qtbot) == tmp_path / "mine.docx"


def test_without_a_documents_folder_the_home_folder_is_offered(
    page: ExportPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.set_setting("export.folder", "")
    missing = str(tmp_path / "Documents")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: missing)
    assert page.document.path.parent == Path.home()
    Path(missing).mkdir()
    assert page.document.path.parent == Path(missing)


def test_a_file_that_is_there_is_replaced_only_after_a_yes(
    page: ExportPage, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    path = page.document.path
    path.write_bytes(b"mine")
    page.document.export_button.click()
    qtbot.waitUntil(lambda: len(dialogs.asked) == 1)
    assert dialogs.asked[0][1] == "Replace the file?"
    assert dialogs.risky == ["Replace the file?"]
    assert path.read_bytes() == b"mine"
    assert not page.document.folder_button.isVisible()
    dialogs.confirms = [True]
    assert exported(page, qtbot).read_bytes()[:2] == b"PK"


def test_a_folder_that_has_vanished_gives_a_sentence(
    page: ExportPage, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "out").rmdir()
    page.document.export_button.click()
    qtbot.waitUntil(lambda: len(dialogs.errors) == 1)
    assert "is not there" in dialogs.errors[0].message
    assert "safe" in dialogs.errors[0].hint
    assert not page.document.said.isVisible()


def test_errors_come_first_and_are_exported_only_with_a_reason(
    page: ExportPage,
    session: Session,
    written: Response,
    dialogs: FakeDialogs,
    qtbot: QtBot,
    visited: list[Place],
) -> None:
    assert not page.document.errors.isVisible()
    session.apply(SetBody(written.id, "2", "Call 01632 960001."))
    qtbot.waitUntil(lambda: page.document.errors.isVisible())
    assert page.document.errors_title.text() == "1 thing to mend before you send it"
    page.document.errors.cards()[0].where.click()
    assert visited == [Place(PageId.QUESTION, written.id, "2")]
    page.document.export_button.click()
    qtbot.waitUntil(lambda: len(dialogs.asked) == 1)
    assert dialogs.asked[0][1] == "1 thing must be mended"
    assert "01632 960001" in dialogs.asked[0][2]
    assert "The reason is kept with the response" in dialogs.asked[0][2]
    assert not page.document.path.exists()
    dialogs.texts = ["For the chair to read."]
    path = exported(page, qtbot)
    assert path.exists()
    (noted,) = session.sending.exports(written.id)
    assert (noted.file, noted.reason) == (str(path), "For the chair to read.")
    assert len(noted.errors) == 1
    assert "01632 960001" in noted.errors[0]


def test_the_cover_email_names_the_file_and_holds_the_contact_details(
    page: ExportPage, qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    email = page.document.email
    assert f"{NAME}.docx" in email.body.toPlainText()
    assert "ada@fernbrook.example" in email.body.toPlainText()
    email.copy_body.click()
    assert QGuiApplication.clipboard().text() == email.body.toPlainText()
    email.copy_subject.click()
    assert QGuiApplication.clipboard().text() == email.subject.text()
    assert dialogs.notices == ["Email copied.", "Subject copied."]
    page.document.name.selectAll()
    qtbot.keyClicks(page.document.name, "ours.docx")
    qtbot.waitUntil(lambda: "ours.docx" in email.body.toPlainText())


def test_the_folder_and_the_document_can_be_opened(
    page: ExportPage, qtbot: QtBot, tmp_path: Path, opened: list[str]
) -> None:
    path = exported(page, qtbot)
    page.document.folder_button.click()
    page.document.file_button.click()
    assert opened == [str(tmp_path / "out"), str(path)]


def test_each_answer_can_be_copied_for_a_form_with_its_length(
    page: ExportPage, qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    page.tabs.choose(1)
    qtbot.waitUntil(lambda: len(page.forms.cards) == 9)
    first = page.forms.cards[0]
    assert 'We "know" 40 groups - all closed.' in first.text.toPlainText()
    assert first.length.text().endswith(" characters")
    first.copy_button.click()
    assert QGuiApplication.clipboard().text() == first.text.toPlainText()
    assert dialogs.notices == ["Answer 1 copied."]
    assert page.forms.said.text() == "9 answers of 9 to copy."


def test_curly_quotes_can_be_kept_and_the_choice_is_remembered(
    page: ExportPage, qtbot: QtBot, session: Session
) -> None:
    page.tabs.choose(1)
    qtbot.waitUntil(lambda: len(page.forms.cards) == 9)
    page.forms.options.boxes["plain_quotes"].click()
    qtbot.waitUntil(lambda: "We “know” 40 groups -" in page.forms.cards[0].text.toPlainText())
    assert session.setting("export.copy")["plain_quotes"] is False


def test_a_skipped_answer_has_nothing_to_copy(
    page: ExportPage, session: Session, written: Response, qtbot: QtBot
) -> None:
    page.tabs.choose(1)
    session.apply(MarkAnswer(written.id, "3", AnswerMark.SKIPPED, "no time"))
    qtbot.waitUntil(
        lambda: len(page.forms.cards) == 9 and page.forms.cards[2].length.text() == "Skipped"
    )
    assert not page.forms.cards[2].copy_button.isEnabled()
    assert not page.forms.cards[2].text.isVisible()


def test_a_text_too_long_for_its_box_is_marked() -> None:
    count = Count(words=120, characters=700)
    assert over_words(count, Limit(100)) == "! 20 words too many"
    assert over_words(count, Limit(500, LimitUnit.CHARACTERS)) == "! 200 characters too many"
    assert over_words(count, Limit(120)) == ""
    assert over_words(count, Limit(1, LimitUnit.PAGES)) == ""
    assert over_words(count, None) == ""


def test_a_file_without_errors_is_noted_without_a_reason(
    page: ExportPage, session: Session, written: Response, qtbot: QtBot
) -> None:
    path = exported(page, qtbot)
    (noted,) = session.sending.exports(written.id)
    assert (noted.file, noted.reason, noted.errors) == (str(path), "", ())


def test_after_export_it_is_noted_where_it_was_sent_and_the_library_has_it(
    page: ExportPage, session: Session, written: Response, qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    path = exported(page, qtbot)
    page.document.sent_button.click()
    assert page.tabs.current is page.sent
    page.sent.add_button.click()
    qtbot.waitUntil(lambda: bool(page.sent.cards))
    card = page.sent.cards[0]
    assert card.file.text() == f"File: {path.name}"
    qtbot.keyClicks(card.place, "Online form")
    qtbot.keyClicks(card.reference, "BSC 14")
    qtbot.keyClicks(card.quoted, "Paragraph 41.")
    page.flush()
    (entry,) = session.sending.log(written.id)
    assert (entry.place, entry.reference, entry.quoted) == (
        "Online form",
        "BSC 14",
        "Paragraph 41.",
    )
    document = session.intake.document(entry.document)
    assert document.path == str(path)
    assert session.sources()[document.source].reference == "BSC 14"
    assert dialogs.notices[-1] == "Noted. What was sent is in the library as a past response."
    dialogs.ways_back[-1]()
    assert page.sent.cards[0].reference.text() == ""


def test_the_log_opens_the_library_and_can_be_put_right(
    page: ExportPage,
    session: Session,
    written: Response,
    qtbot: QtBot,
    dialogs: FakeDialogs,
    visited: list[Place],
) -> None:
    page.open(Place(PageId.EXPORT, written.id, SENT))
    assert page.tabs.current is page.sent
    page.sent.add_button.click()
    qtbot.waitUntil(lambda: bool(page.sent.cards))
    card = page.sent.cards[0]
    card.when.setDateTime(QDateTime(QDate(2026, 11, 20), QTime(11, 40)))
    page.flush()
    assert session.sending.log(written.id)[0].sent == datetime(2026, 11, 20, 11, 40)  # noqa: DTZ001
    assert card.title.text() == "Sent: Friday at 11:40"
    card.source_button.click()
    source = session.intake.document(session.sending.log(written.id)[0].document).source
    assert visited[-1] == Place(PageId.LIBRARY, item=source)
    card.remove_button.click()
    assert len(session.sending.log(written.id)) == 1
    dialogs.confirms = [True]
    card.remove_button.click()
    assert session.sending.log(written.id) == ()
    assert card.isHidden()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open: no other program is started from a test."""
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(open_url))
    return asked


def test_the_welsh_version_is_written_to_a_file_of_its_own(
    page: ExportPage, session: Session, response: Response, qtbot: QtBot
) -> None:
    assert not page.language.isVisible()
    key = TextKey(Language.WELSH, TextField.BODY, "1")
    session.apply(SetTranslation(response.id, key, "Mae 40 o grwpiau wedi cau.", CITED))
    page.language.buttons[Language.WELSH].click()
    assert page.document.name.text() == f"{NAME} (Cymraeg).docx"
    qtbot.waitUntil(lambda: "Amgaeir" in page.document.email.body.toPlainText())
    path = exported(page, qtbot)
    text = [p.text for p in Document(BytesIO(path.read_bytes())).paragraphs]
    assert any("40 o grwpiau" in line for line in text)
    page.language.buttons[Language.ENGLISH].click()
    assert page.document.name.text() == f"{NAME}.docx"
