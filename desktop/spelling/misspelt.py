"""Which words of a text are not known."""

from __future__ import annotations

from collections.abc import Collection

from desktop.spelling.dictionary import Dictionary
from desktop.spelling.words import Word, stem, words

Misspelt = Word


def misspelt(text: str, dictionary: Dictionary, own: Collection[str] = ()) -> tuple[Misspelt, ...]:
    """Return the words of a text that neither the dictionary knows nor ``own`` holds (words in
    small letters, without a possessive ending), and that are hardly names.
    """
    return tuple(
        word
        for word in words(text)
        if stem(word.text).casefold() not in own
        and not dictionary.knows(word.text)
        and not (word.text[0].isupper() and dictionary.may_be_a_name(word.text))
    )
