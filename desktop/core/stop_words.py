"""Words that say nothing about what a question is about."""

from __future__ import annotations

_GRAMMAR = """
a about above across after again against all almost along already also although always am among
an and another any anybody anyone anything are around as aside at away be became because become
becomes been before behind being below between both but by came can cannot could did do does
doing done down during each either else enough etc even ever every everyone everything few for
from further get gets getting give given gives go goes going got had has have having he hence
her here hers herself him himself his how however i if in indeed instead into is it its itself
just keep kept least less let like likely made make makes making many may maybe me might mine
more moreover most much must my myself nearly neither never nevertheless no nobody none nor not
nothing now of off often on once one only onto or other others otherwise ought our ours
ourselves out over own per perhaps put quite rather really said same say see seem seems several
shall she should since so some someone something sometimes soon still such take taken than that
the their theirs them themselves then there therefore these they thing things this those though
through throughout thus to together too toward towards under unless until up upon us use used
using very via was way ways we well went were what whatever when where whereas whether which
while who whoever whole whom whose why will with within without would yes yet you your yours
yourself yourselves ie eg viz re don doesn didn isn aren wasn weren hasn haven hadn won wouldn
shouldn couldn can't let's don't doesn't didn't isn't aren't wasn't weren't hasn't haven't
hadn't won't wouldn't shouldn't couldn't i'm i've i'd i'll it's that's there's we're we've we'd
we'll you're you've you'd you'll they're they've what's who's he's she's
"""

# What questions are made of, whatever they are about.
_QUESTIONS = """
agree agreed answer answers appropriate appropriateness arising ask asked comment comments
consider considered describe disagree elaborate envisaged evidence example examples explain
extent feel give include included includes including inform invite invited issue issues outline
particular particularly please possible potential prefer preferred provide question questions
reason reasons regard regarding relevant respond respondent respondents response responses share
specific specifically state submission submissions suggest suggestion suggestions tell think
thought thoughts view views wish
"""

_WELSH = """
a ac am ar at ag beth bod bydd chi ddim dros drwy ei eich ein er eu fel gan gyda hefyd hon hwn
hyn i mae maent mewn mwy na nad neu ni nid o oes os pa pam pan pob roedd rydym rydych sut sy
sydd sy'n trwy unrhyw wedi wrth y ydy yn yna ynghylch yr yw
"""

# Words that carry grammar alone, and those that questions are made of, whatever they are about.
GRAMMAR_WORDS = frozenset(f"{_GRAMMAR} {_WELSH}".split())
QUESTION_WORDS = frozenset(_QUESTIONS.split()) - GRAMMAR_WORDS
STOP_WORDS = GRAMMAR_WORDS | QUESTION_WORDS
