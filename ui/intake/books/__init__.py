"""The books of what was written: files, formats, batches, originals, the inbox."""
