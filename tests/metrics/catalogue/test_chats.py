"""Response time from single conversations: by hand, trap by trap, and by plain pandas over the demo's log."""

from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

from data.demo.exports import chats as demo_chats
from data.demo.facts.figures import figures
from data.demo.facts.shop_year import shop_year
from data.demo.facts.shops import FLAGSHIP
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.records.settings import SERVICE_HOURS, set_setting
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.query.question import answer
from metrics.review.review import review
from tests.metrics.rows import DAY, SHOP, Fill, ask, split

NEXT_DAY = date(2026, 6, 12)
COUNTS = ("chat_rounds", "unanswered_rounds", "bot_rounds", "out_of_hours_rounds")


def at(clock: str, day: date = DAY) -> datetime:
    """A moment of a day, "10:00:20"."""
    return datetime.fromisoformat(f"{day} {clock}")


def talk(number: int, queried: str, replied: str | None, agent: str = "小满", **more: object) -> dict[str, object]:
    """A round of a conversation on the day, answered the same day."""
    answered = at(replied) if replied else None
    row = {"shop": SHOP, "session_id": str(number), "asked_at": at(queried), "agent": agent, "replied_at": answered}
    return {**row, **more}


def counts(warehouse: Warehouse, during: Period | None = None) -> tuple[object, ...]:
    return tuple(ask(warehouse, name, during) for name in COUNTS)


def test_five_waits_by_hand(warehouse: Warehouse, fill: Fill) -> None:
    # Waits of 10, 20, 30, 40 and 200 seconds: mean 60, median 30, 90th percentile 40 + 0.6 × 160.
    for number, replied in enumerate(("10:00:10", "10:00:20", "10:00:30", "10:00:40", "10:03:20")):
        fill("chats", talk(number, "10:00:00", replied))
    assert ask(warehouse, "chat_first_response_sec") == 60
    assert ask(warehouse, "chat_first_response_median") == 30
    assert ask(warehouse, "chat_first_response_p90") == pytest.approx(136)
    assert ask(warehouse, "chat_reply_30s_rate") == pytest.approx(3 / 5)
    assert ask(warehouse, "chat_reply_3min_rate") == pytest.approx(4 / 5)
    assert ask(warehouse, "chat_reply_5min_rate") == 1


def test_the_morning_knows_on_how_many_rounds_a_speed_rests(warehouse: Warehouse, fill: Fill) -> None:
    for number, replied in enumerate(("10:00:10", "10:00:20", "10:00:30", "10:00:40", "10:03:20", None)):
        fill("chats", talk(number, "10:00:00", replied))
    speed = review(warehouse, DAY, SHOP, NEXT_DAY).surroundings.speed["小满"]
    assert speed.p90 == pytest.approx(136)
    assert speed.in_time == pytest.approx(4 / 6)
    assert [speed.replies, speed.rounds] == [5, 6]


def test_exactly_three_minutes_is_in_time_and_a_second_more_is_not(warehouse: Warehouse, fill: Fill) -> None:
    fill("chats", talk(1, "10:00:00", "10:03:00"), talk(2, "11:00:00", "11:03:01"))
    assert ask(warehouse, "chat_reply_3min_rate") == pytest.approx(1 / 2)


def test_what_a_bot_alone_answered_is_counted_and_timed_nowhere(warehouse: Warehouse, fill: Fill) -> None:
    fill("chats", talk(1, "10:00:00", None, "店小蜜", bot="是"), talk(2, "10:00:00", "10:00:20", bot="否"))
    assert counts(warehouse) == (1, 0, 1, 0)
    assert ask(warehouse, "chat_reply_3min_rate") == 1
    assert [agent for agent, rounds in split(warehouse, "chat_rounds", ("agent",)) if rounds] == ["小满"]


