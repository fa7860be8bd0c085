"""What stands around the text of a web page: it is left out, and what only looks like it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import Document
from desktop.corpus.limits import USUAL
from desktop.corpus.readers.html import read
from desktop.corpus.readers.html.site_words import byline, is_button, is_stamp, leads_elsewhere

TITLE = "What became of the halls"
SAID = "We run a hall in the valley. It is open every day, and four hundred people use it each week"
PROSE = f"<p>{SAID}.</p>"
LONG = f"<p>{SAID}, and it has been so for thirty years, whatever the council gave or took.</p>"


@pytest.fixture
def page(tmp_path: Path):
    def make(inside: str, title: str = TITLE) -> Document:
        path = tmp_path / "page.html"
        head = f"<html lang='en'><head><title>{title}</title></head>"
        path.write_text(f"<!DOCTYPE html>{head}<body>{inside}</body></html>", encoding="utf-8")
        return read(path, USUAL)

    return make


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


AROUND = [
    "<p>By Ann Example</p>",
    "<div>Published 3 March 2019</div>",
    "<div>Updated 11:21 pm, Tuesday, March 5, 2019</div>",
    "<p>By Ann Example | March 3, 2019 | 4 min read</p>",
    "<p>Advertisement</p>",
    "<div><a href='/t'>Tweet</a></div>",
    "<p>Sign up to our monthly newsletter</p>",
    "<p>Image copyright A Photographer</p>",
    "<p>Also on the site: <a href='/b'>The pools that closed</a></p>",
]


@pytest.mark.parametrize("part", AROUND)
def test_who_wrote_it_and_when_and_buttons_are_left_out_of_the_text(page, part: str):
    plain = texts(page(f"<main><h1>{TITLE}</h1>{PROSE}{PROSE}</main>"))
    assert texts(page(f"<main><h1>{TITLE}</h1>{part}{PROSE}{PROSE}</main>")) == plain


def test_the_writer_and_the_day_that_a_line_names_are_kept_with_the_source(page):
    said = page(f"<h1>{TITLE}</h1><p>By Ann Example | 3 March 2019</p>{PROSE}").metadata
    assert (said.author, said.date) == ("Ann Example", "2019-03-03")


@pytest.mark.parametrize(
    "line",
    [
        "<p>By 2030 every village should have a hall.</p>",
        "<p>By then the hall had closed, and nobody knew why.</p>",
        "<p>3 March 2019 was the day on which the hall closed.</p>",
        "<ul><li>Share</li></ul>",
        "<p>Sign up to the hall's code of practice was what the council asked of us.</p>",
        "<p>More than half of the halls have closed.</p>",
    ],
)
def test_a_sentence_that_begins_like_such_a_line_stays(page, line: str):
    document = page(f"<h1>{TITLE}</h1>{line}{PROSE}{PROSE}")
    assert len(document.blocks) == 4


def test_labels_and_other_stories_above_the_title_are_left_out_but_sentences_stay(page):
    above = (
        "<p>News</p><p><a href='/a'>Halls</a></p><p>The valley speaks to the whole county.</p>"
        f"<ul><li><a href='/b'>Pools shut</a> {SAID}</li></ul>"
    )
    document = page(f"<div>{above}<h1>{TITLE}</h1>{PROSE}</div>")
    assert texts(document)[:2] == ["The valley speaks to the whole county.", TITLE]
    assert len(document.blocks) == 3


def test_what_a_page_offers_to_read_next_is_left_out(page):
    teasers = (
        "<h3>You may also like</h3><div><a href='/a'>The pools that closed</a><p>All of them went "
        "in one year.</p></div><div><a href='/b'>The libraries that stayed</a></div>"
    )
    plain = texts(page(f"<main><h1>{TITLE}</h1>{LONG * 4}</main>"))
    assert texts(page(f"<main><h1>{TITLE}</h1>{LONG * 4}{teasers}</main>")) == plain


def test_links_to_other_stories_in_the_middle_go_and_the_text_goes_on(page):
    links = "<p>Related links:</p><p><a href='/a'>The pools that closed last year</a></p>"
    after = "<h2>What we ask</h2><p>The council should hand the halls over.</p>"
    document = page(f"<main><h1>{TITLE}</h1>{LONG}{links}{after}</main>")
    assert texts(document)[2:] == ["What we ask", "The council should hand the halls over."]


def test_a_heading_that_says_related_over_text_of_its_own_stays(page):
    document = page(f"<main><h1>{TITLE}</h1>{LONG}<h2>More on this subject</h2>{LONG}</main>")
    assert "More on this subject" in texts(document)


@pytest.mark.parametrize("name", ["builder-widget-wrap", "skip-item", "panel widget widget_text"])
def test_a_page_built_of_boxes_that_all_have_a_name_of_furniture_is_read_whole(page, name: str):
    boxes = "".join(f"<div class='{name}'><p>{SAID}, in year {at}.</p></div>" for at in range(9))
    document = page(f"<div><h1>{TITLE}</h1>{boxes}</div>")
    assert len(document.blocks) == 10


def test_a_widget_beside_the_text_is_left_out_all_the_same(page):
    side = f"<div class='widget'><p>{SAID}, says the side.</p></div>"
    document = page(f"<div><h1>{TITLE}</h1>{LONG * 3}</div>{side}")
    assert not any("says the side" in text for text in texts(document))


@pytest.mark.parametrize(
    "folded",
    [
        "<div class='accordion__content' hidden>{}</div>",
        "<div role='tabpanel' style='display:none'>{}</div>",
        "<div hidden id='S:1f'>{}</div>",
    ],
)
def test_answers_that_a_reader_has_to_unfold_are_read(page, folded: str):
    inside = folded.format(f"<p>{SAID}, as you see once this is opened by the reader.</p>")
    document = page(f"<main><h1>{TITLE}</h1>{PROSE}{inside}</main>")
    assert "once this is opened" in texts(document)[-1]


def test_a_copy_of_the_article_that_nobody_sees_is_not_read_twice(page):
    copy = f"<div style='display:none' itemscope>{LONG}</div>"
    assert len(page(f"<main><h1>{TITLE}</h1>{LONG}{copy}</main>").blocks) == 2


@pytest.mark.parametrize("tag", ["button", "aside class='popup'"])
def test_a_button_or_a_notice_that_was_never_closed_does_not_swallow_the_page(page, tag: str):
    document = page(f"<{tag}>Menu<div><h1>{TITLE}</h1>{LONG * 9}</div>")
    assert len(document.blocks) >= 10


def test_what_somebody_is_quoted_with_in_a_box_for_social_media_stays(page):
    quoted = "<div class='social-media-embed'><blockquote><p>A sad day.</p></blockquote></div>"
    assert "A sad day." in texts(page(f"<main><h1>{TITLE}</h1>{PROSE}{quoted}{PROSE}</main>"))


WORDS = st.lists(
    st.sampled_from(
        ["By", "Ann", "3", "March", "2019", "|", ",", "at", "10:15", "Updated", "4", "min", "read"]
    ),
    max_size=60,
).map(" ".join)


@given(st.one_of(WORDS, st.text(max_size=400)))
def test_any_line_is_told_or_left_alone_without_end(line: str):
    said = byline(line)
    assert said is None or len(line.split()) <= 25
    assert {is_button(line), is_stamp(line), leads_elsewhere(line)} <= {True, False}
