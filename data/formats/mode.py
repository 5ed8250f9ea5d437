"""Mode: how the rows of a file meet the rows that are stored."""

from enum import StrEnum

from data.formats.subject import Subject
from text import Text


class Mode(StrEnum):
    """By key, by slice, or append; the Subject declares which one is usual, a reader may choose another."""

    KEY = "key"
    SLICE = "slice"
    APPEND = "append"

    @property
    def called(self) -> Text:
        """Its name."""
        return TITLES[self]

    @property
    def effect(self) -> Text:
        """What it does to what is stored."""
        return EFFECTS[self]


TITLES = {
    Mode.KEY: Text("按主键覆盖", "Overwrite by key"),
    Mode.SLICE: Text("整段替换", "Replace the whole span"),
    Mode.APPEND: Text("只追加", "Append only"),
}

EFFECTS = {
    Mode.KEY: Text(
        "同一条记录以这份文件为准，文件里没有的列和没有的记录都不动。",
        "A record that is in both follows this file; columns and records that the file lacks stay as they are.",
    ),
    Mode.SLICE: Text(
        "这份文件覆盖的日期段整段换掉：文件里没有的记录会消失，文件里没有的列会变空。",
        "The span this file covers is replaced: records that the file lacks go, columns that it lacks are emptied.",
    ),
    Mode.APPEND: Text(
        "只加库里还没有的记录，已有的一条都不改，哪怕文件里写的不一样。",
        "Only records that are not stored yet are added; none that is stored changes, even where the file differs.",
    ),
}


def usual(subject: Subject) -> Mode:
    """The mode in which a subject's files are stored unless somebody chooses another."""
    return Mode.SLICE if subject.replaces else Mode.KEY
