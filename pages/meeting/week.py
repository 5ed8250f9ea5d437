"""周会: the week in slides, shown full screen, and taken away as files."""

from ui.meeting import page

page.show()
