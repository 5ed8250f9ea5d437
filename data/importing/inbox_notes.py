"""What lies beside a file that the inbox has put away: a note in both languages, and the rows that were set aside."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path

from data.checking.preview import Preview
from data.checking.rejected import rejected_workbook
from data.checking.report import lines
from data.importing.imports import Receipt
from data.records.settings import KEEP_INBOX, setting
from data.store.warehouse import Warehouse
from text import LANGUAGES, Language, Text

DONE, REFUSED = "done", "refused"
README = "说明.txt"
BOOK = ".问题行.xlsx"
RULE = "-" * 40
BEFORE_TIME, TIME = "　", "%Y-%m-%d %H:%M"
"""How a note's first line ends, behind the file's name: when it was put away."""

MOST_LINES = 40
"""Lines that a note gives to one table; a file may have a problem in every row."""

LONGEST_NAME = 180
"""Bytes of a file's name that are kept: systems allow 255, and the note's own ending comes on top."""

HOW = Text(
    "把后台导出的文件放进这个文件夹，看板开着的时候会自动导入：文件不再变大几秒后开始读，一个文件是一批。\n"
    "读完移到 done（收了）或 refused（没收），按日期分文件夹；旁边的 .txt 写着读到了什么、收了几行、哪里要改。\n"
    "个别行没收的，旁边有「问题行」表：改好那几行，把它放回来就行。\n"
    "文件里没写店铺的，放进以店铺全名命名的子文件夹，例如 云栖木语家居旗舰店；名字以「店」结尾，或是看板里已有的店铺。"
    "别的子文件夹只当分类用。\n"
    "要输密码、要选日期的文件，请拖到看板的「导入」页。\n"
    "放错了不要紧：在「导入」页按批次撤回。done 和 refused 里的文件过了设置里的天数会自动删除，已写入的数据不受影响。",
    "Put exported files into this folder. While the board runs, it imports each of them as a batch of its own a few"
    " seconds after it has stopped growing.\n"
    "Then the file moves to done (taken) or refused (not taken), in a folder for the day; the .txt beside it says what"
    " was read, how many rows were taken and what to mend.\n"
    "Where single rows were set aside, a workbook of them (问题行) lies beside the file: mend them there and put that"
    " workbook back here.\n"
    "Files that name no shop go into a sub-folder with the full name of the shop, which ends in 店, shop or store or is"
    " one the board knows. Other sub-folders are for order alone.\n"
    "Files that need a password or a day belong on the board's import page.\n"
    "Mistakes do no harm: withdraw the batch on the import page. Files in done and refused are deleted after the days"
    " set; what was imported stays.",
)
STORED = Text(
    "已写入，批次 {batch}。要撤回，请到看板的「导入」页。",
    "Stored as batch {batch}. To take it back, go to the board's import page.",
)
SAME = Text("都已在库里，没有要写的。", "All of it is stored already; there was nothing to write.")
NO_ROWS = Text("认得出，但里面没有数据行。", "It was recognised, but holds no rows.")
NOT_TAKEN = Text(
    "没有收。请按下面说的改好，再放回收件箱；也可以拖到看板的「导入」页。",
    "Not taken. Mend what is named below and put it back into the inbox, or drop it on the board's import page.",
)
BROKE = Text(
    "试了三次都没能导入，什么都没写入。请拖到「导入」页再试；还不行，请把文件和窗口里最后几行发给管理员。",
    "It could not be imported in three tries; nothing was stored. Try the board's import page. If that does not help,"
    " send the file and the last lines of the window the board runs in to whoever looks after it.",
)
UNREADABLE = Text(
    "文件还在收件箱里：试了 {tries} 次都读不出（系统说：{why}）。请关掉正打开它的程序，或检查它的权限和磁盘空间；"
    "看板会一直再试，读得出就自动导入。",
    "Still in the inbox: it could not be read in {tries} tries (the system says: {why}). Close the program that has it"
    " open, or check its permissions and the space on the disk; the board keeps trying and imports it once it can.",
)
UNMOVED = Text(
    "文件已经处理，但还在收件箱里：试了 {tries} 次都移不走（系统说：{why}）。请关掉正打开它的程序；"
    "看板会一直再试，不会重复写入。",
    "Dealt with, but still in the inbox: it could not be moved in {tries} tries (the system says: {why}). Close the"
    " program that has it open; the board keeps trying and writes nothing twice.",
)
IN_THE_BOOK = Text(
    "没收的行在旁边的「{book}」里，每行写着原因：改好后把它放回收件箱。",
    "The rows set aside are in {book} beside this note, with their reasons: mend them and put it back into the inbox.",
)
MORE = Text("  ……另有 {more} 条", "  … and {more} more")
NAME_THE_SHOP = Text(
    "在收件箱里要指明店铺：把文件放进以店铺全名命名的子文件夹。",
    "To name the shop here, put the file into a sub-folder of the inbox with the shop's full name.",
)
FILL_IN_THE_SHOP = Text(
    "在收件箱里没人可问：请在表里把空着的店铺补上，再放进来。",
    "Nobody can be asked in the inbox: fill in the empty shop cells and put the file in again.",
)
NAME_THE_DAY = Text(
    "在收件箱里要指明日期：文件名里写上日期，例如 2026-06-11。",
    "To name the day here, write it into the file's name, such as 2026-06-11.",
)
TELL_ONCE = Text(
    "把这份文件拖到看板的「导入」页，说明一次；以后同样的表头，收件箱也认得。",
    "Drop this file on the board's import page and say what it is, once; the inbox then knows those headings, too.",
)
HINTS = {
    "shop_needed": NAME_THE_SHOP,
    "shop_blank": FILL_IN_THE_SHOP,
    "shop_assumed": NAME_THE_SHOP,
    "day_needed": NAME_THE_DAY,
    "not_recognised": TELL_ONCE,
    "two_readings": TELL_ONCE,
}
"""What to do in the inbox about problems whose own words speak of the page."""


@dataclass(frozen=True, slots=True)
class InboxOutcome:
    """What became of a file: the folder it goes to, what its note says, and the workbook of rows set aside, if any."""

    folder: str
    text: Text
    book: bytes | None = None


FAILED = InboxOutcome(REFUSED, BROKE)


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """A file that was put away: its name, when, whether to `done` or `refused`, and its note.

    The note's first line is the outcome in a sentence; the others say what was read and what to mend.
    """

    name: str
    when: datetime
    outcome: str
    text: Text


def outcome(found: Preview, receipt: Receipt | None) -> InboxOutcome:
    """What to say of a file that was read; `receipt` is None where nothing of it could be stored."""
    tables = receipt.tables if receipt else ()
    stored = {(table.file, table.sheet, table.header_row): table for table in tables}
    counted = Preview(tuple(stored.get((table.file, table.sheet, table.header_row), table) for table in found.tables))
    phrase = Text(*("\n".join(_note_lines(counted, receipt, language)) for language in LANGUAGES))
    rejected = any(table.rejected_rows for table in found.tables)
    taken = receipt or not found.set_aside
    return InboxOutcome(DONE if taken else REFUSED, phrase, rejected_workbook(found, "zh") if rejected else None)


def _note_lines(found: Preview, receipt: Receipt | None, language: Language) -> Iterator[str]:
    if receipt:
        yield (STORED.filled(batch=receipt.batch) if receipt.batch else SAME).to(language)
    else:
        yield (NOT_TAKEN if found.set_aside else NO_ROWS).to(language)
    for table in found.tables:
        lines_of_table = list(lines(table, language))
        yield from lines_of_table[:MOST_LINES]
        if len(lines_of_table) > MOST_LINES:
            yield MORE.filled(more=len(lines_of_table) - MOST_LINES).to(language)
    codes = {problem.problem.code for _, problem in found.problems}
    yield from dict.fromkeys(hint.to(language) for code, hint in HINTS.items() if code in codes)


def leave_note(path: Path, home: Path, came_to: InboxOutcome | None, error: OSError, tries: int, now: datetime) -> Path:
    """Say why a file still lies in the inbox, unread or, once it `came_to` something, unmoved; where the note is."""
    folder = _folder(path, home, came_to.folder if came_to else REFUSED, now)
    why = (UNMOVED if came_to else UNREADABLE).filled(tries=tries, why=error.strerror or error)
    phrase = Text(f"{why.zh}\n{came_to.text.zh}", f"{why.en}\n{came_to.text.en}") if came_to else why
    return _note(_free(folder, path.name), path.name, phrase, now)


def take_back(note: Path | None) -> None:
    """Remove a note that no longer holds."""
    if note:
        note.unlink(missing_ok=True)


def put_away(path: Path, home: Path, came_to: InboxOutcome, now: datetime) -> None:
    """Move a file into the day's folder, its note and workbook beside it; raises OSError while it cannot be moved."""
    target = _free(_folder(path, home, came_to.folder, now), path.name)
    path.rename(target)
    phrase = came_to.text
    if came_to.book:
        book = target.with_name(target.name + BOOK)
        book.write_bytes(came_to.book)
        hint = IN_THE_BOOK.filled(book=book.name)
        phrase = Text(f"{phrase.zh}\n{hint.zh}", f"{phrase.en}\n{hint.en}")
    _note(target, path.name, phrase, now)


