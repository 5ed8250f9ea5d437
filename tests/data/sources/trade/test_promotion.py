"""Tools outside 万相台, as Taobao, JD and Pinduoduo export them."""

from decimal import Decimal
from pathlib import Path

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.data.sources.headings import headings
from tests.files import text_file, xlsx

STORED = "SELECT day::VARCHAR, tool, breakdown, plan, within, spend, impressions, clicks, orders, sales FROM promotion"


def test_the_page_of_keyword_promotion_has_its_day_in_the_name_and_a_total_below(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["直通车推广计划"],
        [],
        headings(
            "状态 商品名称 推广单元类型 计划名称 默认出价 展现量 点击量 点击率 花费 平均点击花费 点击转化率 投入产出比"
            " 总成交金额"
        ),
        [
            "推广中",
            "藤编落地灯",
            "商品",
            "日常",
            "￥1.20",
            "1,200",
            "36",
            "3%",
            "￥43.20",
            "￥1.2",
            "-",
            "2.5",
            "￥108",
        ],
        ["推广中", "榉木托盘", "商品", "日常", "￥0.80", "-", "-", "-", "-", "-", "-", "-", "-"],
        ["合计", "", "", "", "", "1,200", "36", "3%", "￥43.20", "￥1.2", "-", "2.5", "￥108"],
    ]
    table = take(warehouse, xlsx(tmp_path / "直通车_20260611.xlsx", rows))
    assert (read_as(table), table.new, table.rejected) == ("promotion_keyword", 2, 0)
    assert [(one.row, one.why.zh) for one in table.skipped] == [(6, "合计行")]
    assert warehouse.rows(f"{STORED} ORDER BY spend NULLS LAST") == [
        ("2026-06-11", "直通车", "", "日常", "藤编落地灯 › 商品", Decimal("43.20"), 1200, 36, None, Decimal("108.00")),
        ("2026-06-11", "直通车", "", "日常", "榉木托盘 › 商品", None, None, None, None, None),
    ]


def test_display_promotion_writes_its_time_as_a_serial_number(warehouse: Warehouse, tmp_path: Path) -> None:
    names = headings(
        "计划基本信息 时间 展现 点击 消耗 点击率(%) 点击单价(元) 千次展现成本(元) 访客 深度进店量 访问时长"
        " 访问页面数 收藏宝贝量 收藏店铺量 添加购物车量 拍下订单量 拍下订单金额 成交订单量 成交订单金额"
        " 点击转化率(%) 投资回报率"
    )
    row: list[object] = [
        "拉新",
        "43046",
        5000,
        60,
        "88.5",
        "1.2",
        "1.48",
        "17.7",
        55,
        20,
        "30.5",
        2.1,
        3,
        1,
        4,
        2,
        300,
        1,
        150,
    ]
    table = take(warehouse, text_file(tmp_path / "钻展.csv", [names, row]))
    assert read_as(table) == "promotion_display"
    assert warehouse.rows(STORED) == [
        ("2017-11-07", "钻展", "", "拉新", "", Decimal("88.50"), 5000, 60, 1, Decimal("150.00"))
    ]


def test_brand_promotion_split_by_creatives_is_marked_as_the_same_clicks(warehouse: Warehouse, tmp_path: Path) -> None:
    rest = "展现量 点击量 点击率(%) 宝贝收藏数 店铺收藏数 宝贝加购数 宝贝浏览数 成交笔数 转化率 访客数"
    for kind, within in (("流量包名称", "品牌词"), ("创意名称", "新品图")):
        rows = [
            headings(f"日期 所属计划 所属单元 {kind} {rest}"),
            ["2017-11-07", "品牌", "单元一", within, 100, 9, 9, 1, 0],
        ]
        table = take(warehouse, text_file(tmp_path / f"品销宝_{kind}.csv", rows))
        assert read_as(table) == "promotion_brand"
    assert warehouse.rows("SELECT breakdown, within, spend, clicks FROM promotion ORDER BY breakdown") == [
        ("", "单元一 › 品牌词", None, 9),
        ("按创意", "单元一 › 新品图", None, 9),
    ]


