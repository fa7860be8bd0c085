"""The same thing in several forms, for newer and older programs: it is read once."""

from __future__ import annotations

from desktop.corpus.limits import XmlElement

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = f"{_MC}AlternateContent"


def chosen(alternative: XmlElement) -> XmlElement:
    """Return the form to read of an ``mc:AlternateContent``: the first that says something."""
    first = alternative.find(f"{_MC}Choice")
    fallback = alternative.find(f"{_MC}Fallback")
    if first is None:
        return alternative if fallback is None else fallback
    if fallback is not None and not _says_something(first) and _says_something(fallback):
        return fallback
    return first


def _says_something(form: XmlElement) -> bool:
    return next(form.iter("{*}t", "{*}txbxContent", "{*}relIds"), None) is not None
