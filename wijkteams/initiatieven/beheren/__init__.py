"""The page of the initiators, by a link in a mail: updates, changes, is it still going on?"""
