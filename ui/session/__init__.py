"""One reader's session: the address, language, theme, and the moment whose numbers are shown."""
