"""Minutes are kept for good, the newest first, with the moment whose knowledge they stood on."""

from datetime import date, datetime

from data.records.minutes import keep_minutes, minutes
from data.store.warehouse import Warehouse

DAY, BEGUN, ENDED = date(2026, 6, 11), datetime(2026, 6, 12, 8, 45), datetime(2026, 6, 12, 8, 58, 30)


def test_minutes_are_found_again_by_shop_the_newest_first(warehouse: Warehouse) -> None:
    for shop, notes in (("甲", "一"), ("甲", "二"), ("", "三")):
        keep_minutes(warehouse, shop, DAY, begun_at=BEGUN, ended_at=ENDED, by="小满", notes=notes, zh="文", en="text")
    assert [(one.number, one.notes) for one in minutes(warehouse, "甲")] == [(2, "二"), (1, "一")]
    assert [one.number for one in minutes(warehouse)] == [3, 2, 1]
    (kept,) = minutes(warehouse, "")
    assert (kept.day, kept.ended_by, kept.seconds, kept.zh, kept.en) == (DAY, "小满", 13 * 60 + 30, "文", "text")
