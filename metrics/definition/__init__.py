"""How a metric, its facts and its rollups are declared. Imports no other room."""
