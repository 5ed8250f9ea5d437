"""The morning page in every state it can be in: the words that a reader sees."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from data.store.board import shared
from tests.inserting import insert
from tests.pages.conftest import SHOP, Open
from tests.pages.test_pages import TextOf, title_of

DAY = date(2026, 6, 11)
Put = Callable[..., None]


@pytest.fixture
def put() -> Put:
    """put("shop_daily", dict(shop=…), …): rows with the columns they name, on this test's own board."""

    def _put(table: str, *rows: dict[str, object]) -> None:
        with shared().writing() as run:
            insert(run, table, rows)

    return _put


def report(day: date = DAY, amount: float = 9000, **more: object) -> dict[str, object]:
    return {"shop": SHOP, "day": day, "visitors": 1000, "pay_buyers": 30, "pay_amount": amount, **more}


def weeks(last: date = DAY, count: int = 35) -> list[dict[str, object]]:
    return [report(last - timedelta(days=n)) for n in range(count)]


def plan(amount: float) -> dict[str, object]:
    return {"shop": SHOP, "period": "2026-06", "team": "", "person": "", "metric": "pay_amount", "amount": amount}


@pytest.mark.usefixtures("with_data")
def test_a_year_whose_days_worked_instead_are_not_announced_is_named(
    open_page: Open, text_of: TextOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "调休未公布" not in text_of(open_page("today/morning"))
    monkeypatch.setenv("OPSBOARD_TODAY", "2027-01-01")
    assert "2027年调休未公布" in text_of(open_page("today/morning"))
    assert "2027: make-up days open" in text_of(open_page("today/morning", lang="en"))


def test_no_file_says_what_to_drop_first(open_page: Open, text_of: TextOf) -> None:
    assert title_of(text_of(open_page("today/morning"))).startswith("先放进一份店铺日报")


def test_missing_files_are_named_in_the_masthead_and_every_zone_that_waits(
    open_page: Open, text_of: TextOf, put: Put
) -> None:
    put("shop_daily", *weeks())
    app = open_page("today/morning")
    shown = text_of(app)
    assert not app.exception
    assert "文件 <b>1/6</b>" in shown
    assert "缺 <b>订单…</b>" in shown
    for waits in (
        "等：客服绩效", "等：今天的客服排班", "等：流量来源（一家店）", "等：目标", "等：活动登记", "等：主推商品",
        "等：工作量登记、定额本", "等：责任单登记", "缺订单", "缺评价", "缺待办", "缺店铺DSR",
    ):  # fmt: skip
        assert waits in shown, waits
    assert "缺 订单" in shown
    assert "请平时导出的人补上" in shown


def test_one_missing_file_leaves_the_others_judged(open_page: Open, text_of: TextOf, put: Put) -> None:
    put("shop_daily", *weeks())
    put("targets", plan(270_000))
    shown = text_of(open_page("today/morning"))
    assert "达成 <b>100.0%</b>" in shown
    assert "等：目标" not in shown


def test_a_first_week_has_no_base_and_says_when_it_will(open_page: Open, text_of: TextOf, put: Put) -> None:
    put("shop_daily", *weeks(count=5))
    shown = text_of(open_page("today/morning"))
    assert "同星期不足 3 周，满四周后可比" in shown
    assert "同星期不足 3 周，暂不拆原因" in shown
    assert "周同 —" in shown


def test_without_a_target_nothing_is_attained(open_page: Open, text_of: TextOf, put: Put) -> None:
    put("shop_daily", *weeks())
    shown = text_of(open_page("today/morning"))
    assert "本月未设目标，不评进度。" in shown
    assert "未设目标，不评达成" in shown
    assert "达成 <b>" not in shown
    assert "No target is set for this month" in text_of(open_page("today/morning", lang="en"))


def test_the_verdict_names_the_month_it_judges(open_page: Open, text_of: TextOf, put: Put) -> None:
    put("shop_daily", *weeks())
    put("targets", plan(270_000))
    assert "<span>本月进度</span><span>达标</span>" in text_of(open_page("today/morning"))
    assert "<span>The month</span><span>On target</span>" in text_of(open_page("today/morning", lang="en"))


def test_a_missing_file_stands_across_where_no_distance_is_known(open_page: Open, text_of: TextOf, put: Put) -> None:
    put("shop_daily", *weeks())
    shown = text_of(open_page("today/morning"))
    lines = [each.split("</div>")[0] for each in shown.split('<div class="ob-red ob-red-wide">')[1:]]
    assert any("缺 " in line for line in lines)
    assert not any("—" in line for line in lines)


def test_half_a_day_is_shown_and_not_judged(open_page: Open, text_of: TextOf, put: Put) -> None:
    put("shop_daily", *weeks(DAY - timedelta(days=1)), report(amount=100))
    put("targets", plan(270_000))
    put("batches", {"batch": 1, "name": "20260611-1", "imported_at": datetime(2026, 6, 11, 15, 20)})
    put("parts", {"part": 1, "batch": 1, "subject": "shop_daily", "first_day": DAY, "last_day": DAY})
    shown = text_of(open_page("today/morning"))
    assert "当天没过完，只到 <b>15:20</b>" in shown
    assert "当天没过完，数据只到 15:20，不评" in shown
    assert "ob-block-unjudged" in shown
    assert "支付金额 100元" not in shown


def test_a_stale_board_is_grey_and_says_how_old_it_is(open_page: Open, text_of: TextOf, put: Put) -> None:
    put("shop_daily", *weeks(DAY - timedelta(days=2)))
    shown = text_of(open_page("today/morning"))
    assert "数据停在 <b>6月9日（周二）</b>，旧了 2 天" in shown
    assert "ob-mast ob-stale" in shown
    assert "6月11日还没有数据，最后一天是 6月9日。" in shown
    assert "昨日的支付数据还没到" in shown
    fresh = text_of(open_page("today/morning", day="2026-06-09"))
    assert "ob-stale" not in fresh
    assert "数据截至 <b>6月9日（周二）</b>" in fresh


def test_a_holiday_is_named_beside_the_day(open_page: Open, text_of: TextOf, put: Put) -> None:
    put("shop_daily", *weeks(date(2026, 5, 1)))
    assert "5月1日（周五） 劳动节" in text_of(open_page("today/morning", day="2026-05-01"))
    assert "Fri 1 May Labour Day" in text_of(open_page("today/morning", day="2026-05-01", lang="en"))


@pytest.mark.usefixtures("with_data")
def test_the_demo_is_called_made_up(open_page: Open, text_of: TextOf) -> None:
    assert "示例数据，都是编的" in text_of(open_page("today/morning"))
    assert "made-up demo data" in text_of(open_page("today/morning", lang="en"))


@pytest.mark.usefixtures("with_data")
def test_all_ten_zones_stand_on_the_page(open_page: Open, text_of: TextOf) -> None:
    for lang, zones in {
        "zh": ("晨会", "昨日差", "推广7日ROI", "红单", "履约口碑", "客服", "流量来源", "今天", "班组定额", "责任单"),
        "en": ("Morning review", "Yesterday", "Ads ROI, 7 d", "Red list", "Fulfilment", "Service",
               "Traffic", "Today", "Team quotas", "Duty sheet"),
    }.items():  # fmt: skip
        shown = text_of(open_page("today/morning", lang=lang))
        assert len(zones) == 10
        for zone in zones:
            assert zone in shown, zone


@pytest.mark.usefixtures("with_data")
def test_the_three_sentences_lead_to_their_numbers_under_the_same_choices(open_page: Open, text_of: TextOf) -> None:
    shown = text_of(open_page("today/morning", shop=SHOP, day="2026-06-10"))
    assert shown.count('class="ob-lead"><a class="ob-link"') == 3
    for page in ("sales?", "service?"):
        assert f'href="{page}shop=%E4%BA%91' in shown
    assert "day=2026-06-10&amp;" in shown


@pytest.mark.usefixtures("with_data")
def test_six_tiles_with_both_comparisons_named(open_page: Open, text_of: TextOf) -> None:
    shown = text_of(open_page("today/morning"))
    assert shown.count('class="ob-tile"') == 6
    assert shown.count("周同 ") >= 4
    assert shown.count("年同 ") >= 4
    assert "周同：环比前四周同星期的中位数；年同：同比去年同一天" in shown


@pytest.mark.usefixtures("with_data")
def test_nobody_is_named_on_the_wall(open_page: Open, text_of: TextOf) -> None:
    named, wall = (text_of(open_page("today/morning", **more)) for more in ({}, {"wall": "1"}))
    assert "<b>小满</b>" in named
    assert "<b>小满</b>" not in wall
    assert "客服A" in wall
    assert "ob-bare" in wall


@pytest.mark.usefixtures("with_data")
def test_another_day_is_chosen_on_the_page_and_left_again(open_page: Open, text_of: TextOf) -> None:
    app = open_page("today/morning")
    assert "day" not in app.query_params
    app.date_input("day:2026-06-11").set_value(date(2026, 6, 9)).run()
    assert not app.exception
    assert app.query_params["day"] == "2026-06-09"
    shown = text_of(app)
    assert " 6月9日 " in shown
    assert 'aria-label="前一天：6月8日"' in shown
    assert 'aria-label="后一天：6月10日"' in shown
    app.button("see-yesterday").click().run()
    assert "day" not in app.query_params
    shown = text_of(app)
    assert 'aria-label="前一天：6月10日"' in shown
    assert "后一天" not in shown
