"""The teams' pages: how they begin, causes, one person, channel or product, next steps. Imports panels and frame."""
