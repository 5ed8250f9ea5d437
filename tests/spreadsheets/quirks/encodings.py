"""Text files in the encodings that back offices and people use."""

from tests.spreadsheets.quirk import Quirk
from tests.spreadsheets.texts import text

HEADINGS = "订单编号,总金额,买家实际支付金额,订单付款时间,宝贝标题,退款金额"
ORDER = "3601080613561600011,168.00,168.00,2026-06-11 10:00:00,原木餐边柜,0.00"
TITLES = "SELECT order_id, titles FROM orders"
READ = [("3601080613561600011", "原木餐边柜")]

QUIRKS = (
    Quirk(
        "gb18030.csv",
        "a character beyond GBK is read whole",
        text(HEADINGS, ORDER.replace("原木", "𠮷㐂")),
        TITLES,
        [("3601080613561600011", "𠮷㐂餐边柜")],
    ),
    Quirk("utf8.csv", "UTF-8 without a mark is read as UTF-8", text(HEADINGS, ORDER, encoding="utf-8"), TITLES, READ),
    Quirk(
        "utf8_bom.csv",
        "the mark is no part of the first heading",
        text(HEADINGS, ORDER, encoding="utf-8-sig"),
        TITLES,
        READ,
    ),
    Quirk(
        "utf16.csv",
        "what a spreadsheet program calls Unicode text is read",
        b"\xff\xfe" + text(*(line.replace(",", "\t") for line in (HEADINGS, ORDER)), encoding="utf-16-le"),
        TITLES,
        READ,
    ),
    Quirk(
        "one_odd_byte.csv",
        "a byte of no encoding is shown as such and warned of, and the row is kept",
        text(HEADINGS, ORDER).replace("餐".encode("gb18030"), b"\xff\xff"),
        "SELECT order_id, titles LIKE '原木%边柜', contains(titles, chr(65533)) FROM orders",
        [("3601080613561600011", True, True)],
        problems=("odd_bytes",),
    ),
    Quirk(
        "semicolons_in_values.csv",
        "semicolons within values do not make a file of one with semicolons between them",
        text(
            "主订单编号,子订单编号,选购商品,商品规格,商品数量,订单应付金额,订单状态",
            *(
                f"69179267688236437{n},69179267688236437{n},窗帘;二米;加厚;遮光,花型;二米;灰;挂钩,1,59.9,已发货"
                for n in (51, 62)
            ),
            encoding="utf-8",
        ),
        "SELECT suborder_id, properties, payable FROM order_items ORDER BY ALL",
        [("6917926768823643751", "花型;二米;灰;挂钩", 59.9), ("6917926768823643762", "花型;二米;灰;挂钩", 59.9)],
    ),
    Quirk(
        "line_break_in_title.csv",
        "a line break within quotes ends no row",
        text(HEADINGS, ORDER.replace("原木餐边柜", '"原木\n餐边柜"'), ORDER.replace("00011", "00022")),
        "SELECT order_id FROM orders ORDER BY ALL",
        [("3601080613561600011",), ("3601080613561600022",)],
    ),
    Quirk(
        "tail_row_blank.csv",
        "a last row without a filled cell is no row",
        text(
            "日期,场景名字,计划ID,计划名字,展现量,点击量,花费",
            "2026-06-11,关键词推广,7301,餐边柜,1000,31,58.20",
            ",,,,,,",
        ),
        "SELECT plan_id, spend FROM promotion_plans",
        [("7301", 58.2)],
    ),
    Quirk(
        "heading_row_ends_in_comma.csv",
        "a comma behind the last heading is an empty column and shifts nothing",
        text(
            "订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,应付金额,订单状态,付款确认时间,订单渠道,",
            "9810011,1001,餐边柜,1,在线支付,2016-05-23 22:02:00,168.00,168.00,168.00,完成,2016-05-23 22:03:00,移动端,",
        ),
        "SELECT order_id, total, state, platform FROM orders",
        [("9810011", 168.0, "done", "京东")],
    ),
    Quirk(
        "wider_row_by_a_comma.csv",
        "a row that an unquoted comma made wider is set aside, its neighbours are kept",
        text(
            "订单编号,总金额,买家实际支付金额,订单状态,订单付款时间",
            "3601080613561600011,168.00,168.00,买家已付款,等待卖家发货,2026-06-11 10:00:00",
            "3601080613561600022,59.00,59.00,交易成功,2026-06-11 11:00:00",
        ),
        "SELECT order_id, total FROM orders",
        [("3601080613561600022", 59.0)],
        problems=("bad_cell", "shifted_row"),
    ),
    Quirk(
        "sep_line_above_headings.csv",
        "a first line that tells a spreadsheet program its delimiter is no heading",
        text("sep=,", HEADINGS, ORDER),
        TITLES,
        READ,
    ),
    Quirk(
        "carriage_returns_only.csv",
        "lines that end as on old Macs are lines",
        text(HEADINGS, ORDER).replace(b"\r\n", b"\r"),
        TITLES,
        READ,
    ),
    Quirk(
        "unclosed_quote.csv",
        "a quote that is never closed swallows the rest of the file: the row that holds it is refused and shows it",
        text(HEADINGS, ORDER.replace("168.00,168.00", '168.00,"168.00'), ORDER),
        problems=("bad_cell",),
    ),
    Quirk("empty_file.csv", "a file of nothing is refused as such", b"", problems=("empty_file",)),
    Quirk("headings_only.csv", "headings without a row below them store nothing and are no fault", text(HEADINGS)),
)
