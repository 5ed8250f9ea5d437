"""The board shows, stores and sends the same at the same instant, whatever zone the machine is set to."""

import json
import os
import subprocess
import sys
from datetime import date
from email import message_from_bytes
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.board_day import INSTANT
from tests.demo_years import DemoYears
from tests.reports.sending.test_mail import Post
from tests.reports.sending.test_robots import Chat

ROOT = Path(__file__).parent.parent
ZONES = ("Asia/Shanghai", "UTC", "America/New_York")
TODAY = date(2026, 6, 12)
FILES = ("天猫_20260611_云栖木语家居旗舰店_*", "2026年目标_云栖木语家居旗舰店_*")


class Day:
    """A morning on a machine of one zone: what it printed, told the group and mailed."""

    def __init__(self, zone: str, var: Path, files: list[Path]) -> None:
        self.chat, self.post = Chat(), Post()
        Thread(target=self.chat.serve_forever, daemon=True).start()
        given = [str(var), self.chat.address, str(self.post.server.port), *map(str, files)]
        env = {**os.environ, "TZ": zone, "OPSBOARD_VAR": str(var), "PYTHONHASHSEED": "0"}
        env.pop("OPSBOARD_TODAY", None)
        self._running = subprocess.Popen(
            [sys.executable, "-m", "tests.board_day", *given],
            cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip

    def printed(self) -> dict[str, Any]:
        """What it printed, once it is over."""
        out, error = self._running.communicate(timeout=1200)
        assert self._running.returncode == 0, error
        self.post.join(10)
        self.chat.shutdown()
        self.chat.server_close()
        self.post.door.close()
        found: dict[str, Any] = json.loads(out)
        return found


@pytest.fixture(scope="module")
def days(demo_years: DemoYears, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Day, dict[str, Any]]]:
    """The same morning on three machines, by their zone."""
    files = [path for pattern in FILES for path in demo_years.files(TODAY) if path.match(pattern)]
    assert len(files) == len(FILES)
    homes = tmp_path_factory.mktemp("zones")
    begun = {zone: Day(zone, homes / zone.replace("/", "-"), files) for zone in ZONES}
    return {zone: (day, day.printed()) for zone, day in begun.items()}


@pytest.fixture(params=ZONES)
def day(request: pytest.FixtureRequest, days: dict[str, tuple[Day, dict[str, Any]]]) -> tuple[Day, Any]:
    return days[request.param]


def test_every_number_and_stamp_is_the_same_everywhere(days: dict[str, tuple[Day, dict[str, Any]]]) -> None:
    beijing = days["Asia/Shanghai"][1]
    assert days.keys() == set(ZONES)
    assert beijing
    assert {zone: part for zone, (_, found) in days.items() for part in beijing if found[part] != beijing[part]} == {}


def test_it_is_six_in_the_morning_in_beijing(day: tuple[Day, Any]) -> None:
    _, found = day
    at_six = "2026-06-12 06:10:00"
    assert found["imported"] == [["20260612-1", at_six]]
    assert found["inbox"] == [[at_six], ["2026-06-12"]]
    assert found["originals"] == [1, ["young"]]
    assert "没过完" not in found["morning"][0]
    assert found["meeting"][-1] == [[at_six, at_six, "2026-06-12 07:10:00"]]
    assert [names for names, _ in found["known"]] == [[], ["20260612-1"], ["20260612-2", "20260612-1"]]


def test_the_schedule_sends_at_its_hour_and_signs_with_the_true_time(day: tuple[Day, Any]) -> None:
    board, found = day
    assert found["sent"] == [0, 2, 0, [["2026-06-12 06:10:00"], ["2026-06-12 06:10:00"]]]
    (query, _), *more = board.chat.received
    assert (query["timestamp"], more) == ([str(int(INSTANT.timestamp() * 1000))], [])
    assert message_from_bytes(board.post.message)["Date"] == "Fri, 12 Jun 2026 06:10:00 +0800"


def test_stamps_that_the_board_makes_by_itself_are_beijings(day: tuple[Day, Any]) -> None:
    _, found = day
    assert found["command"]
    assert {stamp: hours for stamp, hours in found["hours off"].items() if hours != [0]} == {}
    assert len(found["hours off"]) > 10
