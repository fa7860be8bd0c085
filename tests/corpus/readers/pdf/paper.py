"""Writes small PDFs letter by letter, so that a test knows exactly where everything stands."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

WIDTH, HEIGHT = 595, 842
PLAIN, BOLD, ITALIC = "F1", "F2", "F3"
_FONTS = {PLAIN: "Helvetica", BOLD: "Helvetica-Bold", ITALIC: "Helvetica-Oblique"}


def text(x: float, y: float, words: str, size: float = 11, font: str = PLAIN) -> str:
    """Give one line of text; `y` is the distance of its baseline from the top of the page."""
    escaped = words.encode("cp1252").decode("latin-1")
    for letter in "\\()":
        escaped = escaped.replace(letter, f"\\{letter}")
    return f"BT /{font} {size} Tf {x} {HEIGHT - y} Td ({escaped}) Tj ET"


def lines(
    x: float, y: float, words: Sequence[str], size: float = 11, font: str = PLAIN
) -> list[str]:
    """Give lines under one another, set solid."""
    return [text(x, y + index * size * 1.2, line, size, font) for index, line in enumerate(words)]


def paragraph(
    x: float, y: float, words: str, letters: int = 80, size: float = 11, font: str = PLAIN
) -> tuple[list[str], float]:
    """Give a paragraph with at most so many letters a line, and the baseline after it."""
    wrapped = textwrap.wrap(words, letters, break_long_words=False, break_on_hyphens=False)
    return lines(x, y, wrapped, size, font), y + (len(wrapped) + 0.9) * size * 1.2


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """Give a thin line."""
    return f"0.7 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S"


def picture(x: float, y: float, wide: float, high: float) -> str:
    """Give a grey picture whose upper left corner is at `x`, `y`."""
    return f"q {wide} 0 0 {high} {x} {HEIGHT - y - high} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


def write(
    path: Path,
    pages: Sequence[Sequence[str]],
    info: str = "",
    catalog: str = "",
    page: str = "",
    more: Sequence[str] = (),
    resources: str = "",
) -> Path:
    """Write pages of marks; `info`, `catalog` and `page` are put into those dictionaries.

    `more` are objects that follow, numbered from `next_object(len(pages))`.
    """
    fonts = " ".join(f"/{key} {index + 4} 0 R" for index, key in enumerate(_FONTS))
    first = next_object(0)
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< {info} >>",
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            for name in _FONTS.values()
        ),
    ]
    for index, marks in enumerate(pages):
        stream = "\n".join(marks)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {page}"
            f" /Resources << /Font << {fonts} >> {resources} >>"
            f" /Contents {first + 2 * index + 1} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects += more
    path.write_bytes(_file(objects).encode("latin-1"))
    return path


def next_object(pages: int) -> int:
    """Give the number of the first object after so many pages."""
    return 4 + len(_FONTS) + 2 * pages


def _file(objects: Sequence[str]) -> str:
    made = "%PDF-1.5\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    made += "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>"
    return f"{made}trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n"
