"""Actions looked back on: numbers worked out by hand, overlaps in sight, no cause claimed."""

from datetime import date, datetime, timedelta

import pytest

from data.records.actions import (
    Action,
    ActionNotOpen,
    ActionStep,
    Agreed,
    NotClosed,
    Undertaking,
    actions,
    close,
    reopen,
    replan,
    steps,
    undertake,
)
from data.store.as_of import warehouse_as_of
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.explanation.actions import MEASURABLE, State, looked_back, sentence, state_of
from tests.metrics.rows import OTHER, SHOP, Fill, report

BEGUN, DONE = date(2026, 4, 8), date(2026, 4, 10)
"""Days of no promotion, nor are the four weeks around them."""

LATER = date(2026, 4, 30)


def planned(what: str = "换主图", metric: str = "pay_conversion", shop: str = SHOP, begun: date = BEGUN) -> Undertaking:
    """Something to do within two days."""
    return Undertaking(shop, metric, what, "小满", begun, begun + timedelta(days=2))


def done(warehouse: Warehouse, undertaking: Undertaking, day: date = DONE) -> Action:
    """An action written down and done."""
    number = undertake(warehouse, undertaking, by="谷雨")
    close(warehouse, number, day, by="谷雨")
    return next(action for action in actions(warehouse) if action.number == number)


def look(warehouse: Warehouse, action: Action, today: date = LATER):  # type: ignore[no-untyped-def]
    return looked_back(warehouse, action, actions(warehouse), today)


def test_before_and_after_by_hand(warehouse: Warehouse, fill: Fill) -> None:
    # Before, 1 to 7 April: 7 × 20 buyers of 7 × 1,000 visitors. After, 11 to 17 April: 7 × 30 of 7 × 1,200.
    fill("shop_daily", *(report(date(2026, 4, n), visitors=1000, pay_buyers=20) for n in range(1, 8)))
    fill("shop_daily", *(report(date(2026, 4, n), visitors=9, pay_buyers=9) for n in range(8, 11)))
    fill("shop_daily", *(report(date(2026, 4, n), visitors=1200, pay_buyers=30) for n in range(11, 18)))
    found = look(warehouse, done(warehouse, planned()))
    assert (found.before, found.after) == (
        Period(date(2026, 4, 1), date(2026, 4, 7)),
        Period(date(2026, 4, 11), date(2026, 4, 17)),
    )
    assert (found.was, found.now) == (pytest.approx(0.02), pytest.approx(0.025))
    assert sentence(found).zh == (
        "支付转化率：之前 7 天（4月1日至4月7日）2.00%，之后 7 天（4月11日至4月17日）2.50%，↑0.50个百分点；"
        "只是前后对比，不说明是这条行动带来的。"
    )
    assert sentence(found).en == (
        "Pay conversion: 2.00% in the 7 days before (1 Apr to 7 Apr), 2.50% in the 7 days after (11 Apr to 17 Apr),"
        " ↑0.50 points; before and after only: it does not show that the action did it."
    )


def test_overlapping_actions_are_flagged_on_both_sides(warehouse: Warehouse) -> None:
    one, other = done(warehouse, planned()), done(warehouse, planned("改客服话术", "avg_response_sec"))
    assert [each.number for each in look(warehouse, one).others] == [other.number]
    assert [each.number for each in look(warehouse, other).others] == [one.number]
    assert "同期有 行动 2「改客服话术」，更分不开" in sentence(look(warehouse, one)).zh


def test_an_action_on_the_same_number_or_its_cause_is_said_to_move_it(warehouse: Warehouse) -> None:
    one = done(warehouse, planned(metric="pay_amount"))
    done(warehouse, planned("投直通车", "pay_conversion"))
    assert "行动 2「投直通车」（动的是同一个数）" in sentence(look(warehouse, one)).zh


