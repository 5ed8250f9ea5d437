"""The weekly meeting: the week's slides, the meeting that freezes them, and what is taken away."""
