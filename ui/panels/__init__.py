"""Parts that several pages have: judged numbers, trends, breakdowns, rankings. Imports content and below."""
