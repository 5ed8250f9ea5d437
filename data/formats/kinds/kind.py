"""Kind: how what a cell may hold is declared, with the SQL that turns its text into a value."""

from dataclasses import dataclass

from text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of cell: its SQL type, and SQL over `{cell}` giving the value, or NULL where the text is none.

    The cell is a plain text (see cleaning.py): nothing blank around it, NULL where the export means "missing".
    `plain_sql`, where there is one, gives the same for the forms that exports mostly write, and NULL for all others;
    it is planned in a tenth of the time. `example` is such a text and `written_as` the number format of a spreadsheet's
    column of them.
    """

    name: str
    sql_type: str
    sql: str
    expects: Text
    example: str = ""
    written_as: str = "General"
    plain_sql: str = ""

    def cast(self, cell: str, plain: bool = False) -> str:
        """SQL for the value of a cleaned cell; `plain`: of the forms that are mostly written alone."""
        return (self.plain_sql if plain and self.plain_sql else self.sql).replace("{cell}", cell)
