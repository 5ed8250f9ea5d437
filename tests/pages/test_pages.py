"""Every page opens through the frame, in both languages, with and without data."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.store.board import opened
from metrics.calendar.period import day
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.query.question import answer
from metrics.wording.figure import figure
from tests.inserting import insert
from tests.metrics.rows import order, report
from tests.pages.conftest import SHOP, TODAY, Open
from ui.cache import answers

ROOT = Path(__file__).parents[2]
TITLES = {
    "today/morning": (SHOP, SHOP),
    "today/actions": ("行动：", "Actions:"),
    "meeting/week": ("上周", "Last week"),
    "teams/sales": ("销售：", "Sales:"),
    "teams/traffic": ("推广：", "Traffic:"),
    "teams/service": ("客服：", "Service:"),
    "teams/reputation": ("口碑：", "Ratings:"),
    "teams/products": ("商品：", "Products:"),
    "teams/fulfilment": ("履约：", "Shipping:"),
    "teams/workload": ("班组：", "Teams:"),
    "records/imports": ("导入", "Import"),
    "records/targets": ("目标 2026", "Targets 2026"),
    "records/calendar": ("日历 2026", "Calendar 2026"),
    "records/quotas": ("定额：还没有能评的", "Quotas: nothing to judge yet"),
    "records/rules": ("规则", "Rules"),
    "records/glossary": ("口径", "Definitions"),
}
FIRST = ("先放进一份店铺日报", "Drop one shop report")
NEEDS_DATA = ("today/", "meeting/", "teams/")
CASES = [
    (page, lang, title) for page, titles in TITLES.items() for lang, title in zip(("zh", "en"), titles, strict=True)
]
TextOf = Callable[[AppTest], str]


def title_of(html: str) -> str:
    """The page's first heading without markup."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[1]) if found else ""


def test_every_page_of_the_folders_is_in_the_menu() -> None:
    listed = re.findall(r'"pages/(\w+/\w+)\.py"', (ROOT / "dashboard.py").read_text(encoding="utf-8"))
    there = [path.relative_to(ROOT / "pages").with_suffix("").as_posix() for path in (ROOT / "pages").glob("*/*.py")]
    assert sorted(listed) == sorted(there) == sorted(TITLES)


def test_no_page_lies_directly_in_pages_and_stems_are_unique() -> None:
    assert not list((ROOT / "pages").glob("*.py"))
    stems = [path.stem for path in (ROOT / "pages").glob("*/*.py")]
    assert len(stems) == len(set(stems))


@pytest.mark.parametrize(("page", "lang", "title"), CASES)
def test_a_page_opens_on_an_empty_board(page: str, lang: str, title: str, open_page: Open, text_of: TextOf) -> None:
    app = open_page(page, lang=lang)
    expected = FIRST[lang == "en"] if page.startswith(NEEDS_DATA) else title
    assert not app.exception
    assert not app.error
    assert title_of(text_of(app)).startswith(expected)


@pytest.mark.parametrize(("page", "lang", "title"), CASES)
@pytest.mark.usefixtures("with_data")
def test_a_page_opens_with_data(page: str, lang: str, title: str, open_page: Open, text_of: TextOf) -> None:
    app = open_page(page, lang=lang)
    assert not app.exception
    assert not app.error
    assert title_of(text_of(app)).startswith(title)


@pytest.mark.parametrize("page", ["teams/sales", "teams/traffic", "teams/service", "teams/reputation"])
@pytest.mark.parametrize("period", ["7d", "month", "own"])
@pytest.mark.parametrize("shop", [SHOP, "all"])
@pytest.mark.usefixtures("with_data")
def test_a_teams_page_opens_for_every_period_and_shop(page: str, period: str, shop: str, open_page: Open) -> None:
    app = open_page(page, period=period, shop=shop)
    assert not app.exception
    assert not app.error
    assert app.query_params["period"] == period


@pytest.mark.usefixtures("with_data")
def test_a_link_opens_the_same_shop_and_days(open_page: Open, text_of: TextOf) -> None:
    days = {"period": "own", "from": "2026-06-01", "to": "2026-06-03"}
    shown = text_of(open_page("teams/sales", shop="云栖木语生活专营店", **days))
    assert "云栖木语生活专营店" in shown
    assert "6月1日（周一）至 3日（周三）" in shown


