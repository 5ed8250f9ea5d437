"""The same figures worked out a second way: from the demo's files, in plain pandas, without any of the board's code."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from data.store.board import opened
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.query.question import answer
from tests.demo_years import DemoYears
from tests.metrics.by_pandas import (
    ANY,
    OF_A_CHANNEL,
    OF_ONE_DAY,
    OF_ONE_SHOP,
    OF_ONE_SHOPS_FILES,
    FileSlice,
    Worked,
    over,
)
from tests.metrics.raw_demo import SHOPS, read
from tests.metrics.raw_ledger import ledger, reviews

TODAY = date(2026, 11, 21)
YESTERDAY = Period(date(2026, 11, 20), date(2026, 11, 20))
DOUBLE_ELEVEN = Period(date(2026, 11, 11), date(2026, 11, 11))
WEEK = Period(date(2026, 11, 13), date(2026, 11, 19))
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
TURN_OF_YEAR = Period(date(2025, 12, 20), date(2026, 1, 10))
DAYS, SPANS = (YESTERDAY, DOUBLE_ELEVEN), (YESTERDAY, DOUBLE_ELEVEN, WEEK, OCTOBER, TURN_OF_YEAR)

PRODUCT = "719850241635"


@pytest.fixture(scope="module")
def folder(demo_years: DemoYears) -> Path:
    return demo_years.folder(TODAY)


@pytest.fixture(scope="module")
def board(demo_years: DemoYears, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    with opened(demo_years.imported(TODAY, tmp_path_factory.mktemp("demo") / "var")) as warehouse:
        yield warehouse


@pytest.fixture(scope="module")
def parts(board: Warehouse, folder: Path) -> dict[tuple[Period, str | None], FileSlice]:
    raw = read(folder)
    return {(during, shop): FileSlice(raw, shop, during) for during in SPANS for shop in (*SHOPS, None)}


@pytest.fixture(scope="module")
def texts(board: Warehouse) -> dict[tuple[Period, str | None], dict[str, float | None]]:
    """What the board answers to everything at once."""
    found = {}
    for during in SPANS:
        for shop in (*SHOPS, None):
            names = [
                *ANY,
                *OF_ONE_SHOPS_FILES,
                *(OF_ONE_SHOP if shop else ()),
                *(OF_ONE_DAY if shop and during in DAYS else ()),
            ]
            found[during, shop] = queried(board, names, during, **({"shop": shop} if shop else {}))
    return found


def queried(board: Warehouse, names: Sequence[str], during: Period, **where: str) -> dict[str, float | None]:
    row = answer(board, [metric_named(name) for name in names], during, where=where).to_pylist()[0]
    return {name: None if value is None else float(value) for name, value in row.items()}


def same(found: float | None, worked: float | None) -> bool:
    if found is None or worked is None or pd.isna(worked):
        return found is None and (worked is None or pd.isna(worked))
    return found == pytest.approx(float(worked), rel=1e-9, abs=1e-9)


Parts = dict[tuple[Period, str | None], FileSlice]
Stated = dict[tuple[Period, str | None], dict[str, float | None]]


def reported(of: dict[str, Worked]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", of)


@reported(ANY)
def test_it_is_the_same_for_each_shop_and_for_both_over_every_span(texts: Stated, parts: Parts, name: str) -> None:
    worked = {part: ANY[name](parts[part]) for part in parts}
    assert [part for part in parts if not same(texts[part][name], worked[part])] == []
    assert any(worked.values())


@reported(OF_ONE_SHOP)
def test_it_is_the_same_for_each_shop_over_every_span(texts: Stated, parts: Parts, name: str) -> None:
    worked = {part: OF_ONE_SHOP[name](parts[part]) for part in parts if part[1]}
    assert [part for part in worked if not same(texts[part][name], worked[part])] == []
    assert any(worked.values())


@reported(OF_ONE_DAY)
def test_it_is_the_same_for_each_shop_and_day(texts: Stated, parts: Parts, name: str) -> None:
    worked = {(during, shop): OF_ONE_DAY[name](parts[during, shop]) for during in DAYS for shop in SHOPS}
    assert [part for part in worked if not same(texts[part][name], worked[part])] == []
    assert all(worked.values())


@reported(OF_ONE_SHOPS_FILES)
def test_it_is_the_same_for_the_flagship_as_far_as_its_files_reach(texts: Stated, parts: Parts, name: str) -> None:
    worked = {
        (during, SHOPS[0]): OF_ONE_SHOPS_FILES[name](parts[during, SHOPS[0]])
        for during in (YESTERDAY, DOUBLE_ELEVEN, WEEK, OCTOBER)
    }
    assert [part for part in worked if not same(texts[part][name], worked[part])] == []
    assert all(worked.values())
    assert texts[TURN_OF_YEAR, SHOPS[0]][name] is None


@pytest.mark.parametrize("during", SPANS, ids=lambda during: during.label("en"))
def test_it_is_the_same_for_a_channel(board: Warehouse, parts: Parts, during: Period) -> None:
    for shop in SHOPS:
        found = queried(board, list(OF_A_CHANNEL), during, shop=shop, channel="手淘搜索")
        worked = {name: OF_A_CHANNEL[name](parts[during, shop]) for name in found}
        assert found.keys() == OF_A_CHANNEL.keys()
        assert [name for name in found if not same(found[name], worked[name])] == []


def test_a_products_sales_are_those_of_its_suborders(board: Warehouse, parts: Parts) -> None:
    items = parts[WEEK, SHOPS[0]].items
    mine = items[items["product"] == PRODUCT]
    found = queried(board, ("product_pay_amount", "product_pay_items"), WEEK, shop=SHOPS[0], product=PRODUCT)
    assert same(found["product_pay_amount"], (mine["left"] + mine["returned"]).sum() / 100)
    assert same(found["product_pay_items"], mine["pieces"].sum())


@pytest.fixture(scope="module")
def kept(board: Warehouse, folder: Path) -> dict[str, pd.DataFrame]:
    """The sheets that the department keeps by hand; the board has read them, too."""
    return ledger(folder)


@pytest.mark.parametrize("during", (YESTERDAY, WEEK, OCTOBER), ids=lambda during: during.label("en"))
def test_bad_reviews_are_those_called_bad(board: Warehouse, folder: Path, during: Period) -> None:
    reported = reviews(folder)
    reported = reported[
        (reported["day"] >= pd.Timestamp(during.first)) & (reported["day"] <= pd.Timestamp(during.last))
    ]
    for shop in SHOPS:
        mine = reported[reported["shop"] == shop]
        bad = mine[mine["评价等级"] == "差评"]
        found = queried(
            board, ("rated_reviews", "bad_reviews", "bad_review_rate", "bad_reviews_open"), during, shop=shop
        )
        assert found["rated_reviews"] == len(mine)
        assert found["bad_reviews"] == len(bad)
        assert found["bad_reviews_open"] == (bad["回复状态"] == "未回复").sum()
        assert same(found["bad_review_rate"], len(bad) / len(mine))


def test_complaints_stand_open_at_a_days_end_until_somebody_closes_them(
    board: Warehouse, kept: dict[str, pd.DataFrame]
) -> None:
    rows = kept["投诉登记"]
    recorded = rows[rows["完结时间"].notna() | (rows["投诉状态"] != "已完结")]
    for shop in SHOPS:
        for during in (YESTERDAY, WEEK, OCTOBER):
            end = pd.Timestamp(during.last) + timedelta(days=1)
            stands = recorded[
                (recorded["店铺名称"] == shop) & (recorded["投诉时间"] < end) & ~(recorded["完结时间"] < end)
            ]
            found = queried(board, ("complaints_open", "complaints_overdue"), during, shop=shop)
            assert found["complaints_open"] == len(stands)
            assert found["complaints_overdue"] == (stands["处理截止时间"] < end).sum()


def test_faults_last_until_they_are_solved_or_until_the_last_day_known(
    board: Warehouse, kept: dict[str, pd.DataFrame]
) -> None:
    rows = kept["运营日志"]
    lasted = rows["排除"].fillna(pd.Timestamp(TODAY)) - rows["发现"]
    for during in (YESTERDAY, OCTOBER):
        inside = rows["发现"].dt.normalize().between(pd.Timestamp(during.first), pd.Timestamp(during.last))
        minutes = lasted[inside].dt.total_seconds().sum() / 60
        assert minutes > 0
        assert same(queried(board, ("fault_minutes",), during)["fault_minutes"], minutes)


def test_featured_products_attain_what_they_sold_of_their_targets(
    board: Warehouse, parts: Parts, kept: dict[str, pd.DataFrame]
) -> None:
    sold = parts[WEEK, None].raw.products
    named = kept["主推商品"].merge(sold, left_on=["店铺名称", "日期", "商品ID"], right_on=["shop", "day", "商品ID"])
    for shop in SHOPS:
        for during in (YESTERDAY, WEEK, OCTOBER):
            inside = named["day"].between(pd.Timestamp(during.first), pd.Timestamp(during.last))
            rows = named[inside & (named["shop"] == shop)]
            worked = rows["支付金额"].astype(float).sum() / rows["日目标"].sum()
            assert same(queried(board, ("featured_attain",), during, shop=shop)["featured_attain"], worked)


def test_stock_lasts_as_long_as_two_weeks_of_sales_say(
    board: Warehouse, parts: Parts, kept: dict[str, pd.DataFrame]
) -> None:
    last = pd.Timestamp(YESTERDAY.last)
    sold = parts[WEEK, None].raw.products
    pace = sold[sold["day"] > last - timedelta(days=14)].groupby(["shop", "商品ID"])["支付件数"].sum() / 14
    left = kept["库存"][kept["库存"]["日期"] == last].set_index(["店铺名称", "商品ID"])["库存"]
    for shop in SHOPS:
        assert len(left[shop])
        for product, stock in left[shop].items():
            found = queried(board, ("stock_days",), YESTERDAY, shop=shop, product=str(product))["stock_days"]
            assert same(found, over(stock, pace[shop, product]))
