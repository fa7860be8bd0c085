from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from desktop.corpus.failures import Cause, ReadError
from desktop.corpus.limits import Limits
from desktop.corpus.readers.pdf import read
from desktop.corpus.readers.pdf.scans import ranges
from tests.corpus.readers.pdf.paper import next_object, paragraph, picture, rule, text, write

WORDS = (
    "The small charities of the valley told us in spring that the grants they had been promised"
    " were late, that nobody answered their letters, and that two of them had closed meanwhile."
)
SCAN = picture(0, 0, 595, 842)


def sound(folder: Path) -> Path:
    return write(folder / "sound.pdf", [paragraph(72, 100, WORDS)[0]] * 3)


def cause_of(path: Path, limits: Limits | None = None) -> Cause:
    with pytest.raises(ReadError) as caught:
        read(path, limits or Limits())
    assert path.name in caught.value.message
    return caught.value.cause


def protected(folder: Path, *, user: str, owner: str) -> Path:
    writer = PdfWriter(clone_from=PdfReader(sound(folder)))
    writer.encrypt(user, owner, algorithm="RC4-128")
    writer.write(folder / "protected.pdf")
    return folder / "protected.pdf"


def test_a_scan_is_known_and_the_person_told_what_to_do(tmp_path: Path) -> None:
    path = write(
        tmp_path / "scan.pdf", [[SCAN], [SCAN, text(290, 800, "2")]], info="/Title (Minutes)"
    )
    document = read(path, Limits())
    assert document.scanned
    assert document.blocks == ()
    assert document.metadata.title == "Minutes"
    assert "text recognition" in document.notices[0]


def test_the_pages_that_are_only_pictures_are_named(tmp_path: Path) -> None:
    words = paragraph(72, 100, WORDS)[0]
    path = write(tmp_path / "part.pdf", [words, [SCAN], words, [SCAN], [SCAN], [SCAN]])
    document = read(path, Limits())
    assert not document.scanned
    assert document.notices[0].startswith("Pages 2 and 4 to 6 are pictures")
    assert (
        read(write(tmp_path / "one.pdf", [words, [SCAN]]), Limits())
        .notices[0]
        .startswith("Page 2 is a picture")
    )


def test_text_recognised_from_a_scan_is_read_and_said_to_be_so(tmp_path: Path) -> None:
    hidden = ["3 Tr", *paragraph(72, 100, WORDS)[0]]
    document = read(write(tmp_path / "ocr.pdf", [[SCAN, *hidden]]), Limits())
    assert [block.text for block in document.blocks] == [WORDS]
    assert "recognised from a scan" in document.notices[0]


def test_a_drawing_without_a_word_is_treated_as_a_scan(tmp_path: Path) -> None:
    document = read(write(tmp_path / "plan.pdf", [[rule(72, 100, 500, 100)]]), Limits())
    assert document.scanned


def test_letters_that_cannot_be_told_are_said_to_be_missing(tmp_path: Path) -> None:
    odd = ["\x03\x04\x05\x06 " * 12] * 3
    marks = [text(72, 100 + 14 * index, line) for index, line in enumerate(odd)]
    document = read(write(tmp_path / "odd.pdf", [[*marks, text(72, 200, WORDS[:60])]]), Limits())
    assert "cannot be told" in document.notices[0]
    assert not document.scanned
    document = read(write(tmp_path / "odder.pdf", [marks]), Limits())
    assert document.scanned
    assert "cannot be told" in document.notices[0]


def test_what_was_filled_into_a_form_is_read(tmp_path: Path) -> None:
    shown = "BT /F1 11 Tf 2 5 Td (Yes, they were late.) Tj ET"
    look = (
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 328 20] /Length {len(shown)}"
        f" /Resources << /Font << /F1 4 0 R >> >> >>\nstream\n{shown}\nendstream"
    )
    field = (
        "/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (answer) /F 4"
        f" /Rect [72 500 400 520] /AP << /N {next_object(1)} 0 R >> >>]"
    )
    path = write(tmp_path / "form.pdf", [paragraph(72, 100, WORDS)[0]], page=field, more=[look])
    texts = [block.text for block in read(path, Limits()).blocks]
    assert texts[0] == WORDS
    assert "Yes, they were late." in texts


