"""How long a reader waits: `--big VAR` for a warehouse of many orders beside the demo shop, `--short` for a quick look.

In Chromium: the first chart of the morning page for a new reader (cold) and one who was here (warm), a redraw after
another period is chosen, and the bytes of every page. Without a browser: ten readers at the same moment, and fifty who
think for ten seconds. In the same run the usual Streamlit page, with Plotly and with ECharts. Seconds, medians and 95th
percentiles, and how much of the limit they take; above 1.00 the limit is broken.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import sleep
from urllib.request import urlopen

import numpy as np
import pandas as pd
from playwright.sync_api import Browser, sync_playwright

from benchmarks.in_chromium import cold_and_warm, redraws, sent
from benchmarks.many_orders import YESTERDAY
from benchmarks.readers import at_once, thinking
from tests.board import ROOT, board, free_port, wait_for
from tests.browser.chrome import found
from tests.browser.reading import PAGES
from tests.demo_years import DemoYears

DEMO_DAY = date(2026, 6, 12)
CHARTS = ("支付金额", "访客数", "支付买家数", "加购人数", "浏览量", "支付件数")
LIMITS = {
    "first chart, cold": 3.0, "first chart, warm": 1.5, "redraw": 0.5, "ten at once": 5.0, "fifty thinking": 0.5,
}  # fmt: skip
"""Seconds; of redraws and of thinking readers it binds the 95th percentile, of ten at once the last of them."""

SENT_LIMIT = 400_000
"""Bytes that a page may send."""


def print_times(name: str, took: Sequence[float], limit: float | None) -> None:
    """A line: median, 95th percentile, the longest, and the share of the limit that is taken."""
    tail = float(np.percentile(took, 95))
    binding = {"redraw": tail, "fifty thinking": tail, "ten at once": max(took)}.get(name, median(took))
    share = f"{binding / limit:.2f} of {limit} s" if limit else ""
    print(f"  {name:<20} median {median(took):6.3f}  p95 {tail:6.3f}  longest {max(took):6.3f}  {share}", flush=True)


def print_transfer(browser: Browser, address: str, pages: Sequence[str]) -> None:
    """A line for each page: what it sends, and the files that a browser fetches once and keeps."""
    for page in pages:
        was = sent(browser, f"{address}/{'' if page == 'morning' else page}")
        share = f"{was.socket / SENT_LIMIT:.2f} of 400"
        print(
            f"  {page:<12} sends {was.socket / 1000:6.0f} kB ({share}), files once {was.files / 1000:6.0f} kB",
            flush=True,
        )


def measured(browser: Browser, address: str, times: int, seconds: float) -> float:
    """Print what readers of a board wait for; returns the median of its first chart, warm."""
    cold, warm = cold_and_warm(browser, f"{address}/", times)
    again = redraws(browser, f"{address}/sales?lang=zh", ("近7日", "近30日"), times)
    found_in: list[tuple[str, Sequence[float]]] = [
        ("first chart, cold", cold), ("first chart, warm", warm), ("redraw", again),
        ("ten at once", at_once(address, 10)), ("fifty thinking", thinking(address, 50, seconds)),
    ]  # fmt: skip
    for name, took in found_in:
        print_times(name, took, LIMITS[name])
    return median(warm)


@contextmanager
def warmed(var: Path, today: date) -> Iterator[str]:
    """The address of a board whose pages have all been opened once."""
    os.environ["OPSBOARD_TODAY"] = today.isoformat()
    with board(var) as address:
        while b'"warm":true' not in urlopen(f"{address}/healthz").read():
            sleep(0.5)
        yield address


@contextmanager
def usual(home: Path) -> Iterator[str]:
    """The address of the usual page, on a workbook of a year."""
    days = pd.date_range(end=YESTERDAY, periods=366).date
    chance = np.random.default_rng(1)
    pd.DataFrame({"统计日期": days, **{name: chance.integers(100, 9_999, 366) for name in CHARTS}}).to_excel(
        home / "usual.xlsx", index=False
    )
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "benchmarks/usual_page.py", "--server.headless", "true"]
    process = subprocess.Popen(
        [*command, "--server.port", str(port)], cwd=ROOT, env={**os.environ, "USUAL_FILE": str(home / "usual.xlsx")},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def compared(browser: Browser, home: Path, times: int) -> None:
    """Print the same of the usual page."""
    with usual(home) as address:
        for charts in ("plotly", "echarts"):
            at = f"{address}/?charts={charts}"
            cold, warm = cold_and_warm(browser, at, times)
            was = sent(browser, at)
            print(f"The usual page, six charts by {charts}")
            print_times("first chart, cold", cold, None)
            print_times("first chart, warm", warm, None)
            if charts == "plotly":
                print_times("redraw", redraws(browser, at, ("近7日", "近30日"), times), None)
            print(f"  sends {was.socket / 1000:.0f} kB, files once {was.files / 1000:.0f} kB", flush=True)


def main() -> None:
    """Print what was measured."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--big", type=Path, help="a var folder made by benchmarks.many_orders")
    arguments.add_argument("--times", type=int, default=15)
    arguments.add_argument("--seconds", type=float, default=120, help="how long fifty readers turn pages")
    arguments.add_argument("--short", action="store_true", help="a few of each")
    given = arguments.parse_args()
    times, seconds = (2, 15.0) if given.short else (given.times, given.seconds)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder)
        browser = playwright.chromium.launch(executable_path=found(), args=["--no-sandbox", "--disable-gpu"])
        with warmed(DemoYears(home).imported(DEMO_DAY, home / "var"), DEMO_DAY) as address:
            print("The demo shop")
            small = measured(browser, address, times, seconds)
            print_transfer(browser, address, PAGES)
        if given.big:
            with warmed(given.big, YESTERDAY + timedelta(days=1)) as address:
                print("The big warehouse")
                longer = measured(browser, address, times, seconds) / small
                print(f"  opening it takes {longer:.2f} times as long as the demo shop, {longer / 1.3:.2f} of 1.3")
        compared(browser, home, times)


if __name__ == "__main__":
    main()
