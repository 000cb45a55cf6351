"""Paper to hang up: a poster of one activity, and a month of the agenda for on the fridge.

order_poster(page, keer, by=user)     a row, and the task that makes its PDF
order_agenda(wijk, month, by=user)
"""
