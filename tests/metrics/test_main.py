"""python -m metrics: what it prints, and with which exit code it ends."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store.board import opened
from metrics.__main__ import main
from metrics.catalogue import METRICS, metric_named
from metrics.glossary.documentation import markdown
from metrics.glossary.entries import glossary

JUNE_11 = ["--from", "2026-06-11", "--to", "2026-06-11"]


@pytest.fixture(autouse=True)
def stored(var: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A warehouse on disk with two orders and a report; the system speaks English."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    warehouse = opened()
    with warehouse.writing() as run:
        run.execute(
            "INSERT INTO orders (shop, order_id, paid, refund, created_time, pay_time) VALUES"
            " ('甲店', '1', 80.5, 19.5, '2026-06-11 09:00', '2026-06-11 09:01'),"
            " ('乙店', '1', 50, 0, '2026-06-11 10:00', '2026-06-11 10:01')"
        )
        run.execute("INSERT INTO shop_daily (shop, day, visitors) VALUES ('甲店', '2026-06-11', 1200)")
    warehouse.close()
    yield


def test_an_answer_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "pay_amount", "visitors", *JUNE_11, "--by", "day,shop", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "columns": ["day", "shop", "pay_amount", "visitors"],
        "rows": [["2026-06-11", "乙店", 50.0, None], ["2026-06-11", "甲店", 100.0, 1200]],
    }


def test_an_answer_as_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "pay_amount", "pay_orders", *JUNE_11, "--csv", "--where", "shop=甲店"]) == 0
    assert list(csv.reader(capsys.readouterr().out.splitlines())) == [["pay_amount", "pay_orders"], ["100.0", "1"]]


def test_an_answer_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "pay_amount", *JUNE_11, "--by", "shop", "--lang", "zh"]) == 0
    assert capsys.readouterr().out.splitlines() == ["店铺  支付金额 (元)", "乙店          50.00", "甲店         100.00"]


def test_a_refusal_says_what_to_ask_instead(capsys: pytest.CaptureFixture[str]) -> None:
    queried = ["ask", "visitors", "--from", "2026-06-01", "--to", "2026-06-30"]
    assert main(queried) == 1
    text = capsys.readouterr()
    assert text.out == ""
    assert "visitors_daily_mean" in text.err
    assert main([*queried, "--json", "--lang", "zh"]) == 1
    text = capsys.readouterr()
    refused = json.loads(text.out)
    assert (refused["columns"], refused["rows"]) == ([], [])
    assert refused["error"]["message"] == text.err.strip()
    assert "不能跨天相加" in text.err


def test_a_split_it_does_not_have_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "pay_amount", *JUNE_11, "--by", "agent"]) == 1
    assert "shop, day, week, month" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["ask"],
        ["ask", "gmv", *JUNE_11],
        ["ask", "pay_amount"],
        ["ask", "pay_amount", "--from", "2026-06-31", "--to", "2026-07-01"],
        ["ask", "pay_amount", "--from", "yesterday", "--to", "2026-07-01"],
        ["ask", "pay_amount", "--from", "2026-06-12", "--to", "2026-06-11"],
        ["ask", "pay_amount", *JUNE_11, "--by", "colour"],
        ["ask", "pay_amount", *JUNE_11, "--by", "day,"],
        ["ask", "pay_amount", *JUNE_11, "--where", "甲店"],
        ["ask", "pay_amount", *JUNE_11, "--where", "colour=red"],
        ["ask", "pay_amount", *JUNE_11, "--where", "shop=甲店", "--where", "shop=乙店"],
        ["ask", "pay_amount", *JUNE_11, "--json", "--csv"],
        ["tell"],
        ["list", "--lang", "fr"],
    ],
    ids=" ".join,
)
def test_used_wrongly_it_ends_with_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(wrong)
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("pay_amout", "pay_amount"),
        ("PAY-AMOUNT", "pay_amount"),
        ("访客", "visitors"),
        ("Vistors", "visitors"),
        ("conversion", "pay_conversion"),
    ],
)
def test_an_unknown_metric_is_answered_with_those_of_a_name_like_it(
    written: str, nearest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["ask", written, *JUNE_11, "--lang", "zh"])
    text = capsys.readouterr().err
    assert f"没有指标 {written}；相近的有：" in text
    assert f"{nearest}（{metric_named(nearest).label.zh}）" in text
    assert sum(f"{metric.name}（" in text for metric in METRICS) <= 5


def test_where_no_name_is_like_it_the_list_of_all_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["ask", "xyzzy", *JUNE_11, "--lang", "en"])
    text = capsys.readouterr().err
    assert "there is no metric xyzzy, nor any of a name like it; python -m metrics list shows them all" in text


def test_the_list_names_every_metric(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    printed = capsys.readouterr().out
    assert all(metric.name in printed and metric.label.en in printed for metric in METRICS)
    assert main(["list", "--json", "--lang", "zh"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in listed] == [metric.name for metric in METRICS]
    assert listed[0]["splits"] == ["shop", "day", "week", "month"]


def test_the_glossary_is_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary"]) == 0
    assert capsys.readouterr().out == markdown()
    assert [row["name"] for row in glossary("zh")] == [metric.name for metric in METRICS]


def test_while_the_board_holds_the_warehouse_it_says_so(var: Path) -> None:
    held = opened()
    reported = subprocess.run(
        [sys.executable, "-m", "metrics", "ask", "pay_amount", *JUNE_11],
        env={**os.environ, "LC_ALL": "zh_CN.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
        check=False,
    )
    held.close()
    assert reported.returncode == 1
    assert "看板正开着这个数据库" in reported.stderr
    assert "Traceback" not in reported.stderr
