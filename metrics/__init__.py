"""What the business counts, and how the counts are judged."""
