"""What people enter on the board and the board keeps: settings, rules, plans, actions, the red list, meetings, minutes,
recipients and what was sent to them. Imports formats, sources and store; knows no file.
"""