def test_a_file_with_a_password_says_so(tmp_path: Path) -> None:
    assert cause_of(protected(tmp_path, user="secret", owner="more")) is Cause.PASSWORD


def test_a_file_that_is_only_protected_from_changes_is_read(tmp_path: Path) -> None:
    document = read(protected(tmp_path, user="", owner="more"), Limits())
    assert document.blocks[0].text == WORDS


def test_what_is_wrong_with_a_file_is_named(tmp_path: Path) -> None:
    nothing, blank = tmp_path / "nothing.pdf", tmp_path / "blank.pdf"
    nothing.write_bytes(b"")
    blank.write_bytes(b"\0" * 4000)
    other, stump = tmp_path / "other.pdf", tmp_path / "stump.pdf"
    other.write_bytes(b"PK\x03\x04 and so on")
    stump.write_bytes(sound(tmp_path).read_bytes()[:200])
    assert cause_of(nothing) is Cause.EMPTY
    assert cause_of(blank) is Cause.DAMAGED
    assert cause_of(other) is Cause.WRONG_NAME
    assert cause_of(stump) is Cause.DAMAGED
    assert cause_of(tmp_path / "gone.pdf") is Cause.MISSING
    assert cause_of(write(tmp_path / "white.pdf", [[], []])) is Cause.EMPTY


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    assert cause_of(sound(tmp_path), Limits(bytes=100)) is Cause.TOO_LARGE
    assert cause_of(sound(tmp_path), Limits(blocks=1)) is Cause.TOO_LARGE
    lines = paragraph(72, 60, f"{WORDS} " * 8)[0]
    assert cause_of(write(tmp_path / "long.pdf", [lines] * 3), Limits(blocks=0)) is Cause.TOO_LARGE
    assert cause_of(write(tmp_path / "pages.pdf", [[]] * 2001)) is Cause.TOO_LARGE


def test_what_a_file_says_about_itself_is_taken_where_it_means_something(tmp_path: Path) -> None:
    words = [paragraph(72, 100, WORDS)[0]]
    good = write(
        tmp_path / "good.pdf",
        words,
        info="/Title (Grants in the valley) /Author (Ann Example) /CreationDate (D:20190305)",
        catalog="/Lang (en_GB)",
    )
    poor = write(
        tmp_path / "poor.pdf",
        words,
        info="/Title (Microsoft Word - grants final.doc) /Author (User) /CreationDate (D:20191399)",
        catalog="/Lang (*)",
    )
    said = read(good, Limits()).metadata
    assert (said.title, said.author) == ("Grants in the valley", "Ann Example")
    assert (said.date, said.language) == ("2019-03-05", "en-GB")
    said = read(poor, Limits()).metadata
    assert (said.title, said.author, said.date, said.language) == ("", "", "", "")


def test_page_numbers_are_said_in_words() -> None:
    assert ranges([3]) == "3"
    assert ranges([7, 2, 5, 6]) == "2 and 5 to 7"
    assert ranges([1, 2, 3, 9, 10]) == "1 to 3 and 9, 10"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    cut=st.integers(5, 2500),
    changes=st.lists(
        st.tuples(st.integers(0, 2499), st.binary(min_size=1, max_size=9)), max_size=5
    ),
)
def test_no_damage_ends_in_anything_but_a_sentence(
    tmp_path: Path, cut: int, changes: list[tuple[int, bytes]]
) -> None:
    data = bytearray(sound(tmp_path).read_bytes())
    for place, other in changes:
        data[place : place + len(other)] = other
    path = tmp_path / "damaged.pdf"
    path.write_bytes(bytes(data[: cut if cut % 2 else len(data)]))
    caught: Cause | None = None
    try:
        document = read(path, Limits())
    except ReadError as error:
        caught = error.cause
    else:
        assert document.blocks or document.scanned
    assert caught in {None, Cause.DAMAGED, Cause.EMPTY, Cause.PASSWORD, Cause.WRONG_NAME}
