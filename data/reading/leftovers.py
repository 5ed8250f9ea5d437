"""What lies beside the spreadsheets in a folder or an archive: left by a system or a program, or no spreadsheet."""

from pathlib import PurePosixPath

LEFT = {"thumbs.db", "desktop.ini", "icon\r"}
READABLE = {
    "", ".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".et",
    ".csv", ".tsv", ".txt", ".zip", ".htm", ".html", ".xml",
}  # fmt: skip


def is_leftover(name: str) -> bool:
    """Whether a system or a spreadsheet program left the file there, by its name with folders."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.name.startswith(("~$", ".")) or path.name.lower() in LEFT or "__MACOSX" in path.parts


def may_be_spreadsheet(name: str) -> bool:
    """Whether a file's name does not speak against its being a spreadsheet."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower() in READABLE