def _folder(path: Path, home: Path, outcome: str, now: datetime) -> Path:
    """The day's folder for a file of the inbox: a file's own name may say which day its rows are of."""
    folder = home / outcome / f"{now:%Y-%m-%d}" / path.parent.relative_to(home)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _note(target: Path, name: str, phrase: Text, now: datetime) -> Path:
    head = f"{name}{BEFORE_TIME}{now.strftime(TIME)}"
    note = target.with_name(f"{target.name}.txt")
    _write(note, f"{head}\n{phrase.zh}\n{RULE}\n{head}\n{phrase.en}\n")
    return note


def _free(folder: Path, name: str) -> Path:
    """A name in the folder that overwrites neither a file nor a note."""
    stem, ending = Path(name).stem, Path(name).suffix[-12:]
    while len(f"{stem}{ending}".encode(errors="replace")) > LONGEST_NAME:
        stem = stem[:-1]
    names = (f"{stem}{ending}" if number == 1 else f"{stem} ({number}){ending}" for number in count(1))
    free = (name for name in names if not (folder / name).exists() and not (folder / f"{name}.txt").exists())
    return folder / next(free)


def explain(home: Path) -> None:
    """Lay the explanation into the inbox, unless it lies there."""
    if not (home / README).exists():
        _write(home / README, f"{HOW.zh}\n\n{RULE}\n{HOW.en}\n")


