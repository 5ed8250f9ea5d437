"""The example of docs/quotas.md, worked by hand there, comes out the same here."""

from datetime import date
from pathlib import Path

import pytest

from data.importing.imports import preview_table, store
from data.sources import source_named
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.judgement.quota_lines import QuotaLine, hours, judged, lines
from metrics.query.question import answer

WEEK = Period(date(2026, 6, 1), date(2026, 6, 5))
DOCUMENT = Path(__file__).parents[3] / "docs" / "quotas.md"


def table(title: str) -> list[dict[str, str]]:
    """The rows of the table under a heading of the document."""
    part = DOCUMENT.read_text(encoding="utf-8").split(f"## {title} /")[1].split("\n## ")[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line[:1] == "|"]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[2:]]


@pytest.fixture
def filled(warehouse: Warehouse) -> Warehouse:
    for title, source in (("定额", "quotas"), ("排班", "shifts"), ("工作量", "workload")):
        found = preview_table(warehouse, source_named(source), table(title), title)
        assert not [one for one in found.problems if one[1].problem.severity == "error"]
        store(warehouse, found, by="test")
    return warehouse


def test_every_line_of_the_example_comes_out(filled: Warehouse) -> None:
    by_place = {(line.person, line.task): line for line in lines(filled, WEEK)}
    expected = table("结果")
    assert len(by_place) == len(expected)
    for row in expected:
        line = by_place[row["姓名"], row["事项"]]
        assert shown(line) == {name: row[name] for name in ("完成", "应做", "完成率", "达标次数", "次数", "判断")}, row


def shown(line: QuotaLine) -> dict[str, str]:
    assert line.attain is not None
    return {
        "完成": f"{line.done:g}",
        "应做": f"{line.target:.2f}".removesuffix(".00"),
        "完成率": f"{line.attain:.0%}",
        "达标次数": str(line.met),
        "次数": str(line.tries),
        "判断": judged(line).level.word.zh,
    }


def test_the_standard_hours_of_the_example_come_out(filled: Warehouse) -> None:
    (rendered,) = [line for line in hours(filled, WEEK) if line.person == "小暑"]
    assert rendered.standard == pytest.approx(62.4)
    assert rendered.attended == 32
    used = answer(filled, [metric_named("std_hour_util")], WEEK, where={"person": "小暑"})["std_hour_util"][0].as_py()
    assert used == pytest.approx(3744 / 1920)


def test_the_metric_is_the_mean_of_the_tasks_weighed_by_days_due(filled: Warehouse) -> None:
    found = answer(filled, [metric_named("quota_attain")], WEEK, where={"person": "小暑"})["quota_attain"][0].as_py()
    assert found == pytest.approx((0.70 * 4 + 1.00 * 4 + 0.25 * 4) / 12)
