"""What a page and a deck may hold. Imports no other room."""
