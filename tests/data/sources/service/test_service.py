"""客服绩效 of every platform: summaries left out, words for nothing, minutes, several files of one agent's day."""

from datetime import date
from pathlib import Path

import pytest

from data.checking.preview import TablePreview
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import SHOP, read_as
from tests.files import Row, xlsx

DAY = "2026-06-11"


def taken(warehouse: Warehouse, path: Path) -> TablePreview:
    """The first table of a file, stored."""
    outcome = preview(warehouse, [Upload(path.name, path)], shop=SHOP)
    store(warehouse, outcome, by="test")
    return outcome.tables[0]


def skipped(table: TablePreview) -> list[int]:
    return [one.row for one in table.skipped]


def test_the_six_summary_rows_of_an_agent_report_are_left_out(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = ["日期", "旺旺昵称", "有效接待人数", "首次响应时长（秒)", "旺旺回复率", "询单最终付款转化率", "销售额"]
    words = ["汇总值", "平均值", "全店汇总值", "全店平均值", "同行同层优秀", "同行同层均值"]
    rows: list[Row] = [heading, [DAY, f"{SHOP}:小满", 82, 27.77, "99.71%", "31.5%", "1,200.00"]]
    rows += [[word, "", 82, 27.77, "99.71%", "31.5%", "1,200.00"] for word in words]
    table = taken(warehouse, xlsx(tmp_path / "自制报表.xlsx", rows, sheet="数据信息"))
    assert (read_as(table), table.new, skipped(table)) == ("service", 1, [3, 4, 5, 6, 7, 8])
    stored = warehouse.rows(
        "SELECT shop, platform, receptions, first_response_sec, reply_rate, final_pay_rate FROM service"
    )
    assert stored == [(SHOP, "淘宝天猫", 82, 27.77, pytest.approx(0.9971), pytest.approx(0.315))]


def test_two_sheets_of_one_service_report_describe_the_same_agents(warehouse: Warehouse, tmp_path: Path) -> None:
    first: list[Row] = [
        ["旺旺账号名称", "平均响应时长", "人工接待会话量", "3分钟人工响应率"],
        ["小满", "1分23秒", 40, "98.5%"],
    ]
    second: list[Row] = [["旺旺账号名称", "旺旺评价量", "满意评价量"], ["小满", 20, 19]]
    path = xlsx(tmp_path / f"服务报告_{DAY}.xlsx", first, sheet="按客服查看", 旺旺账号咨询接待能力明细=second)
    outcome = preview(warehouse, [Upload(path.name, path)], shop=SHOP)
    assert [read_as(table) for table in outcome.tables] == ["service_qianniu", "service_qianniu"]
    store(warehouse, outcome, by="test")
    stored = warehouse.rows("SELECT day, receptions, avg_response_sec, reviews, satisfaction_rate FROM service")
    assert stored == [(date(2026, 6, 11), 40, 83.0, 20, 0.95)]


def test_figures_that_settle_later_come_as_words_and_then_in_a_file_of_their_own(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    heading = ["日期", "店铺", "账户名", "接待人数", "首次响应(秒)", "平均接待时长", "询单->最终付款成功率"]
    taken(warehouse, xlsx(tmp_path / "a.xlsx", [heading, [DAY, SHOP, "小满", 82, 27.77, "8分48秒", "延迟统计"]]))
    assert warehouse.rows("SELECT final_pay_rate, avg_session_sec FROM service") == [(None, 528.0)]
    later: list[Row] = [["日期", "店铺", "账户名", "询单->最终付款成功率"], [DAY, SHOP, "小满", 0.42]]
    table = taken(warehouse, xlsx(tmp_path / "b.xlsx", later))
    assert (read_as(table), table.changed, table.vanish) == ("service_chitu", 1, 0)
    assert warehouse.rows("SELECT receptions, final_pay_rate FROM service") == [(82, 0.42)]


def test_the_pre_sale_sheet_counts_its_service_time_in_minutes(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = ["日期", "店铺", "账户名", "销售额", "完成退款金额", "接待人数", "上班天数", "服务总时长", "挂起总时长"]
    taken(warehouse, xlsx(tmp_path / "售前.xlsx", [heading, [DAY, SHOP, "小满", 5000, 20, 82, 1, 480, 35]]))
    assert warehouse.rows("SELECT service_sec, paused_sec, refund::DOUBLE FROM service") == [(28800.0, 2100.0, 20.0)]


def test_a_week_of_chitu_by_person_does_not_pass_for_a_day(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = ["客服昵称", "聊天人数(原咨询人数)", "接待人数", "询单人数", "销售额", "销售量", "销售人数", "销售订单数"]
    path = xlsx(
        tmp_path / "每周店铺个人数据_2026-04-20至2026-04-26.xlsx", [heading, ["小满", 98, 82, 40, 900, 9, 8, 8]]
    )
    table = taken(warehouse, path)
    assert (read_as(table), table.new) == ("service_chitu", 0)
    assert [found.problem.code for found in table.problems] == ["span_not_day"]


def test_an_agent_of_jd_without_chats_has_no_response_time(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = [
        "客服",
        "接待量",
        "平均响应时长（新）",
        "30s应答率",
        "客服3分钟人工回复率",
        "好评量",
        "评价量",
        "促成下单商品金额",
    ]
    rows: list[Row] = [
        heading,
        ["木语01", 60, 12.5, "96.2%", "99.1%", 8, 9, 880],
        ["木语02", 0, "NaN", "NaN", "NaN", 0, 0, 0],
    ]
    table = taken(warehouse, xlsx(tmp_path / f"京东客服_{DAY}.xlsx", rows, sheet="整体数据"))
    assert (read_as(table), table.rejected) == ("service_jd", 0)
    stored = warehouse.rows("SELECT agent, avg_response_sec, sales::INTEGER FROM service ORDER BY agent")
    assert stored == [("木语01", 12.5, 880), ("木语02", None, 0)]


def test_a_weekly_jd_sheet_repeats_its_header_and_its_spans_are_refused(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = ["店铺名", "日期", "客服", "咨询量", "30s应答率", "满意率", "24小时下单金额"]
    rows: list[Row] = [
        heading,
        [SHOP, 46184, "木语01", 70, 0.96, " ", 880],
        [SHOP, 46184, "总值", 70, 0.96, 0.9, 880],
        heading,
        [SHOP, "2024年1月1日-2024年1月7日", "木语01", 400, 0.95, 0.9, 5000],
    ]
    table = taken(warehouse, xlsx(tmp_path / "周报.xlsx", rows))
    assert (read_as(table), table.new, table.rejected, skipped(table)) == ("service_jd", 1, 1, [3, 4])
    assert warehouse.rows("SELECT day, consults, satisfaction_rate FROM service") == [(date(2026, 6, 11), 70, None)]


def test_feige_gives_the_shop_first_and_working_hours_count(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = [
        "客服账号",
        "接待会话量",
        "工作时间平响时长",
        "全天平响时长",
        "全天首响时长",
        "有效评价数",
        "有效好评数",
        "客服询单支付额",
    ]
    rows: list[Row] = [
        heading,
        ["店铺汇总值", 90, "11秒", "7小时41分52秒", "9秒", 9, 8, "3,000.00"],
        ["店铺平均值", 45, "11秒", "2分30秒", "9秒", 4, 4, "1,500.00"],
        ["木语小满", 90, "11秒", "2分30秒", "-", 9, 8, "3,000.00"],
        ["木语夜班", "0", "--", "--", "--", "-", "-", "-"],
    ]
    table = taken(warehouse, xlsx(tmp_path / f"飞鸽_客服表现_{DAY}.xlsx", rows))
    assert (read_as(table), table.new, skipped(table)) == ("service_douyin", 2, [2, 3])
    columns = "agent, avg_response_sec, all_day_avg_response_sec, first_response_sec, platform"
    assert warehouse.rows(f"SELECT {columns} FROM service ORDER BY receptions DESC") == [
        ("木语小满", 11.0, 150.0, None, "抖音"),
        ("木语夜班", None, None, None, "抖音"),
    ]


def test_feige_of_the_whole_day_alone_still_tells_how_fast_agents_answer(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[Row] = [["客服账号", "接待会话量", "全天平响时长"], ["木语小满", 90, "2分30秒"]]
    taken(warehouse, xlsx(tmp_path / f"飞鸽_{DAY}.xlsx", rows))
    assert warehouse.rows("SELECT avg_response_sec FROM service") == [(150.0,)]


def test_another_shops_feige_sheet_goes_by_the_account(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = [
        "客服昵称",
        "账号名称",
        "人工已接待人数",
        "人工已接待会话量",
        "3分钟人工回复率 (会话)",
        "新平均响应时长（秒）",
        "客服销售额（元）",
    ]
    table = taken(
        warehouse, xlsx(tmp_path / f"客服_{DAY}.xlsx", [heading, ["小满", "木语:01", 40, 44, "99.2%", 15, 900]])
    )
    assert (read_as(table), table.headings_not_stored) == ("service_douyin", ("客服昵称",))
    assert warehouse.rows("SELECT agent, receptions, received FROM service") == [("木语:01", 44, 40)]


def test_pinduoduo_is_weighed_by_those_who_needed_a_person(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = [
        "客服账号", "平均人工响应时长", "需要人工回复的咨询人数", "30秒应答率(8-23点)", "3分钟人工回复率(8-23点)",
        "3分钟未回复人数", "去退销售额（元）", "询单人数", "最终成团人数",
    ]  # fmt: skip
    rows: list[Row] = [
        heading,
        ["木语家居:小满", 25, 60, "91.2%", "99.0%", 0, 700, 30, 12],
        ["总值", 25, 60, "", "", 0, 700, 30, 12],
    ]
    table = taken(warehouse, xlsx(tmp_path / f"拼多多客服_{DAY}.xlsx", rows, sheet="Sheet0"))
    assert (read_as(table), table.new, skipped(table)) == ("service_pdd", 1, [3])
    stored = warehouse.rows("SELECT receptions, final_pay_buyers, net_sales::INTEGER, reply_3min_rate FROM service")
    assert stored == [(60, 12, 700, pytest.approx(0.99))]
