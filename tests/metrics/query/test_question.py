"""Questions asked in one go have the answers that each has by itself."""

from datetime import date

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import METRICS, metric_named
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.query.batching import QueryBatch, alone
from metrics.query.question import answer, answers
from metrics.query.requests import Answer, QueryPlan, Question, Rows
from tests.metrics.rows import DAY, JUNE, OTHER, SHOP, Fill, agent, channel, order, report

NEXT = date(2026, 6, 12)
SPLITS = ((), ("day",), ("shop", "day"), ("agent",), ("channel", "day"), ("shop", "agent", "week"))


@pytest.fixture
def filled(warehouse: Warehouse, fill: Fill) -> Warehouse:
    """Two shops, of which one has channels and agents."""
    fill("orders", order(1, 100), order(2, 50, 7), order(3, 50, day=NEXT), order(4, 9, shop=OTHER))
    fill("shop_daily", report(visitors=500, pay_buyers=3, pay_amount=198), report(NEXT, visitors=90, pay_amount=50))
    fill("shop_daily", report(shop=OTHER, visitors=30, pay_buyers=1, pay_amount=9))
    fill("traffic", channel("手淘搜索", 800, 20), channel("手淘推荐", 700, 7), channel("手淘搜索", 9, 1, day=NEXT))
    fill("service", agent("小满", receptions=7, first_response_sec=20.0), agent("谷雨", NEXT, receptions=5, sales=8))
    return warehouse


def by_itself(warehouse: Warehouse, question: Question) -> Answer:
    """The answer of one question."""
    try:
        return answer(warehouse, question.metrics, question.during, question.by, question.where)
    except Unanswerable as refused:
        return refused


def reported(found: Answer) -> object:
    """The types and rows of a table, or the sentence of a refusal."""
    return found.text if isinstance(found, Unanswerable) else (found.schema, found.to_pylist())


def test_every_metric_in_one_go_answers_as_it_does_by_itself(filled: Warehouse) -> None:
    queried = [
        Question([metric], during, by, where)
        for metric in METRICS
        for by in SPLITS
        for during, where in ((JUNE, {}), (Period(DAY, DAY), {"shop": SHOP}))
        if set(by) <= set(metric.facts.splits)
    ]
    assert len(queried) > len(METRICS)
    for start in range(0, len(queried), 60):
        some = queried[start : start + 60]
        for question, found in zip(some, answers(filled, some), strict=True):
            assert reported(found) == reported(by_itself(filled, question)), (question.metrics[0].name, question.by)


def rows(found: Answer) -> list[dict[str, object]]:
    """The rows of a table."""
    assert not isinstance(found, Unanswerable)
    listed: list[dict[str, object]] = found.to_pylist()
    return listed


def named(*names: str) -> list[Metric]:
    """Metrics by their names."""
    return [metric_named(name) for name in names]


def test_metrics_of_several_files_stand_beside_each_other(filled: Warehouse) -> None:
    questions = [
        Question(named("pay_amount", "receptions"), JUNE, ("day",), {"shop": SHOP}),
        Question(named("receptions"), JUNE, ("agent",)),
        Question(named("pay_amount"), JUNE, ("shop",)),
    ]
    by_day, by_agent, by_shop = map(rows, answers(filled, questions))
    assert by_day == [
        {"day": DAY, "pay_amount": 157, "receptions": 7},
        {"day": NEXT, "pay_amount": 50, "receptions": 5},
    ]
    assert by_agent == [{"agent": "小满", "receptions": 7}, {"agent": "谷雨", "receptions": 5}]
    assert by_shop == [{"shop": SHOP, "pay_amount": 207}, {"shop": OTHER, "pay_amount": 9}]


def test_a_question_that_is_refused_leaves_the_others_answered(filled: Warehouse) -> None:
    day = Period(DAY, DAY)
    visitors, of_channels = named("visitors"), named("channel_visitors")
    *refused, one_shop = answers(
        filled,
        [
            Question(visitors, day),
            Question(of_channels, day),
            Question(visitors, day, ("agent",)),
            Question(visitors, day, where={"shop": SHOP}),
        ],
    )
    sentences = [found.text.zh for found in refused if isinstance(found, Unanswerable)]
    for words, sentence in zip(("不能跨店铺相加", "不能跨渠道相加", "不能按"), sentences, strict=True):
        assert words in sentence
    assert rows(one_shop) == [{"visitors": 500}]


def test_no_question_is_answered_by_nothing(warehouse: Warehouse) -> None:
    assert answers(warehouse, []) == []


def share_of(shop: str) -> QueryPlan[float]:
    """A shop's part of what the first day was paid, asked after the shops are known."""
    (rows,) = yield [Rows("SELECT DISTINCT shop FROM shop_daily ORDER BY shop")]
    assert (shop,) in rows
    reported = yield [Question(named("pay_amount"), Period(DAY, DAY), where={"shop": name}) for (name,) in rows]
    paid = {name: float(table["pay_amount"][0].as_py()) for (name,), table in zip(rows, reported, strict=True)}
    return paid[shop] / sum(paid.values())


def busiest() -> QueryPlan[str]:
    """Whoever received most."""
    (agents,) = yield [Question(named("receptions"), JUNE, ("agent",))]
    return str(max(agents.to_pylist(), key=lambda row: row["receptions"])["agent"])


def nothing() -> QueryPlan[str]:
    """What needs no answer."""
    if DAY > NEXT:
        yield []
    return "无"


def test_sections_asked_together_come_to_what_each_comes_to_alone(filled: Warehouse) -> None:
    batch = QueryBatch()
    one, other, most, none = (batch.add(each) for each in (share_of(SHOP), share_of(OTHER), busiest(), nothing()))
    alone(filled, batch.asking())
    assert one.value == pytest.approx(157 / 166) == alone(filled, share_of(SHOP))
    assert other.value == pytest.approx(9 / 166)
    assert (most.value, none.value) == ("小满", "无")


def test_what_a_section_raises_is_raised_where_it_was_asked(filled: Warehouse) -> None:
    batch = QueryBatch()
    batch.add(busiest())
    batch.add(share_of("没有这家店"))
    with pytest.raises(AssertionError):
        alone(filled, batch.asking())
