"""Formats of customer service: agents, shops, chats, people and quotas."""
