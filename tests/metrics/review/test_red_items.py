"""The red list: one line for each cause, what is unlike itself beside what is judged."""

from datetime import date, timedelta

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.judgement.limits import Level
from metrics.judgement.rules import RULES
from metrics.morning.account import morning
from metrics.review.red_items import RedItem, by_cause, items

SHOP = "云栖木语家居旗舰店"
DAY = date(2026, 8, 27)
PAST = Period(DAY - timedelta(days=56), DAY - timedelta(days=1))


def _fill(warehouse: Warehouse, day: date, visitors: int, refunds: int = 500) -> None:
    with warehouse.writing() as run:
        run.execute(
            "INSERT INTO shop_daily (shop, day, visitors, pay_buyers, pay_amount, refund_finished)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [SHOP, day, visitors, visitors // 20, visitors * 5, refunds],
        )


def _lines(warehouse: Warehouse) -> list[RedItem]:
    return by_cause(items(morning(warehouse, DAY, SHOP), RULES))


def test_fewer_visitors_are_one_line_with_what_they_took_along(warehouse: Warehouse) -> None:
    for day in PAST:
        _fill(warehouse, day, 2000 + 40 * (day.toordinal() % 3))
    _fill(warehouse, DAY, 1000)
    (line,) = _lines(warehouse)
    assert line.what.zh == "访客数 1,000人"
    # The four Thursdays before had 2,000, 2,080, 2,040 and 2,000 in some order: 1,000 is 50.5 % under their median.
    assert line.why.zh.startswith("比同星期 ↓50.5%；连带")
    assert "支付金额" in line.why.zh
    assert "支付买家数" in line.why.zh
    assert line.what.en == "Visitors: 1,000 people"
    assert "with it" in line.why.en


def test_a_wave_of_refunds_that_no_rule_of_the_tiles_sees_is_a_line(warehouse: Warehouse) -> None:
    for day in PAST:
        _fill(warehouse, day, 2000 + 40 * (day.toordinal() % 3), 500 + 40 * (day.toordinal() % 4))
    _fill(warehouse, DAY, 2040, 6000)
    (line,) = _lines(warehouse)
    assert line.what.en == "Refunds by finish day: unusual"
    assert "前 8 周同星期中位" in line.why.zh
    assert line.level is Level.BAD


def test_without_anything_wrong_nothing_stands_there(warehouse: Warehouse) -> None:
    for day in (*PAST, DAY):
        _fill(warehouse, day, 2000 + 40 * (day.toordinal() % 3))
    assert _lines(warehouse) == []