def test_behind_a_bot_the_wait_begins_when_it_hands_over(warehouse: Warehouse, fill: Fill) -> None:
    over = at("10:05:00")
    fill("chats", talk(1, "10:00:00", "10:05:15", bot="是", handed_over_at=over))
    assert counts(warehouse) == (1, 0, 0, 0)
    assert ask(warehouse, "chat_first_response_sec") == 15


def test_handed_over_by_a_bot_and_left_there_is_unanswered(warehouse: Warehouse, fill: Fill) -> None:
    fill("chats", talk(1, "10:00:00", None, bot="是", handed_over_at=at("10:05:00")))
    assert counts(warehouse) == (1, 1, 0, 0)


def test_unanswered_is_late_for_the_rate_and_in_no_mean(warehouse: Warehouse, fill: Fill) -> None:
    fill("chats", talk(1, "10:00:00", "10:00:20"), talk(2, "10:00:00", None))
    assert counts(warehouse) == (2, 1, 0, 0)
    assert ask(warehouse, "chat_reply_3min_rate") == pytest.approx(1 / 2)
    assert ask(warehouse, "chat_first_response_sec") == 20
    assert ask(warehouse, "chat_first_replies") == 1


def test_asked_before_midnight_and_answered_after_it_belongs_to_the_day_it_was_asked(
    warehouse: Warehouse, fill: Fill
) -> None:
    fill("chats", talk(1, "23:58:00", None) | {"replied_at": at("00:01:30", NEXT_DAY)})
    assert counts(warehouse) == (1, 0, 0, 0)
    assert ask(warehouse, "chat_first_response_sec") == 210
    assert ask(warehouse, "chat_rounds", Period(NEXT_DAY, NEXT_DAY)) is None


def test_out_of_hours_is_counted_apart_and_is_in_the_all_day_figures(warehouse: Warehouse, fill: Fill) -> None:
    fill("chats", talk(1, "07:59:59", "08:30:00"), talk(2, "08:00:00", "08:00:20"))
    assert counts(warehouse) == (1, 0, 0, 1)
    assert ask(warehouse, "chat_first_response_sec") == 20
    assert ask(warehouse, "chat_first_response_all_day_sec") == pytest.approx((1801 + 20) / 2)
    assert ask(warehouse, "chat_reply_3min_rate") == 1
    assert ask(warehouse, "chat_reply_3min_all_day_rate") == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("hours", "inside"),
    [("08:00-24:00", 3), ("9:00-23:00", 1), ("09：00～23：00", 1), ("22:00-02:00", 2)],
)
def test_the_hours_of_service_are_a_setting(warehouse: Warehouse, fill: Fill, hours: str, inside: int) -> None:
    set_setting(warehouse, SERVICE_HOURS.name, hours)
    queried = ("01:00:00", "08:30:00", "12:00:00", "23:00:00")
    fill("chats", *(talk(n, clock, clock) for n, clock in enumerate(queried)))
    assert ask(warehouse, "chat_rounds") == inside


def test_a_talk_passed_on_is_one_round_of_whoever_answered(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "chats",
        talk(1, "10:00:00", None, "小满", passed_on="谷雨"),
        talk(1, "10:00:00", "10:00:50", "谷雨"),
    )
    assert split(warehouse, "chat_rounds", ("agent",)) == [("谷雨", 1)]
    assert split(warehouse, "chat_first_response_sec", ("agent",)) == [("谷雨", 50)]


def test_a_talk_passed_on_and_answered_by_nobody_is_of_whoever_kept_it(warehouse: Warehouse, fill: Fill) -> None:
    fill("chats", talk(1, "10:00:00", None, "小满", passed_on="是"), talk(1, "10:00:00", None, "谷雨", passed_on="否"))
    assert split(warehouse, "unanswered_rounds", ("agent",)) == [("谷雨", 1)]


