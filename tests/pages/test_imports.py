"""The import page: a look first, then writing, then taking back; and what the targets page saves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.importing import inbox
from data.importing.imports import READ, preview, store
from data.reading.upload import Upload
from data.store import clock
from data.store.board import opened
from data.store.warehouse import folder
from tests.demo_years import DemoYears
from tests.files import text_file, xlsx
from tests.locked_files import locked_xlsx
from tests.pages.conftest import SHOP, TODAY, Open
from ui.cache import answers, loaded
from ui.intake.progress import UploadState, progress, state_of
from ui.intake.sifting import short_names, sifted

TextOf = Callable[[AppTest], str]
REPORT = "天猫_20260611_云栖木语家居旗舰店_生意参谋_店铺销售数据.xlsx"
ROWS = 188


@pytest.fixture
def report(demo_years: DemoYears) -> Path:
    """A shop's daily report of half a year."""
    return next(path for path in demo_years.files(TODAY) if path.name == REPORT)


@pytest.fixture
def dropped(open_page: Open, report: Path) -> AppTest:
    """The import page of an empty board after the report was dropped on it."""
    app = open_page("records/imports")
    app.file_uploader[0].upload(report.name, report.read_bytes()).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> None:
    """Press the first button whose words begin so."""
    next(button for button in app.button if button.label.startswith(label)).click().run()


def words_of(app: AppTest) -> str:
    """The small print of a page."""
    return "\n".join(each.value for each in app.caption)


def test_a_dropped_file_is_shown_before_anything_is_written(dropped: AppTest, text_of: TextOf) -> None:
    assert f"认出 1 份，{ROWS} 行可以写入" in text_of(dropped)
    assert dropped.button("write").label == f"写入 {ROWS} 行"
    assert loaded.shops() == ()


def test_a_file_lights_up_yesterday_only_if_it_speaks_of_it(open_page: Open, tmp_path: Path, text_of: TextOf) -> None:
    heading: list[object] = ["统计日期", "访客数", "支付金额"]
    app = open_page("records/imports")
    for day, then in ((TODAY - timedelta(days=30), "0/6"), (TODAY - timedelta(days=1), "0/6，写入后 1/6")):
        path = xlsx(tmp_path / f"{day}_甲旗舰店.xlsx", [heading, [str(day), 100, 2000]])
        app.file_uploader[0].upload(path.name, path.read_bytes()).run()
        assert then in text_of(app)


def test_writing_ends_in_a_receipt_and_lights_up_the_morning(dropped: AppTest, text_of: TextOf) -> None:
    dropped.button("write").click().run()
    assert f"已写入 {ROWS} 行，批次" in text_of(dropped)
    dropped.switch_page("pages/today/morning.py").run()
    assert not dropped.exception
    assert SHOP in text_of(dropped)


def test_the_same_file_again_is_nothing_to_do(dropped: AppTest, report: Path, text_of: TextOf) -> None:
    dropped.button("write").click().run()
    dropped.file_uploader[0].upload(report.name, report.read_bytes()).run()
    assert "认出 1 份，没有要写的" in text_of(dropped)
    assert dropped.button("write").disabled


def test_abandoning_clears_the_desk_and_writes_nothing(dropped: AppTest, text_of: TextOf) -> None:
    dropped.button("abandon").click().run()
    assert "认出" not in text_of(dropped)
    assert loaded.shops() == ()


def test_withdrawing_says_what_it_does_before_it_does_it(dropped: AppTest, text_of: TextOf) -> None:
    dropped.button("write").click().run()
    withdraw = next(button for button in dropped.button if button.label == "撤回")
    withdraw.click().run()
    assert f"店铺日报：{ROWS} 行消失" in text_of(dropped)
    assert loaded.shops() == (SHOP,)
    next(button for button in dropped.button if button.label.startswith("确定撤回")).click().run()
    assert not dropped.exception
    assert loaded.shops() == ()


def test_a_file_that_is_no_spreadsheet_is_refused_in_words(open_page: Open, text_of: TextOf) -> None:
    app = open_page("records/imports", lang="en")
    app.file_uploader[0].upload("notes.xlsx", b"not a spreadsheet at all").run()
    assert not app.exception
    assert "None of these files was recognised" in text_of(app)
    assert "left out" in text_of(app)


