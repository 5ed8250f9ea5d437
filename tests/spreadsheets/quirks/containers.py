"""Files that are something else than their name says, and containers that few readers know."""

from tests.spreadsheets.binary_parts import xlsb
from tests.spreadsheets.packed import archive, windows_archive
from tests.spreadsheets.quirk import Quirk
from tests.spreadsheets.texts import ods, page, text, xml_2003
from tests.spreadsheets.workbooks import LINKS, MAIN, Formula, xls, xlsx

ORDERS = (
    "订单编号|总金额|买家实际支付金额|订单付款时间|宝贝标题",
    "3601080613561600011|168.00|168.00|2026-06-11 10:00:00|原木餐边柜",
)
AS_CSV = tuple(row.replace("|", ",") for row in ORDERS)
READ = "SELECT order_id, total, pay_time, titles FROM orders"
ORDER = [("3601080613561600011", 168.0, "2026-06-11 10:00:00", "原木餐边柜")]
PLAN = "日期,场景名字,计划ID,计划名字,展现量,点击量,花费"
SALES = (
    "日期|咨询人数|询单人数|最终成团人数|询单转化率|客服销售额|客服可提升销售额",
    "2026-06-11|120|60|24|40.00%|3,600.00|500.00",
)
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde\0\0\0\0IEND\xaeB`\x82"
MACROS = f'<Relationship Id="rIdMacros" Type="{LINKS}/vbaProject" Target="vbaProject.bin"/>'.replace(
    LINKS, "http://schemas.microsoft.com/office/2006/relationships"
)
OUTSIDE = f'<Relationship Id="rIdOutside" Type="{LINKS}/externalLink" Target="externalLinks/externalLink1.xml"/>'

QUIRKS = (
    Quirk(
        "biff_under_xlsx.xlsx",
        "a workbook of 1997 under the name of a new one is read",
        xls(SALES, "Sheet0"),
        "SELECT day, inquirers, final_pay_buyers, final_pay_rate, sales, platform FROM service_shop",
        [("2026-06-11", 60, 24, 0.4, 3600.0, "拼多多")],
    ),
    Quirk("xlsx_under_xls.xls", "a new workbook under the old name is read", xlsx(ORDERS), READ, ORDER),
    Quirk(
        "orders.xls.xlsx",
        "a name with two endings, as conversion tools give, is read by its bytes",
        xlsx(ORDERS),
        READ,
        ORDER,
    ),
    Quirk(
        "html_under_xls.xls", "the table of a web page under the name of a workbook is read", page(ORDERS), READ, ORDER
    ),
    Quirk(
        "sign_in_page_under_xls.xls",
        "a web page without a table is refused, for the sign-in has expired",
        "<!DOCTYPE html><html><body><form>请登录</form></body></html>".encode(),
        problems=("web_page",),
    ),
    Quirk("xml_2003_under_xls.xls", "an XML spreadsheet of 2003 is read", xml_2003(ORDERS), READ, ORDER),
    Quirk(
        "tabs_under_xls.xls",
        "text with tabs between its cells, under the name of a workbook, is read",
        text(*(row.replace("|", "\t") for row in ORDERS)),
        READ,
        ORDER,
    ),
    Quirk("xlsx_under_csv.csv", "a workbook under the name of a text is read", xlsx(ORDERS), READ, ORDER),
    Quirk("open_document.ods", "an OpenDocument spreadsheet is read", ods(ORDERS), READ, ORDER),
    Quirk(
        "binary_workbook.xlsb",
        "a binary workbook is refused with the advice to save it as xlsx",
        xlsb(ORDERS),
        problems=("binary_workbook",),
    ),
    Quirk(
        "picture_under_xlsx.xlsx",
        "a picture under the name of a workbook is refused",
        PICTURE,
        problems=("unreadable_file",),
    ),
    Quirk(
        "cut_short.xlsx",
        "a workbook whose download broke off is refused",
        xlsx(ORDERS)[:-200],
        problems=("unreadable_file",),
    ),
    Quirk(
        "zip_with_several_files.zip",
        "every file of an archive is read, in one import",
        archive(
            {
                "计划报表_1.csv": text(PLAN, "2026-06-10,关键词推广,7301,餐边柜,1000,31,58.20"),
                "计划报表_2.csv": text(PLAN, "2026-06-11,关键词推广,7301,餐边柜,1200,35,61.80"),
                "订单.xlsx": xlsx(ORDERS),
            }
        ),
        "SELECT (SELECT sum(spend) FROM promotion_plans), (SELECT sum(total) FROM orders)",
        [(120.0, 168.0)],
    ),
    Quirk(
        "zip_with_gbk_names.zip",
        "an archive of Chinese Windows gives its files their names: the day stands in one",
        windows_archive({"商品咨询_2026-06-11.csv": text("商品id,商品名称,总咨询人数", "ID：737559603417,餐边柜,12")}),
        "SELECT day, item_id, inquirers FROM products",
        [("2026-06-11", "737559603417", 12)],
        notes=("day_from_name",),
    ),
    Quirk(
        "zip_of_a_folder_in_use.zip",
        "what programs leave in a folder, and a picture beside the spreadsheet, keep nobody from reading it",
        archive(
            {
                "日报/订单.xlsx": xlsx(ORDERS),
                "日报/~$订单.xlsx": b"\x06clerk".ljust(165, b"\0"),
                "日报/desktop.ini": b"[.ShellClassInfo]",
                "日报/截图.png": b"\x89PNG\r\n\x1a\n\0\0",
                "__MACOSX/日报/._订单.xlsx": b"\0\x05\x16\x07\0\x02",
            }
        ),
        "SELECT count(*) FROM orders",
        [(1,)],
    ),
    Quirk(
        "zip_within_zip.zip",
        "an archive within an archive is refused",
        archive({"订单.zip": archive({"订单.xlsx": xlsx(ORDERS)})}),
        problems=("archive",),
    ),
    Quirk(
        "macros.xlsm",
        "the macros of a workbook are left alone and its cells are read",
        xlsx(
            ORDERS,
            main="application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            links=MACROS,
            parts={"xl/vbaProject.bin": xls(["Sub AutoOpen()"])},
        ),
        READ,
        ORDER,
    ),
    Quirk(
        "external_links.xlsx",
        "a cell that points into another workbook has the value it had when saved, and nobody follows it",
        xlsx(
            [
                ORDERS[0],
                ["3601080613561600011", Formula("[1]Sheet1!$B$2", 168), "168.00", "2026-06-11 10:00:00", "原木餐边柜"],
            ],
            links=OUTSIDE,
            parts={
                "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}" xmlns:r="{LINKS}">'
                '<externalBook r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook>'
                "</externalLink>",
                "xl/externalLinks/_rels/externalLink1.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org'
                f'/package/2006/relationships"><Relationship Id="rId1" Type="{LINKS}/externalLinkPath"'
                ' Target="file:///D:/2026.xlsx" TargetMode="External"/></Relationships>',
            },
        ),
        READ,
        ORDER,
    ),
    Quirk(
        "hidden_sheet.xlsx",
        "a hidden sheet is never imported in silence",
        xlsx(["六月备忘"], "说明页", others={"旧单": ORDERS}, hidden=("旧单",)),
        problems=("hidden_sheet", "not_recognised"),
    ),
    Quirk(
        "second_sheet.xlsx",
        "the table is found in the second sheet, below nothing but a cover",
        xlsx([], "封面", others={"export": ORDERS}),
        READ,
        ORDER,
    ),
)