def test_two_accounts_of_one_person_are_one(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "roster",
        {"shop": SHOP, "account": "小满", "person": "张小满", "team": "早班"},
        {"shop": "", "account": "小满02", "person": "张小满", "team": "早班"},
    )
    fill("chats", talk(1, "10:00:00", "10:00:10", f"{SHOP}:小满"), talk(2, "10:00:00", "10:00:30", "小满02"))
    assert split(warehouse, "chat_first_response_sec", ("team", "agent")) == [("早班", "张小满", 20)]


def test_only_the_first_round_of_a_talk_is_its_first_response(warehouse: Warehouse, fill: Fill) -> None:
    fill("chats", talk(1, "10:00:00", "10:00:10"), talk(1, "10:05:00", "10:05:50"))
    assert ask(warehouse, "chat_first_response_sec") == 10
    assert ask(warehouse, "chat_avg_response_sec") == 30
    assert ask(warehouse, "chat_rounds") == 2


def test_who_speaks_before_the_buyer_answers_nothing(warehouse: Warehouse, fill: Fill) -> None:
    fill("chats", talk(1, "10:00:00", "09:59:00"), talk(2, "10:00:00", "10:00:20"))
    assert counts(warehouse) == (1, 0, 0, 0)


def test_a_log_that_gives_the_wait_alone_is_read_as_well(warehouse: Warehouse, fill: Fill) -> None:
    fill("chats", talk(1, "10:00:00", None, waited_sec=25.5))
    assert ask(warehouse, "chat_first_response_sec") == 25.5


def test_few_conversations_are_marked_by_their_number(warehouse: Warehouse, fill: Fill) -> None:
    fill("chats", talk(1, "10:00:00", "10:00:10"))
    for name in ("chat_first_response_sec", "chat_first_response_median", "chat_reply_3min_rate"):
        metric = metric_named(name)
        assert ask(warehouse, metric.sample) < metric.enough  # type: ignore[operator]


def test_the_demo_log_by_plain_pandas(warehouse: Warehouse, tmp_path: Path) -> None:
    year = shop_year(FLAGSHIP, date(2026, 6, 12))
    (log,) = demo_chats.write(year, figures(year), tmp_path)
    store(warehouse, preview(warehouse, [Upload(log.name, log)]), by="test")
    raw = pd.read_csv(log, encoding="gb18030", dtype=str, keep_default_na=False)
    for heading in ("买家消息时间", "转人工时间", "首次人工回复时间"):
        raw[heading] = pd.to_datetime(raw[heading].replace("", None))
    raw["从"] = raw["转人工时间"].fillna(raw["买家消息时间"])
    raw["等"] = (raw["首次人工回复时间"] - raw["从"]).dt.total_seconds()
    bots = (raw["机器人回复"] == "是") & raw["转人工时间"].isna() & raw["首次人工回复时间"].isna()
    kept = raw[~bots & (raw["转接"] == "")]
    open_hours = kept[kept["从"].dt.hour >= 8]
    weeks = Period(date(2026, 5, 29), date(2026, 6, 11))
    expected = {
        "chat_rounds": len(open_hours),
        "bot_rounds": int(bots.sum()),
        "out_of_hours_rounds": len(kept) - len(open_hours),
        "unanswered_rounds": int(open_hours["等"].isna().sum()),
        "chat_first_response_sec": open_hours["等"].mean(),
        "chat_first_response_median": open_hours["等"].median(),
        "chat_first_response_p90": open_hours["等"].quantile(0.9),
        "chat_reply_30s_rate": (open_hours["等"] <= 30).mean(),
        "chat_reply_3min_rate": (open_hours["等"] <= 180).mean(),
    }
    (found,) = answer(warehouse, [metric_named(name) for name in expected], weeks).to_pylist()
    assert found == pytest.approx(expected)
    assert expected["bot_rounds"] > 100
    assert expected["out_of_hours_rounds"] > 50
    by_agent = open_hours.groupby("客服账号")["等"].quantile(0.9).to_dict()
    assert dict(split(warehouse, "chat_first_response_p90", ("agent",), weeks)) == pytest.approx(
        {None: None, **by_agent}
    )
