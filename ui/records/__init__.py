"""Pages of what people keep on the board: actions, calendar, definitions, rules."""
