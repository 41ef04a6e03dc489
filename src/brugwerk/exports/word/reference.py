"""The reference document of Word files: A4, our styles, and a foot that says where it came from.

It is pandoc's own with other styles in it, so that nothing binary has to be kept. Parts and their
order follow ECMA-376 part 1 (WordprocessingML 17.6 sections, 17.7 styles, 17.10 footers).
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from brugwerk.contribute.word.pandoc import run_pandoc
from brugwerk.exports.word.styles import (
    FACTS_ID,
    INK,
    KNOWN,
    KNOWN_WORDS,
    PARAGRAPHS,
    RULE,
    WATER,
    WORDS,
    WORKING,
    Look,
    Own,
    names,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# In the place of this stands what the foot of a file says.
FOOT = "BRUGWERK-FOOT"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# A4 with margins of 2.2 cm, in twentieths of a point.
_SECTION = (
    f'<w:sectPr xmlns:r="{_R}"><w:footerReference w:type="default" r:id="rIdFoot"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1247" w:bottom="1247" '
    'w:left="1247" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_SECTION_THERE = re.compile(r"<w:sectPr\b.*?</w:sectPr>|<w:sectPr\b[^>]*/>", re.DOTALL)


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


_FOOTER = (
    f'{_HEADER}<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="footer"/>'
    '<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs></w:pPr>'
    f'<w:r><w:t xml:space="preserve">{FOOT}</w:t></w:r><w:r><w:tab/></w:r>'
    f'{_field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{_field("NUMPAGES")}'
    "</w:p></w:ftr>"
)


@cache
def reference_document(language: str) -> bytes:
    """Return the reference document, with the names of styles in a language."""
    default = run_pandoc(b"", "--print-default-data-file", "reference.docx")
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(default)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            archive.writestr(name, _part(name, source.read(name).decode("utf-8"), language))
        archive.writestr("word/footer1.xml", _FOOTER)
    return target.getvalue()


def _part(name: str, content: str, language: str) -> str:
    match name:
        case "word/styles.xml":
            return _styles(language)
        case "word/document.xml":
            return _SECTION_THERE.sub(lambda _: _SECTION, content)
        case "word/_rels/document.xml.rels":
            foot = f'<Relationship Id="rIdFoot" Type="{_R}/footer" Target="footer1.xml"/>'
            return content.replace("</Relationships>", f"{foot}</Relationships>")
        case "[Content_Types].xml":
            foot = f'<Override PartName="/word/footer1.xml" ContentType="{_FOOTER_TYPE}"/>'
            return content.replace("</Types>", f"{foot}</Types>")
        case _:
            return content


def _styles(language: str) -> str:
    own_names = names(language)
    parts = [
        _style("paragraph", "Normal", "", Look(), default=True),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>',
        *(_style("paragraph", name, based_on, look) for name, based_on, look in KNOWN),
        *(_style("character", name, "", look) for name, look in KNOWN_WORDS),
        *(_style("paragraph", own_names[o], "Body Text", look) for o, look in PARAGRAPHS.items()),
        *(_style("character", own_names[o], "", look) for o, look in WORDS.items()),
        _table("Table", "Table"),
        _table(FACTS_ID, own_names[Own.FACTS]),
    ]
    return f'{_HEADER}<w:styles xmlns:w="{_W}">{_defaults(language)}{"".join(parts)}</w:styles>'


def _defaults(language: str) -> str:
    look = Look(font=WORKING, size=22, colour=INK)
    words = look.words().replace("</w:rPr>", f'<w:lang w:val="{_locale(language)}"/></w:rPr>')
    return (
        f"<w:docDefaults><w:rPrDefault>{words}</w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="80" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )


def _locale(language: str) -> str:
    return {"nl": "nl-NL", "en": "en-GB"}[language]


def _id(name: str) -> str:
    """Return the id of a style by its name; pandoc finds its own by these ids."""
    words = name.replace("heading", "Heading").split()
    return "".join(word[:1].upper() + word[1:] for word in words) if len(words) > 1 else name


def _style(kind: str, name: str, based_on: str, look: Look, *, default: bool = False) -> str:
    parts = list(_style_parts(kind, name, based_on, look))
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{mark} w:styleId="{escape(_id(name))}">{"".join(parts)}</w:style>'
    )


def _style_parts(kind: str, name: str, based_on: str, look: Look) -> Iterator[str]:
    yield f'<w:name w:val="{escape(name)}"/>'
    if based_on:
        yield f'<w:basedOn w:val="{_id(based_on)}"/>'
    if name.startswith("heading") or name == "Title":
        yield '<w:next w:val="BodyText"/>'
    yield "<w:qFormat/>"
    if kind == "paragraph":
        yield look.paragraph()
    yield look.words()


def _table(style_id: str, name: str) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, size, colour in (
            ("top", 12, WATER),
            ("bottom", 12, WATER),
            ("insideH", 4, RULE),
        )
    )
    return (
        f'<w:style w:type="table" w:styleId="{style_id}"><w:name w:val="{escape(name)}"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tblPr/></w:tblStylePr></w:style>'
    )
