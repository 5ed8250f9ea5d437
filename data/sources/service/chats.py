"""聊天记录: each question of a buyer and the first answer a person gave, one row a round of a conversation."""

from data.formats.kinds import BUYER, DURATION, ID, TEXT, TIME
from data.formats.source import SHOP, Column, Source
from data.formats.subject import Subject
from text import Text

SUBJECT = Subject(
    "chats",
    Text("聊天记录", "Chat log"),
    # A conversation may have several rounds, and a round passed on has a row with each agent.
    grain=("shop", "session_id", "asked_at", "agent"),
    day="asked_at",
)

CHATS = Source(
    name="chats",
    subject=SUBJECT,
    title=Text("聊天记录（会话明细）", "Chat log (conversations)"),
    exported_from=Text(
        "客服工具 › 聊天记录、会话明细 › 导出；没有的列可以空着",
        "The service desk › Chat log or conversations › Export; columns it lacks may stay empty",
    ),
    hand_made=True,
    file_name="聊天记录_{day}.xlsx",
    identified_by=("session_id", "asked_at"),
    identified_by_any=("replied_at", "waited_sec"),
    unlike=("接待人数", "询单人数"),
    columns=(
        SHOP,
        Column(
            "session_id", ID, Text("会话编号", "Conversation"), needed=True,
            also=("会话ID", "会话号", "对话ID", "聊天ID"),
        ),
        Column(
            "agent", TEXT, Text("客服账号", "Agent"), default="",
            also=("接待客服", "客服昵称", "旺旺昵称", "旺旺账号名称", "客服名称", "账号名称", "客服"),
        ),
        Column("team", TEXT, Text("客服分组", "Team"), also=("旺旺分组", "接待组", "技能组", "小组")),
        Column(
            "buyer", BUYER, Text("买家", "Buyer"),
            also=("买家昵称", "买家旺旺", "买家会员名", "顾客", "顾客昵称", "访客昵称", "用户昵称", "客户"),
        ),
        Column(
            "asked_at", TIME, Text("买家消息时间", "Asked at"), needed=True,
            also=("买家首次消息时间", "买家首条消息时间", "买家咨询时间", "咨询时间", "会话开始时间", "进线时间"),
        ),
        Column("handed_over_at", TIME, Text("转人工时间", "Handed over by the bot at"), also=("人工接入时间",)),
        Column(
            "replied_at", TIME, Text("首次人工回复时间", "First answered by a person at"),
            also=("人工首次回复时间", "客服首次回复时间", "首次回复时间", "首次响应时刻", "客服回复时间"),
        ),
        Column(
            "waited_sec", DURATION, Text("首次响应时长", "Waited for the answer"),
            also=("首次人工响应时长", "人工响应时长", "响应时长", "等待时长"),
        ),
        Column(
            "bot", TEXT, Text("机器人回复", "Answered by a bot"),
            also=("是否机器人回复", "机器人接待", "是否机器人接待", "机器人消息数", "机器人回复数"),
        ),
        Column(
            "passed_on", TEXT, Text("转接", "Passed on"), also=("是否转接", "是否转出", "转出", "转接给", "转接客服")
        ),
    ),
    shop_before_colon="agent",
)  # fmt: skip

SOURCES = (CHATS,)
