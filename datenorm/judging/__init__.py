"""From what a network wrote to an answer: exact code that asks what every token of a text is there for.

claims   the token that spells each field of a hypothesis
spelled  which field of a date a token can spell
damage   numbers that scanners spoilt, names that are misspelt
roles/   what every other token is: a time of day, a weekday, a label, a counted number
rules/   what speaks against an answer, in one ordered list; how strong a form is
rivals   readings of the same numbers in another order
explanation  why a text has its answer
weights  what changes the odds of readings, in one ordered list
instead  readings that the network did not write: the same numbers in another order or calendar
named    and those that the text names in words which the network left out
relative  answers to texts that count from a day
forms    an answer as a date, an interval or in EDTF
seen     a text as it was read
readings  what hypotheses mean, added up and weighed
objections  what speaks against a reading, and what to read in its place
witness  numbers that the network calls counted
agreement  where a network points elsewhere than it reads, there is no answer
answer   what an answer is, and its reasons
judge    readings become an answer
"""
