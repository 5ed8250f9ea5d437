"""Reviews and experience scores: what is bad, what is open, which score is whose and out of how much."""

from datetime import date, datetime

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.definition.refusals import Unanswerable
from tests.metrics.rows import DAY, OTHER, SHOP, Fill, ask, split

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


def review(number: int, tone: str | None, day: date = DAY, **more: object) -> dict[str, object]:
    when = datetime(day.year, day.month, day.day, 20)
    return {"shop": SHOP, "review_id": str(number), "review_time": when, "tone": tone, **more}


def score(item: str, value: float, platform: str = "淘宝天猫", day: date = DAY, **more: object) -> dict[str, object]:
    row = {"shop": SHOP, "platform": platform, "day": day, "item": item, "score": value, "unit": "分", "scale": 5.0}
    return {**row, **more}


def test_bad_reviews_are_counted_and_a_day_of_good_ones_is_zero(warehouse: Warehouse, fill: Fill) -> None:
    other_day = date(2026, 6, 12)
    fill("reviews", review(1, "bad"), review(2, "good"), review(3, None), review(4, "good", other_day))
    assert ask(warehouse, "bad_reviews") == 1
    assert ask(warehouse, "bad_reviews", Period(other_day, other_day)) == 0
    assert ask(warehouse, "bad_reviews", Period(date(2026, 6, 1), date(2026, 6, 2))) is None


def test_the_share_of_bad_ones_leaves_out_reviews_without_a_word(warehouse: Warehouse, fill: Fill) -> None:
    fill("reviews", review(1, "bad"), review(2, "good"), review(3, "neutral"), review(4, "good"), review(5, None))
    assert ask(warehouse, "bad_review_rate") == pytest.approx(1 / 4)
    assert ask(warehouse, "rated_reviews") == 4


def test_bad_reviews_by_product(warehouse: Warehouse, fill: Fill) -> None:
    fill("reviews", review(1, "bad", title="落地灯"), review(2, "bad", title="落地灯"), review(3, "good", title="托盘"))
    assert split(warehouse, "bad_reviews", ("title",)) == [("托盘", 0), ("落地灯", 2)]


def test_open_are_bad_ones_that_an_export_shows_unanswered(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "reviews",
        review(1, "bad", reply_status="未回复"),
        review(2, "bad", reply_status="已回复"),
        review(3, "bad", reply="抱歉，已补发"),
        review(4, "good", reply_status="未回复"),
    )
    assert ask(warehouse, "bad_reviews_open") == 1


def test_where_no_answer_is_exported_nobody_knows_what_is_open(warehouse: Warehouse, fill: Fill) -> None:
    fill("reviews", review(1, "bad"), review(2, "good"))
    assert ask(warehouse, "bad_reviews_open") is None


def test_a_score_is_of_its_platform_and_of_the_last_day(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "scores",
        score("售后体验", 4.5),
        score("售后体验", 4.6, day=date(2026, 6, 12)),
        score("售后体验", 9.1, "京东", scale=10.0),
        score("3分钟人工响应率", 0.93, unit="比率", scale=1.0),
    )
    assert ask(warehouse, "score_tmall_after_sale", JUNE) == 4.6
    assert ask(warehouse, "score_jd_after_sale", JUNE) == 9.1
    assert split(warehouse, "experience_score", ("platform", "score_item")) == [
        ("京东", "售后体验", 9.1),
        ("淘宝天猫", "售后体验", 4.5),
    ]
    assert split(warehouse, "experience_share", ("platform",)) == [("京东", pytest.approx(0.91)), ("淘宝天猫", 0.9)]


def test_scores_of_several_items_platforms_or_shops_are_not_made_one(warehouse: Warehouse, fill: Fill) -> None:
    fill("scores", score("售后体验", 4.5), score("物流体验", 4.6))
    with pytest.raises(Unanswerable, match="several"):
        ask(warehouse, "experience_score")
    fill("scores", score("售后体验", 4.1, shop=OTHER))
    with pytest.raises(Unanswerable, match="shops"):
        ask(warehouse, "score_tmall_after_sale")


def test_a_score_says_out_of_how_much() -> None:
    assert [metric_named(name).label.zh for name in ("score_tmall_item", "score_jd", "score_douyin_service")] == [
        "商品体验（满分5）",
        "京东风向标（满分10）",
        "抖音服务分（满分100）",
    ]
    assert metric_named("dsr_item").window == 180