def test_a_file_without_its_shop_asks_for_it_once_there_are_several(open_page: Open, with_data: Path) -> None:
    app = open_page("records/imports")
    app.file_uploader[0].upload("日报.csv", "统计日期,访客数,支付金额\n2026-06-10,12,34.5\n".encode()).run()
    assert not app.exception
    picked = next(box for box in app.selectbox if box.label == "文件里没写店铺，记在哪家店")
    assert SHOP in picked.options
    picked.set_value(SHOP)
    press(app, "按这个再看一遍")
    assert not app.exception
    assert not app.button("write").disabled


def test_a_shop_nobody_knew_can_be_named(open_page: Open, with_data: Path, text_of: TextOf) -> None:
    app = open_page("records/imports")
    app.file_uploader[0].upload("日报.csv", "统计日期,访客数,支付金额\n2026-06-10,12,34.5\n".encode()).run()
    app.text_input("new-shop").set_value("新开的旗舰店")
    press(app, "按这个再看一遍")
    assert "新增 1 行" in text_of(app)


def test_of_a_folder_only_spreadsheets_are_read_and_the_rest_is_counted(
    open_page: Open, report: Path, text_of: TextOf
) -> None:
    app = open_page("records/imports")
    folder = next(each for each in app.file_uploader if each.accept_directory)
    others = ("~$日报.xlsx", ".DS_Store", "子文件夹/Thumbs.db", "合影.jpg")
    for name, content in ((report.name, report.read_bytes()), *((name, b"x") for name in others)):
        folder.upload(f"六月/{name}", content)
    folder.run()
    assert not app.exception
    assert f"认出 1 份，{ROWS} 行可以写入" in text_of(app)
    assert "没看 3 个文件：系统或表格软件留下的临时文件" in text_of(app)
    assert "没看 1 个文件：不是表格" in text_of(app)


def test_a_file_that_is_far_too_large_is_left_out_with_what_to_do() -> None:
    wanted, left = sifted([("订单.csv", 51 * 1024 * 1024), ("日报.csv", 9)], of_folder=False)
    assert wanted == [1]
    assert left[0].name == "订单.csv"
    assert "请在后台按天或按月分开导出" in left[0].why.zh


def test_files_of_one_name_in_two_folders_are_told_apart() -> None:
    assert short_names(["甲/日报.csv", "乙/日报.csv", "乙/订单.csv"]) == ["甲 › 日报.csv", "乙 › 日报.csv", "订单.csv"]


def test_each_file_says_what_became_of_it_while_others_wait(report: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"not a spreadsheet at all")
    paths = (report, tmp_path / "坏.xlsx", tmp_path / "坏.xlsx")
    states: list[UploadState] = []
    with opened(tmp_path / "var") as warehouse:
        files = [Upload(path.name, path) for path in paths]
        preview(warehouse, files, seen=lambda number, tables: states.append(state_of(tables)))
    assert states[0].words.zh == f"看完，{ROWS} 行"
    assert states[1].words.zh.startswith("没收：")
    shown = progress([path.name for path in paths], states[:1], 1 / 3, READ.filled(file=report.name), "zh")
    assert "第 2 份，共 3 份" in shown
    places = [shown.index(word) for word in ("看完，", "在看", "等着")]
    assert places == sorted(places)


def test_the_name_given_once_stands_in_the_history_and_on_the_next_visit(dropped: AppTest, text_of: TextOf) -> None:
    dropped.text_input("who-typed").set_value("小满").run()
    assert "记在「小满」名下" in words_of(dropped)
    dropped.button("write").click().run()
    assert "小满" in text_of(dropped)
    dropped.switch_page("pages/today/morning.py").run()
    dropped.switch_page("pages/records/imports.py").run()
    assert dropped.query_params["who"] == "小满"
    assert dropped.text_input("who-typed").value == "小满"


def test_a_reading_that_a_click_cut_short_is_taken_up_again(dropped: AppTest, text_of: TextOf) -> None:
    dropped.session_state["desk"].preview = None
    dropped.run()
    assert f"认出 1 份，{ROWS} 行可以写入" in text_of(dropped)


