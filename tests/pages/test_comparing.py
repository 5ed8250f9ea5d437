"""Periods, comparisons and final days on a team's page, as a reader chooses them."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open

TextOf = Callable[[AppTest], str]
pytestmark = pytest.mark.usefixtures("with_data")


@pytest.mark.parametrize(
    ("address", "spans"),
    [
        ({"period": "month"}, "环比：6月1日至6月11日，比 5月1日至5月11日"),
        ({"period": "week"}, "环比：6月8日至6月11日，比 6月1日至6月4日"),
        ({"period": "quarter"}, "环比：4月1日至6月11日，比 1月1日至3月13日"),
        ({"period": "year"}, "同比：2026年1月1日至6月11日，比 2025年1月1日至6月11日"),
        ({"period": "yesterday"}, "同星期：6月11日，比 5月14日、5月21日、5月28日、6月4日 的中位数"),
        ({"period": "month", "compare": "yoy"}, "同比：2026年6月1日至6月11日，比 2025年6月1日至6月11日"),
        ({"period": "month", "compare": "lunar"}, "同农历：2026年6月1日至6月11日，比 2025年5月13日至5月23日"),
        ({"period": "month", "compare": "promotion"}, "同大促：2026年6月1日至6月11日，比 2025年6月1日至6月11日"),
        (
            {"period": "7d", "compare": "chosen", "vs_from": "2026-04-01", "vs_to": "2026-04-07"},
            "比自选：6月5日至6月11日，比 4月1日至4月7日",
        ),
    ],
)
def test_both_spans_stand_on_the_page(address: dict[str, str], spans: str, open_page: Open, text_of: TextOf) -> None:
    app = open_page("teams/sales", **address)
    assert not app.exception
    assert spans in text_of(app)


def test_what_is_compared_is_kept_across_pages_and_in_the_address(open_page: Open, text_of: TextOf) -> None:
    app = open_page("teams/sales", period="month")
    app.selectbox("shown:compare").set_value("yoy").run()
    assert app.query_params["compare"] == "yoy"
    app.query_params.clear()
    app.switch_page("pages/teams/traffic.py").run()
    assert not app.exception
    assert (app.query_params["compare"], app.query_params["period"]) == ("yoy", "month")
    assert "比 2025年6月1日至6月11日" in text_of(app)


def test_young_values_say_when_they_are_final_and_a_switch_leaves_them_out(open_page: Open, text_of: TextOf) -> None:
    app = open_page("teams/sales", period="30d", shop="all")
    assert "7月2日定稿" in text_of(app)
    app.checkbox("shown:final").check().run()
    assert not app.exception
    assert app.query_params["final"] == "1"
    shown = text_of(app)
    assert "7月2日定稿" not in shown
    assert "退款率（金额） % 至5月22日" in shown
    app.checkbox("shown:final").uncheck().run()
    assert "final" not in app.query_params


def test_where_no_day_is_final_the_page_says_so(open_page: Open, text_of: TextOf) -> None:
    assert "还没有定稿的日子" in text_of(open_page("teams/sales", period="7d", final="1"))


def test_a_base_without_data_is_no_change_of_nothing(open_page: Open, text_of: TextOf) -> None:
    shown = text_of(open_page("teams/sales", period="7d", compare="chosen", vs_from="2024-04-01", vs_to="2024-04-07"))
    assert "比自选 基期无数据" in shown


@pytest.mark.parametrize("page", ["teams/traffic", "teams/service", "teams/reputation"])
@pytest.mark.parametrize("compare", ["pop", "weekday", "yoy", "lunar", "promotion", "chosen"])
def test_every_page_opens_with_every_comparison(page: str, compare: str, open_page: Open) -> None:
    app = open_page(page, period="month", compare=compare, final="1", lang="en")
    assert not app.exception
    assert not app.error
