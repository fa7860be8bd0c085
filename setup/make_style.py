"""Makes templates/written-evidence/style.docx: the look of a submission, and no text at all.

    python setup/make_style.py

The file holds named styles, numbering and page only, each written out below, so that nothing of a
word processor's own (themes, macros, thumbnails, somebody's name) comes along. Run it after a
change here and commit both; a test holds the two together.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).resolve().parent.parent / "templates/written-evidence/style.docx"

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Twentieths of a point. The text of a numbered paragraph starts where its number's column ends.
_COLUMN = 680
_BULLET = 340
_NUMBER = 454

_GREY = "595959"
_RULE = "A6A6A6"


class Style(NamedTuple):
    """A paragraph style: spacing before and after in twentieths of a point, size in half-points."""

    id: str
    name: str
    based_on: str = "Normal"
    following: str = ""
    paragraph: str = ""
    run: str = ""

    def xml(self) -> str:
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        return (
            f'<w:style w:type="paragraph" w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="{self.based_on}"/>{following}'
            f"<w:qFormat/><w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.run}</w:rPr></w:style>"
        )


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _size(half_points: int, *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    return f'{weight}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _heading(level: int, half_points: int, before: int, after: int) -> Style:
    return Style(
        f"Heading{level}",
        f"heading {level}",
        following="BodyText",
        paragraph="<w:keepNext/><w:keepLines/>"
        + _spacing(before, after)
        + f'<w:outlineLvl w:val="{level - 1}"/>',
        run=_size(half_points, bold=True),
    )


def _list(style: str, name: str, num: int, left: int, hanging: int, after: int = 80) -> Style:
    return Style(
        style,
        name,
        based_on="BodyText",
        paragraph=f'<w:numPr><w:numId w:val="{num}"/></w:numPr>'
        + _spacing(0, after)
        + f'<w:ind w:left="{left}" w:hanging="{hanging}"/>',
    )


_PARAGRAPH_STYLES = (
    Style(
        "Title",
        "Title",
        following="Subtitle",
        paragraph="<w:keepNext/><w:keepLines/>" + _spacing(0, 80),
        run=_size(40, bold=True),
    ),
    Style(
        "Subtitle",
        "Subtitle",
        following="BodyText",
        paragraph=f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="8" w:color="{_RULE}"/></w:pBdr>'
        + _spacing(0, 280),
        run=f'<w:color w:val="{_GREY}"/>' + _size(24),
    ),
    _heading(1, 30, 400, 140),
    _heading(2, 24, 320, 120),
    _heading(3, 22, 200, 80),
    Style("BodyText", "Body Text"),
    _list("NumberedParagraph", "Numbered Paragraph", 1, _COLUMN, _COLUMN, after=160),
    # The same to look at, for numbers that are typed text.
    Style(
        "NumberedText",
        "Numbered Text",
        based_on="BodyText",
        paragraph=f'<w:tabs><w:tab w:val="left" w:pos="{_COLUMN}"/></w:tabs>'
        f'<w:ind w:left="{_COLUMN}" w:hanging="{_COLUMN}"/>',
    ),
    _list("ListBullet", "List Bullet", 2, _BULLET, _BULLET),
    _list("ListBullet2", "List Bullet 2", 3, _COLUMN + _BULLET, _BULLET),
    _list("ListNumber", "List Number", 4, _NUMBER, _NUMBER),
    _list("ListNumber2", "List Number 2", 5, _COLUMN + _NUMBER, _NUMBER),
    _list("Recommendation", "Recommendation", 6, _COLUMN, _COLUMN, after=120),
    Style(
        "Quote",
        "Quote",
        based_on="BodyText",
        paragraph=f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{_RULE}"/></w:pBdr>'
        + f'<w:ind w:left="{_COLUMN + 284}" w:right="284"/>',
    ),
    Style("Date", "Date", based_on="BodyText", paragraph=_spacing(480, 160)),
    Style(
        "Bibliography",
        "Bibliography",
        based_on="BodyText",
        paragraph=_spacing(0, 100) + '<w:ind w:left="340" w:hanging="340"/>',
    ),
    Style(
        "TableText",
        "Table Text",
        based_on="BodyText",
        paragraph='<w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/>',
        run=_size(20),
    ),
    # Word joins tables that touch; this keeps them, and what follows, apart.
    Style(
        "TableGap",
        "Table Gap",
        paragraph='<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>',
        run=_size(8),
    ),
    Style(
        "Header",
        "header",
        paragraph=_spacing(0, 200),  # room below a name so long that the header grows
        run=f'<w:color w:val="{_GREY}"/>' + _size(18),
    ),
    Style(
        "Footer",
        "footer",
        paragraph=_spacing(0, 0) + '<w:jc w:val="center"/>',
        run=f'<w:color w:val="{_GREY}"/>' + _size(18),
    ),
    Style(
        "FootnoteText",
        "footnote text",
        paragraph='<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>',
        run=_size(18),
    ),
)

_STYLES = f"""<w:styles xmlns:w="{_MAIN}">
<w:docDefaults>
<w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>
<w:sz w:val="22"/><w:szCs w:val="22"/>
<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>
<w:uiPriority w:val="99"/><w:semiHidden/></w:style>
{"".join(style.xml() for style in _PARAGRAPH_STYLES)}
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>
<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="1F4E9E"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="EvidenceTable"><w:name w:val="Evidence Table"/>
<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="{_GREY}"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_GREY}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/></w:tblBorders>
<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>
<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_GREY}"/></w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr></w:style>
</w:styles>"""


def _numbered(num: int, text: str, style: str, left: int, hanging: int, run: str = "") -> str:
    """Return one kind of list; its look is its own, whatever style the paragraph has."""
    kind = "bullet" if text == "•" else "decimal"
    return (
        f'<w:abstractNum w:abstractNumId="{num}"><w:nsid w:val="C0{num:02d}5E1F"/>'
        f'<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:lvl></w:abstractNum>"
    )


_LISTS = (
    _numbered(1, "%1.", "NumberedParagraph", _COLUMN, _COLUMN, '<w:b w:val="0"/><w:i w:val="0"/>'),
    _numbered(2, "•", "ListBullet", _BULLET, _BULLET),
    _numbered(3, "•", "ListBullet2", _COLUMN + _BULLET, _BULLET),
    _numbered(4, "(%1)", "ListNumber", _NUMBER, _NUMBER),
    _numbered(5, "(%1)", "ListNumber2", _COLUMN + _NUMBER, _NUMBER),
    _numbered(6, "R%1.", "Recommendation", _COLUMN, _COLUMN, "<w:b/><w:bCs/>"),
)
_NUMBERING = (
    f'<w:numbering xmlns:w="{_MAIN}">'
    + "".join(_LISTS)
    + "".join(
        f'<w:num w:numId="{num}"><w:abstractNumId w:val="{num}"/></w:num>'
        for num in range(1, len(_LISTS) + 1)
    )
    + "</w:numbering>"
)

_COMPATIBILITY = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
)
_SETTINGS = f"""<w:settings xmlns:w="{_MAIN}"><w:zoom w:percent="100"/>
<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat>{_COMPATIBILITY}</w:compat><w:themeFontLang w:val="en-GB"/>
<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""

