"""Activities in the CMS: the form of a page, its times, places, holidays and the dashboard.

page_form · when_form · when_panel      what an editor writes, and when it is
sentence · duplicates · hints           what is said while typing
keren_views · keren_forms               deze keer, deze en volgende, alle
viewsets · holidays                     places, school holidays
"""
