"""Rules: what speaks against an answer whose fields are claimed.

The law: every token is claimed by a field or explained, or there is no answer. How much may stand around a date depends
on the strength of its form.

plan      the ordered list; each rule has a code and a reason
case      a reading before the rules
strength  how sure it is that a form is a date
hints     a told order is law
eras      44 BC and AD 98
hours     21 uur is no year
meaning   before 1920 is not 1920
governing  which tokens beside a date can govern it
clause    what the clause of a date says of it
further   further days that are named behind the date
other_dates  a second date in the text
lacking   what a reading leaves out: a day, a year, another year
numbers   numbers that nobody claimed
counting  claimed numbers that count something
joints    numbers that signs join: versions, scores, verses
signs     signs and letters that touch a date, minus signs
ends      the other end of a range: open, in words, cut off
words     words beside weak forms, and doubtful names
"""
