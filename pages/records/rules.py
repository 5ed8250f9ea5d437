"""规则: from which limits on numbers are watched or bad, edited here, with every change kept."""

from ui.records import rulebook

rulebook.show()
