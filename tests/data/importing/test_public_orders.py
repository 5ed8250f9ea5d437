"""The public order file through the command line, against a computation by plain pandas."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).parents[3]
FILE = ROOT.parent / "shared" / "realdata" / "tmall_order_report.csv"

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the public order file lies beside the project, not in it")


def run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def by_pandas() -> pd.DataFrame:
    frame = pd.read_csv(FILE)
    frame.columns = frame.columns.str.strip()
    paid = frame[frame["订单付款时间"].notna()]
    cents = (
        (paid[["买家实际支付金额", "退款金额"]] * 100).round().astype("int64").assign(day=paid["订单付款时间"].str[:10])
    )
    days = cents.groupby("day").agg(
        net=("买家实际支付金额", "sum"), refund=("退款金额", "sum"), orders=("退款金额", "size")
    )
    return days.assign(pay=days["net"] + days["refund"])


def test_each_days_amounts_orders_and_refunds_are_what_pandas_finds() -> None:
    (table,) = json.loads(run("data", "import", str(FILE), "--shop", "公开样本", "--json"))
    assert (table["source"], table["rows"], table["new"], table["rejected"]) == ("orders", 28010, 28010, 0)
    queried = ["pay_amount", "net_pay_amount_pay", "refund_amount_pay", "pay_orders"]
    text = json.loads(
        run("metrics", "ask", *queried, "--from", "2020-01-01", "--to", "2020-12-31", "--by", "day", "--json")
    )
    assert text["columns"] == ["day", *queried]
    found = {
        day: [round(pay * 100), round(net * 100), round(refund * 100), orders]
        for day, pay, net, refund, orders in text["rows"]
    }
    expected = by_pandas()[["pay", "net", "refund", "orders"]]
    assert found == {day: list(row) for day, row in zip(expected.index, expected.to_numpy().tolist(), strict=True)}
