"""Quotas: who owes what on which day, what was done of it, and who is ranked before whom."""

from datetime import date, time, timedelta

import pytest

from data.importing.batches import withdraw
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.starter import QUOTAS as STARTER
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.judgement.limits import Level
from metrics.judgement.quota_lines import CHECK, hours, judged, lines, not_written_down, without_quota
from tests.metrics.rows import Fill, ask

WEEK = Period(date(2026, 6, 1), date(2026, 6, 7))
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


def quota(task: str, low: float, every: str = "day", **more: object) -> dict[str, object]:
    row = {"shop": "", "team": "美工组", "person": "", "task": task, "low": low, "every": every, "accounts": 1}
    return {**row, "whose": "person", "duty": "main", "valid_from": date(2000, 1, 1), **more}


def work(day: int, person: str, task: str, quantity: float, team: str = "美工组") -> dict[str, object]:
    when = date(2026, 6, day)
    return {"shop": "", "day": when, "team": team, "person": person, "task": task, "quantity": quantity}


def shift(day: int, person: str, until: int | None = None, name: str = "早班") -> dict[str, object]:
    times = {"online_from": time(9), "online_until": time(until)} if until else {}
    return {"shop": "", "day": date(2026, 6, day), "agent": person, "shift": name, "spell": name, **times}


def attained(warehouse: Warehouse, during: Period = WEEK) -> dict[tuple[str, str], tuple]:
    """Done and due by person and task."""
    return {(line.person, line.task): (line.done, line.target) for line in lines(warehouse, during)}


def test_without_shifts_people_are_held_to_working_days_and_it_is_said(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 10))
    fill("workload", work(1, "小暑", "海报", 20), work(7, "小暑", "海报", 5))
    (line,) = lines(warehouse, WEEK)
    assert (line.done, line.target, line.scaled) == (25, 50, False)


def test_with_shifts_only_days_attended_are_due_and_rest_days_are_not(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 10))
    fill("shifts", shift(1, "小暑"), shift(2, "小暑"), shift(3, "小暑", name="休"))
    fill("workload", work(1, "小暑", "海报", 10), work(6, "小暑", "海报", 10), work(7, "谷雨", "海报", 1))
    (rendered,) = [line for line in lines(warehouse, WEEK) if line.person == "小暑"]
    assert (rendered.done, rendered.target, rendered.scaled) == (20, 30, True)


def test_hours_are_those_attended(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("上传", 10, "hour", minutes=6))
    fill("shifts", shift(1, "小暑", until=13), shift(2, "小暑", until=17))
    fill("workload", work(1, "小暑", "上传", 40), work(2, "小暑", "上传", 60))
    assert attained(warehouse) == {("小暑", "上传"): (100, 120)}
    (rendered,) = hours(warehouse, WEEK)
    assert (rendered.standard, rendered.attended) == (10, 12)


def test_a_week_cut_by_a_holiday_still_owes_its_whole_quota(warehouse: Warehouse, fill: Fill) -> None:
    """15 to 19 June 2026 has four working days: the 19th is the Dragon Boat Festival."""
    fill("quotas", quota("软文", 8, "week"))
    fill("workload", work(15, "小暑", "软文", 2), work(21, "小暑", "软文", 6))
    assert attained(warehouse, Period(date(2026, 6, 15), date(2026, 6, 16)))["小暑", "软文"] == (2, pytest.approx(4))
    assert attained(warehouse, Period(date(2026, 6, 15), date(2026, 6, 21)))["小暑", "软文"] == (8, pytest.approx(8))


def entry(day: date, quantity: float) -> dict[str, object]:
    return {**work(1, "小暑", "海报", quantity), "day": day}


def test_nothing_is_owed_on_a_statutory_day_of_a_year_not_announced(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 10))
    fill("workload", entry(date(2026, 12, 31), 10), entry(date(2027, 1, 4), 10))
    # Thursday 31 December and Monday 4 January are worked; Friday 1 January is New Year.
    (line,) = lines(warehouse, Period(date(2026, 12, 28), date(2027, 1, 4)))
    assert (line.done, line.target) == (20, 20)


