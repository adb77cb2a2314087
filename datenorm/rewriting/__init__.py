"""Rewriting: what exact code writes plainly before the network reads, one named step for each thing it does.

page      a text with its tokens, and the edits of a step
plan      the steps in their order
eras      years of Japanese eras, of the Republic of China and of the Buddhist era
words     years in words: mil neuf cent onze
names     old names of months, and those with digits in them: Weinmonat, 9ber, 0ct, كانون 1
parts     unknown parts: 2003-08-XX, 00/08/2007, ?? June 1983
periods   days that are counted out: the 3rd Tuesday of June 2016, day 200 of 2015; months of expiry
labelled  parts that a form names: Year: 2018 Month: 05 Day: 09
separators  signs between and around the fields that say nothing: 9*May*2018, 9 May (2018)
orders    a told order, put in the way that the network knows it
repeats   one date said twice
runs      days in the names of files
relative  texts that count from a day: the phrase and what stands around it
fields    the day or month that a text names of a year or month: 3 May last year
core      the part of a text that may be its date, without the words around it

A step sees tokens and yields edits. It writes what the text says, and decides nothing that the text leaves open.
"""
