"""Cover: the week, until when its data reach, which files are complete, which definitions changed."""

from reports.asked import Asked
from reports.slide import Slide
from text import Text

TOPIC = Text("封面", "Cover")
TITLE = Text("运营周会　{week}", "Weekly operations meeting, {week}")


def slide(asked: Asked) -> Slide:
    """The cover."""
    week = Text(asked.week.label("zh"), asked.week.label("en"))
    return Slide("cover", TOPIC, TITLE.filled(week=week))
