"""When something takes place: rules, days, words, form and calendar. No database.

    series = Series(start=..., end=..., rule=Rule(freq=Freq.MONTHLY, weekdays=(1,), nths=(2,)))
    expand(series, first, last, overrides)      what is on, as moments
    in_words(series)                            'elke 2e dinsdag van de maand van 10.00 tot …'
    split(series, overrides, key, new, names)   'deze en volgende'
    write_calendar([Event(...)])                an .ics

`key` is the name of one time: the naive local begin that the rule gave, also when it was moved.
"""