@pytest.mark.parametrize(
    "page", ["records/glossary", "records/imports", "records/targets", "records/rules", "teams/sales"]
)
@pytest.mark.usefixtures("with_data")
def test_english_pages_hold_no_chinese_punctuation(open_page: Open, text_of: TextOf, page: str) -> None:
    assert not re.findall(r"[。，；：！？]", re.sub(r"<[^>]*>", " ", text_of(open_page(page, lang="en"))))


WORDS_OF_THE_TRADE = {"DSR", "ROI", "UV", "SKU", "PXI", "PC", "KB", "MB", "xlsx", "xls", "csv", "zip", "id"}
WORDS_OF_THE_TRADE |= {"ExportOrderList"}


@pytest.mark.usefixtures("with_data")
def test_chinese_pages_hold_no_english_words(open_page: Open, text_of: TextOf) -> None:
    records = (f"records/{page}" for page in ("imports", "targets", "calendar", "rules"))
    for page in ("today/morning", "teams/sales", *records):
        words = re.sub(r"<[^>]*>", " ", text_of(open_page(page, lang="zh")))
        found = set(re.findall(r"[A-Za-z]{2,}", words))
        assert found <= WORDS_OF_THE_TRADE, page


@pytest.mark.usefixtures("with_data")
def test_the_morning_shows_yesterdays_amount_as_the_metrics_have_it(open_page: Open, text_of: TextOf) -> None:
    shown = text_of(open_page("today/morning"))
    paid = answer(answers.warehouse(), [PAY_AMOUNT], day(TODAY - timedelta(days=1)), where={"shop": SHOP})
    amount = figure(paid[PAY_AMOUNT.name][0].as_py(), PAY_AMOUNT.unit, "zh")
    assert f">{amount.number}</b><span>{amount.unit}</span>" in shown


@pytest.mark.usefixtures("with_data")
def test_a_day_without_data_names_the_last_day_that_has_some(open_page: Open, text_of: TextOf) -> None:
    app = open_page("today/morning", day="2026-06-20")
    assert "6月20日还没有数据，最后一天是 6月11日。" in text_of(app)
    app.button("see-last-day").click().run()
    assert app.query_params["day"] == "2026-06-11"
    assert not app.exception


def test_the_switch_changes_the_language_and_the_address(open_page: Open, text_of: TextOf) -> None:
    app = open_page("records/glossary")
    assert title_of(text_of(app)) == "口径"
    app.button_group("shown:lang").set_value("en").run()
    assert title_of(text_of(app)) == "Definitions"
    assert app.query_params["lang"] == "en"


@pytest.mark.usefixtures("with_data")
def test_choices_in_the_address_are_kept_across_pages(open_page: Open) -> None:
    app = open_page("today/morning", shop="all", period="7d", lang="en")
    # A click on the menu drops the address's choices in the browser.
    app.query_params.clear()
    app.switch_page("pages/teams/sales.py").run()
    kept = {name: app.query_params[name] for name in ("shop", "period", "lang")}
    assert kept == {"shop": "all", "period": "7d", "lang": "en"}


@pytest.mark.parametrize("shops", [("云朵",), ("云朵", "青禾")])
def test_a_list_of_shops_is_there_once_there_is_more_than_one(
    shops: tuple[str, ...], var: Path, open_page: Open
) -> None:
    with opened(var) as warehouse, warehouse.writing() as run:
        insert(run, "shop_daily", [report(TODAY - timedelta(days=1), shop, pay_amount=100) for shop in shops])
    lists = [each.options for each in open_page("teams/sales").selectbox if each.key == "shown:shop"]
    assert lists == ([[*shops, "全部店铺"]] if len(shops) > 1 else [])


@pytest.mark.parametrize("page", ["today/morning", "records/imports"])
def test_a_board_without_its_buyers_key_says_which_it_needs(page: str, var: Path, open_page: Open) -> None:
    with opened(var) as warehouse, warehouse.writing() as run:
        insert(run, "orders", [order(1, 100, buyer="00000000-0000-0000-0000-000000000001")])
        ((needed,),) = run.execute("SELECT fingerprint FROM buyers_keys").fetchall()
    (var / "buyers.key").write_bytes(b"")
    app = open_page(page)
    assert not app.exception
    (sentence,) = [each.value for each in app.error]
    assert f"要的是 {needed}" in sentence
    assert str(var) in sentence
