"""The rules page: the shop's own limits, every change kept, and the default one click away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from streamlit.testing.v1 import AppTest

from data.records.rule_edits import RuleEdit, keep_rule_edits, rule_edits
from metrics.judgement.rulebook import rulebook
from metrics.judgement.rules import RULES
from tests.pages.conftest import Open
from ui.cache import answers, loaded

TextOf = Callable[[AppTest], str]
NOW = datetime(2026, 6, 12, 9, 5)
WIDER = RuleEdit("visitors", "base weekday", -0.30, -0.40, None, 2)


def keep(*edits: RuleEdit) -> None:
    keep_rule_edits(answers.warehouse(), edits, by="小满", now=NOW)


def test_the_grid_shows_every_declared_rule_in_natural_units(open_page: Open) -> None:
    frame = open_page("records/rules").dataframe[0].value
    assert len(frame) == sum(len(rules) for rules in RULES.values())
    row = frame[frame["metric"] == "访客数"].iloc[0]
    assert (row["against"], row["watch"], row["bad"], row["days"]) == ("比同星期变动 %", -10, -20, 1)
    first = frame[frame["metric"] == "首次响应时间（日均值）"].iloc[0]
    assert (first["against"], first["unit"], first["watch"]) == ("高于固定线", "秒", 30)


@pytest.mark.parametrize(
    ("lang", "text", "back"), [("zh", "-10% / −20%", "恢复默认"), ("en", "Every change", "Back to the default")]
)
def test_a_change_is_told_with_who_and_when_and_taken_back_with_a_click(
    lang: str, text: str, back: str, open_page: Open, text_of: TextOf
) -> None:
    keep(WIDER)
    app = open_page("records/rules", lang=lang)
    shown = text_of(app)
    assert text.replace("-", "−") in shown
    assert "2026-06-12 09:05" in shown
    assert "小满" in shown
    assert "−30% / −40%" in shown
    next(button for button in app.button if button.label == back).click().run()
    assert not app.exception
    assert rulebook(answers.warehouse()) == RULES
    assert [each.edit.to_default for each in rule_edits(answers.warehouse())] == [True, False]
    assert not [button for button in app.button if button.label == back]


@pytest.mark.usefixtures("with_data")
def test_a_shop_has_rules_of_its_own_beside_those_of_all_shops(open_page: Open, text_of: TextOf) -> None:
    shop = loaded.shops()[0]
    keep(WIDER, replace(WIDER, watch=-0.50, bad=-0.60, shop=shop))
    app = open_page("records/rules")
    box = next(each for each in app.selectbox if each.key == "rules-shop")
    assert box.options == ["全部店铺", *loaded.shops()]
    assert _visitors(app) == (-30, "-10% / −20%".replace("-", "−"))
    box.set_value(shop).run()
    assert _visitors(app) == (-50, "−30% / −40%，连续 2 天")
    assert shop in text_of(app)
    next(button for button in app.button if button.label == "恢复默认").click().run()
    assert rulebook(answers.warehouse(), shop)["visitors"][0].watch == -0.30


def _visitors(app: AppTest) -> tuple[float, str]:
    frame = app.dataframe[0].value
    row = frame[frame["metric"] == "访客数"].iloc[0]
    return row["watch"], row["default"]


@pytest.mark.usefixtures("with_data")
def test_a_part_offers_its_metrics_that_have_no_rule_yet(open_page: Open) -> None:
    app = open_page("records/rules")
    box = next(each for each in app.selectbox if each.key == "rules-team")
    box.set_value("销售").run()
    frame = app.dataframe[0].value
    assert set(frame[frame["metric"] == "支付订单数"]["against"]) == {"低于固定线", "比同星期变动 %"}
