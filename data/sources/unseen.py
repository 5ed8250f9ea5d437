"""Exports whose headings nobody has published: how each gets in all the same, without a heading made up for it."""

from dataclasses import dataclass

from text import Text


@dataclass(frozen=True, slots=True)
class Unseen:
    """An export without a public copy; `read_as` names the format that takes usual spellings, "" where none does."""

    title: Text
    read_as: str
    how: Text


BY_HAND = Text(
    "拖进来认不出时，在对列面板里选它是什么、对好列，存一次；以后同样的表头直接认。",
    "Where it is not recognised, say in the mapping panel what it is and match its columns; the same headings are"
    " known from then on.",
)

UNSEEN = (
    Unseen(Text("千牛评价管理导出", "Qianniu's export of reviews"), "reviews_taobao", BY_HAND),
    Unseen(Text("千牛投诉管理导出", "Qianniu's export of complaints"), "complaints", BY_HAND),
    Unseen(Text("万里牛订单明细（单号以外的列）", "Wanliniu orders, but for the numbers"), "erp_orders_wln", BY_HAND),
    Unseen(Text("直通车旧版 CSV 报表", "The old CSV report of keyword promotion"), "promotion_keyword", BY_HAND),
    Unseen(Text("生意参谋交易概况", "Business Advisor's transactions"), "shop_daily", BY_HAND),
    Unseen(
        Text("客服魔方、快麦、晓多的绩效表", "Reports of Kefumofang, Kuaimai, Xiaoduo"), "service_chitu", BY_HAND
    ),
    Unseen(Text("店小蜜、晓多的会话明细", "Conversations of Dianxiaomi and Xiaoduo"), "chats", BY_HAND),
    Unseen(Text("客服登录、下线时间表", "Lists of agents' log-in and log-out times"), "shifts", BY_HAND),
    Unseen(
        Text("处罚信息（零售商手工表）", "A retailer's own sheet of penalties"),
        "",
        Text("没有对应的数据表，收不进来；可记进投诉登记。", "No table holds it: write it among the complaints."),
    ),
    Unseen(
        Text("抖店结算单", "Douyin settlements"),
        "",
        Text(
            "没有指标用到结算，不收；第二行的公式说明也因此不会误读。",
            "No metric rests on settlements: they are not taken, nor misread for their second row of notes.",
        ),
    ),
)  # fmt: skip
