"""Kind: how what a cell may hold is declared, with the SQL that turns its text into a value."""

from dataclasses import dataclass

from text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of cell: its SQL type, and SQL over `{cell}` giving the value, or NULL where the text is none.

    The cell is a plain text (see cleaning.py): nothing blank around it, NULL where the export means "missing".
    `example` is such a text and `written_as` the number format of a spreadsheet's column of them.
    """

    name: str
    sql_type: str
    sql: str
    expects: Text
    example: str = ""
    written_as: str = "General"

    def cast(self, cell: str) -> str:
        """SQL for the value of a cleaned cell."""
        return self.sql.replace("{cell}", cell)


def quoted(word: str) -> str:
    """A string as an SQL literal."""
    return "'" + word.replace("'", "''") + "'"
