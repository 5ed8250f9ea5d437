"""The reader's own process: bytes of a file to sheets of text cells."""
