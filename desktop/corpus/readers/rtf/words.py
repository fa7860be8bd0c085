"""The control words of rich text, by what they do."""

from __future__ import annotations

from desktop.corpus.readers.rtf.state import Target

CHARACTERS = {
    "tab": "\t", "line": "\n", "softline": "\n", "emdash": "—", "endash": "–", "emspace": " ",
    "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "zwj": "", "zwnj": "",
}  # fmt: skip
SIGNS = {"~": " ", "_": "-", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}

# Groups that begin with these are read in another way; all others that may be passed over are.
DESTINATIONS = {
    **dict.fromkeys(
        (
            "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
            "colortbl", "pict", "shppict", "nonshppict", "shprslt", "sp", "pn", "pnseclvl",
            "pntxta", "pntxtb", "filetbl", "revtbl", "generator", "background", "template",
            "themedata", "datastore", "colorschememapping", "xe", "tc", "tcn", "rxe", "txe",
            "bkmkstart", "bkmkend", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
            "private", "nextfile", "comment", "doccomm", "mmathPict", "objdata", "nonesttables",
            "falt", "panose", "fontemb", "keycode", "atnid", "atnauthor", "atntime", "atnicn",
            "atndate", "atnref", "atnparent", "annotation", "listname", "liststylename",
            "levelnumbers", "listpicture", "xmlnstbl", "userprops", "latentstyles", "rsidtbl",
        ),
        Target.SKIPPED,
    ),
    **dict.fromkeys(
        ("shp", "shpinst", "shpgrp", "do", "upr", "object", "mmath", "moMath", "moMathPara"),
        Target.NOWHERE,
    ),
    **dict.fromkeys(("ud", "mr", "result", "nesttableprops", "fldrslt", "field"), Target.TEXT),
    **dict.fromkeys(("listtext", "pntext"), Target.LABEL),
    **dict.fromkeys(("listtable", "listoverridetable"), Target.LISTS),
    "footnote": Target.TEXT,
    "shptxt": Target.TEXT,
    "dptxbxtext": Target.TEXT,
    "fldinst": Target.CODE,
    "formfield": Target.FORM,
    "fonttbl": Target.FONTS,
    "stylesheet": Target.STYLES,
    "leveltext": Target.LEVEL_TEXT,
    "info": Target.INFO,
}  # fmt: skip
# Those of them that keep what the group around them does with text.
INHERITING = frozenset({"fldrslt", "field", "nesttableprops"})
INFO = frozenset({"title", "author", "creatim", "revtim"})
CELLS = frozenset({"clmgf", "clmrg", "clvmgf", "clvmrg", "cellx"})
NOTE_FORMS = {
    "nar": "decimal", "nalc": "lowerLetter", "nauc": "upperLetter", "nrlc": "lowerRoman",
    "nruc": "upperRoman", "nchi": "chicago",
}  # fmt: skip
