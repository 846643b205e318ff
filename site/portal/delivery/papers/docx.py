"""A paper as a Word document, written straight into its ZIP: a long one takes no more memory than a short one."""

import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from portal.delivery.papers.blocks import Block, Facts, Heading, Listed, Paper, Quote, Table, Text

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
IN_MEMORY = 2 * 1024 * 1024

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{DOCX}.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""
_ROOT = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"""
_STYLES_OF = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/>
</Relationships>"""
_LOCALES = {"sq": "sq-AL", "en": "en-GB"}
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_docx(paper: Paper) -> IO[bytes]:
    content = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _ROOT)
        archive.writestr("docProps/core.xml", _core(paper))
        archive.writestr("word/_rels/document.xml.rels", _STYLES_OF)
        archive.writestr("word/styles.xml", _styles(paper.lang))
        with archive.open("word/document.xml", "w") as document:
            document.write(f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>'.encode())
            for piece in _pieces(paper):
                document.write(piece.encode())
            document.write(b"</w:body></w:document>")
    content.seek(0)
    return content


def _pieces(paper: Paper) -> Iterator[str]:
    if paper.above:
        yield _paragraph(paper.above, style="Above")
    yield _paragraph(paper.title, style="Title")
    if paper.notice:
        yield _paragraph(paper.notice, style="Notice")
    for block in paper.blocks:
        yield from _block(block)
    if paper.foot:
        yield _paragraph(paper.foot, style="Above")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _paragraph(block.text, style=f"Heading{max(1, block.level - 1)}", lang=block.lang)
        case Text() | Quote():
            style = "Quote" if isinstance(block, Quote) else ""
            for each in re.split(r"\n\s*\n", block.text):
                yield _paragraph(each, style=style, lang=block.lang)
        case Listed():
            for item in block.items:
                yield _paragraph(f"• {item}", style="Item")
        case Facts():
            yield _table(block.rows)
            yield _paragraph("")
        case Table():
            yield _paragraph(block.caption, style="Caption")
            yield _table(block.rows, head=block.columns)
            yield _paragraph("")


def _paragraph(text: str, *, style: str = "", lang: str = "", bold: bool = False) -> str:
    marks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = ("<w:b/>" if bold else "") + (f"<w:lang w:val={quoteattr(_LOCALES.get(lang, lang))}/>" if lang else "")
    run = f"<w:rPr>{run}</w:rPr>" if run else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{_plain(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p>{marks}<w:r>{run}{lines}</w:r></w:p>"


def _table(rows: Iterable[tuple[str, ...]], head: tuple[str, ...] = ()) -> str:
    written = [
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + "".join(_cell(each, bold=True) for each in head) + "</w:tr>"
        if head
        else "",
        *("<w:tr>" + "".join(_cell(each) for each in row) + "</w:tr>" for row in rows),
    ]
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>{"".join(written)}</w:tbl>'


def _cell(text: str, *, bold: bool = False) -> str:
    return f"<w:tc>{_paragraph(text, bold=bold)}</w:tc>"


def _plain(text: str) -> str:
    return escape(_NOT_XML.sub(" ", text))


def _core(paper: Paper) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_plain(paper.title)}</dc:title><dc:creator>{_plain(paper.author)}</dc:creator>"
        f"<dc:language>{paper.lang}</dc:language></cp:coreProperties>"
    )


def _styles(lang: str) -> str:
    def style(key: str, name: str, inside: str, *, kind: str = "paragraph") -> str:
        return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{inside}</w:style>'

    def head(level: int, size: int) -> str:
        return (
            '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
            f'<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{level}"/></w:pPr>'
            f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>'
        )

    edge = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    based = '<w:basedOn w:val="Normal"/>'
    return (
        f'{_HEAD}<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:sz w:val="22"/><w:lang w:val="{_LOCALES.get(lang, lang)}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + style("Title", "Title", f'{based}<w:rPr><w:sz w:val="40"/></w:rPr>')
        + "".join(style(f"Heading{n}", f"heading {n}", head(n - 1, 30 - 3 * n)) for n in (1, 2, 3))
        + style("Quote", "Quote", f'{based}<w:pPr><w:ind w:left="400"/></w:pPr>')
        + style("Item", "List Paragraph", f'{based}<w:pPr><w:ind w:left="300" w:hanging="200"/></w:pPr>')
        + style("Caption", "caption", f"{based}<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr>")
        + style("Above", "Above", f'{based}<w:rPr><w:sz w:val="18"/><w:color w:val="46505A"/></w:rPr>')
        + style("Notice", "Notice", f'{based}<w:pPr><w:shd w:val="clear" w:fill="F8EDD0"/></w:pPr>')
        + style("Grid", "Table Grid", f"<w:tblPr><w:tblBorders>{edge}</w:tblBorders></w:tblPr>", kind="table")
        + "</w:styles>"
    )
