"""What pages share, in rooms that import one way.

pieces (HTML) and session (address, language, theme) <- cache (warehouse and answers) <- choices (shop, period, names)
and figures (Plotly) <- content (what a panel consists of, and its cache) <- panels (parts of several pages)
<- intake (files in) <- frame (page setup, demo, the first page) <- teams, morning, meeting, planning, quota_book,
records (one page or kind of page each; none imports another).
"""
