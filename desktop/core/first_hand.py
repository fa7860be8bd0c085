"""What an organisation knows by itself: words that say that somebody was there, or did it.

One list for all who ask: what an answer lacks, and what needs no source.
"""

from __future__ import annotations

import re

# Those we can speak of at first hand, what is ours, and what is done and not only thought.
_OURS = (
    r"(?:our|my) (?:own |\w+ )?"
    r"(?:members?|volunteers?|staff|workers?|advis[eo]rs?|drivers?|passengers?|groups?|branch(?:es)?"
    r"|trustees|clients?|users|patients|pupils|families|parents|carers|tenants|residents|projects?"
    r"|survey|helpline|work|records|figures|charity|organisation|centre|hall|club|service|services"
    r"|office|town|village|area|parish|income|grant|funding|premises|building|experience)"
)
_DONE = (
    r"(?:see(?! no\b)|seen|saw|find|found|hear|heard|know|known|loses?|lost|runs?|ran|met|spent"
    r"|spend|told|tell|shows?|had to|used to|began|begun|built|taught|gave|given|held|kept|left"
    r"|paid|sent|rang|spoke|spoken|went|gone|took|taken|been waiting|trains?|employs?|hosts?"
    r"|provides?|delivers?|carry|carries|serves?|visits?"
    r"|receives?|offers?|volunteer|teach|feeds?|advises?|describes?|reports?|no longer|closed?"
    r"|say|says|said|work|opens?|keeps?|meets?|looks? after"
    r"|(?!agreed|supported|welcomed|noted|believed|argued|recommended|urged|proposed|accepted"
    r"|defined|outlined|mentioned|discussed|explained|commented|replied|quoted|configured|promised"
    r"|considered|suggested|opposed|wanted|hoped|concerned|pleased|need)\w{2,}ed)"
)
_ADVERBS = (
    r"(?:have |had |has |also |all |often |regularly |ourselves |never |once |then |now |both "
    r"|already )*"
)
FIRST_HAND = re.compile(
    rf"\b(?:we|i) {_ADVERBS}(?!says?\b){_DONE}\b"
    rf"|\b{_OURS} {_ADVERBS}{_DONE}\b"
    rf"|\b(?:of|in|at|from|half|to|among) {_OURS}\b|\b(?:members|volunteers|clients) of ours\b"
    r"|\btold us\b|\bour own (?:work|survey|records|figures)\b",
    re.IGNORECASE,
)
# Case counts: "US" is a country.
_OURSELVES = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|I|[Mm]y)\b")
# Words for what is thought or asked for, which is no knowledge.
_THINKS = (
    r"(?:believe|think|feel|agree|disagree|welcome|support|oppose|note|understand|recogni[sz]e"
    r"|accept|acknowledge|recommend|urge|propose|suggest|argue|hope|fear|expect|suspect|doubt"
    r"|would|should|must|need|want|call|ask|are (?:concerned|pleased|told|clear|convinced))\b"
)
_OPINION = re.compile(
    rf"\b(?:we|i) (?:\w+ly |also |all |do |do not |still |would )*{_THINKS}"
    r"|\b(?:in |to )?(?:our|my) (?:view|opinion|response|submission|belief|mind|argument|answer)\b"
    r"|\b(?:let|tells?|reminds?|shows?|brings?|allows?|helps?|gives?) us\b"
    r"|\bour (?:society|country|nation|economy|communities|services|institutions|health service)\b"
    r"|\ball of us\b|\bmany of us\b|\bof our (?:lives|time|times|day)\b",
    re.IGNORECASE,
)


def is_our_own(sentence: str) -> bool:
    """Tell whether a sentence speaks of what the organisation itself has, does or has seen, and not
    only of what it thinks.
    """
    if _OURSELVES.search(sentence) is None:
        return False
    return _OURSELVES.search(_OPINION.sub(" ", sentence)) is not None


def is_first_hand(text: str) -> bool:
    """Tell whether a text says something that the organisation has seen or done."""
    # Most lines have none of these words, and need no closer look.
    return _OURSELVES.search(text) is not None and FIRST_HAND.search(text) is not None
