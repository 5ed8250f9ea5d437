"""What the warehouse is asked of a week. Imports slide."""
