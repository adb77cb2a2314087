"""What is run by hand and no user needs.

name_tables   the word tables in datenorm/text/tables, made anew from CLDR
"""
