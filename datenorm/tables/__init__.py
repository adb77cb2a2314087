"""Tables: whole files converted as a stream, every row and every other cell as it was.

cells       how cells are read, each distinct one once, and what is written of an answer
formats     which file is read how, by its extension; what a format has to offer
encodings   bytes as text, and the same bytes back
signatures  what a file is that was taken for text
delimited   CSV and TSV
records     cells as a line of them
preamble    what stands before the header of a CSV
jsonlines   JSON Lines
arrow       the types of new columns
jsonarray   JSON: one array of objects
batches     tables whose rows come as Arrow batches
parquet     Parquet, through pyarrow
ipc         Arrow's own files and streams, .arrow and .feather
workbook    .xlsx, through openpyxl
sheets      what cells of workbooks can hold, and how they are texts
formulas    the stored values of a workbook's formulas, kept
writers     rows in another format than they came in
lines       text lines: one text in, one line out
bad_rows    rows that are not as they should be
settled     cells that need no reading: words for nothing, and numbers that count from a day
rejects     rows that were not answered, in a file of their own
request     what to convert of a table, and how
groups      rows that decide together, and the locales that they are called after
reader      cells read in the order and language that their column, group and row say
conversion  a column of texts to columns of dates, chunk by chunk; what its cells say of their order
survey      what the cells say of their order and language, before a conversion
summary     what came of a conversion, for a person and for a report
files       many files as one table
journal     what a run that was cut short had read already
"""
