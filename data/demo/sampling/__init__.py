"""A small file of every format, made from its declaration alone."""
