"""Numbers in, results out: every measure, with its definition, reading and source.

``MEASURES`` lists them. Answers come as plain lists or arrays, with None or NaN where
somebody gave none. What is undefined is None, never 0 or 1. Nothing else of PeerAudit
is imported here, and of other packages NumPy alone.
"""
