"""Team pages: four questions in one order, views of one person, product or order, names hidden, two shops."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.records.actions import Undertaking, undertake
from data.store.board import opened
from metrics.calendar.period import Period
from metrics.catalogue.orders.waiting import waiting
from metrics.catalogue.trade.products import PRODUCT_PAY_ITEMS
from metrics.catalogue.trade.promotion import AD_COST_RATIO
from metrics.judgement.limits import Judgement, Level
from metrics.morning.numbers import Tile
from metrics.query.question import answer
from metrics.wording.masking import masks
from palette import LIGHT
from tests.demo_years import DemoYears
from tests.pages.conftest import SHOP, TODAY, Open
from tests.pages.test_pages import title_of
from text import same
from ui.cache import answers
from ui.panels.metric_tiles import worded

OTHER = "云栖木语生活专营店"
FILES = (
    "天猫_20260611_*", "*店铺流量来源-2026-06-1*", "*客服绩效_*_2026061*", "聊天记录_*", "店铺DSR每日_*", "目标清单_*",
    "2026年目标_*", "ExportOrderList202606120814.xlsx", "ExportOrderDetailList_*", "商品排行汇总_*", "定额本*",
    "工作量_*", "运营台账_*", "评价管理_云栖木语家居*", "计划报表_*",
)  # fmt: skip
PAGES = ("sales", "traffic", "products", "service", "reputation", "fulfilment", "workload")
PEOPLE = ("service", "workload")
QUESTIONS = {"zh": ("为什么", "谁要帮忙", "接下来"), "en": ("Why", "Who needs help", "What next")}
PRODUCT = "731204417790"
TextOf = Callable[[AppTest], str]


@pytest.fixture(scope="module")
def whole(demo_years: DemoYears, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A var folder with a file of every kind that the team pages read."""
    stored = demo_years.some(TODAY, FILES, tmp_path_factory.mktemp("teams") / "var")
    one = Undertaking(SHOP, "first_response_sec", "带立夏过一遍快捷语", "小满", date(2026, 6, 9), date(2026, 6, 15))
    with opened(stored) as warehouse:
        undertake(warehouse, one, by="小满")
    return stored


