"""口径: every metric and every format the board reads, searchable."""

from ui.records import glossary

glossary.show()
