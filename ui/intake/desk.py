"""What lies on the reader's desk: files that were dropped, their preview, the receipt of the last writing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data.importing import Receipt, preview, store
from data.preview import Preview
from data.uploads import Upload, receive
from data.warehouse import folder
from text import Text
from ui import answers
from ui.language import say

BY = "看板"
"""Who wrote a batch, while nobody signs in."""


@dataclass(slots=True)
class Desk:
    """The files at hand and what is known of them."""

    uploads: tuple[Upload, ...] = ()
    preview: Preview | None = None
    receipt: Receipt | None = None
    drops: int = 0


def desk() -> Desk:
    """The reader's own desk."""
    return st.session_state.setdefault("desk", Desk())


def take(files: Sequence[UploadedFile]) -> None:
    """Keep the files that were dropped beside those already there, and look at all of them."""
    at = desk()
    kept = tuple(receive(folder(), file.name, file.getvalue()) for file in files)
    at.uploads = tuple({upload.path: upload for upload in (*at.uploads, *kept)}.values())
    at.drops += 1
    look()


def look(shop: str | None = None, day: date | None = None) -> None:
    """Read the files on the desk and say what writing them would do, with a bar while it takes."""
    at = desk()
    at.receipt = None
    with reading() as progress:
        at.preview = preview(answers.warehouse(), at.uploads, shop=shop, day=day, progress=progress)


def write() -> None:
    """Write what the preview shows and keep the receipt."""
    at = desk()
    if at.preview:
        with st.spinner(say("正在写入", "Writing")):
            at.receipt = store(answers.warehouse(), at.preview, by=BY)
    at.uploads, at.preview = (), None


def abandon() -> None:
    """Clear the desk; nothing was written."""
    at = desk()
    at.uploads, at.preview, at.receipt = (), None, None


class Progress:
    """A bar that says what is being done; called with a share from 0 to 1 and a phrase."""

    def __init__(self, start: Text) -> None:
        self._bar = st.progress(0.0, say(start))

    def __call__(self, share: float, doing: Text) -> None:
        self._bar.progress(min(1.0, max(0.0, share)), say(doing))

    def clear(self) -> None:
        """Take the bar away."""
        self._bar.empty()


@contextmanager
def reading() -> Iterator[Progress]:
    """A bar for as long as files are being read."""
    bar = Progress(Text("正在看文件", "Looking at the files"))
    try:
        yield bar
    finally:
        bar.clear()
