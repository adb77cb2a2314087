"""Kinds of text that hold no one date, each with twins: the same words around a date that has to be answered.

The kinds were written before anybody looked at what datenorm answers to them; none is made from its tables.

kind         what a kind is: a generator of texts, and one of its twins
words        languages, dates in them, phrases.tsv and nouns.tsv
codes        identifiers: part numbers, versions, paths, telephones
measures     numbers that measure: prices, sizes, scores, times
references   numbers that cite: laws, cases, verses, pages, addresses
nouns        nouns that number: grades, lots, weeks, quarters, decades
several      two dates, ranges, alternatives
changed      a word that changes what a date means
unknown      parts left open, or damaged beyond reading
lookalikes   words that look like months and weekdays
calendars    months of other calendars
impossible   days that no calendar has
"""
