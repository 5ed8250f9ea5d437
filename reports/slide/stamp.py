"""Stamp: what a report was made from: which files, until when, which import, which definitions, what is provisional."""

from dataclasses import dataclass
from datetime import date, datetime

from metrics.wording.values import on
from text import Language, Text

SOURCES = Text("来源 {files}", "From {files}")
MANY = Text("{first}等 {count} 种文件", "{first} and {more} more kinds of files")
NO_FILES = Text("还没有文件", "no file yet")
UNTIL = Text("数据截至 {day}", "Data until {day}")
BATCH = Text("批次 {batch}", "Import {batch}")
DEFINITIONS = Text("口径 {version}", "Definitions {version}")
PROVISIONAL_WORD = Text("暂估", "provisional")
PROVISIONAL = Text("斜纹为暂估，数字之后还会变", "Hatched is provisional and may still change")


@dataclass(frozen=True, slots=True)
class Stamp:
    """`until` is the last day of the week that has data, `files` the titles of the kinds of files it rests on.

    `definitions` is a short name of all formulas and rules in force: it changes when any of them does.
    """

    until: date | None
    batch: str | None
    imported_at: datetime | None
    files: tuple[Text, ...]
    definitions: str

    def parts(self) -> tuple[Text, ...]:
        """What stands in a footer, one phrase each."""
        found = [SOURCES.filled(files=self._files())]
        if self.until:
            found.append(UNTIL.filled(day=on(self.until)))
        if self.batch:
            found.append(BATCH.filled(batch=self.batch))
        return (*found, DEFINITIONS.filled(version=self.definitions))

    def line(self, language: Language) -> str:
        """The footer in one line."""
        return ("　" if language == "zh" else " · ").join(part.to(language) for part in self.parts())

    def _files(self) -> Text:
        if not self.files:
            return NO_FILES
        first, more = self.files[0], len(self.files) - 1
        return MANY.filled(first=first, count=more + 1, more=more) if more else first
