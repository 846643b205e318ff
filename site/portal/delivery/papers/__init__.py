"""Papers: what the portal prints, told once and written as PDF or as Word."""

from portal.delivery.papers.blocks import Block, Facts, Heading, Listed, Paper, Quote, Table, Text
from portal.delivery.papers.docx import DOCX, write_docx
from portal.delivery.papers.pdf import PDF, write_pdf

__all__ = [
    "DOCX",
    "PDF",
    "Block",
    "Facts",
    "Heading",
    "Listed",
    "Paper",
    "Quote",
    "Table",
    "Text",
    "write_docx",
    "write_pdf",
]
