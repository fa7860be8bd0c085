"""The names that web sites give to what belongs to the site: menus, sharing, comments, widgets."""

from __future__ import annotations

import re

from desktop.corpus.limits import XmlElement

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMES = re.compile(
    r"(?:^|[\s_-])("
    r"nav|navbar|navigation|menu|submenu|breadcrumbs?|crumbs?|sidebar|side-bar|rail|footer|"
    r"foot-links|masthead|site-header|global-header|top-bar|topbar|skip(?:-?(?:link|to|nav)\w*)?|"
    r"share|sharing|sharedaddy|sharethis|addthis|addtoany|a2a|social|socials|follow-us|"
    r"jp-relatedposts|related(?:-\w+)?|recommended|recirc|more-from|read-next|also-like|trending|"
    r"most-read|most-popular|popular-posts|"
    r"comments?|comment-?(?:list|form|area|respond|section)|respond|disqus|replies|"
    r"cookies?|cookie-?\w+|consent|gdpr|ccpa|onetrust|"
    r"subscribe|subscription|newsletter|signup|sign-up|mailing-list|mailchimp|"
    r"pagination|pager|page-numbers|paging|post-navigation|prev-next|"
    r"ads?|advert|adverts|advertisement|advertising|adsbygoogle|sponsored|sponsor|promo|promoted|"
    r"outbrain|taboola|dfp|"
    r"popup|pop-up|modal|overlay|lightbox|tooltip|login|log-in|paywall|search-?(?:form|box|bar)?|"
    r"toolbar|tools|widget|widgets|print-?(?:link|button|page)|"
    r"entry-meta|post-meta|article-meta|byline|post-info|meta-info|tags|tag-?list|post-tags|"
    r"feedback|rate-this|helpful|author-?(?:box|bio|info)|about-author|"
    r"sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader|offscreen|noprint|"
    r"no-print|d-print-none|hidden-print"
    r")(?=$|[\s_-])",
    re.IGNORECASE,
)
# What programs that build pages call any box at all.
BOXES = frozenset({"widget", "widgets", "tools", "rail", "overlay", "skip"})
# What opens when a reader asks for it; "S:1f" are the parts that arrive late and are put in place.
_UNFOLDS = re.compile(
    r"accordion|collaps|panel|(?:^|[\s_-])tabs?(?=$|[\s_-])|fold|expand|faq|answer|toggle|details|"
    r"disclosure|reveal|(?:^|\s)S:[0-9a-f]+\Z",
    re.IGNORECASE,
)
# However long they are: what visitors wrote is not what the page says.
_VISITORS = re.compile(
    r"(?:^|\s)(?:comments|comment-?list|comments-?area|comment-?section|comment-?thread|disqus_thread|"
    r"respond|commentlist|cookie-?(?:banner|notice|consent)|global-cookie-message)(?=$|\s)",
    re.IGNORECASE,
)
_TEXT_NAMES = re.compile(
    r"(?:^|[\s_-])(?:article-?body|entry-?content|post-?content|main-?content|story-?body|body)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)


def names_of(element: XmlElement) -> str:
    """Return the classes and the id of an element, "siteFooter" as "site-Footer"."""
    return _CAMEL.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}")


def furniture_word(names: str) -> str:
    """Return the word among names that says furniture, in small letters; "" for none.

    A word that also stands for the text itself ("widget body") says nothing.
    """
    found = _NAMES.search(names)
    return "" if found is None or _TEXT_NAMES.search(names) else found[1].lower()


def is_of_visitors(names: str) -> bool:
    """Say whether names are those of what visitors wrote, or of a notice about cookies."""
    return bool(_VISITORS.search(names))


def unfolds(names: str) -> bool:
    """Say whether names are those of a part that is closed at first: an accordion, a tab."""
    return bool(_UNFOLDS.search(names))
