"""What a date is: arithmetic without language and without a network.

calendar   days that are there, centuries, weekdays
calendars  dates of other calendars: Persian, Hijri, Hebrew and more
buddhist   years of the Buddhist era, and of calendars that are not ours to count in
clocks     the numbers of a time of day, and the distance from UTC behind them
halves     which hour of 24 an hour of twelve is
machine    the dates that programs write: ISO 8601, RFC 3339, RFC 2822, Unix `date`, counts of seconds and days
completed  times that the roles of a text leave out in part
marked     tokens with their roles, as those ask them who look for a time
julian     the Julian calendar, and days of it in ours
hebrew     numbers in Hebrew letters
among      dates of other calendars among other words
months     months of other calendars, from tokens
periods    months and years of other calendars, alone
pairs      a year with a number: a month, or a second year
order      which of day, month and year comes first in numbers
values     all that a text can say: ranges, bounds, unknown parts; EDTF and intervals
spans      two times of day that are the ends of a range of hours
relative   what counts from a day: 3 days before, last week, next Monday
times      times of day, from tokens
zones      time zones and their distance from UTC
years      years of four digits in texts that look like dates
automaton  which symbol may follow: minimal automata, built from their end
targets    the symbols that a network writes, and what it may write where that is dates
written    what it may write where that is all that people write: ranges, bounds, periods, relative dates
"""
