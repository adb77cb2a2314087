"""What a date is: arithmetic without language and without a network.

calendar   days that are there, centuries, weekdays
eras       years counted from another beginning
targets    the symbols that a network writes, and the automaton of what it may write
order      which of day, month and year comes first in numbers
"""