def test_a_sheet_of_days_off_says_what_is_owed(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 10))
    fill("workload", entry(date(2026, 12, 31), 10), entry(date(2027, 1, 4), 10))
    fill(
        "days_off",
        {"shop": "", "day": date(2027, 1, 2), "worked": True},
        {"shop": "", "day": date(2027, 1, 4), "worked": False},
    )
    (line,) = lines(warehouse, Period(date(2026, 12, 28), date(2027, 1, 4)))
    assert (line.done, line.target) == (20, 20)
    (first,) = lines(warehouse, Period(date(2027, 1, 2), date(2027, 1, 2)))
    assert first.target == 10


def test_a_group_owes_its_quota_once_whoever_does_it(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("活动", 21, "month", whose="group"))
    fill("workload", work(1, "小暑", "活动", 2), work(5, "谷雨", "活动", 3))
    assert attained(warehouse) == {("", "活动"): (5, pytest.approx(5))}


def test_a_quota_of_ones_own_goes_before_the_teams(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 10), quota("海报", 4, person="谷雨"))
    fill("workload", work(1, "小暑", "海报", 10), work(1, "谷雨", "海报", 4))
    one_day = Period(date(2026, 6, 1), date(2026, 6, 1))
    assert attained(warehouse, one_day) == {("小暑", "海报"): (10, 10), ("谷雨", "海报"): (4, 4)}


def test_a_named_person_owes_a_quota_even_where_nothing_was_written_down(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 10, person="谷雨"), quota("页面", 0.5))
    fill("workload", work(1, "小暑", "页面", 0.5), work(2, "小暑", "页面", 0.5))
    assert attained(warehouse)["谷雨", "海报"] == (0, 20)
    assert not_written_down(warehouse, WEEK) == [("美工组", "海报")]


def test_a_quota_counts_from_its_first_to_its_last_day(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "quotas",
        quota("海报", 10, valid_to=date(2026, 6, 2)), quota("海报", 20, valid_from=date(2026, 6, 3)),
    )  # fmt: skip
    fill("workload", *(work(day, "小暑", "海报", 15) for day in (1, 2, 3, 4, 5)))
    (both,) = lines(warehouse, WEEK, ("person", "task"))
    assert (both.done, both.target) == (75, 2 * 10 + 3 * 20)
    assert both.attain == pytest.approx((2 * 1.5 + 3 * 0.75) / 5)


def test_accounts_multiply_a_quota(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("博客", 1, accounts=5))
    fill("workload", work(1, "小寒", "博客", 4))
    assert attained(warehouse)["小寒", "博客"] == (4, 5)


def test_work_without_a_team_belongs_to_the_one_team_that_has_the_task(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 10), quota("文案", 2), quota("文案", 3, team="策划组"))
    fill("workload", work(1, "小暑", "海报", 10, team=""), work(1, "小暑", "文案", 1, team=""))
    assert attained(warehouse) == {("小暑", "海报"): (10, 10)}
    assert without_quota(warehouse, WEEK) == [("", "文案", 1)]


@pytest.mark.parametrize(
    ("done", "high", "level", "check"),
    [
        (2, None, Level.GOOD, False),
        (1.6, None, Level.WATCH, False),
        (1.5, None, Level.BAD, False),
        (3.2, None, Level.WATCH, True),
        (4, 4, Level.GOOD, False),
        (5, 4, Level.GOOD, False),
        (6.5, 4, Level.WATCH, True),
    ],
)
def test_a_range_is_judged_by_its_ends(
    warehouse: Warehouse, fill: Fill, done: float, high: float | None, level: Level, check: bool
) -> None:
    fill("quotas", quota("微博", 2, high=high))
    fill("workload", work(1, "谷雨", "微博", done))
    (line,) = lines(warehouse, WEEK)
    judgement = judged(line)
    assert (judgement.level, judgement.reason == CHECK) == (level, check)


