"""The targets page: a grid that is saved, differences in sight, spreading, proposing, approving, comparing."""

from decimal import Decimal

import pandas as pd

from data.importing.entered import entered
from data.importing.imports import store
from data.importing.plan_edits import save
from data.records.plan_versions import counting
from data.sources.targets.targets import TARGETS
from metrics.planning.plan_tree import Place, planned
from tests.pages.conftest import SHOP, Open
from tests.pages.test_pages import TextOf, title_of
from ui.cache import answers
from ui.planning.grid import changed_cells, grid, named

PAGE, QUARTER = "records/targets", "2026-Q2"


def plan(*rows: tuple[str, str, str, int]) -> None:
    amounts: dict[tuple[str, str, str, str], Decimal | None] = {
        (SHOP, period, team, person): Decimal(amount) for period, team, person, amount in rows
    }
    save(answers.warehouse(), "pay_amount", "amount", amounts, by="甲", title="目标")


def counts() -> dict[Place, Decimal]:
    return planned(answers.warehouse(), SHOP, "pay_amount")


def test_only_changed_cells_of_the_grid_are_saved() -> None:
    periods = ("2026-06", "2026-07")
    before = pd.DataFrame({"shop": ["A", "A"], "team": ["", ""], "person": ["", "小满"], **dict.fromkeys(periods, 5.0)})
    after = before.copy()
    after.loc[0, "2026-06"] = 1000.0
    after.loc[1, "2026-07"] = None
    new = pd.DataFrame([{"shop": None, "team": None, "person": " 谷雨 ", "2026-06": 7.5, "2026-07": None}])
    changed = changed_cells(before, pd.concat([after, new]), periods)
    assert changed == {
        ("A", "2026-06", "", ""): Decimal(1000),
        ("A", "2026-07", "", "小满"): None,
        ("", "2026-06", "", "谷雨"): Decimal("7.50"),
    }
    assert ("A", "2026-06", "", "谷雨") in named(changed, ["A"])
    assert ("", "2026-06", "", "谷雨") in named(changed, ["A", "B"])


def test_a_row_taken_out_of_the_grid_is_cleared() -> None:
    before = pd.DataFrame({"shop": ["A"], "team": [""], "person": ["小满"], "2026-06": [5.0]})
    assert changed_cells(before, before.iloc[:0], ("2026-06",)) == {("A", "2026-06", "", "小满"): None}


def test_a_month_that_was_saved_comes_back_in_the_grid() -> None:
    plan(("2026-06", "", "", 1_000_000))
    row = grid("pay_amount", "amount", ("2026-06",)).iloc[0]
    assert (row["shop"], row["team"], row["person"], row["2026-06"]) == (SHOP, "", "", 1_000_000.0)
    assert pd.isna(grid("pay_amount", "floor", ("2026-06",)).iloc[0]["2026-06"])


def test_what_does_not_add_up_is_in_sight(open_page: Open, text_of: TextOf) -> None:
    plan((QUARTER, "", "", 1000), ("2026-04", "", "", 300), ("2026-06", "", "", 300), ("2026-06", "客服组", "", 310))
    shown = text_of(open_page(PAGE, quarter=QUARTER))
    assert "加不上的" in shown
    for text in ("400", "还没分下去", "−10", "分多了"):
        assert text in shown


def test_the_title_names_the_year_of_the_quarter_that_is_chosen(open_page: Open, text_of: TextOf) -> None:
    app = open_page(PAGE, quarter="2027-Q1")
    assert title_of(text_of(app)) == "目标 2027"
    picker = next(each for each in app.selectbox if each.value == "2027-Q1")
    picker.select("2026-Q4").run()
    assert title_of(text_of(app)) == "目标 2026"


def test_a_quarter_is_spread_over_its_months(open_page: Open) -> None:
    plan((QUARTER, "", "", 1000))
    app = open_page(PAGE, quarter=QUARTER)
    app.button("write-spread").click().run()
    assert not app.exception
    months = [amount for place, amount in counts().items() if place[0] != QUARTER]
    assert len(months) == 3
    assert sum(months) == 1000


def test_a_plan_is_proposed_approved_locked_and_begun_anew(open_page: Open, text_of: TextOf) -> None:
    plan(("2026-06", "", "", 300))
    app = open_page(PAGE, quarter=QUARTER, who="小满")
    app.button("propose").click().run()
    assert "第 1 版等批准" in text_of(app)
    app.query_params["who"] = "谷雨"
    app.run()
    app.button("approve").click().run()
    shown = text_of(app)
    assert "第 1 版已批准，已锁定" in shown
    assert "小满 " in shown
    assert "谷雨 " in shown
    row = {"shop": SHOP, "period": "2026-06", "team": "", "person": "", "metric": "pay_amount", "amount": Decimal(999)}
    store(answers.warehouse(), entered(answers.warehouse(), TARGETS, [row], "目标.xlsx"), by="甲")
    app.run()
    assert "录入的与生效的有 1 处不同，不算数" in text_of(app)
    assert counts()["2026-06", "", ""] == 300
    app.button("write-spread").click().run()
    assert "要改先立新版" in text_of(app)
    app.button("begin-version").click().run()
    app.button("propose").click().run()
    app.button("approve").click().run()
    assert counts()["2026-06", "", ""] == 999
    version = counting(answers.warehouse(), SHOP, QUARTER)
    assert version
    assert version.version == 2
    assert "差在哪" in text_of(app)
    assert "自己提交、自己批准" in text_of(app)


def test_nobody_proposes_without_a_name(open_page: Open, text_of: TextOf) -> None:
    plan(("2026-06", "", "", 300))
    app = open_page(PAGE, quarter=QUARTER)
    app.button("propose").click().run()
    assert "先留个名字" in text_of(app)
    assert not counting(answers.warehouse(), SHOP, QUARTER)


def test_a_promotions_peak_shows_its_weight_and_takes_another(open_page: Open, text_of: TextOf) -> None:
    # 24 ordinary days and four of the promotion at 100, the peak at 450; then 29 open days and a peak of 5 share 3,350.
    plan(("2026-06", "", "", 3_350), ("2026-06-18", "", "", 450))
    app = open_page(PAGE, quarter=QUARTER)
    shown = text_of(app)
    assert "大促的分量" in shown
    assert "2026年618，6月18日：目标 450.00 元，单独定的" in shown
    (weight,) = app.number_input
    assert (weight.label, weight.value) == ("抵几个平日", 4.5)
    assert app.button("write-weights").disabled
    weight.set_value(None).run()
    assert app.button("write-weights").disabled
    app.number_input[0].set_value(5.0).run()
    app.button("write-weights").click().run()
    assert counts()["2026-06-18", "", ""] == Decimal("492.65")
    assert "目标 492.65 元" in text_of(app)
    assert app.number_input[0].value == 5.0
    english = text_of(open_page(PAGE, quarter=QUARTER, lang="en"))
    assert "6.18 2026, 18 Jun: target 492.65 yuan, set for the day" in english


def test_without_targets_no_promotion_has_a_weight(open_page: Open, text_of: TextOf) -> None:
    plan(("2026-07", "", "", 300))
    assert "没有定了目标的大促高峰日" in text_of(open_page(PAGE, quarter=QUARTER))


def test_a_quarter_whose_days_worked_instead_are_not_announced_says_so(open_page: Open) -> None:
    texts = [each.value for each in open_page("records/targets", quarter="2027-Q1").caption]
    assert any(sentence.startswith("2027年的调休还没有公布") for sentence in texts)
    assert not any("调休" in each.value for each in open_page("records/targets", quarter="2026-Q3").caption)
