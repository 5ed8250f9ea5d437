"""What the files leave open and the reader can say: the shop, the day, a password."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from ui.cache import loaded
from ui.choices import filters
from ui.intake import desk
from ui.session.language import say

SHOP_CODES, DAY_CODES = {"shop_needed", "shop_assumed", "shop_blank"}, {"day_needed"}
PASSWORD_CODES = {"password", "wrong_password"}


def questions() -> None:
    """The questions that the preview at hand raises; nothing where it raises none."""
    at = desk.desk()
    if at.preview is None:
        return
    codes = {found.problem.code for _, found in at.preview.problems}
    locked = [table.file for table, found in at.preview.problems if found.problem.code in PASSWORD_CODES]
    if locked:
        _ask_password(locked, wrong="wrong_password" in codes)
    if "shop_blank" in codes and st.button(
        say("没写店铺的行，跟上一行同店", "Rows without a shop: that of the row above"), key="shop-above"
    ):
        desk.look_above()
        st.rerun()
    if codes & (SHOP_CODES | DAY_CODES):
        _ask_shop_and_day(bool(codes & SHOP_CODES), bool(codes & DAY_CODES))


def _ask_shop_and_day(wants_shop: bool, wants_day: bool) -> None:
    """A form for what is missing; the answer holds for all files at hand."""
    stored_shops, at = loaded.shops(), desk.desk()
    with st.form("asking", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        picked = fresh = day = None
        if wants_shop and stored_shops:
            picked = st.selectbox(
                say("文件里没写店铺，记在哪家店", "The file names no shop; store it under"), stored_shops
            )
        if wants_shop:
            label = (
                say("或者写一家新店", "or under a new shop")
                if stored_shops
                else say("文件里没写店铺，记在哪家店", "The file names no shop; store it under")
            )
            fresh = st.text_input(label, placeholder=say("店铺名称", "Name of the shop"), key="new-shop")
        if wants_day:
            label = say("文件里没写日期，算哪一天", "The file holds no date; take it as")
            day = st.date_input(label, filters.yesterday(), format="YYYY-MM-DD")
        if st.form_submit_button(say("按这个再看一遍", "Look again")):
            shop = (fresh or "").strip() or picked or at.shop
            desk.look_as(shop, day if isinstance(day, date) else at.day)
            st.rerun()


def _ask_password(locked: Sequence[str], wrong: bool) -> None:
    """A field for the password of the encrypted files; it is tried on all of them and never stored."""
    names = "、".join(dict.fromkeys(locked))
    label = say(f"打开密码：{names}", f"Password of {names}")
    if wrong:
        label = say(f"密码不对，再试一次：{names}", f"Wrong password, try again: {names}")
    form = st.form("password", border=False, clear_on_submit=True)
    with form, st.container(horizontal=True, vertical_alignment="bottom"):
        given = st.text_input(
            label, type="password", key="file-password", autocomplete="off",
            placeholder=say("只用来打开，不保存", "only used to open it, never stored"),
        )  # fmt: skip
        if st.form_submit_button(say("用密码打开", "Open")) and given:
            desk.open_with(given)
            st.rerun()
