"""Expressions: what a text says that is no single date, found by exact code in texts that are refused as dates.

Each module knows one kind of form and takes a text apart; the dates inside are read as texts of their own, by the
network and the judge.

expression   a form, the texts inside of it, and how their values become one
fields       years, months and days in a stretch of a text, and what one stretch lends another
ranges       from one date to another, or open at an end
pairs        from one period to another, with the word for both said once
bounds       before, after, since, until
doubts       about, perhaps, a question mark; brackets
parts        early, mid and late; the first half of something longer
unknowns     digits that nobody knows: 19??, 186-, ??.05.2018
periods      decades, seasons, quarters, halves, weeks
centuries    centuries, millennia, decades of a century
fiscal       fiscal years, school years, sports seasons
sets         one of several dates, or all of them; a year with two numbers
twice        one date said twice, in two languages or two ways
eras         years before Christ, and short ones of the common era
composition  which forms a text has, and which of them is its meaning
"""
