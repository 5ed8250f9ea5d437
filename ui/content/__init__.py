"""What a panel consists of - markup, charts, tables to take away - and the cache of it. Imports choices and below."""
