"""Pages behind the deck: whole tables."""
