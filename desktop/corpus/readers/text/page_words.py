"""The words on buttons, forms and banners that come along when a web page is copied."""

from __future__ import annotations

import re


def _one_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(patterns) + r")[\s.:…»›→]*\Z", re.IGNORECASE)


_FORM = (
    r"leave a (?:reply|comment)(?: cancel reply)?",
    r"(?:post|add|write) a comment",
    r"fill in your details below.*",
    r"(?:\d+ )?(?:thoughts|responses|comments|replies) (?:on|to) [“\"'‘].*",
)
# Said by no document, only by the page around one.
STRONG = _one_of(
    *_FORM,
    r"you are commenting using.*",
    r"connecting to %s",
    r"(?:wordpress\.com|gravatar|google\+?|twitter|facebook) (?:logo|picture|photo|badge)",
    r"notify me of (?:new|follow).*",
    r"your email address will not be published.*",
    r"required fields are marked.*",
    r"save my name, email.*",
    r"this site uses akismet.*",
    r"comments? (?:are|is) (?:now )?closed",
    r"(?:share|like) this(?: (?:page|post|article|story))?",
    r"click to (?:share|email|print|copy)\b.*",
    r"(?:opens|open) in (?:a )?new (?:window|tab)",
    r"share (?:on|via) (?:facebook|twitter|x|linkedin|email|whatsapp|reddit)",
    r"(?:print|email|tweet|bookmark) this(?: (?:page|article|post))?",
    r"send to (?:a )?(?:friend|email)(?: address)?",
    r"skip to (?:main |primary )?(?:content|navigation|menu)",
    r"back to (?:the )?top",
    r"(?:accept|reject|manage|allow)(?: all)?(?: additional| optional)? cookies",
    r"(?:we|this (?:web)?site) uses? (?:some )?(?:essential )?cookies\b.*",
    r"(?:view|cookie) (?:cookies|preferences|settings)",
    r"post navigation",
    r"[«←‹<]\s*(?:previous|older|back)\b.*",
    r"(?:next|newer) (?:post|article|entries)\b.*",
    r"(?:previous|older) (?:post|article|entries)\b.*",
    r"please send me\b.{0,60}\b(?:briefing|newsletter|bulletin|updates?|e-?news)s?",
    r"(?:sign up|subscribe) (?:to|for|now|here|via)\b.{0,60}",
    r"enter your email address\b.*",
    r"follow (?:us|me|@\w+|.{1,30} on (?:twitter|facebook|linkedin))",
    r"powered by (?:wordpress|blogger|drupal|squarespace|wix)\b.*",
    r"blog at wordpress\.com",
    r"toggle navigation",
    r"was this (?:page|article) helpful",
    r"javascript (?:is|must be) .{0,60}",
)
WEAK = _one_of(
    r"home",
    r"menu",
    r"search(?: for| this site)?",
    r"close",
    r"print",
    r"email",
    r"share",
    r"tweet",
    r"like",
    r"reply",
    r"related(?: posts| articles| stories)?",
    r"comments?(?: \(\d+\))?",
    r"(?:\d+|no) comments?",
    r"log ?(?:in|out|on)",
    r"register",
    r"subscribe",
    r"rss",
    r"about(?: us)?",
    r"contact(?: us)?",
    r"sitemap",
    r"read more",
    r"loading",
    r"name \*",
    r"email \*",
    r"website",
    r"change \)?",
    r"(?:posted|filed|tagged|published) (?:in|on|by|under|with)\b.{0,80}",
    r"categories",
    r"tags",
    r"archives",
    r"privacy(?: policy| notice)?",
    r"terms(?: and conditions| of use)?",
    r"cookies?(?: policy)?",
    r"accessibility(?: statement)?",
    r"(?:copyright|©).{0,80}",
    r"(?:facebook|twitter|linkedin|instagram|youtube|pinterest|reddit|whatsapp|tumblr)",
)
SOCIAL = re.compile(
    r"(?:twitter|facebook|linkedin|instagram|youtube)\s*:\s*(?:https?://|www\.|@)\S+\s*\Z",
    re.IGNORECASE,
)
_STARTS_FORM = _one_of(*_FORM)


def starts_a_form(text: str) -> bool:
    """Say whether a line is the heading of a form for comments."""
    return bool(_STARTS_FORM.match(text))
