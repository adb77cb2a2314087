"""Pairs of a text and its date, as people write them in every language.

generator      the mixture: which kind of text comes how often
writing        a text with the role of each of its characters
synthesis      a date written by a pattern
days           which days
times          times of day beside a date
surroundings   words around a date
noise          typing and scanning errors
nondates/      texts that are no date
kinds/         all else that people write: ranges, bounds, periods, relative dates, numbers that are something else
wordlists      words of a sense in a language, from the tables that reading has
dataset        pairs in files, and splits that do not leak
digits         a toy: sequences of digits
"""
