"""Bytes of a file to the lines and tables in it, whatever program wrote it. Knows nothing of plans.

Each format has one module; what they have in common is in ``blocks`` (what comes out), ``problems`` (what is refused)
and ``container`` (what a packed file may be, checked before anything in it is parsed).
"""