_DOCUMENT = f"""<w:document xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}/relationships"><w:body><w:sectPr>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>
<w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body></w:document>"""

_FONTS = f"""<w:fonts xmlns:w="{_MAIN}"><w:font w:name="Arial"><w:altName w:val="Liberation Sans"/>
<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>
<w:pitch w:val="variable"/></w:font></w:fonts>"""

_APPLICATION = f"""<Properties xmlns="{_OFFICE}/extended-properties">
<Application>Consultee</Application></Properties>"""

_CORE = f"""<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>en-GB</dc:language></cp:coreProperties>"""

# Part, its content type, its relationship: to the package or to the main document.
_PARTS = (
    ("word/document.xml", f"{_WORD}.document.main+xml", "officeDocument", _DOCUMENT),
    ("word/styles.xml", f"{_WORD}.styles+xml", "styles", _STYLES),
    ("word/numbering.xml", f"{_WORD}.numbering+xml", "numbering", _NUMBERING),
    ("word/settings.xml", f"{_WORD}.settings+xml", "settings", _SETTINGS),
    ("word/fontTable.xml", f"{_WORD}.fontTable+xml", "fontTable", _FONTS),
    (
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "extended-properties",
        _APPLICATION,
    ),
    (
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
        _CORE,
    ),
)


def parts() -> dict[str, str]:
    """Return every part of the file by its name in the archive."""
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind, _, _ in _PARTS
    )
    made = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": _relationships("", ("word/document.xml", "docProps/")),
        "word/_rels/document.xml.rels": _relationships("word/", ("word/",)),
    }
    made |= {name: xml for name, _, _, xml in _PARTS}
    return {name: _HEAD + xml for name, xml in made.items()}


def _relationships(base: str, starts: tuple[str, ...]) -> str:
    chosen = [
        (name, kind)
        for name, _, kind, _ in _PARTS
        if name.startswith(starts) and not (base and name.endswith("/document.xml"))
    ]
    inner = "".join(
        f'<Relationship Id="rId{place}" Target="{name.removeprefix(base)}" '
        f'Type="{kind if "/" in kind else f"{_OFFICE}/relationships/{kind}"}"/>'
        for place, (name, kind) in enumerate(chosen, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def make(target: Path) -> None:
    """Write the file; the same content gives the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts().items():
            archive.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), xml, zipfile.ZIP_DEFLATED
            )


if __name__ == "__main__":
    make(TARGET)
    print(f"Written: {TARGET}")
