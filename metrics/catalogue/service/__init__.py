"""Metrics of customer service: agents, shops, chats, load, attendance, quotas."""