def test_a_withdrawn_batch_says_who_took_it_back(dropped: AppTest, text_of: TextOf) -> None:
    dropped.text_input("who-typed").set_value("小满").run()
    dropped.button("write").click().run()
    dropped.text_input("who-typed").set_value("木白").run()
    press(dropped, "撤回")
    press(dropped, "确定撤回")
    assert not dropped.exception
    assert "已撤回　木白" in text_of(dropped)
    assert "已写入" not in text_of(dropped)
    assert "小满" in text_of(dropped)


def test_a_long_history_can_be_searched_by_name(open_page: Open, tmp_path: Path, text_of: TextOf) -> None:
    paths = [
        xlsx(
            tmp_path / f"甲乙旗舰店_2026-06-{number:02d}.xlsx",
            [["统计日期", "访客数", "支付金额"], [f"2026-06-{number:02d}", 100, 2000]],
        )
        for number in range(1, 11)
    ]
    found = preview(answers.warehouse(), [Upload(path.name, path) for path in paths])
    for number, table in enumerate(found.tables):
        store(answers.warehouse(), replace(found, tables=(table,)), by="小满" if number else "木白")
    app = open_page("records/imports")
    next(box for box in app.selectbox if box.label == "谁").set_value("木白").run()
    shown = "\n".join(line for line in text_of(app).split("\n") if "新增 1 行" in line)
    assert "木白" in shown
    assert "小满" not in shown


def test_what_yesterday_lacks_says_who_brings_it_and_where_it_is_exported(
    open_page: Open, tmp_path: Path, text_of: TextOf
) -> None:
    path = xlsx(
        tmp_path / "甲乙旗舰店_2026-06-10.xlsx", [["统计日期", "访客数", "支付金额"], ["2026-06-10", 100, 2000]]
    )
    lately = datetime.combine(TODAY - timedelta(days=1), time(8, 12))
    store(answers.warehouse(), preview(answers.warehouse(), [Upload(path.name, path)]), by="木白", now=lately)
    shown = text_of(open_page("records/imports"))
    assert "未到" in shown
    assert "常由<b>木白</b>带来" in shown
    assert "生意参谋 › 取数 › 自助取数 › 店铺" in shown
    assert "千牛 › 交易 › 已卖出的宝贝" in shown


def test_a_file_exported_before_the_day_was_over_is_there_in_part(
    open_page: Open, tmp_path: Path, text_of: TextOf
) -> None:
    day = TODAY - timedelta(days=1)
    path = xlsx(tmp_path / f"甲乙旗舰店_{day}.xlsx", [["统计日期", "访客数", "支付金额"], [str(day), 100, 2000]])
    early = datetime.combine(day, time(15, 30))
    store(answers.warehouse(), preview(answers.warehouse(), [Upload(path.name, path)]), by="木白", now=early)
    shown = text_of(open_page("records/imports"))
    assert "15:30 导出时这天还没过完" in shown
    assert "部分" in shown


def test_days_already_shown_and_the_cells_that_change_most_are_named(
    open_page: Open, tmp_path: Path, text_of: TextOf
) -> None:
    heading = ["统计日期", "访客数", "支付金额"]
    app = open_page("records/imports")
    for paid in (5000, 3760):
        rows = [[f"2026-06-{day:02d}", 100, paid if day == 3 else 5000] for day in range(1, 5)]
        path = xlsx(tmp_path / f"甲乙旗舰店_{paid}.xlsx", [heading, *rows])
        app.file_uploader[0].upload(path.name, path.read_bytes()).run()
        if paid == 5000:
            app.button("write").click().run()
    shown = text_of(app)
    assert "店铺日报：已有数据的 1 天会变，共少 1,240元" in shown
    assert "6月3日 <b>−1,240 元</b>" in shown
    assert "改得最多的 1 格" in shown
    assert "5,000.00" in shown
    assert "3,760.00" in shown


def test_problems_stand_by_kind_with_their_first_ten_places(open_page: Open, tmp_path: Path, text_of: TextOf) -> None:
    rows = [[f"2026-05-{day:02d}", 100, "三百" if day <= 12 else 5000] for day in range(1, 29)]
    path = text_file(tmp_path / "甲乙旗舰店_日报.csv", [["统计日期", "访客数", "支付金额"], *rows])
    app = open_page("records/imports")
    app.file_uploader[0].upload(path.name, path.read_bytes()).run()
    shown = text_of(app)
    assert "12 行：读不懂的格子" in shown
    assert "前 10 处，共 12 处" in shown
    places = shown[shown.index("前 10 处") :]
    assert places.count("三百") == 10


