"""What a shop sets for itself, each a declaration; the values are rows of the warehouse."""

from dataclasses import dataclass

from data.warehouse import Warehouse
from text import Text


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name, the value it has until somebody changes it, and what it is for."""

    name: str
    default: str
    title: Text
    help: Text


KEEP_UPLOADS = Setting(
    "keep_uploads_days",
    "90",
    Text("原文件保留天数", "Days to keep original files"),
    Text(
        "拖进来的原文件留在这台机器上，过了这些天自动删除；已经写入的数据不受影响。",
        "Dropped files stay on this machine and are deleted after so many days; what was imported stays.",
    ),
)

KEEP_INBOX = Setting(
    "keep_inbox_days",
    "90",
    Text("收件箱里的文件保留天数", "Days to keep files of the inbox"),
    Text(
        "收件箱里读过的文件移到 done 或 refused，过了这些天自动删除；已经写入的数据不受影响。",
        "Files that the inbox has put into done or refused are deleted after so many days; what was imported stays.",
    ),
)

SETTINGS = (KEEP_UPLOADS, KEEP_INBOX)


def setting(warehouse: Warehouse, name: str) -> str:
    """The value of a setting; KeyError if it is not declared."""
    declared = {one.name: one for one in SETTINGS}[name]
    rows = warehouse.rows("SELECT value FROM settings WHERE name = ?", [name])
    return rows[0][0] if rows else declared.default


def set_setting(warehouse: Warehouse, name: str, value: str) -> None:
    """Change a setting; KeyError if it is not declared."""
    declared = {one.name: one for one in SETTINGS}[name]
    with warehouse.writing() as run:
        run.execute("DELETE FROM settings WHERE name = ?", [declared.name])
        run.execute("INSERT INTO settings VALUES (?, ?)", [declared.name, value])
