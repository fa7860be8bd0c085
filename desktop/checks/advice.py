"""Who else gives the advice behind a check, where no rule of the receiving body does."""

from __future__ import annotations

from typing import NamedTuple


class Advice(NamedTuple):
    """The name of whoever gives it, and where it stands: ``*COMMONS`` fills both of a Check."""

    authority: str
    address: str


COMMONS = Advice(
    "UK Parliament: guidance on giving written evidence to a select committee",
    "https://publications.parliament.uk/pa/cm/written-evidence-guidance.htm",
)
LORDS = Advice(
    "House of Lords: guide for witnesses",
    "https://www.parliament.uk/get-involved/committees/how-do-i-submit-evidence/"
    "lords-witness-guide/",
)
NI_ASSEMBLY = Advice(
    "Northern Ireland Assembly: guide to submitting written evidence",
    "http://www.niassembly.gov.uk/Assembly-Business/Committees/Calls-for-Evidence/"
    "Guide-to-Submitting-Written-Evidence/",
)
CITIZEN_SPACE = Advice(
    "Citizen Space: setting a character limit on a text box",
    "https://help.delib.net/article/440-setting-a-character-limit-on-text-box-answer-component",
)
FORMS = Advice(
    "Citizen Space: how a respondent goes through an online survey",
    "https://delib.zendesk.com/hc/en-us/articles/203431709-Respondent-journey-Answering-an-Online-"
    "Survey",
)
VISIONARY = Advice(
    "Visionary: top tips for responding to a consultation",
    "https://visionary.org.uk/knowledge/top-tips-for-responding-to-a-consultation/",
)
NICVA = Advice(
    "NICVA: how to respond to government consultations",
    "https://www.nicva.org/article/how-to-respond-to-government-consultations",
)
IMPERIAL = Advice(
    "Imperial College London: writing evidence for committees",
    "https://blogs.imperial.ac.uk/the-forum/2019/09/",
)
ECOLOGISTS = Advice(
    "A Commons committee specialist, reported by the British Ecological Society",
    "https://www.britishecologicalsociety.org/responding-select-committee-inquiries/",
)
FULL_FACT = Advice(
    "Full Fact: when the evidence for a claim is not public",
    "https://fullfact.org/blog/2017/mar/what-happens-when-evidence-claim-isnt-made-public/",
)
GEDDES = Advice(
    "University of Edinburgh: what select committees count as good evidence",
    "https://www.sps.ed.ac.uk/news-events/news/parliamentary-select-committees-good-evidence-report",
)
IDENTICAL_TEXT = Advice(
    "Scottish National Investment Bank consultation report: 709 of 753 campaign responses were "
    "identical and left out of the count",
    "https://beta.gov.scot/publications/scottish-national-investment-bank-consultation-report/"
    "pages/4/",
)
CHWARAE_TEG = Advice(
    "Chwarae Teg: offer actions that a committee can recommend",
    "https://www.cteg.org.uk/part-1-evidence-assembly/",
)
