"""What is taken away from the meeting: the deck as files, and the digest sent to a group or by mail."""

from functools import partial

import streamlit as st

from data.records.recipients import recipients
from data.records.sendings import Sending, keep_sending
from data.store import clock
from data.store.warehouse import folder
from reports.deck.deck import Edition
from reports.outlets import OUTLETS
from reports.sending.report import deliver, weekly
from reports.sending.robots import NotSent
from text import Language, Text
from ui.cache import answers
from ui.choices import filters, user
from ui.session.language import say

SENT = Text("已发给{name}", "Sent to {name}")


def downloads(of: Edition, language: Language) -> None:
    """A button for each kind of file."""
    for outlet in OUTLETS:
        st.download_button(
            say(outlet.title), partial(outlet.made, of, language), outlet.file_name(of, language),
            outlet.kind, key=f"outlet-{outlet.name}", on_click="ignore",
        )  # fmt: skip


def send(of: Edition) -> None:
    """A button for each recipient, which sends them the digest now and keeps what became of it."""
    book = recipients(folder())
    for to in book.recipients:
        if st.button(say(f"现在发给{to.name}", f"Send to {to.name} now"), key=f"send-{to.name}"):
            now, failed = filters.now(), ""
            try:
                deliver(book, to, weekly(of.deck, to), clock.instant(now, answers.zone()))
                st.success(say(SENT.filled(name=to.name)))
            except NotSent as not_sent:
                failed = say(not_sent.text)
                st.error(failed)
            keep_sending(
                answers.warehouse(), Sending(to.name, "week", filters.today(), now, failed, user.name() or "?")
            )
