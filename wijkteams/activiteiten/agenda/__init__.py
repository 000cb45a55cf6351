"""The public pages: agenda as list, month and map; an activity; one time of it.

list_context(page, request)         what AgendaPage shows (`overview`)
activity_context(page, request)     what ActiviteitPage shows (`detail`)
serve_time(page, request, keer)     one time: `/<page>/<date>/` (`one_time`)
"""
