"""Service, fulfilment, workload and faults: who is slow and when, what is late, what teams did, what broke."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from metrics.judgement.limits import Level
from reports.deck.deck import SLIDES
from reports.numbers.query import WeekQuery
from reports.slide.slide import Bars, Slide, Table
from tests.metrics.rows import SHOP, Fill, agent, order
from tests.reports.slide_reading import bars, table, whole, words
from text import Text

Ask = Callable[..., WeekQuery]


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, 6, day, hour, minute)


def talks(name: str, hour: int, waits: int, count: int) -> list[dict[str, object]]:
    """Conversations of 9 June, each answered after so many seconds."""
    row = {"shop": SHOP, "agent": name, "asked_at": at(9, hour)}
    answered = at(9, hour) + timedelta(seconds=waits)
    return [{**row, "session_id": f"{name}{n}", "replied_at": answered} for n in range(count)]


def test_the_slow_hour_and_the_slowest_are_named(fill: Fill, ask: Ask) -> None:
    fill("chats", *talks("谷雨", 10, 200, 40), *talks("小满", 15, 20, 120))
    fill("service", *(agent(name, date(2026, 6, 9), receptions=many) for name, many in (("谷雨", 40), ("小满", 120))))
    reported = SLIDES["service"](ask(masks={"谷雨": "客服B"}))
    assert reported.title.zh == "慢在 10 点，其余时段已有 100.0%"
    assert [words(row) for row in table(reported).rows] == [
        ["客服B", "关注", 40, 200, 200, "样本不足", None],
        ["小满", "达标", 120, 20, 20, 1, None],
    ]
    assert [words(row) for row in table(whole("agents_all", ask(masks={"谷雨": "客服B"}))).rows] == [
        ["客服B", "关注", 40, 200, 200, "样本不足", 40, None, None],
        ["小满", "达标", 120, 20, 20, 1, 120, None, None],
    ]
    assert reported.lines[0].sentence.zh == "慢的回复 100.0% 落在 **10 点**；缺客服排班，席位未评。"
    assert reported.lines[1].sentence.zh == "客服B最慢，九成回复要 200秒，要求 **60秒**。"


def test_minutes_with_nobody_online_are_counted(fill: Fill, ask: Ask) -> None:
    fill("service", agent("小满", date(2026, 6, 9), receptions=40, avg_response_sec=20))
    row = {"shop": SHOP, "agent": "小满", "shift": "早班", "spell": "1"}
    fill("shifts", {**row, "day": date(2026, 6, 9), "online_from": time(8), "online_until": time(22)})
    # Service ends at midnight: 22 to 24 are 120 minutes.
    assert "全周无人在线 **120分钟**，22 点最多" in SLIDES["service"](ask()).lines[0].sentence.zh


def test_service_waits_for_its_files(ask: Ask) -> None:
    assert SLIDES["service"](ask()).title.zh == "缺客服绩效和聊天记录，客服未评"


def refund(number: int, why: str, amount: float, day: int) -> dict[str, object]:
    row = {"shop": SHOP, "refund_id": str(number), "state": "done", "reason": why, "refund_total": amount}
    return {**row, "apply_time": at(day), "finish_time": at(day, 12)}


def test_what_is_late_past_due_and_sent_back_is_counted(fill: Fill, ask: Ask) -> None:
    fill("orders", order(1, 100, day=date(2026, 6, 10), state="to_ship"))
    fill("orders", order(2, 100, day=date(2026, 6, 14), state="shipped", ship_time=at(14, 18)))
    opened = {"shop": SHOP, "complaint_id": "1", "status": "处理中"}
    fill("complaints", {**opened, "opened_at": at(9), "due_at": at(11)})
    fill("refunds", refund(1, "质量问题", 50, 9), refund(2, "质量问题", 70, 10), refund(3, "拍错/多拍", 30, 12))
    fill("refunds", refund(4, "质量问题", 20, 3), refund(5, "其他", 500, 9))
    reported = SLIDES["fulfilment"](ask())
    assert reported.title.zh == "1 单超 48 小时没发，投诉逾期 1 件"
    assert [number.amount.value for number in reported.numbers[:2]] == [1, 1]
    assert reported.numbers[1].judgement.level is Level.BAD
    assert [(bar.label.zh, bar.value, bar.note and bar.note.zh) for bar in bars(reported).bars] == [
        ("质量问题", 120, "2 笔"), ("拍错/多拍", 30, "1 笔"),
    ]  # fmt: skip
    assert [words(row) for row in table(whole("reasons_all", ask())).rows] == [
        ["质量问题", 120, 2, 20, 100], ["拍错/多拍", 30, 1, 0, 30],
    ]  # fmt: skip
    assert reported.lines[0].sentence.zh == "质量问题退了 **120元**，比前一周多 100元。"


def test_refunds_by_pay_day_are_provisional_and_held_against_no_other_week(fill: Fill, ask: Ask) -> None:
    fill("orders", *(order(n, 100, 10, day=date(2026, 6, n)) for n in range(1, 15)))
    number = SLIDES["fulfilment"](ask()).numbers[3]
    assert (number.amount.value, number.amount.young) == (70, True)
    assert number.judgement.level is Level.UNJUDGED
    assert [line.zh for line in number.lines] == ["暂估，7月5日定稿"]


def test_fulfilment_waits_for_its_files(ask: Ask) -> None:
    reported = SLIDES["fulfilment"](ask())
    assert (reported.title.zh, reported.waits is not None) == ("缺订单、退款、投诉和店铺评分，履约与口碑未评", True)


@pytest.fixture
def worked(fill: Fill) -> None:
    """Ten posters a day for each of two people over five working days: one makes all, the other two a day."""
    row = {"shop": "", "team": "美工组", "person": "", "task": "海报", "low": 10, "every": "day", "accounts": 1}
    fill("quotas", {**row, "whose": "person", "duty": "main", "unit": "张", "valid_from": date(2000, 1, 1)})
    made = {"shop": "", "team": "美工组", "task": "海报"}
    for name, quantity in (("小暑", 10), ("立秋", 2)):
        fill(
            "workload",
            *({**made, "day": date(2026, 6, day), "person": name, "quantity": quantity} for day in range(8, 13)),
        )


def read(page: Slide) -> str:
    """Every Chinese word of a slide."""
    found = [page.title.zh, *(line.sentence.zh for line in page.lines)]
    for part in page.parts:
        if isinstance(part, Bars):
            found += [bar.label.zh for bar in part.bars]
        elif isinstance(part, Table):
            found += [cell.zh for row in part.rows for cell in row if isinstance(cell, Text)]
    return "".join(found)


def test_teams_are_judged_and_people_are_counts(worked: None, fill: Fill, ask: Ask) -> None:
    fill("page_checks", *(_check(n, "不合格" if n < 2 else "合格") for n in range(5)))
    reported = SLIDES["workload"](ask())
    # 60 of 100 posters; one of two people did 20 %.
    assert reported.title.zh == "0/1 个组做满定额，美工组只有 60.0%，1 人低于 80%"
    assert [bar.value for bar in bars(reported).bars] == [pytest.approx(0.6)]
    assert [bar.target for bar in bars(reported).bars] == [1]
    assert words(table(reported).rows[0])[3:] == [1, 0, 0]
    tasks = whole("tasks_all", ask())
    assert tasks.title.zh == "定额全表，1 个组、1 项"
    assert [words(row) for row in table(tasks).rows] == [
        ["美工组", "全部事项", None, "落后", None, None, pytest.approx(0.6), None],
        ["美工组", "海报", "张", "落后", 100, 60, pytest.approx(0.6), "5/10"],
    ]
    assert "小暑" not in read(tasks) + read(whole("teams_all", ask()))
    assert reported.lines[0].sentence.zh == "美工组「海报」应做 100张，做了 **60张**。"
    assert reported.lines[2].sentence.zh == "查了 5 项，2 项不合格，最多的是「主图无误」，**1** 项还没整改。"
    assert "小暑" not in read(reported)
    assert "立秋" not in read(reported)


def _check(number: int, result: str) -> dict[str, object]:
    row = {"shop": SHOP, "day": date(2026, 6, 9), "check_item": "主图无误", "page": str(number), "result": result}
    return {**row, "fixed_at": at(9, 17) if number == 0 else None}


def test_page_checks_alone_are_told_without_quotas(fill: Fill, ask: Ask) -> None:
    fill("page_checks", _check(3, "合格"))
    assert SLIDES["workload"](ask()).title.zh == "缺工作量登记和定额，工作量未评，查了 1 项，0 项不合格"


def test_workload_waits_for_its_files(ask: Ask) -> None:
    assert SLIDES["workload"](ask()).title.zh == "缺工作量登记和定额，工作量未评"


def fault(name: str, found: datetime, solved: datetime | None, **more: object) -> dict[str, object]:
    return {"shop": SHOP, "fault": name, "found_at": found, "solved_at": solved, **more}


def test_faults_are_counted_timed_and_priced(fill: Fill, ask: Ask) -> None:
    fill("faults", fault("断网", at(9, 10), at(9, 10, 30), loss=100, advice="备一条线", advice_state="已实施"))
    fill("faults", fault("领券报错", at(10, 10), at(10, 11, 30), advice="先试领", advice_state="待定"))
    fill("faults", fault("上月的", datetime(2026, 5, 9, 9), datetime(2026, 5, 9, 10)))
    reported = SLIDES["faults"](ask())
    assert reported.title.zh == "2 起故障，共 120分钟，估计损失 100元"
    assert [number.amount.value for number in reported.numbers] == [2, 120, 100, 60]
    assert [number.lines[0].zh for number in reported.numbers[2:]] == ["1/2 起有估计", "只算已排除的 2 起"]
    assert [words(row)[:4] for row in table(reported).rows] == [
        ["断网", "6月9日", 30, 100], ["领券报错", "6月10日", 90, None],
    ]  # fmt: skip
    assert [line.sentence.zh for line in reported.lines] == [
        "都已排除。", "到周末共 2 条，**1** 条已实施；没做完的：先试领。", "「**先试领**」待定，谁做、哪天做完。",
    ]  # fmt: skip


def test_behind_the_faults_stand_older_ones_that_are_not_finished(fill: Fill, ask: Ask) -> None:
    may = datetime(2026, 5, 9, 9)
    fill("faults", fault("断网", at(9, 10), at(9, 10, 30), loss=100, advice="备一条线", advice_state="已实施"))
    fill("faults", fault("没修好", may, None), fault("修好了", may, at(9, 9)))
    fill("faults", fault("建议没做", may, at(9, 9), advice="先试领再发", advice_state="待定"))
    reported = whole("faults_all", ask())
    assert reported.title.zh == "故障与建议全表，本周 1 起，更早没了结的 2 起"
    assert [[row[0], row[2], *row[3:5], *row[6:]] for row in map(words, table(reported).rows)] == [
        ["断网", "06-09 10:30", 30, 100, "备一条线", "已实施"],
        ["建议没做", "06-09 09:00", 44640, None, "先试领再发", "待定"],
        ["没修好", "没排除", None, None, None, None],
    ]


def test_an_open_fault_is_said_to_be_open(fill: Fill, ask: Ask) -> None:
    fill("faults", fault("领券报错", at(14, 20), None))
    reported = SLIDES["faults"](ask())
    assert reported.title.zh.endswith("1 起没排除")
    assert reported.numbers[3].amount.value is None
    assert words(table(reported).rows[0])[2] == "没排除"


def test_a_quiet_week_is_not_a_missing_log(fill: Fill, ask: Ask) -> None:
    assert SLIDES["faults"](ask()).title.zh == "缺运营日志，故障未评"
    fill("faults", fault("上月的", datetime(2026, 5, 9, 9), datetime(2026, 5, 9, 10)))
    assert SLIDES["faults"](ask()).title.zh == "上周没有登记故障，0 起"
