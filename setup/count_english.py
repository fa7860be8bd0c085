"""Write resources/words/english.txt: how often the words of English come in ordinary texts.

    python setup/count_english.py 1grams_english.csv resources/words/english.txt

The first file is a list of words with their counts ("ngram,freq,..."): the 10,000 most frequent of
the Google Books Ngram Corpus, English, version 20200217, as put together and cleaned at
github.com/orgtre/google-books-ngram-frequency. Both are under CC BY 3.0. Decision 0032 says what it
is for. It is to be written anew when ``desktop.matching.words.VERSION`` changes.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.matching.words import index_word, split  # noqa: E402

# All words of the corpus since 2010, by the list's own shares: "the" is 5.1 % of them.
_WORDS = 2.67e11
_MILLION = 1e6
_HEAD = """\
# How often words come in ordinary English: lines of a decimal logarithm (of times in a million
# words) and the index words (see desktop/matching/words.py) that come so often. Counted from the
# Google Books Ngram Corpus, English, version 20200217 (books.google.com/ngrams), as listed by
# github.com/orgtre/google-books-ngram-frequency; both CC BY 3.0.
# Written by setup/count_english.py, and changed by nobody.
"""


def main(source: Path, target: Path) -> None:
    """Count the index words of ``source`` and write them to ``target``."""
    counts: defaultdict[str, int] = defaultdict(int)
    with source.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            for word in split(row["ngram"]):
                counts[index_word(word)] += int(row["freq"])
    often: defaultdict[str, list[str]] = defaultdict(list)
    for word, count in counts.items():
        often[f"{math.log10(count / _WORDS * _MILLION):.1f}"].append(word)
    lines = [
        f"{times} {' '.join(sorted(often[times]))}"
        for times in sorted(often, key=float, reverse=True)
    ]
    target.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
