"""The actions page: writing one down, finding it again, closing it."""

from datetime import date, datetime, timedelta

import pytest

from data.records.actions import Undertaking, actions, close, replan, undertake
from data.store import clock
from tests.pages.conftest import SHOP, TODAY, Open
from tests.pages.test_pages import TextOf
from ui.cache import answers

pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def own_data(with_data: object) -> None:
    """The imported board without actions."""
    with answers.warehouse().writing() as run:
        run.execute("DELETE FROM actions")
        run.execute("DELETE FROM action_steps")


def planned(what: str, begun: date) -> Undertaking:
    return Undertaking(SHOP, "pay_amount", what, "谷雨", begun, begun + timedelta(days=1))


def test_an_action_is_written_down_and_closed(open_page: Open, text_of: TextOf) -> None:
    app = open_page("today/actions", who="小满", shop=SHOP)
    app.text_input("action-what").set_value("换主图")
    app.text_input("action-owner").set_value("谷雨")
    app.button("action-add").click().run()
    assert not app.exception
    (action,) = actions(answers.warehouse())
    assert (action.undertaking.what, action.undertaking.owner, action.made_by) == ("换主图", "谷雨", "小满")
    assert (action.undertaking.shop, action.undertaking.begun) == (SHOP, TODAY)
    shown = text_of(app)
    assert "行动：1 条在做" in shown
    assert "换主图" in shown
    app.button(f"done-{action.number}").click().run()
    (action,) = actions(answers.warehouse())
    assert (action.done, action.closed_by) == (TODAY, "小满")
    assert "之后 7 天要到 6月19日 才满" in text_of(app)


def test_who_had_an_action_before_and_until_when_is_told(open_page: Open, text_of: TextOf) -> None:
    number = undertake(answers.warehouse(), planned("换主图", TODAY), by="")
    replan(answers.warehouse(), number, "小满", date(2026, 6, 19), by="店长", now=datetime(2026, 6, 12, 10))
    assert "店长 6月12日 改定：谷雨 6月13日 → 小满 6月19日" in text_of(open_page("today/actions", shop=SHOP))


def test_half_an_action_is_refused_with_a_reason(open_page: Open, text_of: TextOf) -> None:
    app = open_page("today/actions", shop=SHOP)
    app.button("action-add").click().run()
    assert "写清做什么、谁负责" in text_of(app)
    assert actions(answers.warehouse()) == []


def test_what_is_overdue_leads_and_overlaps_are_named(open_page: Open, text_of: TextOf) -> None:
    first = undertake(answers.warehouse(), planned("早的一条", date(2026, 5, 20)), by="")
    close(answers.warehouse(), first, date(2026, 5, 21), by="")
    undertake(answers.warehouse(), planned("过期的一条", date(2026, 5, 25)), by="")
    shown = text_of(open_page("today/actions", shop=SHOP, lang="en"))
    assert "Actions: 1 overdue" in shown
    assert "action 2 “过期的一条” (moves the same number)" in shown


def test_a_closed_action_is_reopened_with_a_reason(open_page: Open, text_of: TextOf) -> None:
    number = undertake(answers.warehouse(), planned("换主图", TODAY - timedelta(days=3)), by="谷雨")
    close(answers.warehouse(), number, TODAY - timedelta(days=1), by="谷雨")
    app = open_page("today/actions", who="小满", shop=SHOP)
    app.button(f"reopen-{number}").click().run()
    assert "写一句为什么重开" in text_of(app)
    app.text_input(f"why-{number}").set_value("只换了一半")
    app.button(f"reopen-{number}").click().run()
    assert not app.exception
    assert actions(answers.warehouse())[0].is_open
    shown = text_of(app)
    assert "重开：只换了一半" in shown
    assert "记完成（6月11日）" in shown


def test_looking_back_shows_the_actions_of_that_moment_and_changes_nothing(open_page: Open, text_of: TextOf) -> None:
    # The board of these tests is filled when they run: a moment after that.
    then = clock.now(answers.warehouse()) + timedelta(days=1)
    undertake(answers.warehouse(), planned("那时就有", TODAY - timedelta(days=3)), by="谷雨", now=then)
    later = then + timedelta(hours=2)
    undertake(answers.warehouse(), planned("后来才有", TODAY), by="谷雨", now=later)
    app = open_page("today/actions", shop=SHOP, known=(then + timedelta(hours=1)).isoformat(timespec="minutes"))
    shown = text_of(app)
    assert "那时就有" in shown
    assert "后来才有" not in shown
    assert any("不能改" in caption.value for caption in app.caption)
    assert not [each for each in app.button if (each.key or "").split("-")[0] in ("action", "done", "drop", "reopen")]
