"""The times of an activity as rows: made from its series, and kept right.

    publish(page)                   what was published counts from now on
    sync(activiteit, today)         its times, until the horizon
    changed(activiteit)             lists, answers and feeds show it anew

One time: `one.cancel`, `one.resume`, `one.move`. This and what follows: `parting.split_page`.
"""
