"""Who reports go to, and when: group robots and mailboxes, set up on the page."""

from typing import get_args

import streamlit as st

from data.records.recipients import (
    KINDS,
    SECURITIES,
    AddressBook,
    Kind,
    MailServer,
    Recipient,
    What,
    keep_recipients,
    recipients,
)
from data.records.sendings import sendings
from data.store.warehouse import folder
from metrics.calendar.period import WEEKDAYS, short
from reports.sending.schedule import coming
from text import Text
from ui.cache import answers
from ui.choices import filters
from ui.session import language
from ui.session.language import say

NAMES: dict[Kind, Text] = {
    "dingtalk": Text("钉钉群机器人", "DingTalk group robot"),
    "wecom": Text("企业微信群机器人", "WeCom group robot"),
    "feishu": Text("飞书群机器人", "Feishu group robot"),
    "mail": Text("邮件", "E-mail"),
}
SENT: dict[What, Text] = {"week": Text("周报", "Weekly report"), "morning": Text("晨会", "Morning review")}
NEXT = Text("{name}：下次 {day} {at}", "{name}: next {day} {at}")
BY_HAND = Text("{name}：只在点的时候发", "{name}: only when sent by hand")
FAILED = Text("{day} {at} 没发给{name}：{why}", "{day} {at}, not sent to {name}: {why}")
NOT_KEPT = Text(
    "没存：名称和地址都要填，机器人地址以 https:// 开头，名称不能重复，时间写成 08:30。",
    "Not kept: name and address are needed, a robot's address begins with https://, names differ, times read 08:30.",
)


def settings() -> None:
    """Who is there, when it goes out next, what failed last, and a form for another."""
    book, now, spoken = recipients(folder()), filters.now(), language.chosen()
    for to in book.recipients:
        at = next(coming(to, now), None)
        words = (
            NEXT.filled(name=to.name, day=short(at.date(), spoken), at=to.at) if at else BY_HAND.filled(name=to.name)
        )
        left, right = st.columns([4, 1])
        left.caption(say(words.filled(name=to.name)))
        if right.button(say("删除", "Remove"), key=f"recipient-remove-{to.name}"):
            keep_recipients(folder(), [one for one in book.recipients if one != to], book.mail)
            st.rerun()
    for one in [each for each in sendings(answers.warehouse(), 5) if each.failed]:
        when = {"day": short(one.tried_at.date(), spoken), "at": f"{one.tried_at:%H:%M}"}
        st.caption(say(FAILED.filled(**when, name=one.recipient, why=one.failed)))
    with st.expander(say("加一个收件人", "Add a recipient")):
        _form(book)
    with st.expander(say("发信的邮箱", "Mail server")):
        _mail(book)


def _form(book: AddressBook) -> None:
    with st.form("recipient", border=False, clear_on_submit=False):
        kind = st.selectbox(say("发到哪里", "Where to"), KINDS, format_func=lambda one: say(NAMES[one]))
        name = st.text_input(say("名称", "Name"), placeholder=say("例如 运营群", "such as Ops group"))
        address = st.text_input(say("机器人地址或邮箱（多个用逗号）", "Webhook, or mailboxes with commas"))
        secret = st.text_input(say("加签密钥（没有就空着）", "Secret, if it signs"), type="password")
        what = st.selectbox(say("发什么", "What"), get_args(What), format_func=lambda one: say(SENT[one]))
        days = st.multiselect(say("每周几自动发", "Weekdays"), range(7), format_func=_weekday)
        at = st.text_input(say("几点", "Time"), "08:30")
        if st.form_submit_button(say("存下", "Keep")):
            try:
                one = Recipient(name.strip(), kind, address.strip(), secret.strip(), what=what, weekdays=tuple(days),
                                at=at.strip(), language=language.chosen())  # fmt: skip
                keep_recipients(folder(), [*book.recipients, one], book.mail)
            except ValueError:
                st.error(say(NOT_KEPT))
                return
            st.rerun()


def _mail(book: AddressBook) -> None:
    was = book.mail or MailServer("", 465, "")
    with st.form("mail", border=False):
        host = st.text_input(say("发信服务器", "Server"), was.host, placeholder="smtp.example.com")
        port = st.number_input(say("端口", "Port"), 1, 65535, was.port)
        security = st.selectbox(say("加密", "Security"), SECURITIES, SECURITIES.index(was.security))
        user = st.text_input(say("账号", "Account"), was.user)
        password = st.text_input(say("授权码（不改就空着）", "Password; empty keeps it"), type="password")
        if st.form_submit_button(say("存下", "Keep")) and host.strip():
            server = MailServer(host.strip(), int(port), user.strip(), user.strip(), password or was.password, security)
            keep_recipients(folder(), book.recipients, server)
            st.rerun()


def _weekday(number: int) -> str:
    spoken = language.chosen()
    return f"周{WEEKDAYS['zh'][number]}" if spoken == "zh" else WEEKDAYS["en"][number]
