"""日历: which promotions run when, editable here or imported; days off, days worked instead, lunar festivals."""

from ui.records import calendar

calendar.show()
