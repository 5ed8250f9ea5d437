"""口径: every metric and every format the board reads, searchable."""

from ui import definitions

definitions.show()
