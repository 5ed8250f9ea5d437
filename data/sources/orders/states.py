"""The words in which platforms tell how an order or a refund stands, and the one set of states they mean."""

from collections.abc import Mapping

from data.formats.kinds import TEXT
from data.formats.quoting import quoted
from data.formats.source import Column
from text import Text

ORDER_STATES = {
    "unpaid": (
        "等待买家付款", "没有创建支付宝交易", "等待买家确认货到付款订单信息", "待付款", "待支付", "等待付款确认",
    ),
    "to_ship": (
        "买家已付款等待卖家发货", "买家已确认等待卖家发货", "等待卖家发货", "待发货",
        "等待出库", "暂停", "锁定", "等通知",
    ),
    "shipped": (
        "卖家已发货等待买家确认", "卖家已发货等待买家确认收货并付款", "已发货待收货", "已发货待签收", "已发货",
        # Of the deleted orders of JD those that waited for receipt had mostly left the warehouse.
        "等待确认收货", "(删除)等待确认收货",
    ),
    "done": ("交易成功", "买家已签收", "买家已签收回款至卖家", "已收货", "已完成", "完成", "(删除)完成"),
    "closed": (
        "交易关闭", "交易被淘宝关闭", "已取消", "取消", "已关闭",
        "(删除)等待出库", "(删除)等待付款确认", "(删除)暂停", "(删除)锁定", "(删除)取消",
    ),
    "refunded": (
        "未发货退款成功", "已发货退款成功", "已签收退款成功", "已收货退款成功", "已取消退款成功", "未成交退款成功",
        "退款成功",
    ),
}  # fmt: skip
"""State -> the words for it, as they read without commas."""

REFUND_STATES = {
    "applied": (
        "买家已经申请退款等待卖家同意", "售后处理中", "买家申请退款待商家处理", "退货退款待商家处理", "平台处理中",
    ),
    "returning": ("卖家已经同意退款等待买家退货",),
    "returned": ("买家已经退货等待卖家确认收货",),
    "refused": ("卖家拒绝退款", "驳回退款待用户处理"),
    "closed": ("退款关闭", "售后关闭", "买家撤销", "商家拒绝退款退款关闭", "无售后或售后取消", "无售后/取消售后"),
    "done": ("退款成功", "部分退款成功"),
    "paying": ("商家同意退款退款中",),
}  # fmt: skip
"""State -> the words for it, as they read without commas."""

NO_REFUND = {"无退款申请": "0", "无退款": "0", "无": "0"}
"""What the column of refunded amounts holds where nothing was refunded."""


def bare(text: str) -> str:
    """SQL for a status without commas of either width, white space, and the bars that stand for a lost comma."""
    return f"translate({text}, '（）,，｜| ', '()')"


def is_any(text: str, words: tuple[str, ...]) -> str:
    """SQL: whether a status is one of these words; null where there is none."""
    return f"{bare(text)} IN ({', '.join(map(quoted, words))})"


def state_of(text: str, states: Mapping[str, tuple[str, ...]]) -> str:
    """SQL for the state that a status means; null for one not listed."""
    # One comparison a word against one bare text is five times faster than a list of words a state.
    meant = " ".join(f"WHEN {quoted(word)} THEN {quoted(state)}" for state, words in states.items() for word in words)
    return f"CASE {bare(text)} {meant} END"


ORDER_STATE = Column("state", TEXT, Text("统一状态", "State"), derived=state_of("status", ORDER_STATES))
REFUND_STATE = Column("state", TEXT, Text("统一状态", "State"), derived=state_of("status", REFUND_STATES))
REFUND_STATE_OF_ORDER = Column(
    "refund_state", TEXT, Text("统一退款状态", "State of the refund"), derived=state_of("refund_status", REFUND_STATES)
)
"""Beside an order's own state, where the file tells its refund's by a status of its own."""
