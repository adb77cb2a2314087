"""Roles: what each token of a text does beside the fields of a date, so that what does nothing known is seen.

Claims come first; then times of day, words of dates and their companions, counted numbers; what is left is prose.

assignment  the role of each token, one kind after the other
context     a text whose fields are claimed
clock       times of day, zones and offsets
companions  weekdays, labels, connectors, ordinal endings
counted     whether a noun says what a number counts or names
things      numbers that are of something, whatever says so
names       months in the names of persons and places
rows        numbers written together that are no date, and codes
marks       signs that change nothing, and those that say more
"""