def test_affiliates_by_day_are_read_with_a_tab_behind_the_heading(warehouse: Warehouse, tmp_path: Path) -> None:
    names = headings(
        "日期 数据内容 点击量(即进店量) 点击人数(即进店人数) 点击转化率(即付款转化率) 付款人数 付款金额 付款笔数"
        " 付款件数 付款佣金支出 付款服务费支出 付款佣金率 付款支出费用 结算人数 结算笔数 结算金额 结算佣金支出"
        " 结算服务费支出 结算支出费用 确认收货人数 确认收货金额 确认收货笔数 单件商品付款支出费用"
    )
    names[0] = "日期\t"
    day: list[object] = ["2026-06-11\t", "店铺整体", 80, 70, "5%", 4, "500.00", 4, 5, "40.00", "4.00", "8%", "44.00"]
    table = take(warehouse, text_file(tmp_path / "淘宝联盟.csv", [names, [*day, 1, 1, 90, 7, 1, 8]], encoding="utf-8"))
    assert read_as(table) == "promotion_affiliate"
    assert warehouse.rows(f"{STORED.replace(' FROM', ', commission, spend_settled FROM')}") == [
        (
            *("2026-06-11", "淘宝客", "", "店铺整体", "", Decimal("44.00"), None, 80, 4, Decimal("500.00")),
            *(Decimal("40.00"), Decimal("8.00")),
        )
    ]


def test_affiliate_orders_are_a_breakdown_and_keep_whole_numbers(warehouse: Warehouse, tmp_path: Path) -> None:
    names = headings(
        "确认收货时间 结算时间 创建时间 计划名称 商品名称 实际成交价格 成交商品数 佣金比例 佣金 淘宝订单编号"
        " 来源或淘客昵称"
    )
    made = "2017-11-07 09:00:00"
    rows = [
        [None, None, made, "通用计划", "藤编落地灯", "168.99", 1, "5.00%", "8.45", "36010806135616381", "小红"],
        [None, None, made, "通用计划", "榉木托盘", "20.00", 1, "5.00%", "1.00", "3.60E+16", "小红"],
    ]
    table = take(warehouse, text_file(tmp_path / "淘宝客订单.csv", [names, *rows]))
    assert (read_as(table), table.new, table.rejected) == ("promotion_affiliate_orders", 1, 1)
    assert warehouse.rows("SELECT day::VARCHAR, breakdown, within, spend FROM promotion") == [
        ("2017-11-07", "按订单", "36010806135616381 › 藤编落地灯", Decimal("8.45"))
    ]


def test_jd_rows_of_an_hour_belong_to_the_day_of_both_their_ends(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("点击时间 展现数 点击数 花费 总订单行 总订单金额 总加购数"),
        ["汇总", 30, 3, "3.30", 1, "99.00", 2],
        ["20260324000000~20260324005959", 10, 1, "1.10", 0, "0.00", 1],
        ["20260324230000~20260324235959", 20, 2, "2.20", 1, "99.00", 1],
        ["20260324230000~20260325235959", 20, 2, "2.20", 1, "99.00", 1],
        ["合计", 30, 3, "3.30", 1, "99.00", 2],
    ]
    table = take(warehouse, xlsx(tmp_path / "京东_非全站.xlsx", rows))
    assert (read_as(table), table.new, table.rejected) == ("promotion_jd", 2, 1)
    assert [one.row for one in table.skipped] == [2, 6]
    assert warehouse.rows("SELECT day::VARCHAR, within, spend, platform FROM promotion ORDER BY within") == [
        ("2026-03-24", "00:00", Decimal("1.10"), "京东"),
        ("2026-03-24", "23:00", Decimal("2.20"), "京东"),
    ]


