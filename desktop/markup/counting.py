"""Words of a draft, counted from the Markdown without parsing it: quick enough for every list and
label.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.core.response import AnswerMark, Draft, Recommendation
from desktop.core.summary import summary_points
from desktop.core.words import count_words

# What the writer of the markup adds and nobody reads: citations, link addresses, item numbers,
# style tags, and the back-slashes and character references that protect ordinary characters.
# None reaches past its line, or a page of opening brackets would be searched from each of them.
_MARKS = re.compile(
    r"(?<!\\)\[@[a-z0-9][a-z0-9-]*(?:,(?:\\.|[^\]\\\n])*)?\]"
    r"|\]\((?:<(?:\\.|[^>\\\n])*>|(?:\\.|[^()\\\s]|\([^()\s]*\))*)\)"
    r"|^[ \t]*\d+[.)]\s"
    r"|</?[bi]>",
    re.MULTILINE,
)


# Counted again at each pause in typing: only the text that is being written is another.
@lru_cache(maxsize=512)
def count_markdown_words(markdown: str) -> int:
    """Return the number of words that ``markdown`` (of the answer subset) shows a reader."""
    return count_words(_MARKS.sub("", markdown).replace("**", "").replace("*", ""))


def answer_words(draft: Draft, number: str) -> int:
    """Return the words of one Answer: its key point and its text; none when it is skipped."""
    answer = draft.answer(number)
    if answer.mark is AnswerMark.SKIPPED:
        return 0
    return count_words(answer.key_point) + count_markdown_words(answer.body)


def document_words(draft: Draft) -> int:
    """Return the words that the organisation has written for the submission.

    Counted: about us, why we are submitting, the summary, key points, answers, recommendations and
    the offer of oral evidence. Not counted: the official wording of the questions, headings,
    footnotes and the header.
    """
    response = draft.response
    texts = [draft.about, response.reason, response.oral_evidence]
    total = sum(map(count_markdown_words, texts))
    total += sum(count_words(point.text) for point in summary_points(draft))
    total += sum(answer_words(draft, q.number) for q in draft.consultation.questions)
    return total + sum(map(recommendation_words, draft.recommendations))


def recommendation_words(item: Recommendation) -> int:
    """Return the words of a Recommendation, with those that it proposes for a bill; the clause that
    it is about stands before it as a heading does.
    """
    return count_words(f"{item.who} {item.what} {item.by_when} {item.amendment}")