def test_actions_of_another_shop_or_time_or_given_up_are_no_overlap(warehouse: Warehouse) -> None:
    one = done(warehouse, planned())
    done(warehouse, planned(shop=OTHER))
    done(warehouse, planned(begun=date(2026, 2, 2)), date(2026, 2, 3))
    close(warehouse, undertake(warehouse, planned(), by=""), None, by="谷雨")
    assert look(warehouse, one).others == ()


def test_an_action_that_is_still_open_overlaps(warehouse: Warehouse) -> None:
    one = done(warehouse, planned())
    undertake(warehouse, planned("还没做完", begun=date(2026, 3, 1)), by="")
    assert [each.undertaking.what for each in look(warehouse, one).others] == ["还没做完"]


def test_a_promotion_on_one_side_is_named_with_its_side(warehouse: Warehouse) -> None:
    # An anniversary of the shop on 12 and 13 April: within the days after, not before.
    with warehouse.writing() as run:
        run.execute(
            "INSERT INTO promotions (shop, activity, year, first_day, last_day, peak_day) VALUES (?, ?, ?, ?, ?, ?)",
            [SHOP, "店庆", 2026, date(2026, 4, 12), date(2026, 4, 13), date(2026, 4, 13)],
        )
    one = done(warehouse, planned())
    assert [each.name for each in look(warehouse, one).during] == ["店庆"]
    assert "同期有 2026年店庆（只在之后），更分不开" in sentence(look(warehouse, one)).zh


def test_an_action_waits_until_its_days_are_over(warehouse: Warehouse) -> None:
    number = undertake(warehouse, planned(), by="谷雨")
    (action,) = actions(warehouse)
    assert [state_of(action, day) for day in (BEGUN, DONE, DONE + timedelta(days=1))] == [
        State.OPEN, State.OPEN, State.OVERDUE,
    ]  # fmt: skip
    assert sentence(look(warehouse, action)).zh == "过了 4月10日 还没完成。"
    close(warehouse, number, DONE, by="谷雨")
    (action,) = actions(warehouse)
    assert (state_of(action, date(2026, 4, 17)), state_of(action, date(2026, 4, 18))) == (State.WAITING, State.SEEN)
    assert sentence(look(warehouse, action, date(2026, 4, 12))).zh == "之后 7 天要到 4月17日 才满。"
    assert sentence(look(warehouse, action)).zh == "前后有一边没有数据。"


