"""目标: quarters, months and days by shop, team and person, edited here or imported, with what does not add up."""

from ui.planning import page

page.show()
