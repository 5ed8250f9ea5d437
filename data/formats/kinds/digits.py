"""SQL for a cell's digits, of whatever width they are and whatever stands between them."""

_PLAIN = "translate({cell}, '０１２３４５６７８９．－％', '0123456789.-%')"
DIGITS = rf"regexp_replace({_PLAIN}, '[,，￥¥元\s]', '', 'g')"
"""The cell without separators and signs of money."""

PLAIN_NUMBER = r"CASE WHEN regexp_full_match({cell}, '\d+(\.\d+)?') THEN try_cast({cell} AS DOUBLE) END"
"""The value of a cell that holds a number as exports mostly write it, else nothing."""
