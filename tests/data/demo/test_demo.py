"""The demo shops: their files look like exports, agree with one another, and hold the traps they promise."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data.demo import TRIALS, demo_facts, write_demo
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.board import in_memory
from tests.demo_years import DemoYears

TODAY = date(2026, 6, 12)
YESTERDAY = TODAY - timedelta(days=1)
FLAGSHIP, SECOND = "云栖木语家居旗舰店", "云栖木语生活专营店"
SHOPS = (FLAGSHIP, SECOND)

Rows = list[dict[str, str]]
Sums = defaultdict[tuple[str, str], Decimal]


@pytest.fixture(scope="module")
def folder(demo_years: DemoYears) -> Path:
    return demo_years.folder(TODAY)


@pytest.fixture(scope="module")
def orders(folder: Path) -> Rows:
    rows: Rows = []
    for path in sorted(folder.glob("ExportOrderList*")):
        if path.suffix == ".csv":
            with path.open(encoding="gb18030", newline="") as file:
                rows += [{heading.strip(): cell for heading, cell in row.items()} for row in csv.DictReader(file)]
        else:
            rows += [{heading.strip(): cell for heading, cell in row.items()} for row in table(path)]
    return rows


@pytest.fixture(scope="module")
def items(folder: Path) -> Rows:
    return [row for path in folder.glob("ExportOrderDetailList*") for row in table(path)]


def lines(path: Path, sheet: int = 0) -> list[list[str]]:
    book = load_workbook(path, read_only=True)
    found = [
        ["" if cell is None else str(cell) for cell in row]
        for row in book.worksheets[sheet].iter_rows(values_only=True)
    ]
    book.close()
    return found


def table(path: Path, header: int = 1, sheet: int = 0) -> Rows:
    headings, *rows = lines(path, sheet)[header - 1 :]
    return [dict(zip(headings, row, strict=False)) for row in rows]


def amount(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def order_id(row: dict[str, str]) -> str:
    return row["订单编号"].strip('="')


def paid_before_refund(row: dict[str, str]) -> Decimal:
    return Decimal(row.get("买家实际支付金额") or row["买家实付金额"]) + Decimal(row["退款金额"])


def reports(folder: Path) -> Iterator[tuple[str, Rows]]:
    for path in folder.glob("天猫_*_店铺销售数据.xlsx"):
        yield path.name.split("_")[2], table(path)
    (old,) = folder.glob("自助取数_*.xlsx")
    yield FLAGSHIP, table(old, header=4)


def test_the_same_day_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    paths = write_demo(tmp_path, TODAY)
    assert {path.name for path in paths} == {path.name for path in folder.iterdir() if path.is_file()}
    for path in paths:
        assert path.read_bytes() == (folder / path.name).read_bytes()


def test_the_year_ends_yesterday_and_has_no_gap() -> None:
    days = [facts.day for facts in demo_facts(TODAY) if facts.shop == FLAGSHIP]
    assert days[-1] == YESTERDAY
    assert len(days) >= 365
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]


def test_orders_add_up_to_the_facts_of_every_day(orders: Rows) -> None:
    paid, refunds, counts = Sums(Decimal), Sums(Decimal), Counter[tuple[str, str]]()
    for row in orders:
        if row["订单付款时间"]:
            key = (row["店铺名称"], row["订单付款时间"][:10])
            paid[key] += paid_before_refund(row)
            refunds[key] += Decimal(row["退款金额"])
            counts[key] += 1
    facts = {(facts.shop, str(facts.day)): facts for facts in demo_facts(TODAY)}
    assert {key: (paid[key], refunds[key], counts[key]) for key in counts} == {
        key: (of.pay_amount, of.refund, of.pay_orders) for key, of in facts.items()
    }


def test_the_daily_reports_agree_with_the_orders_but_for_the_day_that_lacks_an_hour(folder: Path) -> None:
    facts = {(facts.shop, str(facts.day)): facts for facts in demo_facts(TODAY)}
    reported = {
        (shop, row.get("统计日期") or row["日期"]): amount(row.get("支付金额") or row["支付金额(元)"])
        for shop, rows in reports(folder)
        for row in rows
    }
    assert reported == {key: of.reported for key, of in facts.items()}
    assert [key for key, of in facts.items() if of.reported != of.pay_amount] == [(FLAGSHIP, "2026-06-01")]


def test_items_add_up_to_their_orders(orders: Rows, items: Rows) -> None:
    left: defaultdict[str, Decimal] = defaultdict(Decimal)
    made = {order_id(row): row for row in orders}
    for row in items:
        left[row["主订单编号"]] += Decimal(row["买家实付金额"])
    assert left == {
        number: Decimal(made[number].get("买家实际支付金额") or made[number]["买家实付金额"]) for number in left
    }
    assert len({row["子订单编号"] for row in items}) == len(items)


def test_only_a_finished_refund_lowers_what_was_paid(items: Rows) -> None:
    paid = [row for row in items if row["订单付款时间"]]
    for row in paid:
        queried = Decimal(row["退款金额"].removeprefix("￥").replace("无退款申请", "0"))
        finished = queried if row["退款状态"] == "退款成功" else 0
        assert Decimal(row["买家实付金额"]) == Decimal(row["买家应付货款"]) - finished
    assert {row["退款状态"] for row in paid if row["退款金额"] != "无退款申请"} == {
        "退款成功",
        "退款关闭",
        "买家已经申请退款，等待卖家同意",
    }


def test_some_items_wait_to_be_shipped_and_a_waybill_does_not_mean_shipped(items: Rows) -> None:
    waiting = [row for row in items if row["订单状态"] == "买家已付款,等待卖家发货"]
    assert waiting
    assert all(row["应发货时间"] and not row["发货时间"] and not row["物流单号"] for row in waiting)
    assert [row for row in items if row["物流单号"] and not row["发货时间"] and row["订单状态"] == "交易关闭"]


def test_the_classic_csv_is_spelled_as_the_export_spells_it(folder: Path, orders: Rows) -> None:
    path = min(folder.glob("ExportOrderList*.csv"))
    header = path.read_bytes().split(b"\r\n")[0].decode("gb18030").split(",")
    assert len(header) == 54
    assert {"收货地址 ", "联系电话 ", "订单付款时间 ", "宝贝标题 ", "宝贝种类 ", "物流单号 "} <= set(header)
    assert {row["订单状态"] for row in orders} == {
        "等待买家付款", "买家已付款,等待卖家发货", "卖家已发货，等待买家确认", "交易成功", "交易关闭",
    }  # fmt: skip
    assert any("，" in row.get("宝贝标题", "") for row in orders)
    assert {row["订单编号"].startswith('="') for row in orders} == {True, False}


def test_order_numbers_are_long_and_unlike_rounded_ones(orders: Rows) -> None:
    numbers = [order_id(row) for row in orders]
    assert len(set(numbers)) == len(numbers)
    assert all(len(number) == 19 and not number.endswith("0") for number in numbers)


def test_the_wide_workbook_has_61_columns_and_the_chosen_one_another_order(folder: Path) -> None:
    headings = [lines(path)[0] for path in sorted(folder.glob("ExportOrderList*.xlsx"))]
    assert [len(row) for row in headings] == [61, 21]
    assert headings[0][3:5] == ["支付单号", "支付详情"]
    assert headings[1].index("买家会员名") > headings[1].index("买家实付金额")


def test_refunds_of_young_days_are_still_few() -> None:
    days = [facts for facts in demo_facts(TODAY) if facts.shop == FLAGSHIP]
    young, old = (sum(f.refund for f in part) / sum(f.pay_amount for f in part) for part in (days[-5:], days[-90:-30]))
    assert young < old / 2


def test_the_eleventh_of_november_towers_and_new_year_dips() -> None:
    sold = {facts.day: facts.pay_amount for facts in demo_facts(TODAY) if facts.shop == FLAGSHIP}
    usual = sorted(sold.values())[len(sold) // 2]
    assert max(sold, key=lambda day: sold[day]) == date(2025, 11, 11)
    assert sold[date(2025, 11, 11)] > 4 * usual
    assert sold[date(2026, 2, 17)] < usual / 2


def test_only_the_second_shops_traffic_of_yesterday_is_missing(folder: Path) -> None:
    names = [path.name for path in folder.glob("【生意参谋平台】*")]
    expected = {(shop, str(YESTERDAY - timedelta(days=n))) for shop in SHOPS for n in range(5)}
    found = {(shop, day) for shop, day in expected for name in names if shop in name and f"{day}_{day}" in name}
    assert expected - found == {(SECOND, str(YESTERDAY))}


def test_channels_overlap_and_subtotals_stand_among_them(folder: Path) -> None:
    (path,) = folder.glob(f"【生意参谋平台】{FLAGSHIP}*{YESTERDAY}.xlsx")
    rows = table(path, header=6)
    subtotals = [row for row in rows if "汇总" in row.values()]
    leaves = [row for row in rows if row not in subtotals]
    shop = next(facts.visitors for facts in demo_facts(TODAY) if facts.shop == FLAGSHIP and facts.day == YESTERDAY)
    assert amount(rows[0]["访客数"]) == shop
    assert sum(amount(row["访客数"]) for row in leaves) > shop * Decimal("1.05")
    assert {row["四级来源"] for row in leaves} == {"-", "自播间"}
    assert load_workbook(path).sheetnames == ["全店流量来源", "分载体流量来源"]


def test_one_agent_had_three_inquiries_yesterday(folder: Path) -> None:
    (path,) = folder.glob(f"自制报表*{YESTERDAY:%Y%m%d}_{YESTERDAY:%Y%m%d}_全部.xlsx")
    rows = table(path)
    people, summaries = rows[:-6], [row["旺旺昵称"] for row in rows[-6:]]
    assert {row["旺旺昵称"]: row["询单人数"] for row in people}[f"{FLAGSHIP}:芒种"] == "3"
    assert [row["旺旺昵称"].removeprefix(f"{FLAGSHIP}:") for row in people] == [
        "小满", "谷雨", "白露", "秋分", "立夏", "芒种",
    ]  # fmt: skip
    assert summaries == ["汇总值", "平均值", "全店汇总值", "全店平均值", "同行同层优秀", "同行同层均值"]
    assert lines(path)[0][9] == "首次响应时长（秒)"


def test_what_is_not_settled_yet_says_so(folder: Path) -> None:
    (path,) = folder.glob(f"自定义报表*{YESTERDAY}至{YESTERDAY}.xlsx")
    rows = table(path)
    assert {row["询单->最终付款转化率"] for row in rows[:3]} == {"延迟统计"}
    assert [row["客服昵称"] for row in rows[3:]] == ["汇总", "均值"]
    assert "分" in rows[0]["平均接待时长"]


def test_both_tables_of_the_dsr_sheet_agree_with_the_daily_list(folder: Path) -> None:
    (stacked,) = folder.glob(f"店铺DSR数据_{FLAGSHIP}*.xlsx")
    (daily,) = folder.glob(f"店铺DSR每日_{FLAGSHIP}*.xlsx")
    sheet, listed = lines(stacked), {row["日期"]: row for row in table(daily)}
    now = {row[0]: row[1] for row in sheet[2:5]}
    trend = {row[0]: row[1].split("（")[0] for row in sheet[8:]}
    assert sheet[7][:2] == ["日期", "描述得分（较上日）"]
    assert len(trend) == 30
    assert trend[str(YESTERDAY)] == now["描述相符"]
    assert {day: Decimal(score) for day, score in trend.items()} == {
        day: Decimal(listed[day]["描述相符评分"]) for day in trend
    }


def test_people_leave_part_of_the_shops_target_to_nobody(folder: Path) -> None:
    rows = lines(folder / f"2026年目标_{FLAGSHIP}_人月.xlsx")
    assert rows[0][0] == "2026年销售目标（万元）"
    june = {row[1]: Decimal(row[rows[1].index("2026年6月")]) for row in rows[2:]}
    people = sum(value for name, value in june.items() if name not in ("全店", "全部", "合计"))
    assert 80 < june["全店"] < 120
    assert people == june["合计"] < june["全店"]


def test_day_targets_add_up_to_the_months(folder: Path) -> None:
    rows = table(folder / f"{YESTERDAY:目标清单_%Y-%m}.xlsx")
    days = [row for row in rows if row["店铺名称"] == FLAGSHIP and row["指标"] == "支付金额"]
    month = lines(folder / f"2026年目标_{FLAGSHIP}_人月.xlsx")
    assert len(days) == 30
    assert sum(Decimal(row["目标销售额"]) for row in days) == Decimal(month[2][month[1].index("2026年6月")]) * 10_000


def test_on_the_eleventh_of_november_the_day_target_is_higher(demo_years: DemoYears) -> None:
    folder = demo_years.folder(date(2026, 11, 21))
    rows = table(folder / "目标清单_2026-11.xlsx")
    targets = {row["日期"][:10]: Decimal(row["目标销售额"]) for row in rows[:30]}
    assert max(targets, key=lambda day: targets[day]) == "2026-11-11"


OF_THE_DEPARTMENT = ("定额本", "工作量")


def test_every_file_tells_its_shop_in_its_name_or_in_its_rows(folder: Path) -> None:
    files = [path for path in folder.iterdir() if path.is_file()]
    assert len(files) > 50
    for path in files:
        named = any(shop in path.name for shop in SHOPS)
        assert named or path.name.startswith(("ExportOrderList", "目标清单", "运营台账", *OF_THE_DEPARTMENT)), path.name


def test_wrong_files_are_kept_apart(demo_years: DemoYears, folder: Path) -> None:
    paths = demo_years.files(TODAY)
    damaged, copy = folder / TRIALS / "订单导出(2).xlsx", next((folder / TRIALS).glob("*副本.xlsx"))
    numbers = [row[0].value for row in load_workbook(damaged).worksheets[0].iter_rows(min_row=2)]
    assert all(path.parent == folder for path in paths)
    assert copy.read_bytes() == (folder / copy.name.replace(" - 副本", "")).read_bytes()
    assert any(isinstance(number, int | float) and number > 2**53 for number in numbers)
    assert any(str(number).endswith("E+18") for number in numbers)


def test_what_is_imported_equals_the_facts(folder: Path) -> None:
    paths = [path for path in folder.iterdir() if path.name.startswith("ExportOrderList2026061208")]
    with_report = [*paths, *folder.glob(f"天猫_*_{SECOND}_*.xlsx")]
    warehouse = in_memory()
    found = preview(warehouse, [Upload(path.name, path) for path in with_report])
    assert not found.set_aside
    store(warehouse, found, by="test", demo=True)
    facts = [of for of in demo_facts(TODAY) if of.shop == SECOND]
    assert warehouse.rows(
        "SELECT pay_time::DATE, sum(paid + refund), sum(refund), count(*), count(DISTINCT buyer) FROM orders"
        " WHERE shop = ? AND pay_time IS NOT NULL GROUP BY ALL ORDER BY ALL",
        [SECOND],
    ) == [(of.day, of.pay_amount, of.refund, of.pay_orders, of.pay_buyers) for of in facts]
    assert warehouse.rows(
        "SELECT day, pay_amount, visitors, pay_buyers FROM shop_daily WHERE shop = ? ORDER BY day", [SECOND]
    ) == [(of.day, of.reported, of.visitors, of.pay_buyers) for of in facts]
