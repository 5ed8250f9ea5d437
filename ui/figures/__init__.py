"""Figures: the only room that knows Plotly. Imports nothing else of ui."""
