"""The red list: seven lines at most, in order, with their first red day, and what was said of them."""

from datetime import date, datetime, timedelta

import pytest

from data.records.red_list import ASSIGN, DISMISS, NOTE, RESTORE, TAKE, Mark
from data.store.warehouse import Warehouse
from metrics.judgement.limits import Level
from metrics.judgement.rules import RULES, Rule
from metrics.query.batching import alone
from metrics.review.red_items import RedItem
from metrics.review.red_list import RedFindings, RedList, moved_materially, red_list
from metrics.review.red_since import since
from metrics.review.review import review
from tests.metrics.rows import DAY, SHOP, Fill, agent, order, report
from text import same

TODAY = date(2026, 6, 12)
MORNING = datetime(2026, 6, 12, 8, 50)


def item(metric: str, level: Level = Level.BAD, value: float = 100, money: float | None = None) -> RedItem:
    return RedItem(level, same(metric), same("—"), same("x"), metric, value=value, money=money)


def listed(items: list[RedItem], *marks: Mark, today: date = TODAY, order: str = "due") -> RedList:
    return red_list(RedFindings(tuple(items), {each.key: DAY for each in items}), marks, today, order)  # type: ignore[arg-type]


def texts(kind: str, made: datetime = MORNING, **more: object) -> Mark:
    return Mark(SHOP, "visitors||", kind, made_at=made, **more)  # type: ignore[arg-type]


def test_at_most_seven_lines_sorted_by_due_time() -> None:
    names = ["featured_attain", "visitors", "unshipped_48h", "dsr_item", "pay_amount", "file", "ad_roi", "seats", "x"]
    shown = listed([item(name) for name in names])
    assert (len(shown.lines), shown.found) == (7, 9)
    dues = [line.due for line in shown.lines]
    assert dues == sorted(dues)
    assert (shown.lines[0].item.metric, f"{shown.lines[0].due:%d %H:%M}") == ("file", "12 09:15")


def test_the_switch_sorts_by_the_money_lost() -> None:
    items = [item("visitors", money=-500), item("seats"), item("pay_amount", money=-4000)]
    assert [line.item.metric for line in listed(items, order="money").lines] == ["pay_amount", "visitors", "seats"]


def test_taking_names_the_owner_and_assigning_also_step_and_due() -> None:
    (line,) = listed([item("visitors")]).lines
    assert (line.owner, line.step.zh) == ("", "先看哪个来源掉得最多")
    due = datetime(2026, 6, 13, 17)
    marks = [texts(TAKE, owner="谷雨"), texts(ASSIGN, owner="小满", step="换主图", due=due), texts(NOTE, words="急")]
    (line,) = listed([item("visitors")], *marks).lines
    assert (line.owner, line.step.zh, line.due) == ("小满", "换主图", due)
    assert [note.words for note in line.notes] == ["急"]


def test_what_was_said_of_an_earlier_run_of_red_days_is_over() -> None:
    (line,) = listed([item("visitors")], texts(TAKE, datetime(2026, 6, 3, 9), owner="谷雨")).lines
    assert line.owner == ""


def test_no_problem_stays_away_and_is_kept_until_its_last_day() -> None:
    mark = texts(DISMISS, words="大促后都这样", until=date(2026, 6, 19), value=100)
    shown = listed([item("visitors")], mark)
    assert (shown.lines, shown.found) == ((), 0)
    assert [(each.item.metric, each.mark.words) for each in shown.dismissed] == [("visitors", "大促后都这样")]
    assert len(listed([item("visitors")], mark, today=date(2026, 6, 19)).lines) == 0
    assert len(listed([item("visitors")], mark, today=date(2026, 6, 20)).lines) == 1


def test_no_problem_returns_when_the_value_moves_or_somebody_puts_it_back() -> None:
    mark = texts(DISMISS, words="大促后都这样", until=date(2026, 6, 19), value=100)
    assert len(listed([item("visitors", value=91)], mark).lines) == 0
    assert len(listed([item("visitors", value=89)], mark).lines) == 1
    assert len(listed([item("visitors")], mark, texts(RESTORE)).lines) == 1


def test_scores_move_by_hundredths_and_not_by_tenths() -> None:
    assert not moved_materially(item("dsr_item", value=4.77), 4.78)
    assert moved_materially(item("dsr_item", value=4.75), 4.78)


