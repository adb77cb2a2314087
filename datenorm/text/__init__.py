"""What a text is made of: characters, words and numbers, before anybody asks what they mean as a date.

characters    the Unicode clean-up: one character for each that carries meaning
tokens        one scan into numbers, words and signs
sorted_table  a sorted table, searched as it lies
lexicon       what each word can mean beside a date, in which languages
names         names of months and weekdays in a text
spelling      misspelt names
phrases       phrases that count from a day, in the languages of CLDR
pieces        what such phrases are made of
numerals      numbers that are no Latin digits
roman         Roman numerals
year_words    years in words
printable     a text as a terminal may have it
roles         what each character of a text does there
"""
