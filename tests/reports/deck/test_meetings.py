"""Meetings: what a deck said is remembered, and what has changed since is told number by number."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from data.records.actions import Undertaking, close, replan, undertake
from data.records.meetings import MeetingNotOpen, close_meeting, last_meeting, meetings, open_meeting
from data.records.rule_edits import RuleEdit, keep_rule_edits
from data.store.as_of import warehouse_as_of
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.catalogue.trade.traffic import DAILY_VISITORS, VISITORS
from metrics.judgement.rulebook import rulebook
from reports.deck.deck import SLIDES, edition, refreshed
from reports.numbers.earlier_deck import begin, changed_since, redefined
from reports.numbers.query import WeekQuery
from reports.slide.slide import Slide
from tests.metrics.rows import OTHER, SHOP, Fill, report
from tests.reports.conftest import MONDAY, WEEK
from tests.reports.slide_reading import table, whole, words

Ask = Callable[..., WeekQuery]
METRICS = (PAY_AMOUNT, DAILY_VISITORS, VISITORS)
BEFORE = date(2026, 6, 1)
NINE = datetime(2026, 6, 8, 9)


def kept(warehouse: Warehouse, shop: str = SHOP, week: date = BEFORE, now: datetime = NINE) -> int:
    return open_meeting(
        warehouse, shop, week, moment=now, by="主管", definitions={"visitors": "abc123"}, figures={"pay_amount": 1.5},
        now=now,
    )  # fmt: skip


def test_a_meeting_is_opened_and_closed_once(warehouse: Warehouse) -> None:
    number = kept(warehouse)
    assert meetings(warehouse)[0].is_open
    close_meeting(warehouse, number, " 搜索主图这周换 ", by="店长", now=datetime(2026, 6, 8, 10))
    found = meetings(warehouse, SHOP)[0]
    assert (found.minutes, found.closed_by, found.is_open) == ("搜索主图这周换", "店长", False)
    assert (found.definitions, found.figures) == ({"visitors": "abc123"}, {"pay_amount": 1.5})
    with pytest.raises(MeetingNotOpen):
        close_meeting(warehouse, number, "", by="店长")


def test_a_week_begins_on_a_monday(warehouse: Warehouse) -> None:
    with pytest.raises(ValueError, match="Monday"):
        kept(warehouse, week=date(2026, 6, 2))


def test_the_last_meeting_is_of_the_same_shop_and_an_earlier_week(warehouse: Warehouse) -> None:
    kept(warehouse, week=date(2026, 5, 25))
    last = kept(warehouse)
    kept(warehouse, shop=OTHER)
    kept(warehouse, week=date(2026, 6, 8))
    found = last_meeting(warehouse, SHOP, date(2026, 6, 8))
    assert found
    assert (found.number, found.week) == (last, BEFORE)
    assert last_meeting(warehouse, "", date(2026, 6, 8)) is None


def test_a_past_moment_knows_the_meetings_of_then_and_not_how_they_ended(warehouse: Warehouse) -> None:
    number = kept(warehouse)
    kept(warehouse, week=date(2026, 6, 8), now=datetime(2026, 6, 15, 9))
    close_meeting(warehouse, number, "搜索主图这周换", by="店长", now=datetime(2026, 6, 8, 10))
    with warehouse_as_of(warehouse, datetime(2026, 6, 8, 9, 30)) as then:
        (found,) = meetings(then)
    assert (found.number, found.is_open, found.minutes) == (number, True, "")


def a_week_before(fill: Fill, paid: float = 1000) -> None:
    fill("shop_daily", *(report(date(2026, 6, day), pay_amount=paid, visitors=100) for day in range(1, 8)))


def test_what_has_changed_since_the_deck_before_is_told_by_number(warehouse: Warehouse, fill: Fill, ask: Ask) -> None:
    a_week_before(fill)
    queried = ask(week=ask().week.before, today=date(2026, 6, 8))
    begin(queried, warehouse, METRICS, NINE, by="主管", now=NINE)
    with warehouse.writing() as run:
        run.execute("UPDATE shop_daily SET pay_amount = 900 WHERE day = DATE '2026-06-03'")
    (then,) = meetings(warehouse)
    values = {each.metric.name: (each.was, each.now) for each in changed_since(ask(), then)}
    assert values["pay_amount"] == (7000, 6900)
    assert "visitors_daily_mean" not in values
    page = whole("changes", ask())
    assert page.title.zh.startswith("6月8日周会以后，那一周改了 ")
    assert ["支付金额", "7,000元", "6,900元"] in [words(row) for row in table(page).rows]


def test_nothing_changed_is_said_too(warehouse: Warehouse, fill: Fill, ask: Ask) -> None:
    a_week_before(fill)
    begin(ask(week=ask().week.before, today=date(2026, 6, 8)), warehouse, METRICS, NINE, by="主管", now=NINE)
    page = whole("changes", ask())
    assert page.title.zh == "6月8日周会以后，那一周的数没有改动，0 个"
    assert SLIDES["cover"](ask()).lines[2].sentence.zh == "比 6月8日的周会没有改动。"


def test_the_cover_says_where_days_worked_instead_are_not_announced(ask: Ask) -> None:
    assert "调休" not in SLIDES["cover"](ask()).lines[0].sentence.zh
    week = Period(date(2026, 12, 21), date(2026, 12, 27))
    line = SLIDES["cover"](ask(week=week, today=date(2026, 12, 28))).lines[0]
    assert line.sentence.zh.endswith("2027年的调休未公布，只算法定节假日。")
    assert line.sentence.en.endswith("make-up days of 2027 not announced, only statutory days are off.")


def test_the_cover_names_the_definitions_that_changed(warehouse: Warehouse, fill: Fill, ask: Ask) -> None:
    a_week_before(fill)
    begin(ask(week=ask().week.before, today=date(2026, 6, 8)), warehouse, METRICS, NINE, by="主管", now=NINE)
    keep_rule_edits(warehouse, [RuleEdit("visitors", "base weekday", watch=-0.05, bad=-0.3)], by="主管")
    queried = ask()
    assert queried.book == rulebook(warehouse)
    assert [metric.name for metric in redefined(queried, meetings(warehouse)[0])] == ["visitors"]
    assert SLIDES["cover"](queried).lines[2].sentence.zh == "比 6月8日的周会改了 **1** 个：访客数。"


def of(slides: tuple[Slide, ...], key: str) -> Slide:
    return next(slide for slide in slides if slide.key == key)


def test_owners_and_days_follow_the_meeting_and_what_actions_moved_stays_frozen(
    fill: Fill, warehouse: Warehouse, ask: Ask
) -> None:
    fill("shop_daily", *(report(date(2026, 5, day), visitors=1000, pay_buyers=20) for day in range(19, 32)))
    fill("shop_daily", *(report(date(2026, 6, day), visitors=1000, pay_buyers=30) for day in range(1, 15)))
    late, measured = (
        undertake(
            warehouse, Undertaking(SHOP, "pay_conversion", what, "小满", date(2026, 5, 26), date(2026, 6, 10)),
            by="谷雨", now=datetime(2026, 5, 26, 9),
        )
        for what in ("改客服话术", "换主图")
    )  # fmt: skip
    close(warehouse, measured, date(2026, 6, 2), by="谷雨", now=datetime(2026, 6, 2, 18))
    frozen = edition(warehouse, WEEK, SHOP, MONDAY)
    assert [words(row)[:4] for row in table(of(frozen.deck.slides, "actions_reviewed")).rows] == [
        ["改客服话术", "小满", "6月10日", "过期"],
        ["换主图", "小满", "6月10日", "做完"],
    ]
    replan(warehouse, late, "立夏", date(2026, 6, 19), by="谷雨", now=datetime(2026, 6, 15, 10))
    with warehouse.writing() as run:
        run.execute("UPDATE shop_daily SET pay_buyers = 90")
    now = refreshed(frozen, ask())
    assert [words(row) for row in table(of(now.deck.slides, "actions_reviewed")).rows] == [
        ["换主图", "小满", "6月10日", "做完", "支付转化率", "2.00% → 3.00%", "↑1.0点"],
        ["改客服话术", "立夏", "6月19日", "在做", "支付转化率", None, None],
    ]
    assert of(now.deck.slides, "actions_reviewed").title.zh == "1/2 条做完，没有过期"
    assert table(of(now.deck.appendix, "actions_all")).rows == table(of(now.deck.slides, "actions_reviewed")).rows
    assert [words(row)[:4] for row in table(of(now.deck.slides, "next_week")).rows] == [
        ["改客服话术", "立夏", "6月19日", "在做"]
    ]
    unchanged = {"cover", "summary", "pace", "gap", "tree", "traffic", "service", "faults"}
    assert all(of(now.deck.slides, key) is of(frozen.deck.slides, key) for key in unchanged)
