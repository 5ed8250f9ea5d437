"""The weekly workbook: live formulas that say what the deck says, words that stay words."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from metrics.calendar.comparison import COMPARISONS
from metrics.calendar.period import Period
from metrics.catalogue import METRICS
from metrics.wording.figure import Number
from reports.numbers.days import PARTS, RATES, DailyParts
from reports.slide.slide import Bars, Table, Waterfall
from reports.workbook import workbook
from tests.reports.formulas import calculated
from tests.reports.sample_deck import SAMPLE
from text import LANGUAGES, Language, same

SPAN = Period(SAMPLE.week.last - timedelta(days=41), SAMPLE.week.last)


def some_days(missing: tuple[int, ...] = ()) -> DailyParts:
    """Each part's values a day: 1, 2, 3 … times a prime of its own, some missing."""
    primes = (7919, 7907, 7901, 613, 17, 89, 211, 31, 131)
    return DailyParts(
        SPAN,
        {
            part: tuple(None if day in missing else prime * (day + 1) for day in range(42))
            for part, prime in zip(PARTS, primes, strict=True)
        },
    )


def opened(of: DailyParts | None = None, language: Language = "zh", deck: Any = SAMPLE, **how: Any) -> Workbook:
    return load_workbook(BytesIO(workbook(deck, of or some_days(), language)), **how)


def formulas(book: Workbook) -> list[tuple[str, str]]:
    return [
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


@pytest.mark.parametrize("missing", [(), (0, 8, 36), tuple(range(14, 21))])
def test_every_formula_carries_the_value_it_works_out_to(missing: tuple[int, ...]) -> None:
    live, stored = opened(some_days(missing)), opened(some_days(missing), data_only=True)
    found = formulas(live)
    assert len(found) > 100
    for sheet, place in found:
        value, kept = calculated(live, sheet, place), stored[sheet][place].value
        assert (kept in (None, "")) if value == "" else kept == pytest.approx(value, abs=1e-9), (sheet, place)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 10**7)), min_size=42, max_size=42))
def test_a_weeks_rate_is_the_sum_over_the_sum_of_the_days_that_know_both(values: list[Number | None]) -> None:
    rate, over, under = RATES[0]
    of = DailyParts(SPAN, {**some_days((3,)).values, over: tuple(values)})
    book = opened(of, data_only=True)
    both = list(zip(values, of.values[under], strict=True))[35:]
    present = [(float(a), float(b)) for a, b in both if a is not None and b is not None]
    kept = book["逐周"].cell(8, len(PARTS) + 2).value
    assert rate.label.zh == book["逐周"].cell(2, len(PARTS) + 2).value
    assert (
        kept == pytest.approx(sum(a for a, _ in present) / sum(b for _, b in present))
        if present
        else kept in (None, "")
    )


def test_visitors_of_a_week_are_a_daily_mean_and_never_a_sum() -> None:
    book = opened(data_only=True)
    heads = [cell.value for cell in book["逐周"][2]]
    assert "日均访客数" in heads
    assert "访客数" not in heads
    assert book["逐周"].cell(3, heads.index("日均访客数") + 1).value == 613 * 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_slide_has_its_sheet_with_its_finding_and_numbers(language: Language) -> None:
    book = opened(language=language, data_only=True)
    assert any(slide.numbers for slide in SAMPLE.slides)
    assert any(isinstance(part, Table) and part.rows for slide in SAMPLE.slides for part in slide.parts)
    for at, slide in enumerate(SAMPLE.slides):
        sheet = book[f"{at} {slide.topic.to(language)}"[:31]]
        cells = [cell.value for row in sheet.iter_rows() for cell in row]
        assert sheet["A1"].value == slide.title.to(language).replace("**", "")
        for of in slide.numbers:
            assert of.amount.value is None or pytest.approx(float(of.amount.value)) in cells
        for part in slide.parts:
            if isinstance(part, Table):
                numbers = [value for column in range(len(part.columns)) for value in part.numbers(column)]
                assert all(value is None or pytest.approx(float(value)) in cells for value in numbers)


def test_a_waterfall_checks_itself() -> None:
    at, slide = next(
        (at, slide) for at, slide in enumerate(SAMPLE.slides) for part in slide.parts if isinstance(part, Waterfall)
    )
    sheet = opened(data_only=True)[f"{at} {slide.topic.zh}"]
    row = next(row for row in sheet.iter_rows() if str(row[0].value).startswith("核对"))
    assert row[1].value == 0


def test_what_is_not_known_is_an_empty_cell_and_not_zero() -> None:
    sheet = opened(some_days((4,)), data_only=True)["逐日"]
    assert {cell.value for cell in sheet[7][1:]} == {None}


def test_heads_stay_in_view_and_amounts_have_formats() -> None:
    book = opened()
    assert book["逐日"].freeze_panes == "B3"
    assert book["口径"].freeze_panes == "B2"
    assert book["逐日"]["B3"].number_format == "#,##0.00"
    rate = book["逐日"].cell(3, len(PARTS) + 2)
    assert rate.number_format == "0.00%"


def test_words_that_look_like_formulas_stay_words() -> None:
    gap = next(slide for slide in SAMPLE.slides if any(isinstance(part, Bars) for part in slide.parts))
    bars = next(part for part in gap.parts if isinstance(part, Bars))
    named = replace(bars, bars=(replace(bars.bars[0], label=same("=HYPERLINK(1)")), *bars.bars[1:]))
    book = opened(deck=replace(SAMPLE, slides=(replace(gap, parts=(named,)),), appendix=()))
    cell = next(
        cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value == "=HYPERLINK(1)"
    )
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_the_definitions_of_every_metric_and_way_to_compare_are_in_it() -> None:
    names = {row[2].value for row in opened()["口径"].iter_rows(min_row=2)}
    assert names == {metric.name for metric in METRICS} | {each.name for each in COMPARISONS}
