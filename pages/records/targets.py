"""目标: months by shop, team and person, edited here or imported, with what does not add up."""

from ui import plans

plans.show()
