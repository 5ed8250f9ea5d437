"""定额: what was done of the quotas by person, team and task, and the quota book itself."""

from ui.quota_book import page

page.show()