def test_a_line_has_been_red_since_the_first_of_the_days_running(warehouse: Warehouse, fill: Fill) -> None:
    speeds = {0: 40.0, 1: 35.0, 2: 31.0, 3: 29.0, 4: 90.0}
    fill(
        "service",
        *(
            agent("小满", DAY - timedelta(days=back), receptions=50, first_response_sec=speed)
            for back, speed in speeds.items()
        ),
    )
    line = RedItem(Level.WATCH, same("x"), same("x"), same("x"), "first_response_sec", "小满")
    # 40, 35 and 31 seconds are over 30; the day before them was not.
    assert alone(warehouse, since([line], DAY, {"shop": SHOP}, RULES)) == {line.key: date(2026, 6, 9)}


@pytest.mark.parametrize(
    ("speeds", "first"),
    [
        # Three days running over 30 seconds: red from the first of them, not from the third, on which it fired.
        ([40.0, 35.0, 31.0, 29.0, 90.0], date(2026, 6, 9)),
        ([40.0, 35.0, 31.0, 33.0, 36.0, 20.0], date(2026, 6, 7)),
        # Two days over it long ago are too few for a run of their own; a day without a file ends one.
        ([40.0, 35.0, 31.0, 29.0, 90.0, 90.0, 10.0], date(2026, 6, 9)),
        ([40.0, 35.0, 31.0, None, 90.0, 90.0], date(2026, 6, 9)),
    ],
)
def test_a_rule_over_three_days_is_red_since_the_first_of_them(
    warehouse: Warehouse, fill: Fill, speeds: list[float | None], first: date
) -> None:
    days = [
        agent("小满", DAY - timedelta(days=back), receptions=50, first_response_sec=speed)
        for back, speed in enumerate(speeds)
        if speed is not None
    ]
    fill("service", *days)
    line = RedItem(Level.WATCH, same("x"), same("x"), same("x"), "first_response_sec", "小满")
    book = {"first_response_sec": (Rule("limit", "difference", 30, days=3),)}
    assert alone(warehouse, since([line], DAY, {"shop": SHOP}, book)) == {line.key: first}


def test_a_day_of_too_few_visitors_does_not_make_a_line_older(warehouse: Warehouse, fill: Fill) -> None:
    visitors = {0: 1000, 1: 1000, 2: 40, 3: 1000}
    fill(
        "shop_daily",
        *(
            report(DAY - timedelta(days=back), visitors=of_day, pay_buyers=of_day // 100)
            for back, of_day in visitors.items()
        ),
    )
    line = RedItem(Level.BAD, same("x"), same("x"), same("x"), "pay_conversion")
    # One per cent is under the limit on each day, but of 40 visitors nothing can be said.
    book = {"pay_conversion": (Rule("limit", "difference", 0.03, least=500),)}
    assert alone(warehouse, since([line], DAY, {"shop": SHOP}, book)) == {line.key: date(2026, 6, 10)}


def test_late_orders_complaints_and_missing_files_are_lines(warehouse: Warehouse, fill: Fill) -> None:
    paid = datetime(2026, 6, 8, 20)
    fill(
        "orders",
        {**order(1, 120.0), "pay_time": paid, "created_time": paid, "state": "to_ship"},
        order(2, 50, state="done"),
    )
    fill("shop_daily", report(visitors=800))
    fill("complaints", {"shop": SHOP, "complaint_id": "1", "opened_at": paid, "due_at": datetime(2026, 6, 11, 9)})
    held = review(warehouse, DAY, SHOP, TODAY)
    lines = {each.metric: each for each in held.found.items}
    assert lines["unshipped_48h"].what.zh == "1单超48小时未发货"
    assert (lines["unshipped_48h"].off.zh, lines["unshipped_48h"].money) == ("120元", -120.0)
    assert lines["complaints_overdue"].what.zh == "投诉1件逾期未跟进"
    assert "缺 流量来源" in {each.what.zh for each in held.found.items}
    # From eight in the evening of the 8th to ten to nine on the 12th: 4 + 72 + 8 hours and 50 minutes.
    assert held.surroundings.pending.unsent.longest == timedelta(hours=84, minutes=50)
