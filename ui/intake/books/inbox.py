"""What came of the files that were put into the inbox folder, and where that folder is."""

import streamlit as st

from data.importing.inbox import FOLDER, recent
from data.importing.inbox_notes import DONE, InboxEntry
from data.store.warehouse import folder
from metrics.calendar.period import short
from metrics.judgement.limits import Level
from text import Text
from ui.pieces.lines import page, point, points
from ui.pieces.marks import marked
from ui.pieces.markup import Html
from ui.pieces.table import section
from ui.session import language
from ui.session.language import say

SHOWN = 5
TAKEN, REFUSED = Text("收了", "taken"), Text("没收", "not taken")


def inbox() -> None:
    """The last files of the inbox, newest first, each with its outcome."""
    found = recent(folder(), SHOWN)
    title, note = say("收件箱", "Inbox"), say("放进文件夹就自动导入", "files put there are imported by themselves")
    st.html(page(section(title, points([_line(line) for line in found]), note=note)))
    st.caption(f"{say('文件夹：', 'Folder: ')}`{(folder() / FOLDER).resolve()}`")


def _line(line: InboxEntry) -> Html:
    taken = line.outcome == DONE
    word = say(TAKEN if taken else REFUSED)
    outcome = next(iter(say(line.text).splitlines()), "")
    when = f"{short(line.when.date(), language.chosen())} {line.when:%H:%M}"
    return point(marked(Level.GOOD if taken else Level.BAD, word), line.name, more=outcome, right=f"{word} {when}")
