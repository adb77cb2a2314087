"""What is run by hand and no user needs.

lexicon       what each word can mean in a text with a date
names         names of CLDR that are nothing else beside a date: what the lexicon is made of
"""
