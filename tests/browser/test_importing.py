"""The main job in a real browser: files are dropped, looked at, written, read on the morning page, and taken back."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from data.recognition.context import THIS_SHOP
from data.sources import SOURCES
from tests.browser.reading import goto, rendered, unfolded
from tests.browser.words import CHINESE, leaked
from tests.demo_years import DemoYears
from tests.files import text_file, xlsx

SHOP = "云栖木语家居旗舰店"
CLASSIC = [
    "订单编号", "买家会员名", "买家支付宝账号", "买家应付货款", "买家应付邮费", "买家支付积分", "总金额",
    "返点积分", "买家实际支付金额", "买家实际支付积分", "订单状态", "买家留言", "收货人姓名", "收货地址 ",
    "运送方式", "联系电话 ", "联系手机", "订单创建时间", "订单付款时间 ", "宝贝标题 ", "宝贝种类 ", "物流单号 ",
    "物流公司", "订单备注", "宝贝总数量", "店铺Id", "店铺名称", "订单关闭原因", "退款金额",
]  # fmt: skip


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPSBOARD_TODAY", "2026-06-12")


def order(number: int, paid: float, refund: float = 0, changed: dict[str, str] | None = None) -> list[object]:
    values: dict[str, object] = {
        "订单编号": f'="36010806135616{number:05d}"', "买家会员名": f"买家{number}",
        "总金额": f"{paid + refund:.2f}",
        "买家实际支付金额": f"{paid:.2f}", "订单状态": "买家已付款，等待卖家发货",
        "收货人姓名": "某某", "联系手机": "'13800000000",
        "订单创建时间": "2026-06-11 09:00:00", "订单付款时间 ": f"2026-06-11 10:{number % 60:02d}:00", "店铺名称": SHOP,
        "退款金额": f"{refund:.2f}", **(changed or {}),
    }  # fmt: skip
    return [values.get(heading, "") for heading in CLASSIC]


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    """384,000.00 + 2,400.00 yuan paid, of which 169.00 were paid back; one row is unreadable."""
    rows = [order(1, 384_000), order(2, 2_231, 169), order(3, 1, changed={"买家实际支付金额": "约一元"})]
    return text_file(tmp_path / "ExportOrderList202606120810.csv", [CLASSIC, *rows])


@pytest.fixture
def daily(tmp_path: Path) -> Path:
    heading = ["统计日期", "访客数", "浏览量", "加购人数", "支付金额", "支付买家数", "支付转化率", "客单价"]
    rows = [["2026-06-10", "50,000", "160,000", "4,100", "410,000.00", "1,600", "3.20%", "256.25"],
            ["2026-06-11", "46,200", "150,000", "3,900", "386,400.00", "1,548", "3.35%", "249.61"]]  # fmt: skip
    return xlsx(tmp_path / f"天猫_20260611_{SHOP}_生意参谋_店铺销售数据.xlsx", [heading, *rows])


def drop(page: Page, *files: Path) -> None:
    page.locator("input[type=file]").first.set_input_files([str(file) for file in files])
    rendered(page)


def test_dropped_files_are_looked_at_written_and_read_on_the_morning_page(
    page: Page, own_board: str, orders: Path, daily: Path
) -> None:
    goto(page, f"{own_board}/imports")
    drop(page, orders, daily)
    expect(page.get_by_text("认出 2 份")).to_be_visible()
    expect(page.get_by_text("约一元").first).to_be_visible()
    page.get_by_role("button", name="写入 4 行").click()
    rendered(page)
    expect(page.get_by_text("已写入 4 行")).to_be_visible()
    goto(page, f"{own_board}/?shop={SHOP}")
    expect(page.get_by_text("38.64").first).to_be_visible()
    expect(page.get_by_text("46,200").or_(page.get_by_text("4.62")).first).to_be_visible()


def test_the_same_files_again_leave_nothing_to_write(page: Page, own_board: str, daily: Path) -> None:
    goto(page, f"{own_board}/imports")
    drop(page, daily)
    page.get_by_role("button", name="写入 2 行").click()
    expect(page.get_by_text("已写入 2 行")).to_be_visible()
    drop(page, daily)
    expect(page.get_by_text("认出 1 份，没有要写的")).to_be_visible()


def test_rejected_rows_come_back_as_a_workbook_with_the_reason(
    page: Page, trial_board: str, orders: Path, tmp_path: Path
) -> None:
    goto(page, f"{trial_board}/imports")
    drop(page, orders)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载问题行").click()
    download.value.save_as(tmp_path / "退回.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "退回.xlsx").worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert any("约一元" in str(value) for row in cells for value in row)
    assert any("原因" in str(value) for value in cells[0])


@pytest.mark.parametrize("language", ["en"])
def test_the_whole_way_reads_in_english_too(page: Page, own_board: str, daily: Path) -> None:
    goto(page, f"{own_board}/imports")
    drop(page, daily)
    expect(page.get_by_text("1 recognised")).to_be_visible()
    page.get_by_role("button", name="Write 2 rows").click()
    expect(page.get_by_text("2 rows written")).to_be_visible()
    goto(page, own_board)
    expect(page.get_by_text("386.4K").or_(page.get_by_text("386.40")).first).to_be_visible()


def test_a_batch_is_taken_back_after_its_effect_was_shown(page: Page, own_board: str, daily: Path) -> None:
    goto(page, f"{own_board}/imports")
    drop(page, daily)
    page.get_by_role("button", name="写入 2 行").click()
    expect(page.get_by_text("已写入 2 行")).to_be_visible()
    page.get_by_role("button", name="撤回").first.click()
    rendered(page)
    expect(page.get_by_text("店铺日报：2 行消失")).to_be_visible()
    page.get_by_role("button", name="确定撤回").click()
    rendered(page)
    expect(page.get_by_text("已撤回").first).to_be_visible()
    goto(page, own_board)
    expect(page.get_by_text("先放进一份店铺日报").first).to_be_visible()


def test_a_whole_folder_is_taken_and_the_readers_name_outlives_a_reload(
    page: Page, own_board: str, daily: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "六月"
    (folder / "旗舰店").mkdir(parents=True)
    daily.rename(folder / "旗舰店" / daily.name)
    (folder / "~$日报.xlsx").write_bytes(b"x")
    goto(page, f"{own_board}/imports")
    page.get_by_role("button", name="您是谁").click()
    page.get_by_role("textbox", name="名字").fill("小满")
    page.keyboard.press("Enter")
    rendered(page)
    page.keyboard.press("Escape")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="选整个文件夹").press("Enter")
    chooser.value.set_files(str(folder))
    expect(page.get_by_text("认出 1 份")).to_be_visible()
    expect(page.get_by_text("没看 1 个文件：系统或表格软件留下的临时文件")).to_be_visible()
    page.get_by_role("button", name="写入 2 行").click()
    expect(page.get_by_text("已写入 2 行")).to_be_visible()
    page.reload()
    rendered(page)
    expect(page.get_by_role("button", name="写入人　小满")).to_be_visible()
    expect(page.locator("[class*='st-key-ob-batch-']").first).to_contain_text("小满")


def test_the_zone_speaks_only_the_readers_language(page: Page, empty_board: str) -> None:
    goto(page, f"{empty_board}/imports")
    zone = page.locator("[class*='st-key-drop-more'] section")
    expect(zone.get_by_role("button", name="选文件", exact=True)).to_be_visible()
    held = page.evaluate_handle(
        "() => { const d = new DataTransfer(); d.items.add(new File(['x'], 'x.csv')); return d }"
    )
    zone.dispatch_event("dragenter", {"dataTransfer": held})
    expect(zone.get_by_text("Drag and drop files here")).to_have_css("font-size", "0px")


WIDER = """() => [...document.querySelectorAll('table.ob-table')]
  .map(table => [table.getBoundingClientRect().width, table.parentElement.getBoundingClientRect().width])
  .filter(([wide, room]) => wide > room + 1)"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_of_what_was_recognised_stays_within_its_frame(
    page: Page, trial_board: str, demo_years: DemoYears, lang: str
) -> None:
    files = demo_years.files(date(2026, 6, 12))
    goto(page, f"{trial_board}/imports?lang={lang}")
    drop(page, *(path for name in ("*店铺流量来源-2026-06-11*", "店铺DSR数据_*") for path in files if path.match(name)))
    expect(page.locator(".ob-file").first).to_be_visible(timeout=60_000)
    for width in (1320, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(WIDER) == [], width


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_with_problems_is_told_in_the_readers_language(
    page: Page, trial_board: str, tmp_path: Path, language: str
) -> None:
    heading = ["统计日期", "访客数", "浏览量", "加购人数", "支付金额", "支付买家数"]
    rows = [["2026-06-10", "五万", "160,000", "4,100", "约四十万", "1,600"], ["某日", "1", "2", "3", "4", "5"]]
    daily = xlsx(tmp_path / "日报.xlsx", [heading, *rows])
    odd = xlsx(tmp_path / "不认得.xlsx", [["甲", "乙"], ["一", "二"]])
    goto(page, f"{trial_board}/imports?lang={language}")
    page.locator("input[type=file]").first.set_input_files([str(daily), str(odd)])
    rendered(page)
    expect(page.get_by_text("约四十万").first).to_be_attached(timeout=60_000)
    rendered(page)
    text = unfolded(page)
    assert any("约四十万" in each for each in text)
    if language == "zh":
        assert leaked(text) == {}
        return
    row = {"中文", THIS_SHOP, "甲", "乙", "一", "二", *heading, "约四十万", "五万", "某日", "日报", "不认得"}
    row |= {word for source in SOURCES for word in CHINESE.findall(str(source))}
    assert {word for each in text for word in CHINESE.findall(each) if word not in row} == set()
