"""Numbers and names as a reader sees them: rounding, scale, units, phrases, masks. Imports calendar and definition."""