def test_one_good_day_is_not_ranked_before_a_good_month(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 10))
    fill("shifts", shift(1, "小暑"), *(shift(day, "谷雨") for day in range(1, 21)))
    fill("workload", work(1, "小暑", "海报", 10), *(work(day, "谷雨", "海报", 9.8) for day in range(1, 21)))
    first, second = lines(warehouse, JUNE, ("person",))
    assert (first.person, second.person) == ("谷雨", "小暑")
    assert second.attain == 1
    assert first.attain == pytest.approx(0.98)
    assert (first.small, second.small) == (False, True)


def test_an_entry_nobody_believes_is_ranked_last(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 10))
    fill("workload", work(1, "小暑", "海报", 100), work(1, "谷雨", "海报", 5))
    assert [line.person for line in lines(warehouse, WEEK)] == ["谷雨", "小暑"]


def test_standard_hours_let_trades_compare_and_need_shifts(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 15, minutes=32), quota("电话", 10, "hour", team="客服组", minutes=6))
    fill("shifts", shift(1, "小暑", until=17), shift(1, "小满", until=17), shift(2, "小满", until=17))
    fill(
        "workload",
        work(1, "小暑", "海报", 12), work(1, "小满", "电话", 40, team="客服组"), work(1, "谷雨", "海报", 3),
    )  # fmt: skip
    found = {line.person: line for line in hours(warehouse, WEEK)}
    assert found["小暑"].share == pytest.approx(12 * 32 / 480)
    assert found["小满"].share == pytest.approx(40 * 6 / 960)
    assert (found["谷雨"].share, found["谷雨"].judgement.level) == (None, Level.UNJUDGED)
    assert ask(warehouse, "std_hour_util", WEEK) == pytest.approx((384 + 240) / (480 + 960))


def test_without_work_or_quotas_there_is_no_figure(warehouse: Warehouse, fill: Fill) -> None:
    assert lines(warehouse, WEEK) == []
    assert ask(warehouse, "quota_attain", WEEK) is None
    fill("quotas", quota("海报", 10))
    assert ask(warehouse, "quota_attain", WEEK) is None
    assert ask(warehouse, "std_hour_util", WEEK) is None


def test_the_starter_set_is_read_whole_and_taken_back_whole(warehouse: Warehouse) -> None:
    found = preview(warehouse, [Upload("定额起步表.csv", STARTER)])
    assert [(table.kept, table.rejected) for table in found.tables] == [(124, 0)]
    batch = store(warehouse, found, by="test").batch
    assert batch
    named = dict(warehouse.rows("SELECT task, (low, high, every, accounts) FROM quotas"))
    assert named["抠图修图"] == (150, None, "day", 1)
    assert named["新浪微博"] == (2, 4, "day", 1)
    assert named["微信商铺"] == (12, 16, "week", 1)
    assert named["论坛发帖"] == (30, None, "month", 10)
    assert named["页面"] == (0.5, None, "day", 1)
    assert dict(warehouse.rows("SELECT every, count(*) FROM quotas GROUP BY ALL")).keys() == {
        "hour", "day", "week", "month",
    }  # fmt: skip
    withdraw(warehouse, batch, by="test")
    assert warehouse.rows("SELECT count(*) FROM quotas") == [(0,)]


def test_standard_minutes_of_the_starter_set_fill_a_shift_of_eight_hours(warehouse: Warehouse) -> None:
    store(warehouse, preview(warehouse, [Upload("定额起步表.csv", STARTER)]), by="test")
    rows = warehouse.rows("SELECT low * minutes FROM quotas WHERE team = '美工组' AND every = 'day' AND low > 0")
    assert [round(minutes) for (minutes,) in rows] == [480] * 11


def test_days_before_the_first_and_after_the_last_entry_are_not_due(warehouse: Warehouse, fill: Fill) -> None:
    fill("quotas", quota("海报", 10))
    fill("workload", work(2, "小暑", "海报", 10), work(4, "小暑", "海报", 10))
    assert attained(warehouse, Period(JUNE.first - timedelta(days=40), JUNE.last)) == {("小暑", "海报"): (20, 30)}
