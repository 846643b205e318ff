"""A paper as PDF/UA-1: tagged, so that it can be read aloud."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any, cast

import typst

from portal.delivery.papers.blocks import Block, Paper

PDF = "application/pdf"
TEMPLATE = Path(__file__).parent / "paper.typ"

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_WITHOUT_A_LETTER = re.compile(
    "[^ -\u052f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u1e00-\u1eff\u2000-\u203f\u20a0-\u20bf\u2190-\u23ff\u2500-\u25ff]"
)
"""PDF/UA refuses a character that no font of ours has: a paper with an emoji in it comes out with a mark in its place."""


def write_pdf(paper: Paper, on: date) -> bytes:
    told = {
        "title": paper.title,
        "lang": paper.lang,
        "author": paper.author,
        "above": paper.above,
        "notice": paper.notice,
        "foot": paper.foot,
        "date": {"year": on.year, "month": on.month, "day": on.day},
        "blocks": [_told(block) for block in paper.blocks],
    }
    words = json.dumps(_cleaned(told), ensure_ascii=False)
    try:
        return _compiled(words)
    except typst.TypstError:
        return _compiled(_WITHOUT_A_LETTER.sub("\ufffd", words))


def _compiled(words: str) -> bytes:
    compiler = typst.Compiler(TEMPLATE, root=TEMPLATE.parent, ignore_system_fonts=True, sys_inputs={"paper": words})
    return cast(bytes, compiler.compile(format="pdf", pdf_standards=["ua-1"]))


def _cleaned(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: _cleaned(each) for name, each in told.items()}
    if isinstance(told, list | tuple):
        return [_cleaned(each) for each in told]
    return _CONTROLS.sub(" ", told) if isinstance(told, str) else told


def _told(block: Block) -> dict[str, object]:
    told = {"kind": block.kind, **vars(block)}
    if told.get("lang"):
        told["lang"] = str(told["lang"]).partition("-")[0]
    return told
