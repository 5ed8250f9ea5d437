"""What lies on the reader's desk: files that were dropped, their preview, the receipt of the last writing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data.checking.preview import Preview
from data.importing.imports import Receipt, preview, store
from data.importing.uploads import receive
from data.reading.upload import Upload
from data.store.warehouse import folder
from ui.cache import answers
from ui.choices import user
from ui.intake import sifting
from ui.intake.progress import reading
from ui.intake.sifting import LeftOut


@dataclass(slots=True)
class Desk:
    """The files at hand, what the reader said of them, and what is known of them.

    Passwords lie here alone, until the desk is cleared.
    """

    uploads: tuple[Upload, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    shop: str | None = None
    day: date | None = None
    shop_above: bool = False
    passwords: tuple[str, ...] = ()
    preview: Preview | None = None
    receipt: Receipt | None = None
    drops: int = 0


def desk() -> Desk:
    """The reader's own desk."""
    return st.session_state.setdefault("desk", Desk())


def take(files: Sequence[UploadedFile], *, of_folder: bool = False) -> None:
    """Keep the files that were dropped beside those already there, and look at all of them."""
    at = desk()
    wanted, at.left_out = sifting.sifted([(file.name, file.size) for file in files], of_folder=of_folder)
    names = sifting.short_names([files[number].name for number in wanted])
    kept = [receive(folder(), name, files[number].getvalue()) for number, name in zip(wanted, names, strict=True)]
    at.uploads = tuple({upload.path: upload for upload in (*at.uploads, *kept)}.values())
    at.drops += 1
    if kept:
        look()


def look() -> None:
    """Read the files on the desk and say what writing them would do, file by file while it takes."""
    at = desk()
    at.receipt = None
    with reading([upload.name for upload in at.uploads]) as progress:
        at.preview = preview(
            answers.warehouse(),
            at.uploads,
            shop=at.shop,
            day=at.day,
            shop_above=at.shop_above,
            passwords=at.passwords,
            progress=progress,
            seen=progress.seen,
        )


def look_as(shop: str | None, day: date | None) -> None:
    """Look again, taking the files for those of a shop and a day."""
    at = desk()
    at.shop, at.day = shop, day
    look()


def look_above() -> None:
    """Look again, taking each row that names no shop for one of the shop named above it."""
    desk().shop_above = True
    look()


def open_with(password: str) -> None:
    """Look again, trying one more password on what is encrypted."""
    at = desk()
    at.passwords = (*at.passwords, password)
    look()


def write() -> None:
    """Write what the preview shows in the reader's name and keep the receipt."""
    at = desk()
    if at.preview:
        with reading() as progress:
            at.receipt = store(answers.warehouse(), at.preview, by=user.name(), progress=progress)
    _clear(at)


def abandon() -> None:
    """Clear the desk; nothing was written."""
    at = desk()
    _clear(at)
    at.receipt = None


def forget_receipt(batch: str) -> None:
    """Say no more that a batch was written, now that it has been taken back."""
    at = desk()
    if at.receipt and at.receipt.batch == batch:
        at.receipt = None


def _clear(at: Desk) -> None:
    at.uploads, at.left_out, at.passwords = (), (), ()
    at.preview = at.shop = at.day = None
    at.shop_above = False
