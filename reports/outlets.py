"""Outlets: the files that a week can be taken away as, each a declaration for the page and the command line."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.deck.deck import Edition
from reports.digest import digest
from reports.pdf import pdf
from reports.powerpoint import powerpoint
from reports.workbook import workbook
from text import Language, Text

FILE_NAME = Text("运营周会_{week}_{shop}", "ops-week_{week}_{shop}")
ALL_SHOPS = Text("全部店铺", "all-shops")
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))
"""What Windows takes in no file name."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A file that a week can be taken away as: its name on the command line, ending, MIME type, making."""

    name: str
    title: Text
    ending: str
    kind: str
    made: Callable[[Edition, Language], bytes]

    def file_name(self, of: Edition, language: Language) -> str:
        """What the file is called: 运营周会_2026-W24_店名.pptx."""
        shop = of.deck.shop or ALL_SHOPS.to(language)
        named = FILE_NAME.filled(week=f"{of.deck.week.first:%G-W%V}", shop=shop).to(language)
        return f"{named.translate(_FORBIDDEN)}{self.ending}"


POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OUTLETS = (
    Outlet("deck", Text("PowerPoint（可改）", "PowerPoint, editable"), ".pptx", POWERPOINT,
           lambda of, language: powerpoint(of.deck, language)),
    Outlet("pdf", Text("PDF", "PDF"), ".pdf", "application/pdf", lambda of, language: pdf(of.deck, language)),
    Outlet("workbook", Text("Excel（带公式）", "Excel with formulas"), ".xlsx", EXCEL,
           lambda of, language: workbook(of.deck, of.days, language)),
    Outlet("digest", Text("群消息文本", "Text for a chat"), ".txt", "text/plain",
           lambda of, language: digest(of.deck, language).encode("utf-8-sig")),
)  # fmt: skip
