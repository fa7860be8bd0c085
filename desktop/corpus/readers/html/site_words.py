"""What web sites write around a text: who wrote it and when, buttons, ways to other pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.corpus.readers.text.page_words import STRONG
from desktop.corpus.understanding.days import days

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"{_WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}|"
    rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+{_YEAR})?|"
    rf"{_YEAR}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}|\d\d))"
)
_TIME = r"(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?-i:[A-Z]{2,4})\)?)?"
_WHEN = (
    r"(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified|created|reviewed|date)"
    r"\s*(?:on|at)?\s*:?\s*"
)
_MOMENT = rf"(?:{_TIME}[\s,|–—-]*)?{_DATE}(?:[\s,|–—-]*{_TIME})?"
_STAMP = rf"(?:{_WHEN})?{_MOMENT}"
_WRITER = (
    r"(?:(?:written|posted|published|story|words)\s+)?by:?\s+"
    r"(?P<writer>(?!\d)(?:(?!\s[|·•–—-]\s|\s(?:on|updated|published|posted)\b)[^.;|·•:?!]){2,70}?)"
)
_LENGTH = r"\d{1,2}\s*min(?:ute)?s?(?:\s+read)?|reading time:?\s*\d{1,2}\s*min(?:ute)?s?"
_GAP = r"[\s;,|/·•⋅–—-]*"
_BYLINE = re.compile(
    rf"(?:{_WRITER})?{_GAP}(?:on\s+)?(?:(?:{_STAMP}|{_LENGTH}|{_TIME}){_GAP})*\Z", re.IGNORECASE
)
_STAMP_ALONE = re.compile(rf"\(?(?:{_WHEN}{_MOMENT}[\s;|)]*){{1,3}}\.?\Z", re.IGNORECASE)
_MOST_WORDS = 25  # of a byline
_MOST_LETTERS = 300

_BUTTONS = re.compile(
    r"(?:share|tweet|print|e-?mail|close|caption|reply|like|loading|adverts?|advertisement|comments?|"
    r"(?:image|photo|picture) (?:copyright|source|credit|caption)\b.{0,60}|getty images|"
    r"this slideshow requires javascript|"
    r"\d+ comments?|image \d+ of \d+|(?:show|hide|toggle) (?:caption|more|less)|view all|see all|"
    r"load more|enlarge (?:this )?image|click to enlarge|play video|copy(?: link)?|"
    r"join the conversation|get short url|(?:read|learn|find out|show|view) more|continue reading|"
    r"sponsored(?: links?)?|promoted|facebook|twitter|x|linkedin|instagram|whatsapp|pinterest|"
    r"reddit|tumblr|you ?tube|google\+|rss|subscribe(?: now)?|sign up|log in|register|"
    r"previous|next|back|back to top|top|sharing is caring|story highlights|advertising|"
    r"download (?:the )?app|share (?:this|via|on)\b.{0,25})"
    r"[\s.:…!»›→↓▼]*\Z",
    re.IGNORECASE,
)
_INVITATIONS = re.compile(
    r"(?:click here to (?:subscribe|get|sign|read more|follow|join|download)\b|"
    r"(?:like|enjoyed?|love) this (?:story|article|post|piece)\?|"
    r"(?:sign up|subscribe) (?:to|for|here)\b.{0,80}"
    r"\b(?:newsletters?|inbox|updates|alerts|emails?)\b|"
    r"get .{0,60}\b(?:in|to|straight to) your inbox\b|"
    r"(?:join|follow|like|find) us on (?:twitter|facebook|instagram|linkedin|youtube|social)\b|"
    r"follow .{2,40} on (?:twitter|facebook|instagram|linkedin)\b.{0,60}\Z|"
    r"(?:already|not) (?:have an account|a (?:member|subscriber))\b|"
    r"you have been successfully subscribed|there was a problem subscribing|"
    r"(?:copyright )?©.{0,60}\ball rights reserved\b|download (?:the|our) .{0,30}\bapp\b|"
    r"get the .{0,30}\bapp\b)",
    re.IGNORECASE,
)
_LONGEST_INVITATION = 30

_ELSEWHERE = re.compile(
    r"(?:you (?:may|might)(?: also)? (?:like|enjoy|be interested in)|"
    r"related(?: (?:articles?|stor(?:y|ies)|links?|posts?|news|topics?|reading|content|coverage|"
    r"videos?|pages?|items?))?|"
    r"more (?:from|in|stories|news|articles|posts|like this)\b.{0,40}|more|read (?:more|next|also)|"
    r"recommended(?: (?:for you|reading|stories|articles))?|"
    r"(?:top|latest|recent|popular|trending|breaking|other|featured|similar|more) "
    r"(?:news|stories|posts|articles|headlines|content)|"
    r"most (?:read|popular|viewed|shared)\b.{0,30}|trending(?: now)?|don.t miss|"
    r"more on this (?:story|topic|subject)|"
    r"(?:up )?next|(?:previous|next) .{0,20}\b(?:news|article|post|story)|keep reading|"
    r"what to read next|in other news|(?:from|around) the web|editor.?s.? picks?|our guides|"
    r"post navigation|tags|topics|share this .{0,20})[\s.:…»›→↓-]*\Z",
    re.IGNORECASE,
)

_POINTER = re.compile(
    r"(?:also on|read (?:more|next|also)|see also|related|more|watch|listen|don.t miss|next)\b"
    r"|on [\w.]+\.(?:com|org|co\.uk)\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote a text, and when as YYYY-MM-DD; "" for what a line does not say."""

    writer: str
    date: str


def byline(text: str) -> Byline | None:
    """Return what a line that only names the writer, the day or the time to read says."""
    if len(text) > _MOST_LETTERS or len(text.split()) > _MOST_WORDS:
        return None
    found = _BYLINE.match(text)
    if found is None or not re.search(r"\w", text):
        return None
    writer = " ".join((found["writer"] or "").split()).strip(" ,-–—")
    if found["writer"] is not None and not writer[:1].isupper():
        return None
    return Byline(writer, next((day.iso() for day in days(text)), ""))


def is_stamp(text: str) -> bool:
    """Say whether a line says only when the page was published or changed."""
    return bool(_STAMP_ALONE.match(text))


def is_button(text: str) -> bool:
    """Say whether a line has only the words of a button, or asks to sign up or to follow."""
    if _BUTTONS.match(text) or STRONG.match(text):
        return True
    return len(text.split()) <= _LONGEST_INVITATION and bool(_INVITATIONS.match(text))


def leads_elsewhere(text: str) -> bool:
    """Say whether a line announces links to other pages: "You may also like"."""
    return bool(_ELSEWHERE.match(text))


def points_elsewhere(text: str) -> bool:
    """Say whether a line that is a link only sends the reader on: "Read more: ...", or shouts."""
    return bool(_POINTER.match(text)) or (len(text.split()) > 3 and text.isupper())