def test_jd_by_product_tells_spend_again_and_never_by_the_month(warehouse: Warehouse, tmp_path: Path) -> None:
    names: list[object] = ["跟单SKU ID", "跟单SKU名称", "花费", "展现数", "点击数", "日期"]
    sku = "100012043978"
    day = [names, [sku, "藤编落地灯", "3.30", 30, 3, "20260501~20260501"]]
    table = take(warehouse, xlsx(tmp_path / "京东_自定义.xlsx", day))
    assert read_as(table) == "promotion_jd_items"
    assert warehouse.rows("SELECT day::VARCHAR, tool, breakdown, within FROM promotion") == [
        ("2026-05-01", "京东非全站", "按商品", sku)
    ]
    month = [names, [sku, "藤编落地灯", "33.00", 300, 30, "20260501~20260531"]]
    refused = look(warehouse, xlsx(tmp_path / "京东_自定义_5月.xlsx", month))
    assert (refused.new, refused.rejected) == (0, 1)
    assert "span_in_cell" in [one.problem.code for one in refused.problems]


def test_jd_whole_site_and_affiliates_are_two_tools(warehouse: Warehouse, tmp_path: Path) -> None:
    whole: list[list[object]] = [
        headings("日期 花费 全站交易额 全站投产比 全站订单行 全站订单成本 核心位置展现量 核心位置点击量"),
        ["2026-03-24", "100.00", "900.00", "9", 10, "10.00", 5000, 70],
    ]
    allied: list[list[object]] = [
        headings("日期 点击量 下单订单量 下单订单金额 预估佣金金额 完成订单量 完成订单金额 付款佣金金额"),
        ["2026-03-24", 20, 3, "300.00", "15.00", 2, "200.00", "10.00"],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / "京东_全站营销.xlsx", whole))) == "promotion_jd_whole"
    assert read_as(take(warehouse, xlsx(tmp_path / "京东_京东联盟.xlsx", allied))) == "promotion_jd_affiliate"
    assert warehouse.rows(f"{STORED} ORDER BY tool") == [
        ("2026-03-24", "京东全站营销", "", "全部", "", Decimal("100.00"), 5000, 70, 10, Decimal("900.00")),
        ("2026-03-24", "京东联盟", "", "全部", "", Decimal("10.00"), None, 20, 2, Decimal("200.00")),
    ]


def test_pinduoduo_ends_in_a_total_and_notes_in_the_column_of_days(warehouse: Warehouse, tmp_path: Path) -> None:
    names = headings(
        "日期 商品ID 商品名称 推广场景 推广名称 出价方式 分组 是否已删除 成交花费(元) 交易额(元) 实际投产比"
        " 总花费(元) 净交易额(元) 净实际投产比 净成交笔数 每笔净成交花费(元) 成交笔数 曝光量 点击量"
    )
    rows: list[list[object]] = [
        names,
        [
            *("2026-06-11", "737559603417", "藤编落地灯", "商品推广", "落地灯日常", "稳定成本", "默认", "否"),
            *("9.00", "168.99", "16.9", "10.00", "100.00", "10", 1, "10.00", 2, "1,000", 30),
        ],
        ["总计", *"-------", "9.00", "168.99", "16.9", "10.00", "100.00", "10", 1, "10.00", 2, "1,000", 30],
        ["注：推广商品的合计数据包含「全店托管」，不含已删除的推广"],
    ]
    table = take(warehouse, xlsx(tmp_path / "商品推广.xlsx", rows, sheet="商品_分天数据_20260611"))
    assert (read_as(table), table.new, table.rejected) == ("promotion_pdd", 1, 0)
    assert [one.row for one in table.skipped] == [3, 4]
    assert warehouse.rows(f"{STORED.replace(' FROM', ', net_sales, platform FROM')}") == [
        (
            *(
                "2026-06-11",
                "拼多多商品推广",
                "",
                "落地灯日常",
                "商品推广 › 737559603417",
                Decimal("10.00"),
                1000,
                30,
                2,
            ),
            *(Decimal("168.99"), Decimal("100.00"), "拼多多"),
        )
    ]


