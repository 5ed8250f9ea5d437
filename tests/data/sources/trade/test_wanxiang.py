"""万相台: two reports of one spend kept apart, in a zip of GB18030, with fractions, and ids that a program rounded."""

import zipfile
from decimal import Decimal
from pathlib import Path

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.data.sources.headings import headings
from tests.files import text_file

PRODUCTS = headings(
    "日期 场景ID 场景名字 原二级场景ID 原二级场景名字 计划ID 计划名字 主体ID 主体类型 主体名称 展现量 点击量 花费"
    " 点击率 平均点击花费 千次展现花费 总预售成交金额 总预售成交笔数 直接预售成交金额 直接预售成交笔数"
    " 间接预售成交金额 间接预售成交笔数 直接成交金额 间接成交金额 总成交金额 总成交笔数 直接成交笔数 间接成交笔数"
    " 点击转化率 投入产出比 含预售投产比 总成交成本 总购物车数 直接购物车数 间接购物车数 加购率 收藏宝贝数"
    " 收藏店铺数 店铺收藏成本 总收藏加购数 总收藏加购成本 宝贝收藏加购数 宝贝收藏加购成本 总收藏数 宝贝收藏成本"
    " 宝贝收藏率 加购成本 拍下订单笔数 拍下订单金额 直接收藏宝贝数 间接收藏宝贝数 优惠券领取量 购物金充值笔数"
    " 购物金充值金额 旺旺咨询量 引导访问量 引导访问人数 引导访问潜客数 引导访问潜客占比 入会率 入会量 引导访问率"
    " 深度访问量 平均访问页面数 成交新客数 成交新客占比 会员首购人数 会员成交金额 会员成交笔数 成交人数"
    " 人均成交笔数 人均成交金额 自然流量转化金额 自然流量曝光量 平台助推总成交 平台助推直接成交 平台助推点击"
    " 平台补贴金额 补贴引导成交金额 发券补贴商品个数 补贴引导成交人数"
)
OF_PRODUCTS = {"主体ID", "主体类型", "主体名称", "平台助推总成交", "平台助推直接成交", "平台助推点击"}
PLANS = [heading for heading in PRODUCTS if heading not in OF_PRODUCTS]


def row(names: list[object], **cells: str) -> list[object]:
    row = {
        "日期": "2026-06-11", "场景ID": "361", "场景名字": "关键词推广", "计划ID": "73755960341",
        "计划名字": "新品日常", "主体ID": "719850241635", "主体类型": "商品", "主体名称": "藤编落地灯",
        "展现量": "1000", "点击量": "35", "花费": "52.5", "点击率": "0.035", "总成交金额": "168.99", "总成交笔数": "1",
        "点击转化率": "1.2", **cells,
    }  # fmt: skip
    return [row.get(str(heading), "0") for heading in names]


def blank(names: list[object]) -> list[object]:
    return ["" for _ in names]


def test_the_report_of_products_has_its_81_columns_and_reads_fractions(warehouse: Warehouse, tmp_path: Path) -> None:
    assert (len(PRODUCTS), len(PLANS)) == (81, 75)
    rows = [PRODUCTS, row(PRODUCTS), row(PRODUCTS, 计划ID="73755960342", 展现量="10"), blank(PRODUCTS)]
    table = take(warehouse, text_file(tmp_path / "商品报表_20260619_110309.csv", rows))
    assert (read_as(table), table.new, table.rejected) == ("promotion_products", 2, 0)
    assert warehouse.rows(
        "SELECT day::VARCHAR, scene, item_id, impressions, spend, click_rate, click_conversion, platform"
        " FROM promotion_products WHERE plan_id = '73755960341'"
    ) == [("2026-06-11", "关键词推广", "719850241635", 1000, Decimal("52.50"), 0.035, 1.2, "淘宝天猫")]


def test_the_report_of_plans_comes_in_a_zip_and_into_a_table_of_its_own(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, text_file(tmp_path / "商品报表_20260812_110309.csv", [PRODUCTS, row(PRODUCTS)]))
    rows = [PLANS, row(PLANS), row(PLANS, 日期="2026-06-12", 花费="7.50"), blank(PLANS)]
    inner = text_file(tmp_path / "计划报表_20260811_173656.csv", rows)
    packed = tmp_path / "计划报表_20260811_173656.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(inner, inner.name.encode("gb18030").decode("cp437"))
    table = take(warehouse, packed)
    assert (read_as(table), table.new, str(table.last_day)) == ("promotion_plans", 2, "2026-06-12")
    assert warehouse.rows("SELECT sum(spend) FROM promotion_plans") == [(Decimal("60.00"),)]
    assert warehouse.rows("SELECT sum(spend) FROM promotion_products") == [(Decimal("52.50"),)]


def test_an_id_in_scientific_notation_is_refused(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [PRODUCTS, row(PRODUCTS, 主体ID="7.1985E+11"), row(PRODUCTS, 计划ID="73755960342")]
    table = look(warehouse, text_file(tmp_path / "商品报表_20260619_110309.csv", rows))
    assert (table.new, table.rejected) == (1, 1)
    assert ("id_damaged", 2, "7.1985E+11") in [(one.problem.code, one.row, one.value) for one in table.problems]


def test_a_report_deeper_than_plans_is_not_taken_for_one_of_plans(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [[*PLANS, "词名字"], [*row(PLANS), "落地灯"], [*row(PLANS), "藤编灯"]]
    assert read_as(look(warehouse, text_file(tmp_path / "关键词报表_20260619.csv", rows))) == ""
