"""Filling in a survey, a page at a time: without an account, without JavaScript, and to be stopped
and taken up again. What is half filled in is sealed with a secret that only its writer has.
"""