def test_sides_with_unequal_days_of_data_are_not_compared(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", *(report(date(2026, 4, n), pay_amount=100) for n in (1, 2, 3, 11)))
    found = look(warehouse, done(warehouse, planned(metric="pay_amount")))
    assert sentence(found).zh == "前后有数的天数不同（3 天、1 天），不比。"


def test_a_number_that_may_still_change_is_provisional(warehouse: Warehouse, fill: Fill) -> None:
    for n in (*range(1, 8), *range(11, 18)):
        fill(
            "orders", {"shop": SHOP, "order_id": str(n), "paid": 90, "refund": 10, "pay_time": datetime(2026, 4, n, 9)}
        )
    found = look(warehouse, done(warehouse, planned(metric="refund_rate_amount")), date(2026, 4, 20))
    assert found.young_until == date(2026, 5, 8)
    assert "暂估，5月8日 定稿" in sentence(found).zh
    assert "持平" in sentence(found).zh


def test_who_wrote_down_and_who_closed_are_kept(warehouse: Warehouse) -> None:
    made, closed = datetime(2026, 4, 8, 9), datetime(2026, 4, 10, 18)
    number = undertake(warehouse, planned(), by="谷雨", now=made)
    close(warehouse, number, DONE, by="小满", now=closed)
    (kept,) = actions(warehouse, SHOP)
    assert kept == Action(1, planned(), made, "谷雨", DONE, closed, "小满")
    assert actions(warehouse, OTHER) == []


def test_an_action_is_closed_once(warehouse: Warehouse) -> None:
    number = undertake(warehouse, planned(), by="")
    close(warehouse, number, None, by="甲")
    with pytest.raises(ActionNotOpen):
        close(warehouse, number, DONE, by="乙")
    with pytest.raises(ActionNotOpen):
        close(warehouse, 99, DONE, by="乙")
    assert actions(warehouse)[0].dropped
    assert sentence(look(warehouse, actions(warehouse)[0])).zh == "已取消，不看前后。"


@pytest.mark.parametrize(
    "wrong",
    [{"what": " "}, {"owner": ""}, {"due": BEGUN - timedelta(days=1)}, {"watched": 0}],
    ids=["nothing said", "nobody", "due before it begins", "no days"],
)
def test_half_an_action_is_refused(wrong: dict) -> None:
    whole = {"shop": SHOP, "metric": "pay_amount", "what": "换主图", "owner": "小满", "begun": BEGUN, "due": BEGUN}
    with pytest.raises(ValueError, match="not an action"):
        Undertaking(**{**whole, **wrong})


def test_only_numbers_that_hold_for_several_days_can_be_watched() -> None:
    assert metric_named("pay_conversion") in MEASURABLE
    for name in ("visitors", "channel_pay_amount", "unshipped_yday"):
        assert metric_named(name) not in MEASURABLE


def test_a_closed_action_is_reopened_with_a_reason_and_its_closing_is_kept(warehouse: Warehouse) -> None:
    done_at, opened_at = datetime(2026, 4, 10, 18), datetime(2026, 4, 11, 9)
    number = undertake(warehouse, planned(), by="谷雨", now=datetime(2026, 4, 8, 9))
    close(warehouse, number, DONE, by="小满", now=done_at)
    with pytest.raises(ValueError, match="no reason"):
        reopen(warehouse, number, " ", by="立夏")
    reopen(warehouse, number, "只换了一半", by="立夏", now=opened_at)
    (action,) = actions(warehouse)
    assert action.is_open
    assert state_of(action, DONE + timedelta(days=1)) is State.OVERDUE
    assert steps(warehouse)[number] == [
        ActionStep("done", done_at, "小满", DONE),
        ActionStep("reopened", opened_at, "立夏", reason="只换了一半"),
    ]
    with pytest.raises(NotClosed):
        reopen(warehouse, number, "再来", by="立夏")
    close(warehouse, number, None, by="小满", now=datetime(2026, 4, 12, 9))
    assert actions(warehouse)[0].dropped
    assert [step.kind for step in steps(warehouse)[number]] == ["done", "reopened", "dropped"]


def test_as_known_then_an_action_stands_as_it_stood(warehouse: Warehouse) -> None:
    number = undertake(warehouse, planned(), by="谷雨", now=datetime(2026, 4, 8, 9))
    close(warehouse, number, DONE, by="小满", now=datetime(2026, 4, 10, 18))
    reopen(warehouse, number, "只换了一半", by="立夏", now=datetime(2026, 4, 11, 9))
    close(warehouse, number, date(2026, 4, 12), by="立夏", now=datetime(2026, 4, 12, 20))
    stood = {}
    for day, hour in ((8, 8), (9, 9), (10, 19), (11, 10), (13, 9)):
        with warehouse_as_of(warehouse, datetime(2026, 4, day, hour)) as then:
            stood[day] = [(action.is_open, action.done, action.closed_by) for action in actions(then)]
            assert len(steps(then).get(number, [])) == {8: 0, 9: 0, 10: 1, 11: 2, 13: 3}[day]
    assert stood == {
        8: [],
        9: [(True, None, None)],
        10: [(False, DONE, "小满")],
        11: [(True, None, None)],
        13: [(False, date(2026, 4, 12), "立夏")],
    }


def test_what_an_older_board_closed_is_known_then_and_keeps_its_closing_when_reopened(warehouse: Warehouse) -> None:
    number = undertake(warehouse, planned(), by="谷雨", now=datetime(2026, 4, 8, 9))
    close(warehouse, number, DONE, by="小满", now=datetime(2026, 4, 10, 18))
    with warehouse.writing() as run:
        run.execute("DELETE FROM action_steps")
    for hour, open_then in ((17, True), (19, False)):
        with warehouse_as_of(warehouse, datetime(2026, 4, 10, hour)) as then:
            assert actions(then)[0].is_open is open_then
    reopen(warehouse, number, "没换全", by="立夏", now=datetime(2026, 4, 11, 9))
    assert [(step.kind, step.by) for step in steps(warehouse)[number]] == [("done", "小满"), ("reopened", "立夏")]
    with warehouse_as_of(warehouse, datetime(2026, 4, 10, 19)) as then:
        assert actions(then)[0].done == DONE


def test_another_owner_and_day_count_from_then_on_and_what_was_agreed_before_is_kept(warehouse: Warehouse) -> None:
    number = undertake(warehouse, planned(), by="谷雨", now=datetime(2026, 4, 8, 9))
    for day, owner, due in ((9, " 立夏 ", DONE), (10, "立夏", date(2026, 4, 15)), (11, "立夏", date(2026, 4, 15))):
        replan(warehouse, number, owner, due, by="谷雨", now=datetime(2026, 4, day, 12))
    (action,) = actions(warehouse)
    assert (action.undertaking.owner, action.undertaking.due) == ("立夏", date(2026, 4, 15))
    handed, postponed = Agreed("立夏", DONE), Agreed("立夏", date(2026, 4, 15))
    assert steps(warehouse)[number] == [
        ActionStep("replanned", datetime(2026, 4, 9, 12), "谷雨", before=Agreed("小满", DONE), after=handed),
        ActionStep("replanned", datetime(2026, 4, 10, 12), "谷雨", before=handed, after=postponed),
    ]
    stood = {}
    for day in (8, 9, 10):
        with warehouse_as_of(warehouse, datetime(2026, 4, day, 18)) as then:
            undertaken = actions(then)[0].undertaking
            stood[day] = undertaken.owner, undertaken.due.day, len(steps(then).get(number, []))
    assert stood == {8: ("小满", 10, 0), 9: ("立夏", 10, 1), 10: ("立夏", 15, 2)}


def test_an_action_given_to_nobody_else_stays_with_its_owner(warehouse: Warehouse) -> None:
    number = undertake(warehouse, planned(), by="谷雨")
    kept = replan(warehouse, number, None, DONE, by="谷雨")
    assert (kept.owner, kept.due) == (planned().owner, DONE)
    assert actions(warehouse)[0].undertaking == kept


def test_replanning_says_nothing_of_whether_an_action_is_closed(warehouse: Warehouse) -> None:
    number = undertake(warehouse, planned(), by="谷雨", now=datetime(2026, 4, 8, 9))
    close(warehouse, number, DONE, by="小满", now=datetime(2026, 4, 9, 9))
    with pytest.raises(ActionNotOpen):
        replan(warehouse, number, "立夏", DONE, by="谷雨")
    reopen(warehouse, number, "没换全", by="立夏", now=datetime(2026, 4, 10, 9))
    replan(warehouse, number, "立夏", date(2026, 4, 20), by="谷雨", now=datetime(2026, 4, 11, 9))
    close(warehouse, number, date(2026, 4, 12), by="小满", now=datetime(2026, 4, 12, 9))
    open_then = []
    for day in (9, 10, 11, 12):
        with warehouse_as_of(warehouse, datetime(2026, 4, day, 18)) as then:
            open_then.append(actions(then)[0].is_open)
    assert open_then == [False, True, True, False]


@pytest.mark.parametrize(("owner", "due"), [(" ", DONE), ("立夏", BEGUN - timedelta(days=1))])
def test_an_action_keeps_an_owner_and_a_day_after_it_begins(warehouse: Warehouse, owner: str, due: date) -> None:
    number = undertake(warehouse, planned(), by="谷雨")
    with pytest.raises(ValueError, match="not an action"):
        replan(warehouse, number, owner, due, by="谷雨")
    assert actions(warehouse)[0].undertaking == planned()
    assert steps(warehouse) == {}
