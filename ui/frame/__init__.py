"""What stands around every page: style, header, the demo's banner, the page of an empty board. Imports intake."""
