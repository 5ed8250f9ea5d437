"""The workbook: contents, a sheet for each slide, the days and weeks, and the definitions."""

from collections.abc import Iterator
from io import BytesIO

from metrics.glossary.entries import HEADINGS, comparisons, glossary
from reports.numbers.days import DailyParts
from reports.slide.deck import Deck
from reports.slide.slide import Slide
from reports.slide.stamp import PROVISIONAL, PROVISIONAL_WORD
from reports.workbook import parts
from reports.workbook.daily import DAYS, WEEKS, daily
from reports.workbook.sheet import RULED, WorkbookWriter
from text import Language, Text

CONTENTS, DEFINITIONS = Text("目录", "Contents"), Text("口径", "Definitions")
SHEET, FINDING = Text("工作表", "Sheet"), Text("结论", "Finding")
DEFINED = ("team", "label", "name", "meaning", "formula", "unit", "from", "splits", "window", "notes", "limits")
SHOWN = Text("{label}是{word}", "{label} is {word}")


def workbook(deck: Deck, of: DailyParts, language: Language) -> bytes:
    """The deck as an .xlsx file; formulas carry their value, so that a preview which calculates nothing shows it."""
    into = BytesIO()
    book = WorkbookWriter(into, language)
    sheets = list(_named(deck, language))
    _contents(book, deck, sheets)
    for name, slide in sheets:
        _slide(book, deck, name, slide)
    daily(book, of)
    _definitions(book)
    book.file.set_properties({"title": deck.slides[0].title.to(language)})
    book.file.close()
    return into.getvalue()


def _named(deck: Deck, language: Language) -> Iterator[tuple[str, Slide]]:
    for number, slide in deck.numbered:
        yield f"{number} {slide.topic.to(language)}"[:31], slide


def _contents(book: WorkbookWriter, deck: Deck, sheets: list[tuple[str, Slide]]) -> None:
    sheet = book.sheet(CONTENTS.to(book.language))
    sheet.title(sheet.phrase(deck.slides[0].title), 16)
    sheet.note(f"{sheet.phrase(deck.called)}　{deck.week.label(book.language)}")
    sheet.note(deck.stamp.line(book.language))
    sheet.note(sheet.phrase(PROVISIONAL))
    sheet.row += 1
    sheet.head([sheet.phrase(SHEET), sheet.phrase(FINDING)], frozen=True)
    others = [(name.to(book.language), None) for name in (DAYS, WEEKS, DEFINITIONS)]
    for name, slide in [*sheets, *others]:
        link = book.format(font_color="#1D5B5E", underline=1, **RULED)
        sheet.made.write_url(sheet.row, 0, f"internal:'{name}'!A1", link, name)
        sheet.text(1, sheet.phrase(slide.title) if slide else "", **RULED)
        sheet.row += 1
    sheet.made.set_column(0, 0, 26)
    sheet.made.set_column(1, 1, 90)
    sheet.made.hide_gridlines(2)


def _slide(book: WorkbookWriter, deck: Deck, name: str, slide: Slide) -> None:
    sheet = book.sheet(name)
    sheet.title(sheet.phrase(slide.title))
    sheet.note(f"{sheet.phrase(slide.topic)}　{deck.week.label(book.language)}　{deck.stamp.line(book.language)}")
    sheet.made.freeze_panes(sheet.row, 1)
    sheet.row += 1
    if slide.waits:
        sheet.note(sheet.phrase(slide.waits))
    for line in slide.lines:
        sheet.text(0, sheet.phrase(line.word), bold=True)
        sheet.text(1, sheet.phrase(line.sentence), text_wrap=False, font_size=11)
        sheet.row += 1
    sheet.row += 1 if slide.lines else 0
    if slide.numbers:
        parts.numbers(sheet, slide.numbers)
        for of in (of for of in slide.numbers if of.amount.young):
            sheet.note(sheet.phrase(SHOWN.filled(label=of.label, word=PROVISIONAL_WORD)))
    for part in slide.parts:
        parts.block(part, sheet)
    sheet.close()


def _definitions(book: WorkbookWriter) -> None:
    sheet = book.sheet(DEFINITIONS.to(book.language))
    sheet.head([sheet.phrase(HEADINGS[key]) for key in DEFINED], frozen=True)
    for row in [*glossary(book.language), *comparisons(book.language)]:
        for column, key in enumerate(DEFINED):
            sheet.text(column, row[key], **RULED)
        sheet.row += 1
    sheet.made.autofilter(0, 0, sheet.row - 1, len(DEFINED) - 1)
    sheet.close()
