"""What happens in a made-up shop year, as arrays. Imports nothing else of the demo."""