def _write(path: Path, words: str) -> None:
    # Windows' Notepad knows UTF-8 by its mark.
    path.write_text(words, encoding="utf-8-sig", newline="\r\n", errors="replace")


def recent(home: Path, most: int) -> tuple[InboxEntry, ...]:
    """The files that were put away last, newest first, as their notes tell."""
    found: list[InboxEntry] = []
    for day in sorted({folder.name for folder in _days(home)}, reverse=True):
        if len(found) < most:
            notes = [(note, name) for name in (DONE, REFUSED) for note in (home / name / day).rglob("*.txt")]
            found += [line for note, name in notes if (line := _line(note, name, day))]
    return tuple(sorted(found, key=lambda line: line.when, reverse=True)[:most])


def _line(note: Path, folder: str, day: str) -> InboxEntry | None:
    """A note as a line; None if it has just gone."""
    try:
        words = note.read_text(encoding="utf-8-sig", errors="replace")
    except FileNotFoundError:
        return None
    chinese, _, english = words.partition(f"\n{RULE}\n")
    texts = [part.strip().partition("\n")[2] for part in (chinese, english or chinese)]
    return InboxEntry(note.stem, _when(chinese, day), folder, Text(*(part or note.stem for part in texts)))


def _when(words: str, day: str) -> datetime:
    """When a note says that it was written; midnight of its folder's day where somebody has changed its first line."""
    written = words.partition("\n")[0].rpartition(BEFORE_TIME)[2]
    try:
        return datetime.strptime(written, TIME)
    except ValueError:
        return datetime.combine(_day(day), time.min)


def _days(home: Path) -> Iterator[Path]:
    return (folder for name in (DONE, REFUSED) for folder in (home / name).glob("20??-??-??") if folder.is_dir())


def forget_old(warehouse: Warehouse, home: Path, now: datetime) -> None:
    """Delete what was put away longer ago than the days set."""
    oldest = now.date() - timedelta(days=int(setting(warehouse, KEEP_INBOX.name)))
    for folder in _days(home):
        if _day(folder.name) < oldest:
            shutil.rmtree(folder, ignore_errors=True)


def _day(name: str) -> date:
    try:
        return date.fromisoformat(name)
    except ValueError:
        return date.max
