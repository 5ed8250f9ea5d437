"""The rows behind a number: orders of a product or a day, conversations of an agent, one order with all its parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.records.roster import with_persons
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.definition.metric import Unit, total
from text import Text

MOST = 5000
"""How many rows a listing holds at most."""

ORDER = Text("订单编号", "Order")
PAID_AT, SHIP_BY = Text("付款时间", "Paid at"), Text("应发货时间", "Ship by")
PRODUCT, STATUS = Text("商品", "Product"), Text("订单状态", "Status")
ITEMS, PAID, REFUND = Text("件数", "Items"), Text("买家实付", "Paid"), Text("退款", "Refund")


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under their heads, the first MOST of `of`; a column with a unit holds numbers, `order` is that of ids.

    An order's state is a Text.
    """

    heads: tuple[Text, ...]
    units: tuple[Unit | None, ...]
    rows: list[tuple]
    of: int
    order: int | None = None


STATES = {
    "unpaid": Text("待付款", "Not paid"),
    "to_ship": Text("待发货", "To ship"),
    "shipped": Text("已发货", "Shipped"),
    "done": Text("交易成功", "Done"),
    "closed": Text("交易关闭", "Closed"),
}
UNKNOWN = Text("状态不明", "Not told")

_OF_PRODUCT = """
    SELECT order_id, pay_time, state, items, paid, refund
    FROM order_items WHERE product_id = ? AND pay_time::DATE BETWEEN ? AND ? AND coalesce(?, shop) = shop
    ORDER BY pay_time DESC, order_id, suborder_id"""
_OF_DAYS = """
    SELECT order_id, pay_time, state, items, paid, refund
    FROM orders WHERE pay_time::DATE BETWEEN ? AND ? AND coalesce(?, shop) = shop ORDER BY paid DESC, order_id, shop"""
_HEADS = (ORDER, PAID_AT, STATUS, ITEMS, PAID, REFUND)
_UNITS = (None, None, None, Unit.COUNT, Unit.YUAN, Unit.YUAN)


def orders_of_product(warehouse: Warehouse, product: str, during: Period, shop: str | None = None) -> Listing:
    """The sub-orders of a product paid in a period, the newest first, in yuan."""
    return _listed(warehouse, _OF_PRODUCT, [product, during.first, during.last, shop], _HEADS, _UNITS, order=0)


def orders_of(warehouse: Warehouse, during: Period, shop: str | None = None) -> Listing:
    """The orders paid in a period, the greatest first, in yuan."""
    return _listed(warehouse, _OF_DAYS, [during.first, during.last, shop], _HEADS, _UNITS, order=0)


_TALKS = f"""
    SELECT asked_at, session_id, CASE WHEN replied_at IS NULL AND waited_sec IS NULL THEN NULL
      ELSE coalesce(waited_sec, epoch(replied_at - coalesce(handed_over_at, asked_at))) END AS waited
    FROM ({with_persons("chats")}) WHERE person = ? AND asked_at::DATE BETWEEN ? AND ? AND coalesce(?, shop) = shop
    ORDER BY waited DESC NULLS FIRST, asked_at, session_id, shop"""


def conversations_of(warehouse: Warehouse, agent: str, during: Period, shop: str | None = None) -> Listing:
    """An agent's rounds of conversation, those not answered first and then the longest waits, in seconds."""
    heads = (
        Text("买家发问", "Buyer asked at"),
        Text("会话", "Conversation"),
        Text("等了（秒，— 是没回）", "Waited (s, — not answered)"),
    )
    units = (None, None, Unit.SECONDS)
    return _listed(warehouse, _TALKS, [agent, during.first, during.last, shop], heads, units)


_REVIEWS = """
    SELECT order_id, review_time, rating, content, reply FROM reviews
    WHERE (product_id = ? OR product_id IS NULL AND title IN (SELECT title FROM order_items WHERE product_id = ?))
      AND review_time::DATE BETWEEN ? AND ? AND coalesce(?, shop) = shop
    ORDER BY tone IS NOT DISTINCT FROM 'bad' DESC, review_time DESC, review_id, shop"""


