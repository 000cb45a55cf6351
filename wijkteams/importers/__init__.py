"""Wards, buurten and key figures from the files that CBS and PDOK publish.

Reading and checking (`reading`, `features`, `geometry`, `kerncijfers`, `dossier`) know no
database; `plan` compares with what is there; `services` is the door for commands and screens.
"""
