"""The red list is worked and the review is ended on the page itself."""

from datetime import date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from data.records.minutes import minutes
from data.records.red_list import marks
from tests.pages.conftest import SHOP, Open
from tests.pages.test_morning import DAY, Put, put, report, weeks
from tests.pages.test_pages import TextOf
from ui.cache import answers

__all__ = ["put"]

KEY = f"visitors|||{SHOP}"


@pytest.fixture
def lean(put: Put) -> None:
    """Five usual weeks and a day with half the visitors."""
    put("shop_daily", *weeks(DAY - timedelta(days=1)), report(visitors=500, pay_amount=4500, pay_buyers=15))
    put("batches", {"batch": 1, "name": "20260612-1", "imported_at": datetime(2026, 6, 12, 8, 20)})


def choose(app: AppTest, verb: str) -> AppTest:
    return app.button_group(f"verb-{KEY}").set_value(verb).run()


@pytest.mark.usefixtures("lean")
def test_a_line_is_taken(open_page: Open, text_of: TextOf) -> None:
    app = open_page("today/morning", shop=SHOP)
    assert "访客数 500人" in text_of(app)
    app.text_input(f"take-{KEY}").set_value("谷雨")
    app.button(f"do-{KEY}").click().run()
    assert not app.exception
    (mark,) = marks(answers.warehouse(), SHOP)
    assert (mark.kind, mark.owner, mark.line) == ("take", "谷雨", "visitors||")
    assert '<span class="ob-red-4">谷雨</span>' in text_of(app)


@pytest.mark.usefixtures("lean")
def test_a_line_is_given_to_somebody_with_a_step_and_a_due_time(open_page: Open, text_of: TextOf) -> None:
    app = choose(open_page("today/morning", shop=SHOP, who="小满"), "assign")
    app.text_input(f"owner-{KEY}").set_value("谷雨")
    app.text_input(f"step-{KEY}").set_value("换主图")
    app.date_input(f"day-{KEY}").set_value(date(2026, 6, 15))
    app.button(f"do-{KEY}").click().run()
    (mark,) = marks(answers.warehouse(), SHOP)
    assert (mark.owner, mark.step, mark.due, mark.made_by) == ("谷雨", "换主图", datetime(2026, 6, 15, 10), "小满")
    shown = text_of(app)
    assert '<b class="ob-red-0">6月15日</b>' in shown
    assert "换主图" in shown


@pytest.mark.usefixtures("lean")
def test_no_problem_needs_a_reason_and_is_shown_as_such(open_page: Open, text_of: TextOf) -> None:
    app = choose(open_page("today/morning", shop=SHOP, who="小满"), "dismiss")
    app.button(f"do-{KEY}").click().run()
    assert [each.value for each in app.warning] == ["还没写全"]
    assert marks(answers.warehouse(), SHOP) == []
    app.text_input(f"why-{KEY}").set_value("大促前一天都这样")
    app.button(f"do-{KEY}").click().run()
    shown = text_of(app)
    assert "小满：大促前一天都这样（至 6月19日）" in shown
    assert '<b class="ob-red-0">10:00</b>' not in shown
    app.button("restore-0").click().run()
    assert '<b class="ob-red-0">10:00</b>' in text_of(app)


@pytest.mark.usefixtures("lean")
def test_a_note_stays_with_its_line(open_page: Open, text_of: TextOf) -> None:
    app = choose(open_page("today/morning", shop=SHOP, who="小满"), "note")
    app.text_area(f"note-{KEY}").set_value("活动位下线了")
    app.button(f"do-{KEY}").click().run()
    assert "小满 活动位下线了" in text_of(app)


@pytest.mark.usefixtures("lean")
def test_the_switch_sorts_by_money(open_page: Open) -> None:
    app = open_page("today/morning", shop=SHOP)
    app.button_group("shown:red").set_value("money").run()
    assert app.query_params["red"] == "money"
    assert not app.exception


@pytest.mark.usefixtures("lean")
def test_ending_the_review_keeps_the_minutes_and_the_view(open_page: Open, text_of: TextOf, put: Put) -> None:
    app = open_page("today/morning", shop=SHOP)
    app.text_input("end-by").set_value("小满")
    app.text_area("end-notes").set_value("周五盘点")
    app.button("end-keep").click().run()
    assert not app.exception
    (kept,) = minutes(answers.warehouse(), SHOP)
    assert (kept.day, kept.ended_by, kept.notes) == (DAY, "小满", "周五盘点")
    assert kept.zh.startswith(f"{SHOP}晨会纪要　6月11日（周四）")
    assert "访客数 500人" in kept.zh
    assert "会上说的：周五盘点" in kept.zh
    assert f"known={kept.ended_at.isoformat().replace(':', '%3A')}" in text_of(app)


@pytest.mark.usefixtures("lean")
def test_a_past_view_shows_the_list_of_then_and_cannot_be_changed(open_page: Open, text_of: TextOf) -> None:
    app = open_page("today/morning", shop=SHOP, who="小满")
    app.text_input(f"take-{KEY}").set_value("谷雨")
    app.button(f"do-{KEY}").click().run()
    then = open_page("today/morning", shop=SHOP, day=DAY.isoformat(), known="2026-06-12T09:00:00.250000")
    assert not then.exception
    assert [button.key for button in then.button if (button.key or "").startswith(("do-", "end-keep"))] == []
    assert "谷雨" not in text_of(then)
