"""Writes orders of 54 columns as Excel and WPS save them, shared strings, ids and times as text; or as CSV in GB18030.

Run as `python benchmarks/workbook.py FILE ROWS [--changed PERCENT]`; the ending of FILE says which. The same arguments
give the same orders; of `--changed` ones, so many percent cost one yuan more.
"""

import argparse
import csv
import random
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

# Columns the board does not store; the export writes null where it has nothing to say.
UNUSED = (
    *("买家留言", "联系电话 ", "订单备注", "发票抬头", "分阶段订单信息", "特权订金订单id", "定金排名", "修改后的sku"),
    *("修改后的收货地址", "异常信息", "天猫卡券抵扣", "集分宝抵扣", "新零售交易类型"),
    *("新零售导购门店名称", "新零售导购门店id", "新零售发货门店名称", "新零售发货门店id"),
    *("含应开票给个人的个人红包", "门票有效期", "采购单号", "颜色标记"),
)
PLACES = ("浙江省 杭州市 余杭区 五常街道", "广东省 深圳市 南山区 粤海街道", "四川省 成都市 武侯区 桂溪街道")
STATES = ("交易成功", "卖家已发货，等待买家确认", "买家已付款，等待卖家发货")
CARRIERS = ("中通快递", "圆通速递", "顺丰速运", "韵达快递")
SHOP = "云栖木语家居旗舰店"
FIRST = datetime(2026, 1, 1)
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="export" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"'
    ' Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"'
    ' Target="sharedStrings.xml"/></Relationships>',
}
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def write(path: Path, rows: int, changed: int = 0) -> None:
    """Write the file: a heading row and `rows` orders, the same ones every time, but for `changed` percent of them."""
    if path.suffix == ".csv":
        with path.open("w", encoding="gb18030", newline="") as lines:
            table = csv.writer(lines)
            for number, order in enumerate(_orders(rows, changed)):
                if not number:
                    table.writerow(order)
                table.writerow(order.values())
        return
    strings: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in PARTS.items():
            archive.writestr(name, xml)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f"<worksheet {MAIN}><sheetData>".encode())
            for number, order in enumerate(_orders(rows, changed), 2):
                if number == 2:
                    sheet.write(_row(1, tuple(order), strings).encode())
                sheet.write(_row(number, tuple(order.values()), strings).encode())
            sheet.write(b"</sheetData></worksheet>")
        listed = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        archive.writestr("xl/sharedStrings.xml", f'<sst {MAIN} uniqueCount="{len(strings)}">{listed}</sst>')


def _row(number: int, cells: tuple[str | float, ...], strings: dict[str, int]) -> str:
    made = [f'<row r="{number}">']
    for letters, cell in zip(LETTERS, cells, strict=True):
        if isinstance(cell, str):
            made.append(f'<c r="{letters}{number}" t="s"><v>{strings.setdefault(cell, len(strings))}</v></c>')
        else:
            made.append(f'<c r="{letters}{number}"><v>{cell}</v></c>')
    made.append("</row>")
    return "".join(made)


def _letters(place: int) -> str:
    before, last = divmod(place, 26)
    return (chr(64 + before) if before else "") + chr(65 + last)


LETTERS = tuple(_letters(place) for place in range(54))


def _orders(rows: int, changed: int) -> Iterator[dict[str, str | float]]:
    draw = random.Random(20260101)
    for number in range(rows):
        ordered = FIRST + timedelta(seconds=number * 300)
        total = round(draw.uniform(9, 900), 2)
        if number * 37 % 100 < changed:
            total += 1
        refund = total if number % 20 == 0 else 0
        yield {
            "订单编号": str(2_302_949_067_000_000_000 + number * 1_117),
            "买家会员名": f"买家{draw.randrange(rows)}",
            "买家支付宝账号": f"139{draw.randrange(10**8):08d}",
            "买家应付货款": total,
            "买家应付邮费": 0,
            "买家支付积分": 0,
            "总金额": total,
            "返点积分": 0,
            "买家实际支付金额": round(total - refund, 2),
            "买家实际支付积分": 0,
            "订单状态": STATES[number % 3],
            "收货人姓名": f"收货人{draw.randrange(rows)}",
            "收货地址 ": f"{PLACES[number % 3]} 文一西路{number % 990}号{number}幢1804室（放快递柜，不要打电话）",
            "运送方式": "快递",
            "联系手机": f"'186{draw.randrange(10**8):08d}",
            "订单创建时间": f"{ordered:%Y-%m-%d %H:%M:%S}",
            "订单付款时间 ": f"{ordered + timedelta(seconds=draw.randrange(900)):%Y-%m-%d %H:%M:%S}",
            "宝贝标题 ": f"北欧实木收纳架客厅置物架落地多层书架简约家用第{draw.randrange(600)}款",
            "宝贝种类 ": "1",
            "物流单号 ": f"No:{7_300_000_000_000 + number}",
            "物流公司": CARRIERS[number % 4],
            "宝贝总数量": 1 + number % 3,
            "店铺Id": "0",
            "店铺名称": SHOP,
            "订单关闭原因": "退款" if refund else "订单未关闭",
            "卖家服务费": "0元",
            "买家服务费": "0元",
            "是否手机订单": "手机订单",
            "是否上传合同照片": "否",
            "是否上传小票": "否",
            "是否代付": "否",
            "是否是O2O交易": "否",
            "退款金额": refund,
            **dict.fromkeys(UNUSED, "null"),
        }


if __name__ == "__main__":
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("file", type=Path)
    command.add_argument("rows", type=int)
    command.add_argument("--changed", type=int, default=0, metavar="PERCENT")
    arguments = command.parse_args()
    write(arguments.file, arguments.rows, arguments.changed)
