"""The glossary: everything there is to know about a metric in one row, found by any word of it."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from metrics.catalogue import METRICS
from tests.pages.conftest import SHOP, Open

TextOf = Callable[[AppTest], str]

EXPECTED = (
    "最终付款人数 ÷ 询单人数",
    "询单的人最后付款的比例",
    "询单最终付款人数",
    "4 天后定稿",
    "询单人数至少 30",
    "客服绩效工具",
    "例：谷雨只有付款率",
    "值（6月11日）",
)


def searched(app: AppTest, words: str) -> AppTest:
    app.text_input[0].set_value(words).run()
    assert not app.exception
    return app


@pytest.mark.usefixtures("with_data")
def test_a_row_says_what_a_metric_is_made_of_when_it_is_final_and_what_it_is(open_page: Open, text_of: TextOf) -> None:
    shown = text_of(searched(open_page("records/glossary", shop=SHOP), "询单最终付款率"))
    for words in EXPECTED:
        assert words in shown
    assert re.search(r"\d+\.\d+%", shown)


@pytest.mark.usefixtures("with_data")
def test_what_must_be_split_says_by_what(open_page: Open, text_of: TextOf) -> None:
    assert "按店铺看" in text_of(searched(open_page("records/glossary", shop="all"), "会员总数"))
    assert "by channel" in text_of(searched(open_page("records/glossary", lang="en"), "Conversion by channel"))


def test_without_data_every_metric_stands_without_a_value(open_page: Open, text_of: TextOf) -> None:
    shown = text_of(open_page("records/glossary"))
    assert all(metric.label.zh in shown for metric in METRICS)
