"""Calendars of others in our agenda (requirement A10).

    lines → components → times → found          reading, with distrust; no database
    fetching.fetch_source(bron)                  a file or an address becomes `BronActiviteit` rows
    placing.place(rows)                          rows become pages, or follow what changed

The reader is our own: icalendar needs a second for a thousand events and takes what it gets; this
one counts first, and says in words what it cannot use. Of people in the file nothing is read.
"""
