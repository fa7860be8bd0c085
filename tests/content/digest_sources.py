"""Makes source_runs.bin: what the source documents say, as hashes, so that copying can be measured.

The documents themselves are other people's texts and stay out of the project. Run this beside them:

    python tests/content/digest_sources.py FOLDER

It reads FOLDER/*.txt and nothing else, and writes source_runs.bin next to itself: every run of
eight consecutive words of every document, hashed to eight bytes, sorted. Titles, names and the
inquiry's official questions are facts that anyone may repeat, so runs inside them are left out.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

RUN_WORDS = 8
HASH_BYTES = 8
DIGEST = Path(__file__).with_name("source_runs.bin")

# The official wording of the inquiry, which some of the documents repeat as their headings.
QUESTIONS = (
    "A definition of what the 'Big Society' is or should be.",
    "The impact and consequences of reductions in public expenditure on the Government's"
    " ambitions to deliver its vision for the Big Society.",
    "The role of and capacity for the voluntary and community sector to deliver local public"
    " services including the appropriateness of using charitable income or volunteer labour to"
    " subsidise costs.",
    "Possible problems and challenges from increased commissioning of public service"
    " provision from the voluntary and community sector as envisaged by the Government.",
    "The right to form employee-owned public service co-operatives including the resources"
    " available to co-operatives, proposed powers, and rules governing their operation.",
    "Governance and accountability issues arising out of different organisational forms of"
    " social enterprises and co-operatives; and the participation of voluntary sector and"
    " community groups in greater public service provision.",
    "The implications for central government and for the civil service of policies which"
    " require them to promote and to enable, rather than to manage and to direct, public"
    " services.",
    "The place of local authorities in the transfer of power from Whitehall to communities"
    " and the role democratically elected local councillors should play.",
    "Potential conflicts with other aspects of public service delivery, such as individual"
    " focus of personalised public services or universal provision and uniform standards of"
    " public services (ie avoiding postcode lotteries).",
)

# Titles of the documents, their sections and documents they name; names of people and bodies.
TITLES = (
    "Written evidence submitted by Altogether Better (BS 69)",
    "Why we need to reconfigure the Big Society programme",
    "Big Society - A briefing",
    "An overview on the themes, policies, structures and people driving the Coalition's big idea",
    "The Big Society - the coalition's big idea",
    "Contradiction at the heart of Big Society",
    "Big Society and Public Services: complementarity or erosion?",
    "'Big Society' or 'Big Myth': solution or distraction",
    "Leading the 'Big Society': the challenge for local government",
    "Mark Bramah, Assistant Chief Executive, APSE",
    "Catherine Durose, Senior Research Fellow, Local Governance Research Unit, De Montfort"
    " University",
    "Big Society, Not Big Government - Building a Big Society",
    "Conservative policy document - Building a Big Society",
)


def words_of(text: str) -> list[str]:
    """Return the words of a text: lower case, no accents or punctuation, divided at hyphens."""
    plain = unicodedata.normalize("NFKD", text).lower().replace("’", "'")
    return re.findall(r"[a-z0-9]+", plain.replace("'", ""))


def runs_of(text: str) -> Iterator[str]:
    """Yield each run of RUN_WORDS consecutive words of a text, joined by single spaces."""
    words = words_of(text)
    for start in range(len(words) - RUN_WORDS + 1):
        yield " ".join(words[start : start + RUN_WORDS])


def hash_of(run: str) -> bytes:
    """Return the short hash that stands for a run."""
    return hashlib.blake2b(run.encode(), digest_size=HASH_BYTES).digest()


def digest_of(documents: Iterable[str], free: Iterable[str] = ()) -> frozenset[bytes]:
    """Return the hashes of the documents' runs, except runs that lie inside a ``free`` text."""
    allowed = {run for text in free for run in runs_of(text)}
    return frozenset(
        hash_of(run) for text in documents for run in runs_of(text) if run not in allowed
    )


def to_bytes(digest: Iterable[bytes]) -> bytes:
    """Return a digest as the content of a file, the same for the same digest."""
    return b"".join(sorted(digest))


def from_bytes(content: bytes) -> frozenset[bytes]:
    """Return the digest that ``to_bytes`` wrote."""
    return frozenset(
        content[start : start + HASH_BYTES] for start in range(0, len(content), HASH_BYTES)
    )


def copied_runs(text: str, digest: frozenset[bytes]) -> list[str]:
    """Return the runs of a text that a digest holds, in reading order."""
    return [run for run in runs_of(text) if hash_of(run) in digest]


def digest_folder(folder: Path) -> frozenset[bytes]:
    """Return the digest of every .txt document in a folder, raising ValueError when it has none."""
    documents = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not documents:
        raise ValueError(f"{folder} holds no .txt documents.")
    return digest_of(documents, free=QUESTIONS + TITLES)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which folder the documents are in: digest_sources.py FOLDER")
    found = digest_folder(Path(sys.argv[1]))
    DIGEST.write_bytes(to_bytes(found))
    print(f"{len(found)} runs written to {DIGEST}")
