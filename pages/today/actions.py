"""行动: who does what until when, and the number before and after."""

from ui.records import actions

actions.show()
