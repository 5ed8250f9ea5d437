"""行动: who does what until when, and the number before and after."""

from ui import actions

actions.show()
