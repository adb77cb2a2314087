"""What is run by hand and no user needs.

lexicon       what each word can mean in a text with a date
names         names of CLDR that are nothing else beside a date: what the lexicon is made of
spelled_numbers  days of a month in words, from ICU
year_words    years in words, from ICU
relative      phrases that count from a day, from ICU
calendars     months and eras of other calendars, from ICU
zones         names of time zones, from CLDR
train_on_gpu.sh  a model trained where there is no package index
"""
