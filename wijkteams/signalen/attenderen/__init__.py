"""Mail now and then about new public signals of a ward (requirement G11). Never a confidential one.

Asked for by a resident, without an account, and sent only after a button behind a link in their
own mailbox. No page tells whether an address is known: the worker looks at what a form sent.
"""
