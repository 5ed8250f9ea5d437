"""The red list's book: marks are kept in order, none is lost, and a past moment knows only those made by then."""

from datetime import date, datetime

import pytest

from data.records.red_list import ASSIGN, DISMISS, NOTE, TAKE, Mark, mark, marks
from data.store.as_of import warehouse_as_of
from data.store.warehouse import Warehouse

SHOP = "云栖木语家居旗舰店"
NINE, TEN = datetime(2026, 6, 12, 9), datetime(2026, 6, 12, 10)


def test_every_mark_is_kept_with_who_and_when(warehouse: Warehouse) -> None:
    mark(warehouse, Mark(SHOP, "visitors||", TAKE, owner="谷雨"), by="谷雨", now=NINE)
    mark(warehouse, Mark(SHOP, "visitors||", NOTE, words="活动位下线了"), by="小满", now=TEN)
    mark(warehouse, Mark("", "visitors||", TAKE, owner="别店"), by="", now=TEN)
    first, second = marks(warehouse, SHOP)
    assert (first.owner, first.made_by, first.made_at) == ("谷雨", "谷雨", NINE)
    assert (second.words, second.made_by, second.made_at) == ("活动位下线了", "小满", TEN)


def test_a_past_moment_knows_the_marks_made_by_then(warehouse: Warehouse) -> None:
    mark(warehouse, Mark(SHOP, "visitors||", TAKE, owner="谷雨"), by="", now=NINE)
    mark(warehouse, Mark(SHOP, "visitors||", TAKE, owner="小满"), by="", now=TEN)
    then = warehouse_as_of(warehouse, datetime(2026, 6, 12, 9, 30))
    assert [each.owner for each in marks(then, SHOP)] == ["谷雨"]
    then.close()


@pytest.mark.parametrize(
    "half",
    [
        {"kind": TAKE},
        {"kind": ASSIGN, "owner": "谷雨"},
        {"kind": NOTE, "words": " "},
        {"kind": DISMISS, "words": "大促后都这样"},
        {"kind": DISMISS, "until": date(2026, 6, 19)},
        {"kind": "shrug"},
    ],
)
def test_half_a_mark_is_refused(half: dict) -> None:
    with pytest.raises(ValueError, match="not a mark"):
        Mark(SHOP, "visitors||", **half)


def test_marks_leave_remembered_answers_alone(warehouse: Warehouse) -> None:
    before = warehouse.version
    mark(warehouse, Mark(SHOP, "visitors||", TAKE, owner="谷雨"), by="")
    assert warehouse.version == before
