"""What is known of the languages of the world.

locales   Unicode's CLDR, through Babel
customs   names and layouts that people write and CLDR lacks
patterns  CLDR's patterns of dates: their fields
layouts   patterns of dates, made of those of CLDR
zones     names of time zones
"""
