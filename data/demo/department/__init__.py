"""The sheets that a department keeps by hand. Imports facts and exports."""
