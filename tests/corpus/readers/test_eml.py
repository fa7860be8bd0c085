from __future__ import annotations

import email.policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import Block, BlockKind, Document
from desktop.corpus.failures import Cause
from desktop.corpus.limits import USUAL, Limits
from desktop.corpus.readers.eml import open_mail, read
from desktop.corpus.reading import read_file
from tests.corpus.hostile import cause_of, paragraph, word

K = BlockKind


def mail(body: str = "We run a hall for 400 people.", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.get("sender", "Ann Exämple <ann@example.org>")
    message["To"] = "committee@example.org"
    message["Subject"] = headers.get("subject", "Our response to the consultation")
    message["Date"] = "Mon, 04 Mar 2019 10:00:00 +0000"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(body)
    return message


@pytest.fixture
def read_mail(tmp_path: Path):
    def make(message: EmailMessage | bytes) -> Document:
        path = tmp_path / "mail.eml"
        path.write_bytes(message if isinstance(message, bytes) else bytes(message))
        return read(path, USUAL)

    return make


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_the_headers_of_a_mail_are_its_metadata(read_mail):
    said = read_mail(mail()).metadata
    assert (said.title, said.author, said.date) == (
        "Our response to the consultation",
        "Ann Exämple",
        "2019-03-04",
    )


def test_the_message_is_read_with_its_signature(read_mail):
    document = read_mail(
        mail("Dear Committee,\n\nWe run a hall.\n\n-- \nAnn Example\nFernbrook Trust\n")
    )
    assert texts(document) == [
        "Dear Committee,",
        "We run a hall.",
        "Ann Example",
        "Fernbrook Trust",
    ]


def test_earlier_mails_are_quotations(read_mail):
    document = read_mail(
        mail(
            "We will send it.\n\nOn Fri, 1 Mar 2019 at 09:00, Bo Sample <bo@example.org>\nwrote:\n"
            "> Could you send me\n> your response?\n>\n> Bo\n"
        )
    )
    assert [block.kind for block in document.blocks] == [K.PARAGRAPH] + [K.QUOTATION] * 3
    assert texts(document)[2] == "Could you send me your response?"


@pytest.mark.parametrize(
    "line",
    [
        "-----Original Message-----",
        "From: Bo Sample [mailto:bo@example.org]",
        "---------- Forwarded message ----------",
        "From: Bo Sample Sent: 1 March 2019 09:00 To: Ann Example",
    ],
)
def test_everything_after_the_words_of_a_mail_program_is_quotation(read_mail, line: str):
    document = read_mail(mail(f"We will send it.\n\n{line}\n\nCould you send it?\n\n1. The form\n"))
    kinds = [block.kind for block in document.blocks]
    assert kinds[0] is K.PARAGRAPH
    assert set(kinds[1:]) == {K.QUOTATION}


def test_lines_that_the_mail_program_broke_are_joined(read_mail):
    message = mail("We run a hall that is \nopen every day, and we \nkeep it warm.\n")
    message.set_param("format", "flowed")
    assert texts(read_mail(message)) == [
        "We run a hall that is open every day, and we keep it warm."
    ]


def test_of_a_message_in_two_forms_the_one_with_structure_is_read(read_mail):
    message = mail("We want: a roof")
    message.add_alternative("<h1>We want</h1><ul><li>a roof</li></ul>", subtype="html")
    assert read_mail(message).blocks == (
        Block(K.HEADING, "We want", level=1),
        Block(K.LIST_ITEM, "a roof", level=1),
    )


def test_attached_documents_are_read_with_their_own_readers(read_mail):
    message = mail()
    message.add_attachment(
        word(paragraph("The hall costs a great deal.")),
        maintype="application",
        subtype="octet-stream",
        filename="Réponse.docx",
    )
    message.add_attachment("# Our costs\n", subtype="markdown", filename="costs.md")
    document = read_mail(message)
    assert [name for name, _ in document.attachments] == ["Réponse.docx", "costs.md"]
    assert texts(document.attachments[0][1]) == ["The hall costs a great deal."]


def test_an_attached_file_that_cannot_be_read_is_told(read_mail):
    message = mail()
    message.add_attachment(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), maintype="application",
                           subtype="msword", filename="old.doc")  # fmt: skip
    document = read_mail(message)
    assert document.attachments == ()
    assert "“old.doc”" in document.notices[0]


