"""The sub-commands: the program's jobs without a display. One module each, with ``summary``, ``configure`` and ``run``.

Exit codes: 0 done; 1 is a command's own no (``verify``: altered, unsigned or by another); 2 what was given is wrong or
the machine refuses; 3 a fault of the program; 130 interrupted; 141 nobody reads the output any more.
"""
