"""The page of a board without data: drop a file, load the demo, take templates, set a target."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from text import Text
from ui.cache import loaded
from ui.frame import demo
from ui.intake.books import formats
from ui.intake.zone import drop_zone
from ui.pieces.lines import empty_zone, foot, page
from ui.pieces.markup import Html, block, joined, tag
from ui.session import language
from ui.session.language import say

ANY = Text("任何一份", "any file")
DAILY_AND_TARGETS = Text("店铺日报、目标", "shop daily report, targets")
ZONES: tuple[tuple[Text, Text, str], ...] = (
    (Text("顶栏", "Top bar"), ANY, ""),
    (Text("三句结论", "Three sentences"), DAILY_AND_TARGETS, "ob-mid"),
    (Text("六个数", "Six numbers"), Text("店铺日报、推广、目标", "shop daily report, promotion, targets"), "ob-mid"),
    (Text("红单", "Red list"), Text("订单、店铺日报", "orders, shop daily report"), "ob-w4 ob-tall"),
    (
        Text("客服", "Customer service"),
        Text("客服绩效、聊天记录、排班", "service by agent, chat log, shifts"),
        "ob-w2 ob-h2 ob-tall",
    ),
    (
        Text("履约与口碑", "Fulfilment, reputation"),
        Text("订单、DSR、评价、投诉退款", "orders, DSR, reviews, complaints"),
        "ob-w4",
    ),
    (Text("流量", "Traffic"), Text("流量来源", "traffic by channel"), "ob-w2 ob-tall"),
    (Text("今天", "Today"), Text("目标、活动与主推", "targets, activities, featured products"), "ob-w2 ob-tall"),
    (Text("班组", "Teams"), Text("工作量、定额本", "work done, quota book"), "ob-w2 ob-tall"),
    (Text("责任单与出处", "Duties, stamp"), Text("出处随文件自动写上", "the stamp is written from the files"), ""),
)


def instead_of_an_empty_page() -> None:
    """Show this page and end there while the warehouse holds no shop."""
    if loaded.shops():
        return
    left, right = st.columns([1, 1.16], gap="large")
    with left:
        _ways()
    with right:
        st.html(page(_plan()))
    here = say("文件只存在这台机器上，不上传到别处", "Files stay on this machine and are sent nowhere")
    base = say("第一周没有对比基准，满四周后显示周同", "Comparisons with the same weekday appear after four weeks")
    st.html(page(foot([here], [base], language.chosen(), hatch=False)))
    st.stop()


def _ways() -> None:
    first = say("先放进一份店铺日报，", "Drop one shop report,")
    then = say("今天的晨会就有第一个数", "see today's first number")
    lead = say(
        "放进一份，右边就亮起一块。没有的那块写「未评」，不会写成零。",
        "Each file lights up a zone at the right. A zone without one says so; it never shows a zero.",
    )
    st.html(page(tag("h1", first, Html("<br>"), then, look="ob-first"), tag("p", lead, look="ob-lead")))
    if drop_zone("first"):
        st.switch_page("pages/records/imports.py")
    with _way(
        Text("还没有文件", "No files yet"),
        Text("用一家虚构的店看看全貌，随时一键清掉。", "See it all with a made-up shop; one click removes it."),
    ):
        wanted = st.button(say("装入示例店铺", "Load the demo shop"), key="load-demo")
    with _way(
        Text("不知道该导哪些", "Which files?"),
        Text("每种文件各有模板，写明从后台哪里导出。", "A template for each, saying where it is exported."),
    ):
        formats.templates_button()
    with _way(
        Text("想先定目标", "Targets first?"),
        Text("填一个月目标就行，先按天均摊。", "One month's target will do; it is spread over the days."),
    ):
        if st.button(say("填月目标", "Set a month's target"), key="set-target"):
            st.switch_page("pages/records/targets.py")
    if wanted:
        demo.load()
        st.rerun()


def _way(name: Text, why: Text) -> DeltaGenerator:
    key = f"ob-way-{name.en.split()[0].lower()}"
    row = st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key=key)
    with row:
        st.html(page(block("ob-way", tag("b", say(name)), tag("p", say(why), look="ob-second"))))
    return row


def _plan() -> str:
    zones = [empty_zone(say(name), say(files), look) for name, files, look in ZONES]
    note = tag("span", say("每块写着它要的文件", "each names the files it waits for"), look="ob-note")
    title = tag("b", say("晨会的十块", "The ten zones of the morning"))
    return joined((block("ob-plan-head", title, note), block("ob-plan", *zones)))
