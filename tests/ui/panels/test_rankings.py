"""Who stands first: never somebody with a handful of cases."""

from metrics.catalogue import metric_named
from metrics.catalogue.service import chats
from ui.panels.ranking import worst_first
from ui.pieces.waits import waits
from ui.teams.responses import QUERIED, Waited, slowest_first


def waited(who: str, p90: float | None, conversations: float) -> Waited:
    numbers: dict[str, float | None] = {metric.name: 0 for metric in QUERIED}
    numbers |= {chats.FIRST_P90.name: p90, chats.FIRST_REPLIES.name: conversations, chats.ROUNDS.name: conversations}
    return Waited(who, numbers)


def test_the_slowest_stands_first_and_few_conversations_last() -> None:
    found = [waited("快", 20, 300), waited("少", 900, 3), waited("慢", 80, 200), waited("无", None, 0)]
    assert [each.who for each in slowest_first(found)] == ["慢", "快", "少", "无"]


def test_a_product_is_ranked_by_the_bad_reviews_it_surely_has() -> None:
    # 3 of 30 bad may be 3.5 %; 60 of 1,000 are at least 4.7 %; 3 of 4 are too few to say.
    rate = metric_named("bad_review_rate")
    rows = [
        {"title": "三十条", rate.name: 3 / 30, rate.sample: 30},
        {"title": "四条", rate.name: 3 / 4, rate.sample: 4},
        {"title": "一千条", rate.name: 60 / 1000, rate.sample: 1000},
        {"title": "没有差评", rate.name: 0.0, rate.sample: 300},
    ]
    assert [row["title"] for row in worst_first(rows, rate)] == ["一千条", "三十条", "没有差评", "四条"]


def test_an_agent_is_ranked_by_the_rate_they_surely_do_not_pass() -> None:
    # 27 of 300 are at most 12.8 %; 2 of 30 may be 21.3 %.
    rate = metric_named("inquiry_pay_final_rate")
    rows = [
        {"agent": "三十人", rate.name: 2 / 30, rate.sample: 30},
        {"agent": "三百人", rate.name: 27 / 300, rate.sample: 300},
        {"agent": "三人", rate.name: 0.0, rate.sample: 3},
    ]
    assert [row["agent"] for row in worst_first(rows, rate)] == ["三百人", "三十人", "三人"]


def test_the_line_of_the_limit_is_drawn_even_where_nobody_reaches_it() -> None:
    assert "--v:50.0%;--t:100.0%;--m:25.0%" in waits(15, 30, 60, 40, "中位数 15 秒，P90 30 秒")
    assert "--v:100.0%;--t:50.0%;--m:25.0%" in waits(30, 120, 60, 120, "中位数 30 秒，P90 120 秒")
