"""Sending: reports to group chats and mailboxes, on request and on a schedule."""