@pytest.fixture(autouse=True)
def var(whole: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The board stands on that warehouse, but where a test asks for an empty one."""
    folder = tmp_path / "empty" if "empty" in request.node.name else whole
    monkeypatch.setenv("OPSBOARD_VAR", str(folder))
    return folder


def words(app: AppTest, text_of: TextOf) -> str:
    """What a reader sees of a page's own markup, with captions and labels."""
    others = [element.value for kind in (app.caption, app.markdown) for element in kind]
    return " ".join([re.sub(r"<[^>]*>", " ", text_of(app)), *others])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_answers_why_who_and_what_next_in_that_order(
    page: str, lang: str, open_page: Open, text_of: TextOf
) -> None:
    app = open_page(f"teams/{page}", lang=lang, period="7d")
    shown = text_of(app)
    assert not app.exception
    assert not app.error
    places = [shown.find(f">{question}<") for question in QUESTIONS[lang]]
    assert -1 not in places
    assert places == sorted(places)
    assert shown.count('class="ob-tile"') == 5


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_on_an_empty_board_too(page: str, open_page: Open, text_of: TextOf) -> None:
    app = open_page(f"teams/{page}")
    assert not app.exception
    assert title_of(text_of(app)).startswith("先放进一份店铺日报")


@pytest.mark.parametrize("page", PAGES)
def test_days_without_data_are_told_with_their_files_and_not_shown_as_zero(
    page: str, open_page: Open, text_of: TextOf
) -> None:
    days = {"period": "own", "from": "2024-01-01", "to": "2024-01-02"}
    app = open_page(f"teams/{page}", **days)
    assert not app.exception
    assert not app.error
    assert "等这些文件" in text_of(app) or "等订单" in text_of(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_for_all_shops_together(page: str, open_page: Open, text_of: TextOf) -> None:
    app = open_page(f"teams/{page}", shop="all")
    assert not app.exception
    assert not app.error
    assert "全部店铺" in text_of(app)


def test_the_headline_says_the_number_that_its_tile_shows(open_page: Open, text_of: TextOf) -> None:
    shown = text_of(open_page("teams/fulfilment"))
    title = title_of(shown)
    assert title.startswith("履约：")
    number = re.search(r"(\d[\d,.]*)单", title)
    assert number
    assert f">{number[1]}</b><span>单</span>" in shown


def test_a_product_opens_its_own_view_down_to_the_orders(open_page: Open, text_of: TextOf) -> None:
    team = text_of(open_page("teams/products", period="30d"))
    assert f"product={PRODUCT}" in team
    app = open_page("teams/products", period="30d", product=PRODUCT)
    # Opening through the menu clears the address of what is looked at; a pasted one holds it.
    app.query_params["product"] = PRODUCT
    app.run()
    shown = text_of(app)
    assert not app.exception
    sold = answer(answers.warehouse(), [PRODUCT_PAY_ITEMS], during(30), where={"shop": SHOP, "product": PRODUCT})
    assert f">{sold[PRODUCT_PAY_ITEMS.name][0].as_py():,}</b>" in shown
    assert title_of(shown).startswith("榉木托盘")
    assert "← 商品" in shown
    orders, reviews = shown[shown.index(">订单明细<") :].split(">评价明细<")
    assert orders.count("order=") == 12
    assert reviews.count("order=") == 12
    assert "下载 xlsx" in [getattr(button, "label", "") for button in app.get("download_button")]


def during(days: int) -> Period:
    return Period(date.fromordinal(TODAY.toordinal() - days), date.fromordinal(TODAY.toordinal() - 1))


@pytest.mark.parametrize(
    ("page", "name", "value", "expected"),
    [
        ("traffic", "channel", "手淘搜索", ("手淘搜索：", "逐日明细", "渠道转化率")),
        ("traffic", "tool", "关键词推广", ("关键词推广：", "逐日明细", "推广花费")),
        ("service", "person", "立夏", ("客服", "会话明细", "平均响应时间")),
        ("workload", "person", "立夏", ("定额逐项", "登记的工作")),
        ("sales", "order", "1", ("订单 1", "都没有这个号")),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_pasted_address_opens_the_same_view(
    page: str, name: str, value: str, expected: tuple[str, ...], lang: str, open_page: Open, text_of: TextOf
) -> None:
    app = open_page(f"teams/{page}", period="7d", lang=lang)
    app.query_params[name] = value
    app.run()
    assert not app.exception
    assert not app.error
    shown = text_of(app)
    assert "ob-way-back" in shown
    if lang == "zh":
        assert [part for part in expected if part not in shown] == []


def test_the_filters_are_kept_from_page_to_page_and_what_is_looked_at_is_not(open_page: Open) -> None:
    chosen = {"shop": OTHER, "period": "7d", "compare": "yoy", "final": "1", "masked": "1", "vs_shop": SHOP}
    app = open_page("today/morning", **chosen, direction="red-up", product=PRODUCT)
    for page in PAGES:
        app.query_params.clear()
        app.switch_page(f"pages/teams/{page}.py").run()
        assert not app.exception
        kept = {name: app.query_params[name] for name in (*chosen, "direction")}
        assert kept == {**chosen, "direction": "red-up"}, page
        assert "product" not in app.query_params


def staff() -> list[str]:
    return [name for name in masks(answers.warehouse()).by_name if len(name) > 1]


@pytest.mark.parametrize("page", [f"teams/{page}" for page in PAGES] + ["today/morning", "today/actions"])
def test_hidden_names_stand_nowhere_on_a_page(page: str, open_page: Open, text_of: TextOf) -> None:
    seen = words(open_page(page, masked="1", lead="1", period="7d"), text_of)
    assert len(staff()) > 5
    assert [name for name in staff() if name in seen] == []


def test_a_person_is_ranked_by_name_in_the_leads_view_alone(open_page: Open, text_of: TextOf) -> None:
    plain = words(open_page("teams/service", period="7d"), text_of)
    lead = words(open_page("teams/service", period="7d", lead="1"), text_of)
    assert "立夏" in lead
    assert "白露" in lead
    # An action somebody wrote down may name people: it ranks nobody.
    assert "白露" not in plain
    assert masks(answers.warehouse()).of("白露").zh in plain


def test_one_letter_means_one_person_on_every_page_and_in_every_period(open_page: Open, text_of: TextOf) -> None:
    mask = masks(answers.warehouse()).of("立夏").zh
    for page, period in (("service", "yesterday"), ("service", "30d"), ("workload", "30d")):
        app = open_page(f"teams/{page}", period=period, masked="1")
        app.query_params["person"] = mask
        app.run()
        shown = words(app, text_of)
        assert title_of(text_of(app)).startswith(f"{mask}：")
        assert "立夏" not in shown


def test_another_shop_stands_beside_the_chosen_one_and_is_never_added(open_page: Open, text_of: TextOf) -> None:
    shown = words(open_page("teams/traffic", vs_shop=OTHER), text_of)
    assert "两店对比" in shown
    assert "两店各算各的，不相加" in shown
    assert f"比{OTHER}" in shown
    assert "灰色是云栖木语生活专营店" in shown


def test_an_open_action_stands_under_what_next_with_its_owner(open_page: Open, text_of: TextOf) -> None:
    shown = words(open_page("teams/service"), text_of)
    after = shown[shown.index("接下来") :]
    assert re.search(r"6月15日\s+小满\s+带立夏过一遍快捷语", after)


def test_orders_that_wait_are_counted_by_age_and_listed_by_hours_left(open_page: Open, text_of: TextOf) -> None:
    recorded = waiting(answers.warehouse(), datetime.combine(TODAY, time(8, 50)), SHOP)
    assert recorded
    shown = words(open_page("teams/fulfilment"), text_of)
    assert f"共 {recorded.orders} 行" in shown
    assert f"其中 {recorded.late} 单" in re.sub(r"\s+", " ", shown)


def test_rises_are_red_or_green_only_where_the_reader_wants_it(open_page: Open) -> None:
    for address, expected in (
        ({}, []),
        ({"direction": "red-up"}, ["#B3122F"]),
        ({"direction": "green-up"}, ["#0B7A3B"]),
    ):
        app = open_page("teams/sales", **address)
        put_in = [each.proto.body for each in app.get("html") if "--up:light-dark" in each.proto.body]
        assert [re.findall(r"--up:light-dark\((#\w+)", body)[0] for body in put_in] == expected


def test_small_samples_are_marked_and_stand_behind_those_that_are_ranked(open_page: Open, text_of: TextOf) -> None:
    shown = text_of(open_page("teams/workload", period="7d"))
    who = shown[shown.index("谁要帮忙") : shown.index("接下来")]
    assert "样本不足" in who
    assert "%" in who
    rows = [row for row in who.split("<tr>") if "ob-num" in row and "<td" in row]
    small = ["样本不足" in row for row in rows]
    assert small == sorted(small)


def table_under(title: str, shown: str) -> list[list[str]]:
    """The rows of the table under a title, heads first, each cell as its words; a mark as its judgement."""
    after = shown[shown.index(f">{title}<") :]
    cells = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
    mark = re.compile(r'<span class="ob-mark[^>]*aria-label="([^"]*)"[^>]*></span>')
    rows = after[: after.index("</table>")].split("<tr>")[1:]
    return [[re.sub(r"<[^>]*>", "", mark.sub(r"\1 ", cell)).strip() for cell in cells.findall(row)] for row in rows]


def test_a_promotion_tool_is_marked_by_its_return_which_is_said_to_be_young(open_page: Open, text_of: TextOf) -> None:
    heads, *tools = table_under("推广工具花得值不值", text_of(open_page("teams/traffic")))
    assert "投入产出比 ROI 倍 暂估" in heads
    assert tools
    assert all(tool[0].startswith("未评") for tool in tools)


def test_among_products_in_need_the_stock_that_ends_first_stands_first(open_page: Open, text_of: TextOf) -> None:
    _, *products = table_under("库存还能卖几天", text_of(open_page("teams/products")))
    for level in ("落后", "关注", "达标"):
        days = [float(row[1]) for row in products if row[0].startswith(level)]
        assert days == sorted(days)


def test_a_product_whose_order_is_late_stands_before_those_with_more_orders(open_page: Open, text_of: TextOf) -> None:
    after = text_of(open_page("teams/fulfilment"))
    _, *products = table_under("谁要帮忙", after)
    left = [float(row[2].replace("−", "-")) for row in products if row[2] != "—"]
    urgent = [(0 if hours <= 0 else 1 if hours <= 12 else 2) for hours in left]
    assert urgent == sorted(urgent)


@pytest.mark.parametrize(
    ("page", "title", "head"), [("sales", "订单明细", "买家实付 元"), ("reputation", "体验分", "占满分 %")]
)
def test_a_tables_unit_stands_in_its_head_alone(
    page: str, title: str, head: str, open_page: Open, text_of: TextOf
) -> None:
    heads, *rows = table_under(title, text_of(open_page(f"teams/{page}", period="7d")))
    assert head in heads
    assert not [row for row in rows if re.search(r"\d(元|%)$", row[heads.index(head)])]


def test_the_costs_share_of_sales_is_held_against_its_plan_and_attains_nothing() -> None:
    judged = Judgement(Level.WATCH, same("比计划高"))
    shown = Tile(AD_COST_RATIO, Period(TODAY, TODAY), 0.114, judged, 0.095, None, None, (), None)
    assert list(worded(shown, "zh", LIGHT).against) == ["计划 **9.50**", "高 1.9点"]
    under = replace(shown, value=0.08)
    assert list(worded(under, "en", LIGHT).against) == ["planned **9.50**", "under by 1.5 pp"]


def test_a_shops_column_never_holds_the_whole_departments_number(open_page: Open, text_of: TextOf) -> None:
    shown = text_of(open_page("teams/workload", period="7d", vs_shop=OTHER))
    heads, *rows = table_under("两店对比", shown)
    assert heads[1:3] == [SHOP, OTHER]
    assert [row for row in rows if row[0] == "定额完成率"] == []
    assert "两店都没有的数不列" in shown


def test_a_product_with_bad_reviews_opens_its_reviews_and_they_their_orders(open_page: Open, text_of: TextOf) -> None:
    app = open_page("teams/reputation", period="30d")
    linked = re.findall(r"product=(\d+)", text_of(app))
    assert linked
    app.query_params["product"] = linked[0]
    app.run()
    shown = text_of(app)
    assert not app.exception
    _, *reviews = table_under("评价明细", shown)
    assert reviews
    ratings = [row[2] for row in reviews]
    assert ratings == sorted(ratings, key=lambda text: text != "差评")
    assert f"order={reviews[0][0]}" in shown


def test_a_person_without_a_judged_number_is_told_by_the_quotas(open_page: Open, text_of: TextOf) -> None:
    app = open_page("teams/workload", period="7d", lead="1")
    app.query_params["person"] = "霜降"
    app.run()
    assert re.fullmatch(r"霜降：定额：(\d+ 项都没落后|\d+ 项落后，共 \d+ 项；最差是「.+」)", title_of(text_of(app)))