def test_a_managers_book_of_feed_promotion_and_the_supermarkets_report(warehouse: Warehouse, tmp_path: Path) -> None:
    book = [
        headings("date cost imp click order sales cart bookmark ctr roi"),
        ["2026-06-11", 300, 9000, 200, 6, 900, 20, 8, 0.02, 3],
    ]
    market: list[list[object]] = [
        headings("日期 投放场景 转化周期 消耗(元) 曝光量 点击量 ROI"),
        ["2026-06-11", "搜索", "3天", 120, 4000, 90, 2.1],
        ["2026-06-11", "搜索", "15天", 120, 4000, 90, 3.4],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / "引力魔方.xlsx", book))) == "promotion_feed"
    assert read_as(take(warehouse, xlsx(tmp_path / "智多星.xlsx", market, sheet="数据总览"))) == "promotion_supermarket"
    assert warehouse.rows("SELECT tool, plan, spend::INT, clicks FROM promotion ORDER BY tool") == [
        ("引力魔方", "全部", 300, 200), ("智多星", "搜索", 120, 90),
    ]  # fmt: skip


def test_a_row_of_jds_whole_day_is_no_hour(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("点击时间 展现数 点击数 花费 总订单行 总订单金额 总加购数"),
        ["20260324000000~20260324005959", 10, 1, "1.10", 0, "0.00", 1],
        ["20260324000000~20260324235959", 30, 3, "3.30", 1, "99.00", 2],
    ]
    table = take(warehouse, xlsx(tmp_path / "京东非全站.xlsx", rows))
    assert (table.new, table.rejected) == (1, 1)
    assert warehouse.rows("SELECT sum(spend)::DOUBLE FROM promotion") == [(1.1,)]


def test_xiaohongshu_writes_its_total_first_and_the_day_of_the_spend_in_every_row(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        headings(
            "时间 笔记/素材ID 笔记/素材链接 笔记标题 消费 展现量 点击率 点击量"
            " 7日总支付订单量 7日总支付金额 直接支付Roi"
        ),
        ["合计2条记录", "-", "-", "-", "150.50", "3000.0", "2.50%", "75.0", "3.0", "600.00", "4.0"],
        ["2026-06-10", "66a1f0c2000000001c03b5d1", "https://", "落地灯，真香", "100.50", "2000.0", "2%", "40.0", "2.0",
         "400.00", "3.98"],
        ["2026-06-10", "66a1f0c2000000001c03b5d2", "https://", "托盘", "50.00", "1000.0", "3.5%", "35.0", "1.0",
         "200.00", "4"],
    ]  # fmt: skip
    file = text_file(tmp_path / "小红书乘风_20260612_样例店_笔记_标准投数据.csv", rows, "utf-8-sig")
    table = take(warehouse, file)
    assert (read_as(table), table.new, table.rejected, len(table.skipped)) == ("promotion_xiaohongshu", 2, 0, 1)
    assert warehouse.rows(f"{STORED} ORDER BY within") == [
        ("2026-06-10", "小红书乘风", "", "全部", "66a1f0c2000000001c03b5d1", Decimal("100.50"), 2000, 40, 2,
         Decimal("400.00")),
        ("2026-06-10", "小红书乘风", "", "全部", "66a1f0c2000000001c03b5d2", Decimal("50.00"), 1000, 35, 1,
         Decimal("200.00")),
    ]  # fmt: skip


def test_a_total_of_xiaohongshu_is_no_fact_wherever_its_words_stand(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("笔记/素材ID 笔记标题 时间 消费 展现量 点击量"),
        ["-", "合计1条记录", "-", "50.00", "1000", "35"],
        ["66a1f0c2000000001c03b5d2", "托盘", "2026-06-10", "50.00", "1000", "35"],
    ]
    table = take(warehouse, text_file(tmp_path / "a.csv", rows, "utf-8-sig"))
    assert (table.new, table.rejected, len(table.skipped)) == (1, 0, 1)
