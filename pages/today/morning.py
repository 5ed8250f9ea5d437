"""晨会: what yesterday was, how the month stands, what is to be done."""

from ui.morning import page

page.show()
