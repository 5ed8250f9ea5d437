"""The intake's command line, as automation uses it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.__main__ import main
from data.reading.watched import Reader
from data.reading.workbook import READER
from data.store.board import opened
from tests.files import text_file, xlsx

ROOT = Path(__file__).parent.parent.parent
DAILY = ["统计日期", "访客数", "支付金额", "支付买家数"]
KEYS = [
    "file",
    "sheet",
    "source",
    "header_row",
    "rows",
    "kept",
    "new",
    "changed",
    "same",
    "rejected",
    "skipped",
    "problems",
    "batch",
]


@pytest.fixture
def daily(tmp_path: Path) -> str:
    return str(xlsx(tmp_path / "日报.xlsx", [DAILY, ["2026-06-11", 4620, 386400, 155], ["合计", 4620, 386400, 155]]))


def texts(capsys: pytest.CaptureFixture[str], *arguments: str, reader: Reader = READER) -> tuple[int, list[dict]]:
    code = main([*arguments, "--json", "--lang", "zh"], reader)
    return code, json.loads(capsys.readouterr().out)


def test_a_preview_says_what_an_import_would_do(capsys: pytest.CaptureFixture[str], daily: str) -> None:
    code, (table,) = texts(capsys, "preview", daily, "--shop", "甲店")
    assert code == 0
    assert list(table) == KEYS
    shown = ("file", "sheet", "source", "header_row", "rows", "kept", "new", "rejected", "batch")
    assert {key: table[key] for key in shown} == {
        "file": "日报.xlsx", "sheet": "Sheet1", "source": "shop_daily", "header_row": 1, "rows": 2, "kept": 1, "new": 1,
        "rejected": 0, "batch": None,
    }  # fmt: skip
    assert table["skipped"] == [{"row": 3, "why": "合计行或说明行"}]


def test_an_import_names_its_batch_and_can_be_withdrawn(capsys: pytest.CaptureFixture[str], daily: str) -> None:
    code, (table,) = texts(capsys, "import", daily, "--shop", "甲店")
    assert (code, table["new"]) == (0, 1)
    code, listed = texts(capsys, "batches")
    assert [line["batch"] for line in listed] == [table["batch"]]
    assert main(["withdraw", table["batch"], "--lang", "zh"]) == 0
    assert "1 行移除" in capsys.readouterr().out
    assert texts(capsys, "batches")[1][0]["withdrawn_at"]


def test_good_rows_go_in_and_bad_ones_are_told_with_exit_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", [DAILY, ["2026-06-11", "4620", "1", "1"], ["2026-06-12", "很多", "1", "1"]])
    code, (table,) = texts(capsys, "import", str(path), "--shop", "甲店")
    assert (code, table["kept"], table["rejected"]) == (1, 1, 1)
    (problem,) = [one for one in table["problems"] if one["severity"] == "error"]
    assert (problem["code"], problem["row"], problem["column"], problem["value"]) == ("bad_cell", 3, "访客数", "很多")
    with opened() as warehouse:
        assert warehouse.rows("SELECT day::VARCHAR FROM shop_daily") == [("2026-06-11",)]


def test_the_same_file_again_is_nothing_to_do(capsys: pytest.CaptureFixture[str], daily: str) -> None:
    main(["import", daily, "--shop", "甲店"])
    capsys.readouterr()
    code, (table,) = texts(capsys, "import", daily, "--shop", "甲店")
    assert (code, table["new"], table["changed"], table["same"], table["batch"]) == (0, 0, 0, 1, None)


ODD_FILES = {
    "空.csv": b"",
    "空白.xlsx": b"\r\n \r\n",
    "图片.xlsx": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "半个.xlsx": b"PK\x03\x04\x14\0\0\0\x08\0",
    "网页.xls": "<html><table><tr><td>订单编号</td></tr></table></html>".encode(),
    "老格式.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "随便.csv": "今天天气不错，适合出门。".encode("gb18030"),
    "乱码.csv": b"\xff\xfe\xfd\x80\x81,\x99\n" * 5,
}


@pytest.mark.parametrize("name", ODD_FILES)
def test_a_file_that_is_no_table_is_refused_with_a_sentence(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(ODD_FILES[name])
    code, tables = texts(capsys, "import", str(path))
    assert code == 1
    assert [(table["source"], table["kept"]) for table in tables] == [(None, 0)]
    assert tables[0]["problems"][0]["message"].endswith("。")


def test_a_workbook_that_breaks_its_reader_is_refused_and_the_next_one_is_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, daily: str
) -> None:
    breaking = tmp_path / "两格.xlsx"
    breaking.write_text("is ended", encoding="utf-8")
    code, tables = texts(
        capsys, "preview", str(breaking), daily, "--shop", "甲店", reader=Reader("tests.unruly_reader")
    )
    assert code == 1
    assert [table["problems"][0]["code"] if table["source"] is None else table["new"] for table in tables] == [
        "too_heavy",
        1,
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["preview"],
        ["import", "nowhere.xlsx"],
        ["template", "nothing", "--to", "."],
        ["import", "a.csv", "--day", "6月"],
        ["dance"],
    ],
    ids=" ".join,
)
def test_a_misused_command_ends_with_2(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "data", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_the_command_line_says_when_the_board_holds_the_warehouse(daily: str) -> None:
    held = opened()
    done = subprocess.run(
        [sys.executable, "-m", "data", "import", daily, "--lang", "zh"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    held.close()
    assert done.returncode == 1
    assert "看板正开着这个数据库" in done.stderr
    assert "Traceback" not in done.stderr


def test_rows_without_a_shop_take_that_of_the_row_above_where_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["店铺名称", *DAILY], ["甲旗舰店", "2026-06-10", 1, 9, 1], [None, "2026-06-11", 2, 8, 1],
    ]  # fmt: skip
    path = str(xlsx(tmp_path / "日报.xlsx", rows))
    code, (table,) = texts(capsys, "preview", path)
    assert (code, table["kept"], [found["code"] for found in table["problems"]]) == (1, 1, ["shop_blank"])
    code, (table,) = texts(capsys, "import", path, "--shop-above")
    assert (code, table["new"]) == (0, 2)