def test_pictures_and_keys_that_come_along_are_no_documents(read_mail):
    message = mail()
    message.add_attachment(b"\xff\xd8\xff", maintype="image", subtype="jpeg", filename="logo.jpg")
    message.add_attachment("BEGIN:VCARD", subtype="vcard", filename="ann.vcf")
    document = read_mail(message)
    assert (document.attachments, document.notices) == ((), ())


def test_a_mail_in_a_mail_is_a_document_of_its_own(read_mail):
    outer = mail()
    outer.add_attachment(mail("We ask for a roof.", subject="The earlier one"))
    name, inner = read_mail(outer).attachments[0]
    assert name == "The earlier one.eml"
    assert texts(inner) == ["We ask for a roof."]
    assert inner.metadata.title == "The earlier one"


def test_mails_in_mails_end_somewhere(read_mail):
    message = mail("innermost")
    for _ in range(9):
        outer = mail("around")
        outer.add_attachment(message)
        message = outer
    document, depth = read_mail(message), 0
    while document.attachments:
        document, depth = document.attachments[0][1], depth + 1
    assert depth == 5
    assert "too deeply" in document.notices[0]


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "C:\\evil.txt", "a" * 300 + ".txt", "\0.txt", "...", ""]
)
def test_a_file_is_put_down_in_its_folder_whatever_its_name(tmp_path: Path, name: str):
    message = mail()
    message.add_attachment(b"We run a hall.", maintype="application", subtype="x", filename=name)
    path = tmp_path / "mail.eml"
    path.write_bytes(bytes(message))
    folder = tmp_path / "inside"
    folder.mkdir()
    for file in open_mail(path, USUAL).files:
        put = file.put_down(folder)
        assert put.resolve().is_relative_to(folder.resolve())
        assert put.read_bytes().strip() == b"We run a hall."


def test_a_mail_out_of_a_mailbox_is_read(read_mail):
    assert texts(read_mail(b"From ann@example.org Mon Mar  4\n" + bytes(mail())))[0].startswith(
        "We run"
    )


def test_a_mail_of_old_encodings_is_read(read_mail):
    data = (
        b"From: =?iso-8859-1?q?J=FCrgen?= <j@example.org>\nMessage-ID: <1>\n"
        b"Subject: =?utf-8?b?4oCcT3VyIGhhbGzigJ0=?=\n"
        b"Content-Type: text/plain; charset=windows-1252\n"
        b"Content-Transfer-Encoding: 8bit\nDate: never\n\nThe Trust\x92s hall.\n"
    )
    document = read_mail(data)
    assert document.metadata.author == "Jürgen"
    assert document.metadata.title == "“Our hall”"
    assert document.metadata.date == ""
    assert texts(document) == ["The Trust’s hall."]


def test_a_mail_with_nothing_in_it_is_empty(tmp_path: Path):
    path = tmp_path / "a.eml"
    path.write_bytes(b"From: a@example.org\nMessage-ID: <1>\n\n")
    assert cause_of(read, path, USUAL) is Cause.EMPTY


def test_a_mail_of_more_bytes_than_are_read_is_too_large(tmp_path: Path):
    path = tmp_path / "a.eml"
    path.write_bytes(bytes(mail()))
    assert cause_of(read, path, Limits(bytes=50)) is Cause.TOO_LARGE


PARTS = st.sampled_from(
    [
        "Content-Type: multipart/mixed; boundary=x\n",
        "Content-Type: message/rfc822\n",
        "Content-Type: text/html\n",
        "Content-Type: text/plain; charset=nonsense\n",
        "Content-Transfer-Encoding: base64\n",
        "Content-Disposition: attachment; filename*=utf-8''%ff\n",
        'filename="a.eml"\n',
        "=?utf-8?q?=zz?=\n",
        "Subject: =?x?b?!?=\n",
        "> quoted\n",
        "words\n",
        "--x\n",
        "--x--\n",
        "\n",
    ]
)


@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_muddle_of_parts_is_a_document_or_a_read_error(tmp_path_factory, muddle: str):
    path = tmp_path_factory.mktemp("m") / "a.eml"
    path.write_bytes(b"From: a@example.org\nMIME-Version: 1.0\n" + muddle.encode())
    assert cause_of(read_file, path) is not Cause.MISSING


def test_headers_on_several_lines_come_on_one(read_mail):
    data = bytes(mail(subject="word " * 40).as_bytes(policy=email.policy.SMTP))
    assert "\n" not in read_mail(data).metadata.title
