"""Bringing an existing list along: a file, a preview, and one mail to each on it (N13).

Nobody is put on a list by a file. Each gets one mail with a button; who does nothing gets no more.
Who left before, or is on the list already, is not asked.
"""
