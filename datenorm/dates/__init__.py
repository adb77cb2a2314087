"""What a date is, by exact code alone: no network is asked in here.

Rooms: `machine`, the dates that programs write (ISO 8601, RFC 3339, RFC 2822, Unix `date`, counts of seconds and days).
"""
