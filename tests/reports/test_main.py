"""python -m reports: a file for each shop, and sentences where there can be none."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from data.store.board import opened
from reports.__main__ import main

WEEK = ["--week", "2026-W24", "--today", "2026-06-15"]


@pytest.fixture(autouse=True)
def stored(var: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A warehouse on disk with an order of two shops; the system speaks English."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    warehouse = opened()
    with warehouse.writing() as run:
        run.execute(
            "INSERT INTO orders (shop, order_id, paid, refund, created_time, pay_time) VALUES"
            " ('甲店', '1', 80.5, 19.5, '2026-06-11 09:00', '2026-06-11 09:01'),"
            " ('乙/店', '1', 50, 0, '2026-06-11 10:00', '2026-06-11 10:01')"
        )
    warehouse.close()
    yield


@pytest.mark.parametrize(
    ("outlet", "ending", "begins"),
    [
        ("deck", ".pptx", b"PK"),
        ("pdf", ".pdf", b"%PDF-"),
        ("workbook", ".xlsx", b"PK"),
        ("digest", ".txt", b"\xef\xbb\xbf"),
    ],
)
def test_each_outlet_is_a_file_for_each_shop(
    outlet: str, ending: str, begins: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([outlet, *WEEK, "--to", str(tmp_path / "new"), "--lang", "zh"]) == 0
    written = sorted((tmp_path / "new").iterdir())
    assert [path.name for path in written] == [f"运营周会_2026-W24_{shop}{ending}" for shop in ("乙_店", "甲店")]
    assert all(path.read_bytes().startswith(begins) for path in written)
    assert [line.split(" ", 1)[0] for line in capsys.readouterr().out.splitlines()] == ["已写", "已写"]


def test_one_shop_or_all_together_can_be_asked_for(tmp_path: Path) -> None:
    assert main(["digest", *WEEK, "--to", str(tmp_path), "--shop", "甲店"]) == 0
    assert main(["digest", *WEEK, "--to", str(tmp_path), "--together"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".txt") == [
        "ops-week_2026-W24_all-shops.txt",
        "ops-week_2026-W24_甲店.txt",
    ]
    assert "Paid amount 100 yuan" in (tmp_path / "ops-week_2026-W24_甲店.txt").read_text(encoding="utf-8-sig")


def test_the_language_is_that_of_the_file(tmp_path: Path) -> None:
    main(["workbook", *WEEK, "--to", str(tmp_path), "--shop", "甲店", "--lang", "en"])
    main(["deck", *WEEK, "--to", str(tmp_path), "--shop", "甲店", "--lang", "en"])
    assert load_workbook(tmp_path / "ops-week_2026-W24_甲店.xlsx").sheetnames[0] == "Contents"
    titles = [slide.shapes.title.text for slide in Presentation(str(tmp_path / "ops-week_2026-W24_甲店.pptx")).slides]
    assert not any("一" <= letter <= "鿿" for title in titles for letter in title.replace("甲店", ""))


def test_a_shop_that_is_not_there_is_told_with_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pdf", *WEEK, "--to", str(tmp_path), "--shop", "丙店"]) == 1
    assert capsys.readouterr().err == "there is no shop 丙店; there are 乙/店, 甲店\n"
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("week", ["2026-46", "2026-W60", "W46", "2026-06-08"])
def test_a_week_is_written_as_the_calendar_numbers_it(
    week: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["pdf", "--week", week, "--to", str(tmp_path)])
    assert ended.value.code == 2
    assert f"{week} is no week; write it as 2026-W46" in capsys.readouterr().err


def test_it_can_be_told_as_it_was_known(tmp_path: Path) -> None:
    assert main(["digest", *WEEK, "--to", str(tmp_path), "--shop", "甲店", "--known-on", "2020-01-01T00:00"]) == 1


def test_an_open_board_holds_the_warehouse(var: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = "from data.store.board import opened; held = opened(); print('open', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert main(["pdf", *WEEK, "--to", str(tmp_path)]) == 1
        assert other.stdin is not None
        other.communicate("\n")
    assert capsys.readouterr().err.strip()
