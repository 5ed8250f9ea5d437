"""The board as `python serve.py` starts it."""

import json
import re
import socket
import time
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from tests.board import board
from tests.files import text_file

SHOP = "云栖木语家居旗舰店"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("board") / "var.log"


@pytest.fixture(scope="module")
def address(log: Path) -> Iterator[str]:
    with board(log.with_suffix("")) as running:
        yield running


def queried(url: str) -> tuple[Message, bytes]:
    """The headers and the body as they are sent to a reader that takes gzip."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.headers, answer.read()


def health(address: str) -> dict[str, bool]:
    return dict(json.loads(queried(f"{address}/healthz")[1]))


def test_healthz_answers(address: str) -> None:
    assert health(address)["up"]


def test_pages_and_scripts_are_sent_compressed(address: str) -> None:
    with urllib.request.urlopen(address, timeout=30) as plain:
        script = re.search(r'src="\./(static/js/[^"]+)"', plain.read().decode())
    assert script
    for url in (f"{address}/", f"{address}/{script[1]}"):
        headers, body = queried(url)
        assert headers["content-encoding"] == "gzip"
        assert body[:2] == b"\x1f\x8b"


def test_only_this_machine_is_let_in(address: str) -> None:
    port = int(address.rpartition(":")[2])
    # 127.0.0.2 is this machine too, and reaches every server that listens on all addresses.
    with socket.socket() as probe:
        probe.settimeout(5)
        assert probe.connect_ex(("127.0.0.2", port)) != 0


def test_the_board_says_where_it_is_in_both_languages(address: str, log: Path) -> None:
    text = log.read_text(encoding="utf-8")
    assert f"看板已打开：{address}" in text
    assert f"The board is open at {address}" in text


def test_warming_up_opens_every_page_without_an_error(address: str, log: Path) -> None:
    until = time.monotonic() + 120
    while not health(address)["warm"] and time.monotonic() < until:
        time.sleep(0.2)
    assert health(address)["warm"]
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_a_file_put_into_the_inbox_is_imported_while_the_board_runs(address: str, log: Path) -> None:
    home = log.with_suffix("") / "inbox"
    assert health(address)["up"]
    until = time.monotonic() + 60
    while not (home / "说明.txt").exists() and time.monotonic() < until:
        time.sleep(0.2)
    text_file(
        home / f"{SHOP}.csv", [["统计日期", "访客数", "支付金额", "支付买家数"], ["2026-06-11", "9", "9.00", "1"]]
    )
    text = ""
    while "已写入" not in text and time.monotonic() < until:
        text = "".join(note.read_text(encoding="utf-8-sig") for note in home.glob("done/*/*.txt"))
        time.sleep(0.2)
    assert "已写入" in text
    assert not list(home.glob("*.csv"))
    assert "Traceback" not in log.read_text(encoding="utf-8")
