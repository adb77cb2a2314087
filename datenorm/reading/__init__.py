"""From texts to answers: the stages below, put in a row.

translator   the Translator: texts in, answers out
answering    texts with their hints answered: by shape or as they stand, then as what they mean
asked        in which form, with what is told of zones and calendars
hints        what a caller may hand in: texts, and what is told of all or of each
options      what callers of Python may hand in, checked in one place
questions    texts with their hints, as the network takes them
programs     what programs write, answered without any network
shapes       texts that differ in numbers alone, and the specimen that stands for them
classes      what a number can be by itself, and what a specimen takes in its place
templates    what the answer to a specimen makes of each number
filling      texts answered by the templates of their shapes
packed       texts as Arrow has them, those of one layout taken apart together
arrays       their answers as arrays of dates, statuses and confidences
kept         answers to the specimens of common shapes, read once and for all
layouts      how a shape is written, in CLDR's letters
decisions    what a person said of these ways, and how answers obey
code         code that reads the fixed layouts of a column without datenorm
inventory    the ways in which a column is written, for a person to check
pipeline     a text as it stands: forms of programs, phrases, the network, the judge
reader       a text as the network and the judge read it: whole, or by its core
passes       what the network is asked, and asked again
relative     texts that count from a day, and the dates in them
meanings     what a refused text says, read in a second pass
columns      what a column says: its language, and all below
orders       what it says of the order of its numeric dates
year_first   what it says of dates that begin with their year
centuries    what it says of the century of two-digit years
meant        what it says of texts that may mean two things: 1998-03, IST
elsewhere    what a column says of its calendar
telling      whether a cell may be evidence of its column at all
evidence     the rows that say it, and how far a few of them are trusted
tally        the cells of a column, counted by their shapes
series       columns in memory: pandas, Polars, Arrow, NumPy
calendars    dates of other calendars, and the days that they are
moments      the time of day beside a day, and its zone
unread     what nothing explains beside a time
alignments   where the network looked while it wrote its readings
notebook     what a notebook shows of an answer
zones        the time zones that a text names
"""
