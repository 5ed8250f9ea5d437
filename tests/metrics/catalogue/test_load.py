"""Reception load: a person's receptions beside the median of the team that day."""

from datetime import timedelta

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import last_days
from metrics.catalogue.service.load import RECEPTION_LOAD
from metrics.definition.refusals import Unanswerable
from metrics.judgement.limits import Level, judge
from tests.metrics.rows import DAY, SHOP, Fill, agent, ask, split


def test_a_load_is_a_multiple_of_the_teams_median_of_the_day(warehouse: Warehouse, fill: Fill) -> None:
    # Median of 40, 50, 60 and 80 is 55; whoever received nobody is left out of it.
    fill("service", *(agent(f"员工{n}", team="售前", receptions=n) for n in (40, 50, 60, 80, 0)))
    fill("service", *(agent(f"晚班{n}", team="售后", receptions=n) for n in (10, 20)))
    found = dict(split(warehouse, "reception_load", ("agent",)))
    assert found["员工80"] == pytest.approx(80 / 55)
    assert found["员工40"] == pytest.approx(40 / 55)
    assert found["晚班20"] is None


def test_two_accounts_of_a_person_are_one_load(warehouse: Warehouse, fill: Fill) -> None:
    fill("roster", *({"shop": SHOP, "account": f"旗舰店:小满{n}", "person": "小满", "team": "售前"} for n in (1, 2)))
    fill("service", *(agent(f"旗舰店:小满{n}", receptions=40, team="售前") for n in (1, 2)))
    fill("service", agent("谷雨", team="售前", receptions=50), agent("白露", team="售前", receptions=40))
    assert dict(split(warehouse, "reception_load", ("agent",)))["小满"] == pytest.approx(80 / 50)


def test_more_than_half_again_the_median_is_to_be_watched() -> None:
    assert judge(RECEPTION_LOAD, 1.5).level is Level.GOOD
    judged = judge(RECEPTION_LOAD, 1.51)
    assert (judged.level, judged.reason.zh) == (Level.WATCH, "超过 1.50倍")


def test_the_load_of_several_people_is_refused(warehouse: Warehouse) -> None:
    with pytest.raises(Unanswerable, match="is of one person"):
        ask(warehouse, "reception_load")


def test_days_too_few_people_worked_are_left_out_of_a_persons_week(warehouse: Warehouse, fill: Fill) -> None:
    # On Thursday 90 against a median of 45; on Wednesday there were two people, and their receptions do not count.
    fill("service", *(agent(name, team="售前", receptions=n) for name, n in (("甲", 90), ("乙", 45), ("丙", 30))))
    wednesday = DAY - timedelta(days=1)
    fill("service", *(agent(name, wednesday, team="售前", receptions=n) for name, n in (("甲", 500), ("乙", 1))))
    found = dict(split(warehouse, "reception_load", ("agent",), last_days(DAY, 7)))
    assert found["甲"] == pytest.approx(2)
