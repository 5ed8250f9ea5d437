"""The demo shop's deck: every page in both languages, the same figure on every slide, the same deck every time."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from data.records.actions import Undertaking, undertake
from data.records.meetings import meetings
from data.store import clock
from data.store.as_of import warehouse_as_of
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, month_to_date
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Unit
from metrics.query.question import answer
from metrics.wording.figure import spelled
from reports.deck.deck import SLIDES, begin_meeting, deck
from reports.slide.deck import Deck
from reports.slide.slide import MOST, Bars, Cell, Curve, Judgement, Slide, Table, Trend, Waterfall
from tests.metrics.rows import SHOP
from tests.reports.conftest import DEMO_MONDAY, DEMO_WEEK
from tests.reports.slide_reading import added_up, bars, table, waterfall, words
from text import LANGUAGES, Text

LATIN = {"SKU", "DSR", "ROI", "GMV", "UV", "Excel", "CSV", "CTR", "IPV"}
# "None past due" and "None is planned" are English; a value that is missing has nothing behind it but a unit.
KEYS = re.compile(r"\b[a-z]+_[a-z_]+\b|None(?! past due| is planned)|nan\b|inf\b|\{|\}")
FORMULA = re.compile(r"^[=+@-]")
FIRST = (
    "cover", "summary", "actions_reviewed", "pace", "gap", "tree", "traffic", "products",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(demo: Warehouse) -> Deck:
    return deck(demo, DEMO_WEEK, SHOP, DEMO_MONDAY)


@pytest.fixture(scope="module")
def of_all(demo: Warehouse) -> Deck:
    return deck(demo, DEMO_WEEK, None, DEMO_MONDAY)


def whole(*decks: Deck) -> list[Slide]:
    """Every slide of the decks, appendix included, after a look that none is missing."""
    assert [len(of.slides) for of in decks] == [len(SLIDES)] * len(decks)
    return [slide for of in decks for slide in of.pages]


def texts(slide: Slide) -> Iterator[Text]:
    """Every phrase of a slide."""
    yield from (text for text in (slide.topic, slide.title, slide.notes, slide.waits) if text)
    for number in slide.numbers:
        yield from (number.label, number.judgement.reason, *number.lines)
    for line in slide.lines:
        yield from (line.word, line.sentence)
    for part in slide.parts:
        yield part.title
        yield from _of_part(part)


def _of_part(part: object) -> Iterator[Text]:
    if isinstance(part, Table):
        yield from (column.heading for column in part.columns)
        yield from (found for row in part.rows for cell in row if (found := _of_cell(cell)))
    elif isinstance(part, Bars):
        yield from (bar.label for bar in part.bars)
    elif isinstance(part, Waterfall):
        for step in (part.reference, *part.steps, part.result):
            yield from (text for text in (step.label, step.note) if text)
    elif isinstance(part, Trend):
        for side in (part.weeks, part.months):
            yield from (*side.labels, *(mark for mark in side.marked if mark))
    elif isinstance(part, Curve):
        yield from part.labels


def _of_cell(cell: Cell) -> Text | None:
    return cell.reason if isinstance(cell, Judgement) else cell if isinstance(cell, Text) else None


def slide_of(of: Deck, key: str) -> Slide:
    return next(slide for slide in of.pages if slide.key == key)


def test_the_first_slides_come_in_their_order(made: Deck) -> None:
    assert tuple(slide.key for slide in made.slides)[: len(FIRST)] == FIRST
    assert len(made.slides) == len(SLIDES)
    assert [slide.key for slide in made.appendix][-1] == "definitions"


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_state_a_figure_or_what_is_missing(made: Deck, of_all: Deck, language: str) -> None:
    for slide in whole(made, of_all):
        title = slide.title.to(language)  # type: ignore[arg-type]
        assert re.search(r"\d", title) or "缺" in title or "missing" in title or "No " in title, title
        assert sum(2 if ord(sign) > 0x2E7F else 1 for sign in title) <= 112, f"over two lines: {title}"
        assert not title.endswith(("。", "."))


def test_no_slide_holds_more_than_seven_things(made: Deck, of_all: Deck) -> None:
    assert len(made.slides) == len(of_all.slides) == len(SLIDES)
    for slide in (*made.slides, *of_all.slides):
        tables = [part for part in slide.parts if isinstance(part, Table)]
        assert all(len(each.rows) <= MOST and len(each.columns) <= MOST for each in tables), slide.key
        assert all(not each.whole for each in tables), slide.key
        assert slide.notes, slide.key


def test_no_key_none_or_formula_is_ever_read(made: Deck, of_all: Deck) -> None:
    for slide in whole(made, of_all):
        phrases = list(texts(slide))
        assert len(phrases) > 1
        for text in phrases:
            for language in LANGUAGES:
                words_ = text.to(language)
                assert not KEYS.search(words_.replace("n >= 30", "")), (slide.key, words_)
                assert not FORMULA.match(words_), (slide.key, words_)


def test_chinese_slides_hold_no_english_but_the_trades_words(made: Deck, of_all: Deck) -> None:
    assert len(made.slides) == len(of_all.slides) == len(SLIDES)
    for slide in (*made.slides, *of_all.slides):
        for text in texts(slide):
            assert set(re.findall(r"[A-Za-z]{2,}", text.zh)) <= LATIN, (slide.key, text.zh)


def test_english_slides_hold_no_chinese_but_names(made: Deck) -> None:
    names = {row[0] for row in table_names(made)}
    assert len(made.slides) == len(SLIDES)
    for slide in made.slides:
        for text in texts(slide):
            rest = re.sub('"[^"]*"', "", text.en)
            for name in sorted(names, key=len, reverse=True):
                rest = rest.replace(name, "")
            assert not re.search(r"[\u4e00-\u9fff]", rest) or text.zh == text.en, (slide.key, text.en)


def table_names(of: Deck) -> list[tuple[str]]:
    """Channels, products and teams as they are called in the files."""
    parts = [part for slide in of.pages for part in slide.parts]
    found = [bar.label.zh for part in parts if isinstance(part, Bars) for bar in part.bars]
    found += [cell.zh for part in parts if isinstance(part, Table) for row in part.rows for cell in row
              if isinstance(cell, Text) and cell.zh == cell.en]  # fmt: skip
    return [(name,) for name in {*found, *(name[:12] for name in found)}]


def test_the_waterfall_and_the_channels_add_up_to_the_cent(made: Deck, of_all: Deck) -> None:
    for of in (made, of_all):
        steps = waterfall(slide_of(of, "gap"))
        assert added_up(steps) == steps.result.value
    steps, shown = waterfall(slide_of(made, "gap")), bars(slide_of(made, "gap")).bars
    planned = [step.value for step in steps.steps if "目标" in step.label.zh]
    by_channel = sum(Decimal(str(bar.value)) for bar in shown) + sum(Decimal(str(value)) for value in planned)
    assert Decimal(str(steps.reference.value)) + by_channel == steps.result.value


def test_the_same_figure_stands_on_every_slide(made: Deck, demo: Warehouse) -> None:
    paid = answer(demo, [PAY_AMOUNT], DEMO_WEEK, where={"shop": SHOP})[PAY_AMOUNT.name][0].as_py()
    month = answer(demo, [PAY_AMOUNT], month_to_date(DEMO_WEEK.last), where={"shop": SHOP})[PAY_AMOUNT.name][0].as_py()
    summary, steps = slide_of(made, "summary"), waterfall(slide_of(made, "gap"))
    assert summary.numbers[0].amount.value == steps.result.value == paid
    assert summary.numbers[0].target == steps.reference.value
    assert summary.numbers[1].amount == slide_of(made, "pace").numbers[0].amount
    assert summary.numbers[1].judgement == slide_of(made, "pace").numbers[0].judgement
    assert words(table(slide_of(made, "pace")).rows[0])[2] == month
    curve = next(part for part in slide_of(made, "pace").parts if isinstance(part, Curve))
    assert curve.done[DEMO_WEEK.last.day - 1] == pytest.approx(float(month))
    assert words(table(slide_of(made, "tree_all")).rows[0])[4] == month
    days = [words(row) for row in table(slide_of(made, "days")).rows]
    assert sum(Decimal(str(row[1])) for row in days) == paid
    gap = abs(paid - Decimal(str(steps.reference.value)))
    assert spelled(round(gap), Unit.YUAN, "zh") in summary.title.zh


@pytest.mark.parametrize("key", ["promotion", "activities", "service", "fulfilment", "workload", "faults"])
def test_the_page_behind_a_part_holds_all_that_the_part_shows(made: Deck, of_all: Deck, key: str) -> None:
    for of in (made, of_all):
        slide = slide_of(of, key)
        assert slide.parts
        for at, part in enumerate(slide.parts):
            detail = slide_of(of, slide.detail(at) or "")
            held = {round(each, 4) for row in table(detail).rows for each in _numbers(row)}
            if isinstance(part, Table):
                assert len(table(detail).rows) >= len(part.rows)
                assert {round(each, 4) for row in part.rows for each in _numbers(row)} <= held
            if isinstance(part, Bars):
                assert {round(float(bar.value), 4) for bar in part.bars if bar.value is not None} <= held


def _numbers(row: tuple[Cell, ...]) -> list[float]:
    return [float(cell) for cell in row if isinstance(cell, int | float | Decimal)]


def test_visitors_of_the_slides_are_the_mean_of_the_days(made: Deck) -> None:
    days = [words(row) for row in table(slide_of(made, "days")).rows]
    mean = sum(float(str(row[4])) for row in days) / 7
    assert float(slide_of(made, "summary").numbers[2].amount.value or 0) == pytest.approx(mean)
    trend = next(part for part in slide_of(made, "traffic").parts if isinstance(part, Trend))
    assert float(trend.weeks.values[-1] or 0) == pytest.approx(mean)


def test_the_same_warehouse_gives_the_same_deck(made: Deck, demo: Warehouse) -> None:
    assert deck(demo, DEMO_WEEK, SHOP, DEMO_MONDAY) == made


def test_a_deck_can_be_frozen_for_a_meeting_and_remembered(demo: Warehouse, made: Deck) -> None:
    now = clock.now(demo)
    with warehouse_as_of(demo, now) as then, warehouse_as_of(demo, now) as living:
        frozen = deck(then, DEMO_WEEK, SHOP, DEMO_MONDAY)
        assert [slide.title for slide in frozen.slides] == [slide.title for slide in made.slides]
        number = begin_meeting(frozen, then, living, DEMO_MONDAY, now, by="主管", now=now)
        found = next(each for each in meetings(living, SHOP) if each.number == number)
        following = deck(living, Period(DEMO_MONDAY, DEMO_MONDAY), SHOP, DEMO_MONDAY)
    assert found.figures["pay_amount"] == pytest.approx(float(made.slides[1].numbers[0].amount.value or 0))
    assert {"visitors_daily_mean", "month_attain"} <= set(found.figures)
    assert slide_of(following, "changes").title.zh.endswith("那一周的数没有改动，0 个")


def test_actions_of_the_demo_shop_are_reviewed_with_masked_owners(demo: Warehouse) -> None:
    with warehouse_as_of(demo, clock.now(demo)) as living:
        undertake(
            living, Undertaking(SHOP, "pay_amount", "搜索主图换新", "小满", DEMO_WEEK.first, DEMO_WEEK.first), by="主管"
        )
        masked = deck(living, DEMO_WEEK, SHOP, DEMO_MONDAY, {"小满": "客服A"})
    page = slide_of(masked, "actions_reviewed")
    assert page.title.zh == "1 条行动过期没做完，最久的晚了 7 天，0/1 条做完"
    assert words(table(page).rows[0])[1] == "客服A"
    assert "小满" not in [words(row)[0] for row in table(slide_of(masked, "tree")).rows]