def reviews_of(warehouse: Warehouse, product: str, during: Period, shop: str | None = None) -> Listing:
    """A product's reviews in a period, the bad ones first; those without a product's number by its name."""
    heads = (
        ORDER, Text("评价时间", "Reviewed at"), Text("评价", "Rating"), Text("内容", "Review"), Text("回复", "Answer"),
    )  # fmt: skip
    parameters = [product, product, during.first, during.last, shop]
    return _listed(warehouse, _REVIEWS, parameters, heads, (None,) * len(heads), order=0)


_WORK = f"""
    SELECT day, task, {total("quantity")}, min(unit), string_agg(DISTINCT note, '; ' ORDER BY note)
    FROM ({with_persons("(SELECT * EXCLUDE (person), person AS agent FROM workload)")})
    WHERE person = ? AND day BETWEEN ? AND ? GROUP BY day, task ORDER BY day DESC, task"""


def work_of(warehouse: Warehouse, person: str, during: Period) -> Listing:
    """What a person wrote down as done, the newest first, in each task's own unit."""
    heads = (
        Text("日期", "Day"), Text("事项", "Task"), Text("数量", "Quantity"), Text("单位", "Unit"), Text("备注", "Note"),
    )  # fmt: skip
    units = (None, None, Unit.COUNT, None, None)
    return _listed(warehouse, _WORK, [person, during.first, during.last], heads, units)


def order(warehouse: Warehouse, number: str, shop: str | None = None) -> list[tuple[Text, Listing]]:
    """One order's parts, each under its name: the order, its products, refunds and complaints; none where unknown."""
    found = [(name, _listed(warehouse, sql, [number, shop], *heads)) for name, sql, heads in _PARTS]
    return [(name, listing) for name, listing in found if listing.rows]


_BY_ORDER = "WHERE order_id = ? AND coalesce(?, shop) = shop"
_PARTS: tuple[tuple[Text, str, tuple[tuple[Text, ...], tuple[Unit | None, ...]]], ...] = (
    (
        Text("订单", "Order"),
        f"SELECT shop, pay_time, ship_time, receipt_time, items, paid, refund, state FROM orders {_BY_ORDER}"
        " ORDER BY shop",
        (
            (
                Text("店铺", "Shop"), PAID_AT, Text("发货时间", "Shipped at"), Text("收货时间", "Received at"), ITEMS,
                PAID, REFUND, STATUS,
            ),
            (None, None, None, None, Unit.COUNT, Unit.YUAN, Unit.YUAN, None),
        ),
    ),
    (
        PRODUCT,
        f"SELECT title, product_id, items, paid, refund, state FROM order_items {_BY_ORDER}"
        " ORDER BY paid DESC, suborder_id",
        (
            (PRODUCT, Text("商品ID", "Product ID"), ITEMS, PAID, REFUND, STATUS),
            (None, None, Unit.COUNT, Unit.YUAN, Unit.YUAN, None),
        ),
    ),
    (
        Text("退款", "Refunds"),
        f"SELECT apply_time, finish_time, to_buyer, reason, status FROM refunds {_BY_ORDER}"
        " ORDER BY apply_time, refund_id",
        (
            (Text("申请", "Asked"), Text("完结", "Finished"), REFUND, Text("原因", "Reason"), Text("状态", "Status")),
            (None, None, Unit.YUAN, None, None),
        ),
    ),
    (
        Text("投诉", "Complaints"),
        f"SELECT opened_at, due_at, complaint_type, status FROM complaints {_BY_ORDER}"
        " ORDER BY opened_at, complaint_id",
        (
            (Text("发起", "Opened"), Text("截止", "Due"), Text("类型", "Kind"), Text("状态", "Status")),
            (None, None, None, None),
        ),
    ),
)  # fmt: skip


def _listed(
    warehouse: Warehouse,
    sql: str,
    values: Sequence[object],
    heads: tuple[Text, ...],
    units: tuple[Unit | None, ...],
    order: int | None = None,
) -> Listing:
    rows = warehouse.rows(f"SELECT *, count(*) OVER () FROM ({sql}) LIMIT {MOST}", list(values))
    found = [tuple(_worded(head, value) for head, value in zip(heads, row, strict=False)) for row in rows]
    return Listing(heads, units, found, rows[0][-1] if rows else 0, order)


def _worded(head: Text, value: object) -> object:
    return STATES.get(str(value), UNKNOWN) if head is STATUS else value