def test_a_password_is_asked_for_tried_and_forgotten(open_page: Open, tmp_path: Path, text_of: TextOf) -> None:
    plain = xlsx(tmp_path / "日报.xlsx", [["统计日期", "访客数", "支付金额"], ["2026-06-10", 100, 2000]])
    locked = locked_xlsx(plain, "秘密123").read_bytes()
    app = open_page("records/imports")
    app.file_uploader[0].upload("甲乙旗舰店_日报.xlsx", locked).run()
    app.text_input("file-password").set_value("错的")
    press(app, "用密码打开")
    assert "密码不对" in app.text_input("file-password").label
    app.text_input("file-password").set_value("秘密123")
    press(app, "用密码打开")
    assert "认出 1 份，1 行可以写入" in text_of(app)
    app.button("write").click().run()
    assert app.session_state["desk"].passwords == ()


def test_a_format_is_found_by_any_word_and_sheets_kept_by_hand_come_blank(open_page: Open, text_of: TextOf) -> None:
    app = open_page("records/imports")
    assert "template-targets" in [button.key for button in app.get("download_button")]
    app.text_input("formats-asked").set_value("退款 抖店").run()
    assert "抖店" in text_of(app)
    assert "生意参谋 › 流量 › 店铺来源" not in text_of(app).split("认得的文件")[1]
    app.text_input("formats-asked").set_value("没有这种").run()
    assert "没有这样的文件" in words_of(app)


def test_what_came_of_the_inbox_is_shown_with_its_folder(open_page: Open, tmp_path: Path, text_of: TextOf) -> None:
    home = inbox.made(folder())
    (home / "合影.xlsx").write_bytes(b"not a spreadsheet")
    now = clock.now(answers.warehouse())
    seen = inbox.sweep(answers.warehouse(), folder(), inbox.Seen(), now)
    inbox.sweep(answers.warehouse(), folder(), seen, now + timedelta(minutes=1))
    app = open_page("records/imports")
    assert "合影.xlsx" in text_of(app)
    assert "没收" in text_of(app)
    assert str(home.resolve()) in words_of(app)


def test_a_row_without_a_shop_takes_that_of_the_row_above_where_the_reader_says_so(
    open_page: Open, tmp_path: Path, text_of: TextOf
) -> None:
    rows: list[list[object]] = [
        ["店铺名称", "统计日期", "访客数", "支付金额", "支付买家数"],
        ["甲旗舰店", "2026-06-10", 10, 100, 1],
        [None, "2026-06-11", 20, 200, 2],
    ]
    app = open_page("records/imports")
    app.file_uploader[0].upload("日报.xlsx", xlsx(tmp_path / "日报.xlsx", rows).read_bytes()).run()
    assert app.button("write").label == "写入 1 行"
    assert "第 3 行没写店铺" in text_of(app) + words_of(app)
    app.button("shop-above").click().run()
    assert app.button("write").label == "写入 2 行"
    app.button("write").click().run()
    assert not app.exception
    assert loaded.shops() == ("甲旗舰店",)


def test_what_two_tools_tell_differently_stands_beside_the_checks(
    var: Path, tmp_path: Path, open_page: Open, text_of: TextOf
) -> None:
    on = (TODAY - timedelta(days=1)).isoformat()
    files: dict[str, list[list[object]]] = {
        "参谋.xlsx": [["日期", "旺旺昵称", "有效接待人数", "销售额"], [on, f"{SHOP}:云朵", 400, 900]],
        "赤兔.xlsx": [["日期", "客服昵称", "接待人数", "客服销售额"], [on, "云朵", 410, 900]],
    }
    paths = [xlsx(tmp_path / name, rows) for name, rows in files.items()]
    with opened(var) as warehouse:
        uploads = [Upload(path.name, path) for path in paths]
        store(warehouse, preview(warehouse, uploads, shop=SHOP), by="test")
    shown = text_of(open_page("records/imports"))
    assert "近 7 天有 1 处两个来源说法不同" in shown
    assert "生意参谋 400人，赤兔 410人，差 −10人。文件：参谋.xlsx、赤兔.xlsx" in shown
