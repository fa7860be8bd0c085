"""What a fictional charity says in its submission: typed word for word in the whole-job test."""

from __future__ import annotations

from dataclasses import dataclass

NAME = "Fernbrook Community Trust"
ORGANISATION = {
    "Name": f"{NAME} Limited",
    "Charity number": "0000001",
    "Whom it speaks for": "village halls in the Larch valley",
    "How many": "41 halls",
    "About us": "Since 1987 we have helped volunteers to run village halls.",
}
CONTACT = {
    "Contact name": "Juno Ashgrove",
    "Role": "Policy officer",
    "Email": "juno@fernbrook.example",
    "Telephone": "01632 960001",
    "Address": "The Old Forge, Fernbrook",
}
SKIPPED = "5"
SKIP_REASON = "We have no experience of public service co-operatives."
REASON = "We see every week what happens when a hall closes."
ORAL = "Two of our caretakers would tell the committee what a winter without heating means."


@dataclass(frozen=True)
class Told:
    """What is typed at one question: a key point and plain paragraphs."""

    key_point: str
    paragraphs: tuple[str, ...]


ANSWERS = {
    "1": Told(
        "Neighbours who act together are the Big Society.",
        ("A society is bigger when neighbours can act together without asking first.",),
    ),
    "2": Told(
        "Cuts close the rooms in which groups meet.",
        (
            "Last year eleven groups that met in our halls stopped meeting.",
            "Nine of them told us that the rent had risen because a grant had ended.",
        ),
    ),
    "3": Told(
        "Volunteers need somebody who is paid to open the door.",
        ("Our halls are open on the days when a caretaker is paid, and only then.",),
    ),
    "4": Told(
        "Small groups cannot wait a year to be paid.",
        ("One member lent its own wages to a contract for seven months.",),
    ),
    "6": Told(
        "Trustees should answer to those who use the hall.",
        ("Each of our halls holds one open meeting a year, & it is full.",),
    ),
    "7": Told(
        "One department should own the whole of it.",
        ("We wrote to three departments about one roof, and each named another.",),
    ),
    "8": Told(
        "Councils should list what they are ready to let go.",
        ("Our council lists its empty buildings on paper in one library.",),
    ),
    "9": Told(
        "A floor under every service leaves room above it.",
        ("Uniform rules for fire doors helped us; uniform opening hours did not.",),
    ),
}

SUBHEADING = "What members told us"
QUOTATION = "We were paid in the spring for the winter before."
BULLETS = ("a caretaker for three mornings", "heating from October", "a rent that lasts five years")
BOLD = "None has come back."
PASTED_HTML = (
    "<html><body><p class=MsoNormal>The trustees <b>chose the date</b> themselves.</p>"
    "<script>alert(1)</script><p style='color:red'>Nobody was paid for it.</p></body></html>"
)
PASTED = ("The trustees chose the date themselves.", "Nobody was paid for it.")

RECOMMENDATIONS = {
    "7": ("The Cabinet Office", "name one minister for halls", "by April 2012"),
    "8": ("Every council", "publish a list of empty buildings", "within a year"),
}
SUMMARY_EDITED = "Rooms close first, and groups close with them."
