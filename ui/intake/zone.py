"""Where files come in: dropped or picked one by one, or a whole folder."""

from collections import defaultdict

import streamlit as st

from metrics.judgement.limits import Level
from ui.intake import desk
from ui.pieces.lines import page, point, points
from ui.pieces.marks import marked
from ui.session.language import say

FOLDER = "folder"
NAMES_SHOWN = 3


def drop_zone(place: str) -> bool:
    """The zone, and below it the button for a whole folder; whether something just came.

    `place` is `first` or `more`, after the words that the zone shows. A folder that is dropped on the zone is read
    as well; only the dialog of a browser knows either files or folders.
    """
    at = desk.desk()
    with st.container(key=f"ob-zone-{place}", gap=None):
        files = st.file_uploader(
            say("把后台导出的文件拖到这里", "Drop exported files here"), accept_multiple_files=True,
            key=f"drop-{place}-{at.drops}", label_visibility="collapsed",
        )  # fmt: skip
        of_folder = st.file_uploader(
            say("选整个文件夹", "Choose a whole folder"), accept_multiple_files="directory",
            key=f"drop-{FOLDER}-{at.drops}", label_visibility="collapsed",
        )  # fmt: skip
    if files:
        desk.take(files)
    if of_folder:
        desk.take(of_folder, of_folder=True)
    return bool(files or of_folder)


def left_out() -> None:
    """The files of the last drop that were not taken, by reason."""
    by_reason = defaultdict(list)
    for each in desk.desk().left_out:
        by_reason[say(each.why)].append(each.name)
    if by_reason:
        st.html(page(points([_left_out(why, names) for why, names in by_reason.items()])))


def _left_out(why: str, names: list[str]) -> str:
    more = "…" if len(names) > NAMES_SHOWN else ""
    what = say(f"没看 {len(names)} 个文件：{why}", f"Not read ({len(names)}): {why}")
    mark = marked(Level.UNJUDGED, say("没看", "not read"))
    return point(mark, what, more="、".join(names[:NAMES_SHOWN]) + more)
