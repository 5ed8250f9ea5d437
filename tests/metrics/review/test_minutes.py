"""The minutes as a text: whatever the review decided can be read in both languages."""

from datetime import datetime

from data.records.red_list import ASSIGN, NOTE, Mark
from data.store.warehouse import Warehouse
from metrics.review.minutes import lasted, minutes_text
from metrics.review.red_list import red_list
from metrics.review.review import review
from tests.metrics.review.test_red_list import TODAY
from tests.metrics.rows import DAY, SHOP, Fill, report

BEGUN, ENDED = datetime(2026, 6, 12, 8, 45), datetime(2026, 6, 12, 8, 58)


def test_minutes_tell_verdict_sentences_list_notes_and_duration(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=800, pay_buyers=24, pay_amount=7200))
    held = review(warehouse, DAY, SHOP, TODAY)
    assigned = Mark(
        SHOP, "file|订单|", ASSIGN, owner="谷雨", step="十点前导", due=datetime(2026, 6, 12, 10), made_at=BEGUN,
        made_by="小满",
    )  # fmt: skip
    noted = Mark(SHOP, "file|订单|", NOTE, words="后台在维护", made_at=BEGUN, made_by="小满")
    reds = red_list(held.found, [assigned, noted], TODAY)
    reported = minutes_text(held.morning, reds, begun_at=BEGUN, ended_at=ENDED, by="小满", notes="周五盘点")
    lines = reported.zh.splitlines()
    assert lines[0] == f"{SHOP}晨会纪要　6月11日（周四）"
    assert lines[1] == "结论：本月进度未评。昨日支付 7,200元，未设目标"
    assert lines[2] == held.morning.sentences[0].zh
    assert "6月12日 10:00　缺 订单（—）　谷雨：十点前导" in reported.zh
    assert "备注：后台在维护" in reported.zh
    assert "未派：请平时导出的人补上" in reported.zh
    assert lines[-2:] == ["会上说的：周五盘点", "08:45 开始，08:58 结束，开了 13 分钟，小满记"]
    assert reported.en.splitlines()[-1] == "From 08:45 to 08:58, 13 minutes, written by 小满"
    assert "Verdict on the month: Not judged. Yesterday brought 7,200 yuan" in reported.en


def test_a_review_of_half_a_minute_is_no_review_of_none() -> None:
    assert lasted(29).zh == "不到 1 分钟"
    assert lasted(29).en == "less than a minute"
    assert lasted(780).zh == "开了 13 分钟"
