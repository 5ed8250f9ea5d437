"""订单 as 已卖出的宝贝 exports them: the classic CSV of 54 columns, the workbook of 61, one with chosen columns."""

import csv
from collections.abc import Iterator, Sequence
from itertools import repeat
from pathlib import Path

import numpy as np

from data.demo.exports.headings import CHOSEN, CLASSIC, WIDE
from data.demo.facts.arrays import Ints, moments, yuan
from data.demo.facts.shop_year import DAY, ShopYear
from data.demo.facts.shops import FLAGSHIP
from data.demo.writing.workbook import write_workbook

RECENT = 21
QUARTERS = 4
UNPAID, DONE, SHUT = "等待买家付款", "交易成功", "交易关闭"
TO_SHIP, SHIPPED = "买家已付款,等待卖家发货", "卖家已发货，等待买家确认"
PLACES = (
    "浙江省 杭州市 余杭区 ****", "广东省 深圳市 南山区 ****", "江苏省 苏州市 吴中区 ****", "上海 上海市 浦东新区 ****",
    "四川省 成都市 武侯区 ****", "北京 北京市 朝阳区 ****", "湖北省 武汉市 洪山区 ****", "陕西省 西安市 雁塔区 ****",
)  # fmt: skip
CARRIERS = ("中通快递", "圆通速递", "顺丰速运")


def write(year: ShopYear, to: Path) -> list[Path]:
    """The year but for its last three weeks as CSVs of a quarter each, the last weeks as one workbook."""
    recent = year.days[-RECENT].astype("datetime64[s]")
    old, new = (np.flatnonzero(part) for part in (year.orders.created < recent, year.orders.created >= recent))
    chunks = np.array_split(old, QUARTERS)
    # One of the files writes its numbers as ="…", so that a spreadsheet program keeps them.
    paths = [_csv(year, chunk, to, n, guarded=n == 1) for n, chunk in enumerate(chunks)]
    columns = order_columns(year, new)
    headings = WIDE if year.shop is FLAGSHIP else CHOSEN
    name = f"ExportOrderList{year.today:%Y%m%d}08{year.shop.minute + QUARTERS}.xlsx"
    return [*paths, write_workbook(to / name, {"export": [headings, *rows_of(headings, columns)]})]


def _csv(year: ShopYear, chosen: Ints, to: Path, number: int, *, guarded: bool) -> Path:
    columns = order_columns(year, chosen)
    if guarded:
        columns["订单编号"] = [f'="{order_id}"' for order_id in columns["订单编号"]]
    path = to / f"ExportOrderList{year.today:%Y%m%d}08{year.shop.minute + number}.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_MINIMAL)
        writer.writerow(CLASSIC)
        writer.writerows(rows_of(CLASSIC, columns))
    return path


def rows_of(headings: Sequence[str], columns: dict[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Rows under these headings; a heading that no column fills stays blank."""
    return zip(*(columns.get(heading.strip(), repeat("")) for heading in headings), strict=False)


def order_columns(year: ShopYear, chosen: Ints) -> dict[str, Sequence[str]]:
    """The cells of the chosen orders by heading, over the headings of every generation."""
    orders = year.orders
    amount, refund = orders.amount[chosen], orders.refund[chosen]
    paid = np.where(orders.paid[chosen], amount - refund, 0)
    total, ids = yuan(amount.tolist()), [str(order_id) for order_id in orders.ids[chosen].tolist()]
    status, reason = _status(year, chosen)
    shipped = ~np.isnat(orders.shipped_at[chosen])
    titles, quantity = _contents(year, chosen)
    n, settled = len(chosen), yuan(paid.tolist())
    return {
        "订单编号": ids, "主订单编号": ids, "支付单号": [f"22{order_id[1:]}" for order_id in ids],
        "支付详情": [f"支付宝支付{part}元" for part in total],
        "买家会员名": [f"tb{buyer}" for buyer in orders.buyer[chosen].tolist()], "买家支付宝账号": ["***"] * n,
        "买家应付货款": total, "买家应付邮费": ["0.00"] * n, "总金额": total, "总金额(旧版)": total,
        "买家实际支付金额": settled, "买家实付金额": settled, "退款金额": yuan(refund.tolist()),
        "订单状态": status, "订单关闭原因": reason, "收货人姓名": ["李**"] * n,
        "收货地址": [PLACES[order_id % len(PLACES)] for order_id in orders.ids[chosen].tolist()],
        "运送方式": ["快递"] * n, "联系手机": ["'1**********"] * n,
        "订单创建时间": moments(orders.created[chosen]), "订单付款时间": moments(orders.paid_at[chosen]),
        "发货时间": moments(orders.shipped_at[chosen]), "确认收货时间": moments(orders.received_at[chosen]),
        "宝贝标题": titles, "商品标题": titles, "宝贝种类": ["1"] * n, "宝贝总数量": quantity,
        "物流单号": [f"No:78{order_id[4:17]}" if sent else "" for order_id, sent in zip(ids, shipped, strict=True)],
        "物流公司": carriers(ids, shipped),
        "店铺Id": [year.shop.shop_id] * n, "店铺名称": [year.shop.name] * n, "卖家服务费": ["0元"] * n,
        "是否手机订单": ["手机订单"] * n, "修改后的sku": ["NULL"] * n, "修改后的收货地址": ["NULL"] * n,
        "打款商家金额": [f"{part}元" for part in settled], "确认收货打款金额": settled,
        "是否主动赔付": ["否"] * n, "主动赔付金额": ["0.00"] * n, "配送类型": ["普通配送"] * n,
    }  # fmt: skip


def carriers(ids: Sequence[str], sent: np.ndarray) -> list[str]:
    """Who carries each order, blank for those not sent."""
    return [CARRIERS[int(order_id[-2:]) % 3] if gone else "" for order_id, gone in zip(ids, sent, strict=True)]


def _status(year: ShopYear, chosen: Ints) -> tuple[list[str], list[str]]:
    orders = year.orders
    paid, new = orders.paid[chosen], orders.created[chosen] >= np.datetime64(year.today, "s") - DAY
    returned = paid & (orders.refund[chosen] == orders.amount[chosen])
    sent, received = (~np.isnat(times[chosen]) for times in (orders.shipped_at, orders.received_at))
    status = np.select([~paid & new, ~paid | returned, received, sent], [UNPAID, SHUT, DONE, SHIPPED], TO_SHIP)
    reason = np.select([~paid & ~new, returned], ["买家未付款", "退款"], "订单未关闭")
    return status.tolist(), reason.tolist()


def _contents(year: ShopYear, chosen: Ints) -> tuple[list[str], list[str]]:
    """The titles of each order joined by ，and how many pieces it has."""
    items, titles = year.items, [product.title for product in year.shop.products]
    starts, ends = (np.searchsorted(items.order, chosen, side).tolist() for side in ("left", "right"))
    names = [titles[product] for product in items.product.tolist()]
    joined = ["，".join(names[start:end]) for start, end in zip(starts, ends, strict=True)]
    pieces = np.bincount(items.order, weights=items.quantity).astype(np.int64)[chosen]
    return joined, [str(count) for count in pieces.tolist()]
